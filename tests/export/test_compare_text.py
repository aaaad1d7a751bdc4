from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.compare_text import MOST, lines
from sayso.export.format import View
from sayso.export.visible import UNSAFE, cells
from sayso.types.contrast import Compared
from tests.contrasts import DENIES, FIRST, POST, WIRE, compared
from tests.readings import CHARACTERS
from tests.tellings import short

WIDE = View(width=100, colour=False, explain=False)


def told(found: Compared) -> str:
    return " ".join("\n".join(lines(found, WIDE, short)).split())


def test_it_can_be_read_aloud() -> None:
    shown = told(compared())
    for words in (
        "Alder Wire · 2 articles, 1 Mar 2031 to 2 Mar 2031",
        "The Harbour Post · date unknown · Title of d_post" if POST.title else "The Harbour Post · date unknown",
        "Both make 2 claims and differ in 2. 1 only Alder Wire has, 0 only The Harbour Post.",
        "1. A column crossed the Sella.",
        "Alder Wire (for it): “A column of 33 vehicles crossed the Sella” [0:41]",
        "Alder Wire (against it): “No column crossed” [0:17]",
        "- side: Alder Wire: for it and against it; The Harbour Post: for it",
        "- numbers: Alder Wire: A column of 33 vehicles; The Harbour Post: Two tanks",
        "- deed, plan or condition: Alder Wire: planned; The Harbour Post: done",
        "both rest in the end on Pavel Rusk and somebody without a public name",
        "Only Alder Wire (1) - A bridge was closed.",
    ):
        assert words in shown, words


def test_two_articles_of_one_outlet_are_called_by_their_ids() -> None:
    found = compared()
    same = replace(found, second=replace(found.second, outlet="alder wire"))
    assert told(same).startswith("d_wire · Alder Wire · ") or told(same).startswith("d_wire · 2 articles")
    unknown = replace(found, second=replace(found.second, outlet=None))
    assert "d_post" in told(unknown)


def test_words_that_stand_twice_are_told_once() -> None:
    found = compared()
    first = found.both[0]
    twice = replace(first, first=first.first * 3, first_words=first.first_words * 3)
    assert told(replace(found, both=(twice,))).count("“No column crossed”") == 1


def test_each_side_that_one_is_on_is_quoted() -> None:
    found = compared()
    first = found.both[0]
    many = [replace(FIRST, id=f"c_{k}", document=f"d_{k}") for k in range(9)]
    words = [replace(first.first_words[0], document=f"d_{k}") for k in range(9)]
    crowd = replace(first, first=(*many, DENIES), first_words=(*words, first.first_words[1]))
    shown = told(replace(found, both=(crowd,)))
    assert "(against it): “No column crossed”" in shown and "and 7 times more" in shown


def test_what_is_the_same_and_what_only_one_has_is_listed_up_to_a_number() -> None:
    found = compared()
    same = replace(found.both[0], differences=(), shared=())
    many = replace(found, both=(same,) * (MOST + 3), only_second=(found.only_first[0],) * (MOST + 1))
    shown = told(many)
    assert "and differ in none" in shown and f"Both say the same ({MOST + 3})" in shown
    assert "and 3 more claims; --output-format json gives all" in shown and "and 1 more claim;" in shown


def test_nothing_in_common_is_said() -> None:
    found = replace(compared(), both=())
    assert "No claim is made by both." in told(found)
    nobody = replace(found, first=replace(found.first, articles=()), only_first=(), only_second=())
    assert told(nobody).startswith("Alder Wire · 0 articles, date unknown")


@given(st.text(CHARACTERS, min_size=1, max_size=40), st.integers(40, 120))
def test_no_line_is_too_long_or_obeyed(words: str, width: int) -> None:
    found = compared()
    first = found.both[0]
    odd = replace(
        first,
        claim=replace(first.claim, text=words),
        first_words=tuple(replace(w, text=words) for w in first.first_words),
        shared=(words,),
    )
    party = replace(found.first, outlet=words, articles=(replace(WIRE, title=words),))
    shown = list(lines(replace(found, first=party, both=(odd,)), View(width=width, colour=False, explain=False), short))
    assert all(cells(line) <= width for line in shown)
    assert not any(UNSAFE.search(line) for line in shown)
