from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.words import match, within

TEXT = 'The Velmar brigades crossed the Séla at night; O\'Neill said "not us".'
SYNTAX = st.sampled_from(
    ['"', "“", "”", "*", "^", "(", ")", "{", "}", ":", "+", "-", ".", ",", "'", "\\", "\0", "\ud800"]
)
WORD = st.sampled_from(["AND", "OR", "NOT", "NEAR", "NEAR(", "text", "text:", "velmar", "vel", " ", "🤷", "٣", "ा"])
TYPED = st.one_of(st.text(), st.lists(st.one_of(SYNTAX, WORD, st.text(max_size=3)), max_size=20).map("".join))


def index() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE VIRTUAL TABLE i USING fts5 (text, voice, tokenize = 'unicode61 remove_diacritics 2')")
    made.execute("INSERT INTO i VALUES (?, 'Rusk')", (TEXT,))
    return made


INDEX = index()


def found(words: str) -> bool:
    query = match(words)
    if query is None:
        return False
    return bool(INDEX.execute("SELECT 1 FROM i WHERE i MATCH ?", (within("text", query),)).fetchall())


@settings(max_examples=200)
@given(TYPED)
def test_nothing_typed_is_an_error(words: str) -> None:
    found(words)
    query = match(words)
    if query is not None:
        INDEX.execute("SELECT snippet(i, -1, '', '', '', 8), rank FROM i WHERE i MATCH ? ORDER BY rank", (query,))


def test_a_search_of_very_many_words_is_no_error() -> None:
    assert found("velmar " * 5000)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("velmar brigades", True),
        ("brigades VELMAR", True),
        ("velmar tanks", False),
        ('"velmar brigades"', True),
        ("“velmar brigades”", True),
        ('"brigades velmar"', False),
        ('"velmar brig"*', True),
        ("brig*", True),
        ("brig", False),
        ("sela", True),  # marks on letters do not matter
        ("o'neill", True),
        ('velmar - "', True),  # what is no word is passed over
        ("velmar OR tanks", False),  # no operators: these are words
        ("velmar NEAR night", False),
        ("rusk", False),  # of another column
        ('"velmar', True),
        ("***", False),
        ("", False),
    ],
)
def test_words_phrases_and_beginnings_are_found(words: str, expected: bool) -> None:
    assert found(words) is expected


def test_without_a_word_there_is_no_query() -> None:
    assert [match(words) for words in ("", " ", '"', "-- * ''", "\0")] == [None] * 5
