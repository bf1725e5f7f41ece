# Страница «песочницы»: локальный Telegram в браузере.
playground-title = Тропа · песочница
playground-name = Песочница
playground-connecting = Нет связи с программой. Соединяюсь…
playground-skip = К чатам

playground-person-owner = Ольга Ветрова
playground-person-mentor = Михаил Кедров
playground-person-mentee = Лиза Рябинина
playground-person-guardian = Анна Рябинина

playground-role-owner = владелец
playground-role-curator = куратор
playground-role-mentor = наставник
playground-role-mentee = наставляемый
playground-role-guardian = родитель
playground-role-staff = сотрудник

playground-people = Люди
playground-people-list = Кого показать
playground-people-all = Все люди
playground-add = Добавить человека
playground-add-name = Имя
playground-add-hint = Например, Пётр Лугов
playground-add-done = Добавить
playground-close-column = Убрать колонку: { $name }
playground-unread = { $count ->
    [one] { $count } новое сообщение
    [few] { $count } новых сообщения
   *[many] { $count } новых сообщений
  }
playground-empty = Откройте кого-нибудь в списке людей

playground-clock = Время в песочнице
playground-clock-ahead = на { $days } дн. вперёд
playground-clock-hour = +1 час
playground-clock-day = +1 день
playground-clock-due = До следующего дела
playground-clock-due-at = Следующее дело: { $when }
playground-clock-nothing = Пока ничего не запланировано
playground-fill = Заполнить примером
playground-fill-done = Готово: { $count ->
    [one] добавлен { $count } человек
    [few] добавлено { $count } человека
   *[many] добавлено { $count } человек
  }
playground-owner-link = Ссылка владельца
playground-owner-none = Ссылки пока нет: бот ещё не запущен
playground-open-link = Открыть ссылку
playground-theme-dark = Тёмная тема
playground-theme-light = Светлая тема
playground-language = EN
playground-language-full = Сменить язык страницы на английский
playground-more = Ещё

playground-bot = бот
playground-typing = печатает
playground-uploading = отправляет файл
playground-chat-of = Чат: { $name }
playground-chat-menu = Действия: { $name }
playground-block = Заблокировать бота
playground-unblock = Разблокировать
playground-clear = Очистить историю
playground-deactivate = Удалить аккаунт
playground-deactivated = Аккаунт удалён
playground-blocked = Бот заблокирован

playground-what = Что умеет этот бот?
playground-start = Начать
playground-placeholder = Сообщение
playground-send = Отправить
playground-save = Сохранить
playground-attach = Прикрепить файл
playground-commands = Меню команд
playground-keys = Клавиатура бота
playground-extra = Голос, стикер и другое
playground-voice = Голосовое сообщение
playground-sticker = Стикер
playground-location = Геопозиция
playground-contact = Мой контакт
playground-drop = Отпустите, чтобы отправить файл
playground-as-file = Отправить картинку файлом
playground-caption = Подпись
playground-files-title = Отправить { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
  }
playground-down = К последним сообщениям

playground-edited = изменено
playground-silent = без звука
playground-protected = нельзя переслать и сохранить
playground-pinned = закреплено
playground-forwarded = пересланное сообщение
playground-you = Вы
playground-deleted-reply = Сообщение удалено
playground-message-menu = Действия с сообщением
playground-reply = Ответить
playground-replying = Ответ
playground-edit = Изменить
playground-editing = Изменение сообщения
playground-cancel = Отмена
playground-copy = Скопировать текст
playground-copied = Скопировано
playground-copy-link = Скопировать ссылку
playground-pass = Переслать человеку
playground-pass-title = Кому переслать?
playground-passed = Переслано: { $name }
playground-note-from = { $name } пересылает
playground-to-bot = Переслать боту
playground-no-save = Бот запретил сохранять и пересылать это сообщение
playground-download = Скачать { $name }
playground-picture = Картинка: { $name }
playground-spoiler = Скрытый текст, нажмите, чтобы показать
playground-expand = Показать целиком
playground-collapse = Свернуть
playground-voice-label = Голосовое сообщение
playground-sticker-label = Стикер
playground-location-label = Геопозиция
playground-contact-label = Контакт
playground-waiting = Бот ещё не ответил
playground-late = Бот не ответил на нажатие
playground-refused = Не получилось: { $why }
playground-alert-ok = Понятно

playground-open-as = Открыть как…
playground-open-as-text = Кто откроет эту ссылку?
playground-open-new = Новый человек
playground-open-go = Открыть
playground-open-outside = Эта ссылка ведёт из песочницы: { $url }
playground-open-bad = Это не ссылка на бота
playground-link-hint = https://t.me/…?start=…
playground-phone-ask = Отправить боту свой номер телефона?
playground-phone-yes = Отправить
playground-bytes = { $size } Б
playground-kilobytes = { $size } КБ
playground-megabytes = { $size } МБ

# Выдуманная программа: кнопка «Заполнить примером».
playground-invented-school = Школа № 3 у Синего озера
playground-invented-city = Синеозёрск
playground-invented-title = Рядом
playground-invented-owner = Озеров Тимур Львович
playground-invented-curator = Соколова Марина Евгеньевна
playground-invented-mentee-1 = Синицына Варвара Олеговна
playground-invented-mentee-2 = Ольхин Матвей Денисович
playground-invented-mentee-3 = Берёзкин Артём Ильич
playground-invented-mentee-4 = Журавлёва София Павловна
playground-invented-mentee-5 = Снегирёв Лев Антонович
playground-invented-mentee-6 = Полевая Мира Руслановна
playground-invented-mentee-7 = Клёнова Ева Романовна
playground-invented-mentee-8 = Дроздов Тимофей Кириллович
playground-invented-mentee-9 = Вишнёва Алиса Глебовна
playground-invented-mentee-10 = Осинкин Марк Егорович
playground-invented-mentee-11 = Речная Дарья Максимовна
playground-invented-mentee-12 = Зорин Гордей Ильич
playground-invented-parent-1 = Синицын Олег Игоревич
playground-invented-parent-2 = Ольхина Ирина Сергеевна
playground-invented-parent-3 = Берёзкина Наталья Викторовна
playground-invented-parent-4 = Журавлёв Павел Андреевич
playground-invented-parent-5 = Снегирёва Ольга Юрьевна
playground-invented-parent-6 = Полевой Руслан Маратович
playground-invented-parent-7 = Клёнов Роман Олегович
playground-invented-parent-10 = Осинкина Вера Николаевна
playground-invented-mentor-1 = Тополев Никита Сергеевич
playground-invented-mentor-2 = Морозова Ульяна Алексеевна
playground-invented-mentor-3 = Громов Степан Иванович
playground-invented-mentor-4 = Ласточкина Полина Дмитриевна
playground-invented-mentor-5 = Ветлугин Арсений Львович
playground-invented-mentee-answer-1 = Дома всё понимаю, а на контрольной теряюсь. Хочу научиться не паниковать и решать по порядку.
playground-invented-mentee-answer-2 = Делаю игру про наш город. Уровни уже есть, а рассказать о ней другим не получается.
playground-invented-mentee-answer-3 = В этом классе я недавно. Хочется найти друзей и не бояться отвечать у доски.
playground-invented-mentor-answer-1 = Объясню физику на примерах из жизни и покажу, как готовиться без зубрёжки.
playground-invented-mentor-answer-2 = Помогу собрать проект по шагам: от идеи до выступления.
playground-invented-mentor-answer-3 = Расскажу, как выбирать, куда поступать, и чего не бояться на первом курсе.
