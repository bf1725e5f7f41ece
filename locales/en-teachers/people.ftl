# The year of birth in a programme for teachers: no parents here.

people-year-ask =
    <b>In which year were you born?</b>

    The year shows that you can give the consent yourself. Tap it or type it.
