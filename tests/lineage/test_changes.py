import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.lineage.changes import changes
from sayso.types.lineage import Alignment, Change, ChangeKind, Passage
from sayso.types.span import Span

FRAME = "The mayor of Sarn told reporters on Monday that {} after a long meeting with the head of the road office."
ATOMS = [
    "he",
    "saw",
    "not",
    "didn't",
    "Lenko",
    "Kyiv",
    "five",
    "1,200",
    "million",
    "-",
    "legal",
    "illegal",
    ".",
    "“",
    "\n\n",
]
TEXTS = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=15).map(" ".join).filter(str.strip)


def whole(first: str, second: str) -> Alignment:
    return Alignment((Passage(Span(0, len(first)), Span(0, len(second))),), 1.0, 1.0, 1.0, 1.0)


def of(first: str, second: str) -> list[tuple[ChangeKind, str, str]]:
    found = changes(first, second, align(first, second))
    return [(c.kind, c.first.of(first) if c.first else "", c.second.of(second) if c.second else "") for c in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("they will go", "they will not go", [(ChangeKind.NEGATION, "", "not")]),
        ("it was legal", "it was illegal", [(ChangeKind.NEGATION, "legal", "illegal")]),
        ("five men died", "six men died", [(ChangeKind.NUMBER, "five", "six")]),
        ("5,000 men died", "5000 men died", [(ChangeKind.SUBSTITUTED, "5,000", "5000")]),
        ("Lenko went away", "Rudin went away", [(ChangeKind.NAME, "Lenko", "Rudin")]),
        ("the bridge was shut", "the span was shut", [(ChangeKind.SUBSTITUTED, "bridge", "span")]),
        ("the old bridge was shut", "the bridge was shut", [(ChangeKind.OMITTED, "old", "")]),
        ("the bridge was shut", "the old bridge was shut", [(ChangeKind.ADDED, "", "old")]),
        ("they did not go", "they didn't go", [(ChangeKind.SUBSTITUTED, "did not", "didn't")]),
    ],
)
def test_the_kind_of_a_change(before: str, after: str, expected: list[tuple[ChangeKind, str, str]]) -> None:
    assert of(FRAME.format(before), FRAME.format(after)) == expected


def test_none_of_a_negation_a_number_and_a_name_in_one_stretch_hides_another() -> None:
    first, second = FRAME.format("never did five of Lenko come"), FRAME.format("often did six of Rudin come")
    assert {k for k, _, _ in of(first, second)} == {ChangeKind.NEGATION, ChangeKind.NUMBER, ChangeKind.NAME}
    first, second = FRAME.format("they saw no five Lenko guards"), FRAME.format("they saw some six Rudin guards")
    assert {k for k, _, _ in of(first, second)} == {ChangeKind.NEGATION, ChangeKind.NUMBER, ChangeKind.NAME}


def test_a_name_at_the_head_of_a_sentence() -> None:
    end = " told the road office on Monday that the bridge was closed to all traffic until further notice."
    assert of("Lenko" + end, "Rudin" + end) == [(ChangeKind.NAME, "Lenko", "Rudin")]
    first = "Police" + end + " The police had no comment on it."
    second = "Constabulary" + end + " The police had no comment on it."
    assert of(first, second) == [(ChangeKind.SUBSTITUTED, "Police", "Constabulary")]


def test_white_space_is_no_change_and_equal_texts_have_none() -> None:
    text = FRAME.format("he went")
    assert of(text, text.replace(" that ", "  that\n")) == []
    assert of(text, text) == []


def squeezed(text: str) -> str:
    return "".join(text.split())


def rebuilt(first: str, second: str, passage: Passage, found: tuple[Change, ...]) -> str:
    """The passage of ``first``, without white space, out of that of ``second`` and what changed."""
    out, at = "", passage.second.begin
    for change in found:
        if change.second:
            out += squeezed(second[at : change.second.begin])
            at = change.second.end
        else:  # left out: its place is known by what stands before it in ``first``
            assert change.first
            before = len(squeezed(first[passage.first.begin : change.first.begin]))
            while len(out) < before:
                out += second[at].strip()
                at += 1
        out += squeezed(change.first.of(first)) if change.first else ""
    return out + squeezed(second[at : passage.second.end])


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_first_text_is_rebuilt_from_the_second_and_the_changes(first: str, second: str) -> None:
    alignment = whole(first, second)
    assert rebuilt(first, second, alignment.passages[0], changes(first, second, alignment)) == squeezed(first)


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_number_that_differs_is_never_missed(first: str, second: str) -> None:
    first, second = first.replace("not", "he").replace("didn't", "he").replace("il", ""), second + " 77"
    kinds = {c.kind for c in changes(first, second, whole(first, second))}
    assert kinds & {ChangeKind.NUMBER, ChangeKind.NEGATION}


def test_hostile_texts_take_bounded_time() -> None:
    first = "The ministry said that three of the soldiers were seen near the river. " * 50_000
    second = first.replace("three", "five", 1000)
    begin = time.process_time()
    assert ChangeKind.NUMBER in {c.kind for c in changes(first, second, align(first, second))}
    changes("a" * 1_000_000, "b " * 300_000, whole("a" * 1_000_000, "b " * 300_000))
    assert time.process_time() - begin < 8
