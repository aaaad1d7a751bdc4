from tests.grounding.times.support import ends, read


def test_clock_times_take_the_day_beside_them_before_one_farther_off() -> None:
    text = "He left on 1 March. He was seen at [6 a.m.] on 3 March."
    assert ends(text)[0] == "2022-03-03T06:00:00"
    assert ends("He left on 1 March. He was seen at [6 a.m.] by a guard.")[0] == "2022-03-01T06:00:00"


def test_a_date_far_back_no_longer_carries_the_story() -> None:
    near = "He left on 1 March. It rained. [The next day] he came back."
    far = "He left on 1 March. It rained. It rained. It rained. It rained. [The next day] he came back."
    assert ends(near) == ("2022-03-02", "2022-03-03")
    assert not read(far).known


def test_the_day_of_a_statement_is_not_the_storys() -> None:
    text = "He left on 1 March, officials said on Monday. [Two days later] he came back."
    assert ends(text) == ("2022-03-03", "2022-03-04")


def test_a_clock_time_is_counted_from_where_the_text_has_one() -> None:
    text = "The first shell fell at 0410 on 3 March. [Twenty minutes later] the sirens went off."
    assert ends(text)[0] == "2022-03-03T04:30:00"


def test_months_cannot_carry_days() -> None:
    assert not read("He left in March 2021. [Two days later] he came back.").known
    assert ends("He left in March 2021. [Three months later] he came back.") == ("2021-06-01", "2021-07-01")
