from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.web.pictures.days import MOST, bars, drawing, length, small, when

DATES = st.dates().map(lambda day: day.isoformat())
GIVEN = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]), st.text(max_size=12))


def test_a_short_stretch_is_told_by_days_a_longer_one_by_months_and_years() -> None:
    assert bars([("2022-03-01", 2), ("2022-03-03T10:00:00Z", 1)]).counts == (
        ("2022-03-01", 2),
        ("2022-03-02", 0),
        ("2022-03-03", 1),
    )
    months = bars([("2022-01-31", 2), ("2022-12-01", 1), ("2022", 5)])
    assert (months.name, len(months.counts), months.loose) == ("month", 12, 5)
    assert bars([("1990-01-01", 1), ("2022-01-01", 1)]).name == "year"
    assert bars([("soon", 1), ("2022-13-01", 1)]).counts == ()


@given(st.lists(st.tuples(GIVEN, st.integers(1, 99)), max_size=12))
def test_whatever_the_dates_nothing_is_counted_twice_and_the_bars_are_few(days: list[tuple[str, int]]) -> None:
    found = bars(days)
    assert sum(count for _, count in found.counts) + found.loose <= sum(count for _, count in days)
    assert found.name == "year" or len(found.counts) <= MOST
    names = [name for name, _ in found.counts]
    assert names == sorted(names) and len(names) == len(set(names))
    html.fragment_fromstring(f"<div>{drawing(found, 'saying')}{small(days, '2022-01-01', '2022-03-01')}</div>")


def test_each_bar_tells_what_it_is_and_the_drawing_what_it_shows() -> None:
    drawn = html.fragment_fromstring(str(drawing(bars([("2022-03-01", 2), ("2022-03-03", 1)]), "saying")))
    assert [title.text for title in drawn.cssselect("rect title")] == ["1 Mar 2022: 2 sayings", "3 Mar 2022: 1 saying"]
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == "3 sayings by day, 1 Mar 2022 to 3 Mar 2022; most on 1 Mar 2022: 2"
    assert not drawn.xpath("//@style")


def test_months_and_years_are_told_as_such() -> None:
    assert [when(name) for name in ("2022-03-08", "2022-03", "2022")] == ["8 Mar 2022", "Mar 2022", "2022"]
    assert length("2022-03-08", "2022-03-10T09:00:00Z") == 2
