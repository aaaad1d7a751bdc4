from __future__ import annotations

import sqlite3

import pytest

from sayso.store.keys import index_words


def found(keys: list[str], asked: str) -> bool:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE i USING fts5 (keys, tokenize = 'unicode61 remove_diacritics 2')")
    index.execute("INSERT INTO i VALUES (?)", (index_words(keys),))
    return bool(index.execute("SELECT 1 FROM i WHERE i MATCH ?", (f'"{index_words([asked])}"',)).fetchall())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("lkSnk", True),
        ("AlksAndr lkSnk", True),
        ("lksnk", False),  # another sound
        ("lkSnk ru", False),  # runs over into the next key
        ("ru", True),
        ("lk", False),
    ],
)
def test_a_key_is_found_by_whole_words_within_one_key(asked: str, expected: bool) -> None:
    assert found(["AlksAndr lkSnk", "ru"], asked) is expected


def test_without_keys_nothing_is_indexed() -> None:
    assert index_words([]) == ""
