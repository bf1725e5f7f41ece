# Слова для учеников, с которыми бот на «ты».

staff-as-mentee = 👤 Тебе как участнику · { $where }
staff-as-mentee-alone = 👤 Тебе как участнику
staff-as-mentor = 👤 Тебе как наставнику · { $where }
staff-as-mentor-alone = 👤 Тебе как наставнику
