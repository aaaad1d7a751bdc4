import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.lineage.quoted import alteration, quoted_again
from sayso.text.quotes import quotations
from sayso.types.lineage import Alteration

SAID = "We are going to open the old bridge for all traffic before the winter begins, whatever the weather may be"
TEXT = (
    "The mayor of Ostrava Nova spoke to reporters on Monday after a long meeting with the road office. "
    f'"{SAID}," she told them in front of the city hall. '
    "Two shells had hit the northern pillar at about 6 a.m., and one of the guards was taken to hospital."
)
TEXTS = st.lists(st.sampled_from([f'"{SAID}," she said.', TEXT, "“No,” he said.", '"We are open."', "She left.", '"']))


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (SAID, None),
        (SAID.upper() + "!", None),
        (SAID.replace("We are", "We are not"), Alteration.NEGATION),
        (SAID.replace("We are", "We aren't"), Alteration.NEGATION),
        ("We are going to open the old bridge for all traffic before the winter begins", Alteration.TRUNCATED),
        (
            "We are going to open the old bridge before the winter begins, whatever the weather may be",
            Alteration.SPLICED,
        ),
        ("We are going to open the old bridge ... before the winter begins, whatever the weather may be", None),
        (SAID.replace("open", "afford").replace("bridge", "span"), Alteration.RESPUN),
        (SAID.replace("We are", "We really are"), Alteration.EDITED),
        (SAID.replace("We are", "We're"), Alteration.RESPUN),
    ],
)
def test_what_was_done_to_a_quotation(child: str, expected: Alteration | None) -> None:
    assert alteration(SAID, child) is expected


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("We lost five men there", "We lost six men there", Alteration.NUMBER),
        ("We lost 5,000 men there", "We lost 5000 men there", Alteration.EDITED),
        ("We do not want it", "We don't want it", Alteration.EDITED),
        ("We do not want it", "We do want it", Alteration.NEGATION),
        ("More than 10 per cent of us", "Over 10% of us", Alteration.EDITED),
    ],
)
def test_small_alterations(parent: str, child: str, expected: Alteration) -> None:
    assert alteration(parent, child) is expected


def test_a_quotation_in_a_copy_with_its_place_in_the_parent() -> None:
    copy = TEXT.replace("the old bridge", "the new bridge").replace("She left", "")
    (found,) = quoted_again(TEXT, copy, align(TEXT, copy))
    assert found.parent.of(TEXT) == f'"{SAID},"'
    assert found.child.of(copy) == f'"{SAID},"'.replace("old", "new")
    assert found.alteration is Alteration.RESPUN


def test_each_of_two_quotations_in_one_sentence_finds_its_own() -> None:
    text = '"The bridge is open," the mayor of Ostrava Nova said on Monday, and "the ferry stops running on Tuesday."'
    found = quoted_again(text, text, align(text, text))
    assert [(q.parent, q.alteration) for q in found] == [(q.child, None) for q in found]
    assert len(found) == 2


def test_a_quotation_taken_alone_is_known_again_by_its_wording() -> None:
    other = f"Asked about the war, an aide read out one line. “{SAID.replace('old', 'wide')}.” He would not say more."
    (found,) = quoted_again(TEXT, other, align(TEXT, other))
    assert found.parent.of(TEXT) == f'"{SAID},"'
    assert found.alteration is Alteration.RESPUN


def test_words_that_nobody_said_before_are_no_quotation_again() -> None:
    other = TEXT.replace(f'"{SAID},"', '"Nothing new has come to my ears since yesterday morning,"')
    assert quoted_again(TEXT, other, align(TEXT, other)) == ()


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_children_are_quotations_of_the_second_in_order_each_once(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    found = quoted_again(first, second, align(first, second))
    children = [q.child for q in found]
    assert children == sorted(set(children))
    assert set(children) <= {q.span for q in quotations(second) if not q.depth}
    assert all(q.parent.end <= len(first) for q in found)


@pytest.mark.parametrize("text", ['"Not so," he said. ' * 20_000, "“" * 100_000, f'"{SAID}." ' * 2_000])
def test_hostile_texts_take_bounded_time(text: str) -> None:
    begin = time.process_time()
    quoted_again(text, text + " end", align(text, text + " end"))
    quoted_again(text, TEXT, align(text, TEXT))
    assert time.process_time() - begin < 6
