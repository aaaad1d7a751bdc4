from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.lineage.older import Place, kept, older, pieces, places, share, substitutions
from sayso.types.lineage import Alignment, Passage
from sayso.types.span import Span
from tests.copies import ORIGINAL, RESPUN

OLD = (
    "On Monday the Chief of the General Staff, Viktor Hulevich, said that two columns had crossed the river. "
    "The brigade's commander was killed in the city of Orlen on Friday, and the mayor of Lisk denied it."
)
NEW = (
    "On Monday the Chief of the Basic Workers, Viktor Hulevich, expressed that two segments had crossed the waterway. "
    "The unit's administrator was voted out in the urban center of Orlen on Friday, and the mayor of Lisk precluded it."
)


def whole(first: str, second: str) -> Alignment:
    return Alignment((Passage(Span(0, len(first)), Span(0, len(second))),), 1.0, 1.0, 1.0, 1.0)


def back(first: str, second: str) -> tuple[Place, ...]:
    return places(first, second, whole(first, second))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Basic Workers", "General Staff"),
        ("Workers", "Staff"),
        ("Chief of the Basic Workers", "Chief of the General Staff"),
        ("two segments had crossed the waterway", "two columns had crossed the river"),
        ("voted out", "killed"),
        ("voted", "killed"),
        ("urban center", "city"),
        ("unit", "brigade"),
        ("unit's administrator", "brigade's commander"),
        ("Viktor Hulevich", "Viktor Hulevich"),
        ("kov", None),
    ],
)
def test_words_lead_back_to_those_that_stood_there(words: str, expected: str | None) -> None:
    found = older(back(OLD, NEW), at(NEW, words)) if words in NEW else None
    assert (found.of(OLD) if found else None) == expected


def test_replaced_words_are_told_as_phrases_and_names_as_a_whole() -> None:
    found = [(s.here.of(NEW), s.there.of(OLD)) for s in substitutions(OLD, NEW, back(OLD, NEW))]
    assert ("Chief of the Basic Workers", "Chief of the General Staff") in found
    assert ("urban center", "city") in found
    assert ("unit's administrator", "brigade's commander") in found
    assert all(a != b for a, b in found)


def test_a_name_of_several_words_ends_before_small_ones() -> None:
    first = "The Chairman of the Joint Chiefs of Staff declined to comment, and the police said nothing."
    second = "The Chairman of the Collective Heads Of Workers decreased to statement, and the police said nothing."
    found = [(s.here.of(second), s.there.of(first)) for s in substitutions(first, second, back(first, second))]
    assert ("The Chairman of the Collective Heads Of Workers", "The Chairman of the Joint Chiefs of Staff") in found
    assert ("decreased", "declined") in found


def test_a_respun_article_leads_back_word_by_word() -> None:
    first, second = "\n\n".join(ORIGINAL), "\n\n".join(RESPUN)
    found = places(first, second, align(first, second))
    said = {s.here.of(second): s.there.of(first) for s in substitutions(first, second, found)}
    assert said["correspondents"] == "reporters"
    assert said["projectiles"] == "shells"
    assert said["combat proceeded"] == "fighting went on"


def test_words_put_in_lead_nowhere_and_lower_the_share() -> None:
    first, second = "The bridge was closed on Friday.", "The old stone bridge was closed on Friday."
    found = back(first, second)
    assert older(found, at(second, "old stone")) is None
    assert older(found, at(second, "old stone bridge")) == at(first, "bridge")
    assert share(found, at(second, "bridge was closed")) == 1
    assert share(found, at(second, "old")) == 0
    assert 0 < share(found, at(second, "stone bridge")) < 1
    assert kept(found, at(second, "bridge was closed")) == 1


def test_replaced_words_stood_there_and_were_not_kept() -> None:
    found = back(OLD, NEW)
    assert share(found, at(NEW, "Basic Workers")) == 1 and kept(found, at(NEW, "Basic Workers")) == 0


def test_a_sentence_put_in_the_place_of_another_has_no_older_wording() -> None:
    first = f"{OLD} Read more from our correspondents in the region on our website. Buses ran on Sunday."
    second = f"{OLD} Gliders from Norrin have never won a cup before this one. Buses ran on Sunday."
    found = back(first, second)
    assert older(found, at(second, "Gliders from Norrin have never won a cup")) is None
    assert substitutions(first, second, found) == ()


def test_words_that_were_only_moved_are_no_replacements() -> None:
    first = "Marta Dovic, the head of the harbour office, told reporters at the gate that boats had left at noon."
    second = "Boats had left at noon, according to Marta Dovic, the head of the harbour office who met reporters there."
    found = back(first, second)
    assert [s.here.of(second) for s in substitutions(first, second, found)] == ["who met"]
    assert older(found, at(second, "Marta Dovic")) == at(first, "Marta Dovic")


def test_what_the_copy_left_out_does_not_come_back_with_its_neighbours() -> None:
    gone = " and that the buses over the long bridge of Tessen would go on running all night"
    first, second = (
        f"She said that boats stayed in port{gone}, for now.",
        "She said that boats stayed in port, for now.",
    )
    found = pieces(back(first, second), at(second, "boats stayed in port, for now"))
    assert [s.of(first) for s in found] == ["boats stayed in port", ", for now"]


def test_a_hyphen_keeps_a_word_together() -> None:
    first, second = "Doctors called them life-threatening burns.", "Doctors called them deadly burns."
    found = older(back(first, second), at(second, "deadly"))
    assert found is not None and found.of(first) == "life-threatening"


words = st.lists(
    st.sampled_from("The the Chief of General Basic Staff said killed voted out , . - 's é Orlen".split()), max_size=14
)
texts = words.map(" ".join).filter(str.strip)


@given(texts, texts, st.data())
def test_places_lie_in_their_texts_do_not_overlap_and_tell_the_truth(
    first: str, second: str, data: st.DataObject
) -> None:
    found = back(first, second)
    assert all(a.here.end <= b.here.begin for a, b in zip(found, found[1:], strict=False))
    assert all(p.here.end <= len(second) and (p.there is None or p.there.end <= len(first)) for p in found)
    assert all(p.there is not None and p.here.of(second) == p.there.of(first) for p in found if p.same)
    begin = data.draw(st.integers(0, len(second) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(second))))
    where = older(found, span)
    assert where is None or where.end <= len(first)
    rows = pieces(found, span)
    assert all(where is not None and where.covers(row) for row in rows) and bool(rows) == (where is not None)
    assert 0 <= share(found, span) <= 1
    subs = substitutions(first, second, found)
    assert all(a.here.end <= b.here.begin for a, b in zip(subs, subs[1:], strict=False))
    assert all(s.here.end <= len(second) and s.there.end <= len(first) for s in subs)


@given(texts)
def test_a_text_leads_back_to_itself(text: str) -> None:
    found = back(text, text)
    assert substitutions(text, text, found) == ()
    assert all(older(found, Span(k, k + 1)) in (Span(k, k + 1), None) for k in range(len(text)))


def test_texts_made_to_take_long_take_no_long_time() -> None:
    begin = time.perf_counter()
    first, second = "Bank shut again now. " * 3_000, "Again shut bank now then. " * 3_000
    found = places(first, second, whole(first, second))
    substitutions(first, second, found)
    assert time.perf_counter() - begin < 20
