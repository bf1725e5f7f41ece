# Слова, общие для всех экранов.

common-home = 🏠 В начало
common-back = ← Назад
common-skip = Пропустить
common-next = Дальше →
common-previous = ← Раньше
common-done = Готово
common-stale = Эта кнопка устарела
common-no-groups = Здравствуйте! Я разговариваю с каждым отдельно, поэтому из группы выйду. Напишите мне в личные сообщения.
