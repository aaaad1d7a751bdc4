from dataclasses import replace

import pytest

from sayso.export import View, claims
from sayso.export.claims_text import chain, claim_lines, unknown_lines
from tests.readings import plain
from tests.reports import STORY, bare, report


def lines(number: int, **view) -> list[str]:
    return list(claim_lines(claims.entries(report())[number - 1], STORY, View(**view)))


def test_status_and_labels_stand_in_a_column() -> None:
    found = lines(4)
    assert found[0] == "  4  DENIED           Shells had hit a hospital in Kiev overnight."
    assert found[1] == "     on whose word    The ministry (organisation) > this article"
    assert {line[:22].rstrip() == "" or line[21] == " " != line[22] for line in found} == {True}


def test_in_a_narrow_window_labels_stand_before_their_words() -> None:
    found = lines(6, width=50)
    assert found[:2] == ["  6  REPORTED: Colonel Pavel Rusk reportedly", "     resigned on June 31."]
    assert "     how sure: middle: “reportedly”" in found


@pytest.mark.parametrize(("number", "code"), [(1, "1;31"), (3, "33"), (4, "1;31"), (8, None), (10, None)])
def test_colour_marks_what_is_not_told_as_fact(number: int, code: str | None) -> None:
    first = lines(number, colour=True)[0]
    tag = lines(number)[0][5:22].strip()
    assert (f"\x1b[{code}m{tag}\x1b[0m" in first) if code else (f"  {tag}" in first)


def test_an_opinion_says_where_it_stands() -> None:
    assert lines(10)[-1] == "     in the text      line 7, chars 604-618 · confidence 0.62"


def test_a_claim_without_words_is_shown_to_have_none() -> None:
    (entry,) = claims.entries(replace(report(), grounding=replace(report().grounding, claims=(report().claims[0],))))
    empty = replace(entry, claim=replace(entry.claim, text=""))
    assert next(claim_lines(empty, STORY, View())) == "  1  DID NOT HAPPEN   (no words)"


def test_explain_adds_reasons() -> None:
    assert "                      no place: no words of place stand with it" in lines(6, explain=True)


def test_what_is_unknown_is_listed() -> None:
    found = list(unknown_lines(report(), claims.entries(report()), View()))
    assert found[0] == "What could not be dated or placed"
    assert found[1] == "  - when “June 31”: no month has a day 31 (chars 525-532, claim 6)"
    assert list(unknown_lines(bare(plain()), (), View())) == []


def test_a_chain_of_nobody_is_not_known() -> None:
    assert [piece.text for piece in chain(())] == ["not known"]
