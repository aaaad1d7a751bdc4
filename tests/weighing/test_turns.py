from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Standing
from sayso.weighing.turns import MOST, WORK, turns
from tests.histories import ARTICLES, CARRIED, POST, ROWS, proposed, story, tells
from tests.weighing.told import article, person


def test_each_change_of_the_standing_has_its_date() -> None:
    found = [p.turn for p in turns(story(), CARRIED) if p.turn is not None]
    assert [(t.published, t.standing) for t in found] == [
        ("2031-03-01T08:00:00Z", Standing.SINGLE),
        ("2031-03-02T07:00:00Z", Standing.CORROBORATED),
        ("2031-03-02T12:00:00Z", Standing.CONTESTED),
        ("2031-03-04T10:00:00Z", Standing.CONTESTED),
        (None, Standing.CONTESTED),
    ]
    assert [t.support for t in found][:2] == [(1, 1), (2, 2)] and found[3].against == (2, 2)


def test_the_last_point_is_how_the_claim_stands() -> None:
    claim = story()
    last = [p.turn for p in turns(claim, CARRIED) if p.turn is not None][-1]
    assert last.standing is claim.weighed.standing and last.reason == claim.weighed.standing_reason


def test_who_raised_the_least_number_is_known() -> None:
    raised = [p.raised for p in turns(story(), CARRIED) if p.raised]
    assert raised == [(POST.id,)]


def test_a_claim_without_dates_has_one_point() -> None:
    undated = [replace(a, published=None) for a in ARTICLES]
    (point,) = turns(proposed(ROWS, undated, CARRIED), CARRIED)
    assert point.turn is not None and point.turn.published is None


@given(st.integers(1, 40))
def test_one_more_witness_a_day_is_one_more_origin_a_day(count: int) -> None:
    articles = [article(f"a{k}", f"Outlet {k}", f"2031-{1 + k // 28:02}-{1 + k % 28:02}") for k in range(count)]
    rows = [tells(f"a{k}", "It was so", person(_name(k), None, None), witnessed=True) for k in range(count)]
    found = [p.turn for p in turns(proposed(rows, articles), ()) if p.turn is not None]
    least = [t.support[0] for t in found]
    assert least == sorted(least) and len(found) <= count
    assert all(t.support[0] <= t.support[1] for t in found)


def test_not_more_dates_are_weighed_than_there_is_time_for() -> None:
    count = WORK // 10
    articles = [article(f"a{k}", f"Outlet {k}", f"2031-03-01T{k // 3600:02}:{k // 60 % 60:02}:{k % 60:02}Z")
                for k in range(count)]  # fmt: skip
    rows = [tells(f"a{k}", "It was so", person(_name(k % 7))) for k in range(count)]
    found = turns(proposed(rows, articles), ())
    assert 2 <= len(found) <= min(MOST, WORK // count)


def _name(k: int) -> str:
    letters = "bdfgklmnprstvz"
    return f"Ann {letters[k % 14].upper()}a{letters[k // 14 % 14]}o{letters[k % 14]}ek"
