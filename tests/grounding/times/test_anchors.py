from datetime import date

import pytest

from sayso.grounding.times.anchors import begin_of, periods, table


def test_the_table_is_sound() -> None:
    found = table()
    assert len(found.entries) >= 60
    names = [e.name for e in found.entries]
    assert len(names) == len(set(names))
    assert [e.begin for e in found.entries] == sorted(e.begin for e in found.entries)
    known = {kind.name for kind in found.kinds.values()}
    assert {kind for e in found.entries for kind in e.kinds} <= known
    assert all(date(1990, 1, 1) <= e.begin <= date(2025, 12, 31) for e in found.entries)


def test_every_event_can_be_reached_by_its_words() -> None:
    found = table()
    named = set(found.phrases.values())
    assert [e.name for e in found.entries if e not in named and not (e.kinds and e.context)] == []


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("fall of kabul", (2021, 8, 15)),
        ("9/11", (2001, 9, 11)),
        ("kakhovka dam", (2023, 6, 6)),
        ("mh17", (2014, 7, 17)),
    ],
)
def test_phrases_name_their_event(phrase: str, day: tuple[int, int, int]) -> None:
    assert begin_of(table().phrases[phrase]).date() == date(*day)


def test_lasting_kinds_are_marked() -> None:
    kinds = table().kinds
    assert kinds["siege"].lasting and not kinds["explosion"].lasting
    assert kinds["blew up"].name == "explosion"


def test_periods_have_ends() -> None:
    assert periods()["world war ii"] == ("1939-09-01", "1945-09-02")


def test_every_listed_word_is_found_whole() -> None:
    found = table()
    for words, pattern in (
        (found.kinds, found.event_words),
        (found.phrases, found.phrase_words),
        (found.by_context, found.context_words),
    ):
        for word in words:
            match = pattern.search(f"Before the {word}, all was well.")
            assert match is not None and match[0] == word, word
