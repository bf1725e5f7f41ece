# Слова, общие для всех экранов.

common-home = 🏠 В начало
common-back = ← Назад
common-cancel = Отмена
common-skip = Пропустить
common-next = Дальше →
common-previous = ← Раньше
common-yes = Да
common-no = Нет
common-done = Готово
common-stale = Эта кнопка устарела
common-page = { $page } из { $pages }
common-no-groups = Здравствуйте! Я разговариваю с каждым отдельно, поэтому из группы выйду. Напишите мне в личные сообщения.
