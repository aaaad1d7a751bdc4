from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.lineage import Passage
from sayso.types.span import Span
from sayso.weighing.facing import WORD, facing, paired

OLD = "The Chief of the General Staff said on Monday that two columns had crossed the river near Orlen."
NEW = "The Chief of the Basic Workers expressed on Monday that 2 segments had crossed the waterway close to Orlen."
rows = st.lists(st.sampled_from("a b c d e the of".split()), max_size=40)


def whole(first: str, second: str) -> Passage:
    return Passage(Span(0, len(first)), Span(0, len(second)))


def faced(first: str, second: str) -> dict[str, str | None]:
    found = facing(first, second, whole(first, second))
    return {s.of(second): f.of(first) if f else None for s, f in zip(found.second, found.faced, strict=True)}


def test_swapped_words_face_what_they_replaced() -> None:
    found = faced(OLD, NEW)
    assert found["Basic"] == "General"
    assert found["Workers"] == "Staff"
    assert found["waterway"] == "river"
    assert found["Orlen"] == "Orlen"
    assert found["to"] == "near"


def test_words_put_in_face_nothing() -> None:
    found = faced("The bridge was closed.", "The old stone bridge was closed.")
    assert found["old"] is None
    assert found["stone"] is None
    assert found["bridge"] == "bridge"


def test_a_sentence_put_in_place_of_another_is_the_copys_own() -> None:
    old = "Boats stayed in port. Nobody could tell why the harbour master had left for the hills so early. Buses ran."
    new = "Boats stayed in port. A red kite flew above seven fields while children sang old songs there. Buses ran."
    found = facing(old, new, whole(old, new))
    own = {s.of(new) for s, f in zip(found.second, found.faced, strict=True) if f is None}
    assert {"kite", "flew", "children", "songs"} <= own


def test_one_word_does_not_become_any_number_of_words() -> None:
    new = "They left because of all of the many rather long and bad days."
    found = facing("They left now.", new, whole("They left now.", new))
    assert [f is None for f in found.faced].count(False) <= 2 + 4


@given(rows, rows)
def test_pairs_are_equal_words_and_rise(first: list[str], second: list[str]) -> None:
    found = paired(first, second)
    assert all(first[i] == second[j] for i, j in found)
    assert all(a < c and b < d for (a, b), (c, d) in zip(found, found[1:], strict=False))


@given(rows)
def test_a_row_is_paired_with_itself(row: list[str]) -> None:
    assert paired(row, row) == [(k, k) for k in range(len(row))]


@given(st.text("ab cd.’é\n", max_size=80), st.text("ab cd.’é\n", max_size=80), st.data())
def test_spans_lie_in_their_passages_and_never_turn_back(first: str, second: str, data: st.DataObject) -> None:
    if not first or not second:
        return
    begin = data.draw(st.integers(0, len(second) - 1))
    passage = Passage(Span(0, len(first)), Span(begin, len(second)))
    found = facing(first, second, passage)
    assert all(passage.second.covers(s) and WORD.fullmatch(s.of(second)) for s in found.second)
    places = [f for f in found.faced if f]
    assert all(passage.first.covers(f) for f in places)
    assert all(a.begin <= b.begin and a.end <= b.end for a, b in zip(places, places[1:], strict=False))


@pytest.mark.parametrize("words", [20_000])
def test_a_long_passage_takes_no_long_time(words: int) -> None:
    first = " ".join(f"w{k * 7919 % 5003}" for k in range(words))
    second = " ".join(f"w{k * 7919 % 5003}" if k % 3 else "x" for k in range(words))
    found = facing(first, second, whole(first, second))
    assert sum(f is not None for f in found.faced) > words * 0.6
