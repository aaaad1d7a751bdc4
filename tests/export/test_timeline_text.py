from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.format import View
from sayso.export.timeline_text import lines
from sayso.export.visible import UNSAFE, cells
from sayso.types.timeline import History, MomentKind
from tests.histories import history
from tests.readings import CHARACTERS
from tests.tellings import short

WIDE = View(width=100, colour=False, explain=False)


def told(found: History, view: View = WIDE) -> str:
    return "\n".join(lines(found, view, short))


def test_it_can_be_read_aloud_from_the_first_word_to_the_last() -> None:
    shown = told(history())
    days = [shown.index(day) for day in ("1 Mar 2031", "\n2 Mar 2031", "\n3 Mar 2031", "\n4 Mar 2031", "Date unknown")]
    assert days == sorted(days)
    for words in (
        "08:00 UTC  first seen: Alder Wire, on the word of Pavel Rusk",
        "“Two vehicles may have crossed the Sella” [0:39]",
        "+ 2 copies until 3 Mar 2031: The Harbour Post and Norrin Gazette",
        "number changed: “Two vehicles” became “A column of 33 vehicles” (before: Alder Wire [0:12])",
        "FIRST DENIAL: Velmar Today, on the word of the council of Velmar",
        "TAKEN BACK: Sella Bulletin, on the word of Pavel Rusk",
        "→ now corroborated: 2 origins for it",
        "told: for it, Old Mill Blog, on the word of residents",
    ):
        assert words in " ".join(shown.split()) or words in shown, words


def test_several_claims_are_numbered() -> None:
    one = history()
    other = replace(one.claims[0], id="p_other", text="A bridge burned.")
    both = History((*one.claims, other), one.moments, one.turns)
    shown = told(both)
    assert "  1. A column crossed the Sella." in shown and "  2. A bridge burned." in shown
    assert "(1) first seen:" in shown and "→ (1) now" in shown


def test_what_a_stretch_of_time_leaves_out_is_counted() -> None:
    assert "3 articles before that time not shown" in told(replace(history(), earlier=3))
    assert "1 article after that time not shown" in told(replace(history(), later=1))
    alone = replace(history(), moments=tuple(m for m in history().moments if m.kind is MomentKind.NUMBER))
    assert "changed: Coast Radio" in told(alone)


def test_a_history_of_nothing_is_no_line() -> None:
    assert told(History((), (), ())) == ""


@given(st.text(CHARACTERS, max_size=40), st.integers(40, 120))
def test_no_line_is_too_long_or_obeyed(words: str, width: int) -> None:
    found = history()
    odd = tuple(replace(m, outlet=words, source=words, after=replace(m.after, text=words)) for m in found.moments)
    shown = list(lines(replace(found, moments=odd), View(width=width, colour=False, explain=False), short))
    assert all(cells(line) <= width for line in shown)
    assert not any(UNSAFE.search(line) for line in shown)
