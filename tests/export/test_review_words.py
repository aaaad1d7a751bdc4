from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.review_words import line, told
from sayso.types.review import Action, Fate, ListedReview
from sayso.types.weighing import Side
from tests.tellings import short

ROW = ListedReview(
    number=3, at="2031-03-03T12:00:00Z", by="Ilse", action=Action.ACCEPT, target="p_00aabb", fate=Fate.HOLDS,
    claim="p_00aabb", text="Troops crossed.", side=None, words=None, origins=(), about=("c_00aabb",), into=(),
    leaves=(), undoes=None, undone_at=None, undone_by=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "accepted p_00aa as it was read"),
        ({"action": Action.NOTE, "words": "Ask\nthem."}, "note on p_00aa: “Ask them.”"),
        ({"action": Action.SIDE, "side": Side.AGAINST}, "p_00aa is against the claim"),
        ({"action": Action.APART, "leaves": tuple("abcd")}, "p_00aa is another claim than a, b, c and 1 more"),
        ({"action": Action.WITH, "into": ("c_1", "c_2")}, "p_00aa is one claim with c_1 and c_2"),
        ({"action": Action.ROOT, "origins": ("Pavel Rusk",)}, "p_00aa rests on Pavel Rusk"),
        ({"action": Action.ROOT, "words": "Pavel Rusk"}, "p_00aa rests on Pavel Rusk"),
        ({"action": Action.SAME, "origins": ("A", "B")}, "in p_00aa, A and B are one origin"),
        ({"action": Action.UNDO, "target": None, "undoes": 2}, "took back decision 2"),
    ],
)  # fmt: skip
def test_each_decision_is_one_sentence(fields: dict[str, object], sentence: str) -> None:
    assert told(replace(ROW, **fields), short) == sentence  # type: ignore[arg-type]
    assert line(replace(ROW, **fields), short) == f"by Ilse, 3 Mar 2031: {sentence}"  # type: ignore[arg-type]


def test_what_has_become_of_it_is_said() -> None:
    undone = replace(ROW, fate=Fate.UNDONE, undone_by="Ben", undone_at="2031-03-04T01:00:00Z")
    assert told(undone, short).endswith("; taken back by Ben, 4 Mar 2031")
    assert "was forgotten" in told(replace(ROW, fate=Fate.FORGOTTEN), short)
    assert "read anew" in told(replace(ROW, fate=Fate.REREAD), short)
    note = replace(ROW, action=Action.NOTE, fate=Fate.FORGOTTEN)
    assert "words taken away" in told(note, short)


def test_nothing_that_a_person_wrote_reaches_the_terminal_as_it_is() -> None:
    row = replace(ROW, by="I\x1b[31m", action=Action.NOTE, words="x\x1b[2Jy\u202e")
    assert "\x1b" not in line(row, short) and "\u202e" not in line(row, short)
