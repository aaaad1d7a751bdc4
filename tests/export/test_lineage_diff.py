from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.format import View
from sayso.export.lineage_diff import lines, record
from sayso.export.visible import UNSAFE, cells
from sayso.types.lineage import Alignment, Alteration, Change, ChangeKind, Comparison, Passage, QuotedAgain
from sayso.types.span import Span
from tests.readings import CHARACTERS, document

PLAIN = View(width=72, colour=False, explain=False)
OLD = "Two brigades did not cross the river on 2 March.\n\nNobody was hurt in the town."
NEW = "A first line of its own.\n\nTwo units crossed the wide river on 3 March."


def at(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


FOUND = Comparison(
    document(OLD),
    document(NEW),
    Alignment((Passage(Span(0, OLD.index("\n")), at(NEW.split("\n\n")[1], NEW)),), 0.6, 0.65, 0.7, 1.0),
    (
        Change(ChangeKind.SUBSTITUTED, at("brigades", OLD), at("units", NEW)),
        Change(ChangeKind.NEGATION, at("did not cross", OLD), at("crossed", NEW)),
        Change(ChangeKind.ADDED, None, at("wide", NEW)),
        Change(ChangeKind.NUMBER, at("2", OLD), at("3", NEW)),
    ),
    (QuotedAgain(at("the river", OLD), at("wide river", NEW), Alteration.EDITED),),
)


def text(found: Comparison, view: View = PLAIN) -> str:
    return "\n".join(lines(found, ("a.txt", "b.txt"), view))


def test_changes_stand_where_they_are() -> None:
    shown = text(FOUND)
    assert (
        "Two [-brigades-] {+units+} [-did not cross-] {+crossed+} the {+wide+} river on [-2-] {+3+} March."
        in " ".join(shown.split())
    )
    assert "{+A first line of its own.+}" in shown
    assert shown.index("Only in the first") < shown.index("[-Nobody was hurt in the town.-]")


def test_what_changes_the_sense_is_told_first() -> None:
    shown = text(FOUND)
    assert "- negation changed: “did not cross” became “crossed”" in shown
    assert "- number changed: “2” became “3”" in shown
    assert "- quotation altered, edited: “the river” became “wide river”" in shown
    assert "60% of the first and 65% of the second are shared, 70% of the words there are the same." in " ".join(
        shown.split()
    )


def test_what_was_left_out_stands_between_the_words_that_stayed() -> None:
    old, new = "The old wooden bridge fell.", "The bridge fell."
    change = Change(ChangeKind.OMITTED, at("old wooden", old), None)
    shared = Alignment((Passage(Span(0, len(old)), Span(0, len(new))),), 1.0, 1.0, 0.8, 1.0)
    shown = text(Comparison(document(old), document(new), shared, (change,), ()))
    assert "The [-old wooden-] bridge fell." in shown


def test_colour_takes_the_place_of_marks() -> None:
    shown = text(FOUND, replace(PLAIN, colour=True))
    assert "[-" not in re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert "\x1b[1;31mbrigades\x1b[0m \x1b[1;36munits\x1b[0m" in shown


def test_texts_that_share_nothing_are_shown_whole() -> None:
    apart = replace(FOUND, alignment=Alignment((), 0.0, 0.0, 0.0, 0.0), changes=(), quotes=())
    shown = text(apart)
    assert "The two share no passage." in shown and "{+A first line" in shown and "[-Two brigades" in shown


def test_spans_are_exact_for_a_program() -> None:
    found = record(FOUND)
    assert found["first_share"] == 0.6 and len(found["changes"]) == 4
    for change in found["changes"]:
        if change["first"]:
            assert OLD[slice(*change["first"])] == change["first_words"]
        if change["second"]:
            assert NEW[slice(*change["second"])] == change["second_words"]
    assert found["quotes"][0]["alteration"] == "edited" and found["quotes"][0]["child_words"] == "wide river"


@settings(max_examples=50)
@given(st.text(CHARACTERS, min_size=2, max_size=60), st.text(CHARACTERS, min_size=2, max_size=60), st.integers(0, 999))
def test_any_texts_keep_to_the_width_and_do_nothing(old: str, new: str, seed: int) -> None:
    rng = random.Random(seed)

    def some(size: int) -> Span:
        begin, end = sorted(rng.sample(range(size + 1), 2))
        return Span(begin, end)

    changes = tuple(
        Change(rng.choice([*ChangeKind]), rng.choice([None, some(len(old))]), some(len(new))) for _ in range(3)
    )
    shared = Alignment((Passage(some(len(old)), some(len(new))),), 0.5, 0.5, 0.5, 0.5)
    for line in lines(Comparison(document(old), document(new), shared, changes, ()), ("a", "b"), PLAIN):
        assert not UNSAFE.search(line)
        assert cells(line) <= PLAIN.width or " " not in line.strip()
