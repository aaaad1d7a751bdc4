from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.swapped import facing


def told(first: str, second: str) -> list[tuple[str, str]]:
    a, b = first.split(), second.split()
    return [(" ".join(a[i:j]), " ".join(b[k:n])) for i, j, k, n in facing(a, b)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("General Staff", "Basic Workers", [("General", "Basic"), ("Staff", "Workers")]),
        ("discuss ongoing efforts", "hash out current endeavours",
         [("discuss", "hash out"), ("ongoing", "current"), ("efforts", "endeavours")]),
        ("minimize loss", "minimise transferred possession",
         [("minimize", "minimise"), ("loss", "transferred possession")]),
        ("An explosion tore", "A detonation ripped", [("An", "A"), ("explosion", "detonation"), ("tore", "ripped")]),
        ("PORT ALDER An explosion", "A detonation", [("PORT ALDER", ""), ("An", "A"), ("explosion", "detonation")]),
    ],
)  # fmt: skip
def test_swapped_words_are_told_apart(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert told(first, second) == expected


def test_words_against_none_face_nothing() -> None:
    assert facing([], ["new"]) == ((0, 0, 0, 1),)
    assert facing([], []) == ()


rows = st.lists(st.sampled_from("a the Staff staffs hashed out urban centre-right going Kyiv’s é".split()), max_size=12)


@given(rows, rows)
def test_pieces_hold_every_word_once_and_in_order(first: list[str], second: list[str]) -> None:
    i = k = 0
    for a, b, c, d in facing(first, second):
        assert (a, c) == (i, k) and (b > a or d > c)
        i, k = b, d
    assert (i, k) == (len(first), len(second))


@given(rows.filter(bool))
def test_a_row_against_itself_is_cut_word_by_word(row: list[str]) -> None:
    assert all(b - a == d - c == 1 for a, b, c, d in facing(row, row))


def test_very_long_rows_face_nothing_and_take_no_time() -> None:
    begin = time.perf_counter()
    assert facing(["old"] * 5_000, ["new"] * 4_000) == ((0, 5_000, 0, 0), (5_000, 5_000, 0, 4_000))
    assert time.perf_counter() - begin < 1
