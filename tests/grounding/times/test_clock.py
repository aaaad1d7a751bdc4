import pytest

from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("It fell at [0530 local time] on Monday.", "2022-03-07T05:30:00"),
        ("It fell at [5.30 a.m.] on Monday.", "2022-03-07T05:30:00"),
        ("It fell at [half past four] in the morning on Sunday.", "2022-03-06T04:30:00"),
        ("It fell at [a quarter to six in the evening] on Sunday.", "2022-03-06T17:45:00"),
        ("It fell at [five o'clock in the morning] on Sunday.", "2022-03-06T05:00:00"),
        ("It fell at [9 p.m. EST on Thursday].", "2022-03-03T21:00:00"),
        ("It fell at [17:20:30 UTC] on Friday.", "2022-03-04T17:20:30"),
        ("It fell at [0200Z on 2 March].", "2022-03-02T02:00:00"),
        ("It fell at [12:40 a.m.] on Saturday.", "2022-03-05T00:40:00"),
        ("It fell at [noon on Monday].", "2022-03-07T12:00:00"),
        ("It fell at [midnight on Sunday].", "2022-03-07"),
        ("It fell at [8 o'clock on Saturday evening].", "2022-03-05T20:00:00"),
        ("It fell at [3:45 am yesterday].", "2022-03-07T03:45:00"),
        ("The log of 1 March: lights off at [22.15].", "2022-03-01T22:15:00"),
    ],
)
def test_clock_times(marked: str, begin: str) -> None:
    assert ends(marked)[0] == begin


def test_zones_are_kept_as_written_and_not_converted() -> None:
    assert read("It fell at [06:05 Moscow time] on Monday.").zone == "Moscow time"
    assert read("It fell at [1500 GMT] on Monday.").zone == "GMT"
    assert read("It fell at [6 a.m.] on Monday.").zone is None


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("It burnt [overnight].", "2022-03-07T18:00:00", "2022-03-08T06:00:00"),
        ("It burnt [overnight into Sunday].", "2022-03-05T18:00:00", "2022-03-06T06:00:00"),
        ("It burnt [last night].", "2022-03-07T18:00:00", "2022-03-08T06:00:00"),
        ("It burnt on [Friday night].", "2022-03-04T18:00:00", "2022-03-05T06:00:00"),
        ("It burnt in [the early hours of Sunday].", "2022-03-06", "2022-03-06T06:00:00"),
        ("It burnt on [the night of 3 March].", "2022-03-03T18:00:00", "2022-03-04T06:00:00"),
        ("It burnt on [the night from Friday to Saturday].", "2022-03-04T18:00:00", "2022-03-05T06:00:00"),
        ("It burnt [this morning].", "2022-03-08T06:00:00", "2022-03-08T12:00:00"),
        ("It burnt on [late Friday morning].", "2022-03-04T10:00:00", "2022-03-04T12:00:00"),
        ("It burnt at [dawn on Saturday].", "2022-03-05T05:00:00", "2022-03-05T07:00:00"),
    ],
)
def test_parts_of_the_day(marked: str, begin: str, end: str) -> None:
    assert ends(marked) == (begin, end)


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("Nobody came at [0530 local time].", "no day"),
        ("It fell at [27:80] on Monday.", "no rule"),
        ("It fell at [25 p.m.] on Monday.", "no clock"),
        ("It fell at [half past four] on Monday.", "morning or afternoon"),
    ],
)
def test_clock_times_that_stay_unknown(marked: str, why: str) -> None:
    found = read(marked)
    assert not found.known and why in (found.reason or "")


def test_four_figures_are_a_clock_only_beside_words_of_time() -> None:
    assert read("The ridge [1700] fell.").value == "1700"
    assert ends("All must leave [before 1700] on 8 September.") == (None, "2022-09-08T17:00:00")
