# The page “Codes and names”: opened as a file, names do not leave the computer.

codes-title = Codes and names
codes-language = English
codes-promise = This page works without the internet: neither lists nor names nor the key are sent anywhere. Keep the key at school, where the personal files are.
codes-passphrase = The key’s passphrase, if there is one
codes-key-locked = The key is locked. Type the passphrase again.
codes-key-odd = This is not a key file. You need the one that you saved on this page with “Save the key”.
codes-file-broken = The file cannot be read. Save it anew in Excel or Word and try again.

codes-give = First step: give codes
codes-give-why = A class list becomes two files: a list without names for the bot, and a key that stays with you.
codes-give-file = The list: Excel or CSV
codes-give-paste = Or paste lines from Excel
codes-give-side = Who is in it
codes-give-from = The number to begin with, if there are codes already
codes-give-key = The earlier key, so that codes stay the same
codes-give-go = Give codes
codes-give-nobody = There are no names to be seen. A column with family name and given name is needed.
codes-give-done = { $count ->
        [one] Done: { $count } person. Save both files.
       *[other] Done: { $count } people. Save both files.
    }
codes-give-save-list = Save the list for the bot
codes-give-save-key = Save the key

codes-join = Second step: put the names in
codes-join-why = A table or paper from the bot and your key become the same table or paper with names.
codes-join-file = The bot’s file: Excel, CSV or Word
codes-join-key = The key
codes-join-go = Put the names in
codes-join-choose = Both files are needed: the bot’s and the key.
codes-join-done = { $count ->
        [one] Done. There is { $count } person in the key.
       *[other] Done. There are { $count } people in the key.
    }
codes-join-save = Save with names
codes-join-print = Print

codes-side-mentee = Mentees
codes-side-mentor = Mentors
codes-side-staff = Staff
codes-cell-mentee = mentee
codes-cell-mentor = mentor
codes-cell-staff = staff
codes-column-number = No.
codes-column-code = Code
codes-column-name = Name
codes-column-class = Class
codes-column-role = Role

codes-words-name = name|full name|pupil|student
codes-words-family = family name|surname|last name
codes-words-given = given name|first name
codes-words-patronymic = patronymic
codes-words-class = class|group|form|class or post
codes-words-role = role
codes-words-mentee = mentee|pupil
codes-words-mentor = mentor
codes-words-staff = staff

codes-link = The page “Codes and names”
codes-sent = This is the page “Codes and names”. Save it on your computer and open it in a browser: it needs no internet, and no name leaves it.

    It gives codes to the people of a list, and puts names in place of codes in the bot’s tables and papers.
codes-missing = The page has not been built yet. Ask whoever set the bot up to build it.
