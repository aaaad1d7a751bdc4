from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.changes import Change, changes


def test_sentences_gone_and_new_are_told_in_order() -> None:
    before = "Two shells fell. Nobody was hurt. The road is closed."
    after = "Two shells fell.\nThree people were hurt. The road is closed. It opens on Friday."
    assert changes(before, after) == (
        Change(False, "Nobody was hurt."),
        Change(True, "Three people were hurt."),
        Change(True, "It opens on Friday."),
    )


def test_white_space_is_no_change() -> None:
    assert changes("Two  shells\u00a0fell. Nobody was hurt.", "Two shells fell.\n\nNobody was hurt.") == ()


@given(st.text(), st.text())
def test_a_text_differs_from_another_and_not_from_itself(one: str, other: str) -> None:
    assert changes(one, one) == ()
    there, back = changes(one, other), changes(other, one)
    assert sum(c.added for c in there) - sum(not c.added for c in there) == sum(not c.added for c in back) - sum(
        c.added for c in back
    )
