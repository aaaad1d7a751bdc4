from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.mending import mended, widened
from sayso.reading.voices.names import Name
from sayso.types.raw import RawAttribution

Marked = Callable[[str], tuple[str, tuple[RawAttribution, ...]]]


def shown(text: str, raw: RawAttribution) -> tuple[list[str], list[str]]:
    return [s.of(text) for s in raw.source], [s.of(text) for s in raw.content]


def test_whoever_is_cited_becomes_the_source(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("{1s,2s:The Post}, {2q:citing} {2c:port workers}, {1q:writes} {1c,2c:that it burns}.")
    assert shown(text, mended(text, raw, lexicon)[1]) == (["port workers"], ["that it burns"])


def test_the_clause_behind_the_cited_stays_content(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("{1q:Quoting} {1c:two brokers, that it burns}")
    assert shown(text, mended(text, raw, lexicon)[0]) == (["two brokers"], ["that it burns"])


def test_a_content_that_holds_the_host_is_cut_to_the_hosts(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("{2c:{1s:The Post} {1q:claims} {1c:that it burns}}, {2q:citing} {2s:sources}.")
    assert shown(text, mended(text, raw, lexicon)[1]) == (["sources"], ["that it burns"])


def test_what_is_right_is_left_alone(lexicon: Lexicon, marked: Marked) -> None:
    for case in (
        "{1s:X} {1q:claims} {1c,2c:that it burns}, {2q:citing} {2s:Z}.",
        "{1s:X} {1q:said} {1c:that it burns}.",
        "{1s:X}, {1q:citing} {1c:smoke}.",
        "{1s:X} {1q:quoted} {1c:{2s:a man} {2q:as saying} {2c:no}}.",
    ):
        text, raw = marked(case)
        assert mended(text, raw, lexicon) == raw


@pytest.mark.parametrize(
    ("text", "persons", "organisations", "read"),
    [
        ("{1s:Its chair}, Ann Roe, {1q:said} {1c:no}", ["Ann Roe"], [], "Its chair, Ann Roe"),
        ("{1s:a spokesman for} the Red Star {1q:said} {1c:no}", [], ["Red Star"], "a spokesman for the Red Star"),
        ("{1s:The court}, Red Star {1q:said}, {1c:no}", [], ["Red Star"], "The court"),
        ("{1s:Ivo Adler}, Ann Roe {1q:said}, {1c:no}", ["Ann Roe"], [], "Ivo Adler"),
        ("{1s:The chair} {1q:told} Ann Roe {1c:no}", ["Ann Roe"], [], "The chair"),
        ("{1q:It was said} {1c:no}", [], [], ""),
    ],
)
def test_sources_that_end_too_soon(
    text: str,
    persons: list[str],
    organisations: list[str],
    read: str,
    lexicon: Lexicon,
    marked: Marked,
    named: Callable[..., tuple[Name, ...]],
) -> None:
    plain, raw = marked(text)
    found = widened(plain, raw[0].source, named(plain, persons=persons, organisations=organisations), lexicon)
    assert "".join(s.of(plain) for s in found) == read


def test_a_clause_that_cites(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("X, {1s:who} {1q:quotes} {1c:a doctor}, says {1c:that it burns}.")
    assert shown(text, mended(text, raw, lexicon)[0]) == (["a doctor"], ["that it burns"])


def test_words_that_cite_at_the_end_are_no_content(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("{1s:The Post} {1q:claims} {1c,2c:that it burns, {2q:citing} {2s:sources}}.")
    found = mended(text, raw, lexicon)
    assert [shown(text, a) for a in found] == [(["The Post"], ["that it burns"]), (["sources"], ["that it burns"])]


def test_an_auxiliary_gets_its_verb_back(lexicon: Lexicon, marked: Marked) -> None:
    text, raw = marked("{1s:Many} {1q:have} {1c:been hoping it would rain}.")
    (found,) = mended(text, raw, lexicon)
    assert ([s.of(text) for s in found.cue], [s.of(text) for s in found.content]) == (
        ["have been hoping"],
        ["it would rain"],
    )
    text, raw = marked("{1s:The question} {1q:was} {1c:whether it would rain}.")
    assert mended(text, raw, lexicon) == raw
