import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.types.lineage import Alignment

LEAD = "The mayor of Ostrava Nova said on Monday that the bridge over the river Vela was closed to all traffic."
SHELLS = "Two shells hit the northern pillar at about 6 a.m., and one of the guards was taken to hospital."
REPAIR = "Repairs will take at least three weeks, according to the head of the road office, Petra Lind."
FERRY = "Until then a ferry will carry people and goods from the old harbour every hour."
OTHER = "Parliament in Sarn voted for the budget late on Friday after nine hours of debate about farm subsidies."
TEXT = f"{LEAD} {SHELLS}\n\n{REPAIR} {FERRY}"
SPUN = (
    "The city manager of Ostrava Nova said on Monday that the span over the river Vela was shut to all dealings. "
    "Two cases hit the northern column at about 6 a.m., and one of the precautions was taken to infirmary."
)
SENTENCES = st.lists(st.sampled_from([LEAD, SHELLS, REPAIR, FERRY, OTHER, "Yes.", "“No.”", "(XY)", "", "\n\n"]))


def shared(first: str, second: str) -> list[tuple[str, str]]:
    return [(p.first.of(first), p.second.of(second)) for p in align(first, second).passages]


def test_a_verbatim_copy_is_one_passage() -> None:
    assert shared(TEXT, TEXT) == [(TEXT, TEXT)]
    found = align(TEXT, TEXT)
    assert (found.first_share, found.second_share, found.wording, found.order) == (1, 1, 1, 1)


def test_a_cut_copy_with_a_credit_line_behind_it() -> None:
    copy = f"{LEAD} {SHELLS}\n\n(Northern Wire)"
    assert shared(TEXT, copy) == [(f"{LEAD} {SHELLS}", f"{LEAD} {SHELLS}")]
    found = align(TEXT, copy)
    assert found.first_share < 0.7 < 0.9 < found.second_share < 1


def test_spun_text_is_seen_through() -> None:
    assert shared(TEXT, SPUN) == [(f"{LEAD} {SHELLS}", SPUN)]
    assert 0.5 < align(TEXT, SPUN).wording < 0.9


def test_reordered_sentences_come_in_the_order_of_the_second() -> None:
    copy = f"{FERRY} {LEAD} {REPAIR}"
    assert shared(TEXT, copy) == [(FERRY, FERRY), (LEAD, LEAD), (REPAIR, REPAIR)]
    assert align(TEXT, copy).order < 1


def test_a_passage_within_another_text() -> None:
    host = f"{OTHER}\n\n{REPAIR} {FERRY}\n\nThe session ended at midnight without a vote on the other bills."
    assert shared(TEXT, host) == [(f"{REPAIR} {FERRY}", f"{REPAIR} {FERRY}")]


@pytest.mark.parametrize("other", ["", "Yes.", OTHER, "...", "The mayor said that the road was open."])
def test_unrelated_and_empty_texts_share_nothing(other: str) -> None:
    assert align(TEXT, other) == align(other, TEXT) == Alignment((), 0.0, 0.0, 0.0, 0.0)


@given(SENTENCES, SENTENCES)
@settings(max_examples=60, deadline=None)
def test_passages_are_disjoint_in_order_and_the_same_in_both_directions(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    there, back = align(first, second), align(second, first)
    spans = [p.second for p in there.passages]
    assert spans == sorted(spans)
    for side in (spans, sorted(p.first for p in there.passages)):
        assert all(a.end <= b.begin for a, b in zip(side, side[1:], strict=False))
    assert all(p.first.end <= len(first) and p.second.end <= len(second) for p in there.passages)
    assert sorted((p.second, p.first) for p in back.passages) == sorted((p.first, p.second) for p in there.passages)
    assert (there.first_share, there.second_share) == (back.second_share, back.first_share)
    assert all(0 <= share <= 1 for share in (there.first_share, there.second_share, there.wording, there.order))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} " * 100_000,
        "a" * 1_000_000,
        "тест." * 200_000,
        "?!.," * 200_000,
        "x\n" * 300_000,
        "alpha beta " * 100_000,
    ],
    ids=["one sentence", "one word", "no spaces", "punctuation", "lines", "no full stop"],
)
def test_hostile_texts_take_bounded_time(text: str) -> None:
    begin = time.process_time()
    align(text, text + " end")
    align(text, TEXT)
    assert time.process_time() - begin < 4  # two alignments, of 2 s at most each
