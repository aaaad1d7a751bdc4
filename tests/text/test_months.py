import calendar

from sayso.text.months import MONTHS


def test_full_and_short_names_give_the_number() -> None:
    for number in range(1, 13):
        assert MONTHS[calendar.month_name[number].casefold()] == number
        assert MONTHS[calendar.month_abbr[number].casefold()] == number
    assert MONTHS["sept"] == 9 and len(MONTHS) == 24
