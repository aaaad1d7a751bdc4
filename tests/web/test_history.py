from __future__ import annotations

from sayso.types.timeline import MomentKind
from sayso.web.history import Row, history_days, landmarks
from tests.histories import history


def rows() -> list[Row]:
    return [row for day in history_days(history())[0] for row in day.rows]


def test_who_said_what_stands_in_the_order_of_days_the_undated_last() -> None:
    days, left = history_days(history())
    assert left == 0
    assert [day.day for day in days] == ["2031-03-01", "2031-03-02", "2031-03-03", "2031-03-04", None]
    first = days[0].rows[0]
    assert (first.outlet, first.label, first.clock) == ("Alder Wire", "first seen", "08:00 UTC")
    assert not first.words.startswith("Alder Wire") and first.words_at is not None


def test_copies_are_folded_and_changes_told() -> None:
    changes = [change for row in rows() for change in row.changes]
    assert any(copied and "copies" in told for told, copied in changes)
    assert any(not copied and "became" in told for told, copied in changes)


def test_how_it_stood_is_told_where_it_turned() -> None:
    turns = [row for row in rows() if row.standing]
    assert turns and {row.label for row in turns} <= {"now", "still"}
    assert all("origin" in row.words and row.said for row in turns)


def test_denials_are_loud() -> None:
    assert {row.side for row in rows() if row.loud} == {"against"}


def test_more_tellings_than_a_page_holds_are_counted() -> None:
    every = sum(not row.standing for row in rows())
    days, left = history_days(history(), 2)
    assert left == every - 2
    assert sum(not row.standing for day in days for row in day.rows) == 2


def test_landmarks_begin_with_the_first_telling_and_have_the_first_denial() -> None:
    found = list(landmarks(history()))
    assert found[0][0] == "First seen" and found[0][1].kind is MomentKind.FIRST
    assert "First denial" in [name for name, _ in found]
