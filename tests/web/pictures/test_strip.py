from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Standing
from sayso.types.whereabouts import Spell
from sayso.web.pictures.strip import HEIGHT, MOST_BARS, SHADES, Strip, Unit, intervals, strip, summary

FIRST = date(2022, 3, 1)
days = st.dates(date(1990, 1, 1), date(2035, 12, 31))
ends = st.one_of(st.none(), days)
spells = st.lists(
    st.builds(
        lambda begin, long, open, standing, claims: Spell(
            None if open == "begin" else f"{begin}T00:00:00",
            None if open == "end" else f"{begin + timedelta(days=long)}T00:00:00",
            standing,
            claims,
        ),
        days,
        st.sampled_from([1, 1, 1, 7, 31, 365]),
        st.sampled_from(["no", "no", "begin", "end"]),
        st.sampled_from(list(Standing)),
        st.integers(1, 50),
    ),
    max_size=30,
)


def spell(since: str | None, until: str | None, claims: int = 1, standing: Standing = Standing.SINGLE) -> Spell:
    return Spell(since, until, standing, claims)


def a_day(day: date, claims: int = 1, standing: Standing = Standing.SINGLE) -> Spell:
    return spell(f"{day}T00:00:00", f"{day + timedelta(days=1)}T00:00:00", claims, standing)


def made(*given: Spell, since: date | None = None, until: date | None = None) -> Strip:
    found = strip(intervals(given), since, until)
    assert found is not None
    return found


def test_each_day_has_its_bar_and_what_is_in_dispute_stands_on_the_ground() -> None:
    found = made(a_day(FIRST, 3), a_day(FIRST, 1, Standing.CONTESTED), a_day(FIRST + timedelta(days=2), 2))
    assert found.unit is Unit.DAY and [bar.claims for bar in found.bars] == [4, 0, 2]
    first = found.bars[0]
    assert first.parts[0] == (Standing.CONTESTED, 1, 0, HEIGHT / 4)
    assert first.parts[1] == (Standing.SINGLE, 3, HEIGHT / 4, HEIGHT * 3 / 4)
    assert (first.since, first.until, first.told) == ("2022-03-01", "2022-03-01", "1 March 2022")
    assert found.highest == 4 and found.standings == (Standing.CONTESTED, Standing.SINGLE)
    assert summary(first) == "1 March 2022: 4 claims (1 contested, 3 single origin)"


def test_what_is_not_known_to_the_day_has_no_bar_but_darkens_the_band() -> None:
    found = made(
        a_day(FIRST),
        a_day(FIRST + timedelta(days=9)),
        spell("2022-03-03T00:00:00", "2022-03-06T00:00:00", 5),
        spell(None, "2022-03-02T00:00:00", 2),
        spell("2022-03-09T00:00:00", None, 1),
    )
    assert [bar.claims for bar in found.bars] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert [bar.unsure for bar in found.bars] == [2, 0, 5, 5, 5, 0, 0, 0, 1, 1]
    assert found.unsure == 8 and max(bar.shade for bar in found.bars) == SHADES
    assert summary(found.bars[2]) == "3 March 2022: 0 claims; 5 more may be of then"


def test_hours_of_one_day_are_of_that_day() -> None:
    found = made(
        spell("2022-03-01T18:00:00", "2022-03-02T00:00:00"), spell("2022-03-01T06:00:00", "2022-03-01T09:00:00")
    )
    assert [bar.claims for bar in found.bars] == [2]


@pytest.mark.parametrize(
    ("length", "unit", "since", "until"),
    [
        (50, Unit.DAY, "2022-03-01", "2022-03-01"),
        (300, Unit.WEEK, "2022-02-28", "2022-03-06"),
        (900, Unit.MONTH, "2022-03", "2022-03"),
        (4000, Unit.QUARTER, "2022-04-01", "2022-06-30"),
        (20000, Unit.YEAR, "2022", "2022"),
        (99000, Unit.DECADE, "2020-01-01", "2029-12-31"),
    ],
)
def test_bars_are_as_fine_as_the_stretch_allows(length: int, unit: Unit, since: str, until: str) -> None:
    found = made(*(a_day(FIRST + timedelta(days=k * length // 100)) for k in range(101)))
    assert found.unit is unit and len(found.bars) <= MOST_BARS + 3
    assert (found.bars[0].since, found.bars[0].until) == (since, until)
    assert sum(bar.claims for bar in found.bars) + found.before + found.after == 101
    assert found.bars[0].tick and sum(bool(bar.tick) for bar in found.bars) > 2


def test_a_few_from_long_ago_do_not_press_the_others_together() -> None:
    found = made(a_day(date(1812, 9, 14)), *(a_day(FIRST + timedelta(days=k), 20) for k in range(30)))
    assert found.unit is Unit.DAY and found.before == 1 and found.eve == "2022-02-28"


def test_a_stretch_that_is_asked_for_is_marked_with_some_time_around_it() -> None:
    many = [a_day(FIRST + timedelta(days=k)) for k in range(1000)]
    found = made(*many, since=date(2022, 6, 1), until=date(2022, 6, 11))
    assert found.unit is Unit.DAY
    inside = [bar.since for bar in found.bars if bar.inside]
    assert inside == [f"2022-06-{day:02}" for day in range(1, 11)]
    assert found.bars[0].since == "2022-05-27" and found.bars[-1].since == "2022-06-15"
    assert found.before == 87 and found.after == 1000 - 87 - 20


def test_nothing_dated_has_no_strip() -> None:
    assert strip(intervals([])) is None
    assert strip(intervals([spell(None, "2022-03-09T00:00:00")])) is None


def test_what_no_calendar_has_is_left_out() -> None:
    assert intervals([spell("-0044-03-15", None), a_day(FIRST)]).total == 1


@given(spells, ends, ends)
def test_no_claim_is_lost(given: list[Spell], since: date | None, until: date | None) -> None:
    found = strip(intervals(given), since, until)
    exact = [s for s in given if s.since and s.until]
    assert (found is None) == (not exact)
    if found is None:
        return
    drawn = sum(bar.claims for bar in found.bars)
    assert drawn + found.before + found.after + found.unsure <= sum(s.claims for s in given)
    assert drawn + found.before + found.after + found.unsure >= sum(s.claims for s in exact)
    assert all(0 <= bar.shade <= SHADES and bar.unsure >= 0 for bar in found.bars)
    assert all(sum(height for *_, height in bar.parts) <= HEIGHT + 1e-6 for bar in found.bars)
    assert [bar.since for bar in found.bars] == sorted(bar.since for bar in found.bars)
