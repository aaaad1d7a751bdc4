import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences

TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(["Gen. ", "U.S. ", "A. ", "“We", "go.”", "?” ", " he said", ". ", "…", "\n\n", "The "]))
    .map("".join),
)  # fmt: skip


def cut(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two left. | Nobody knew why.",
        "LINDRA, March 3, 2022 (Kestrel News) - Two battalions refused. | Nobody knew why.",
        "NEWPORT, Va. - In a hall he spoke.",
        # titles, initials, acronyms, abbreviations
        "Lt. Gen. V. A. Rusk of the U.S. Army met Dr. M. Hale and Sen. A. B. Smith (R-Ky.) in St. Ives.",
        "It landed at 5 p.m. | He was in Port Alder, N.R. | The talks failed.",
        "It happened at 2 a.m. Friday.",
        "On Jan. 5 he came. | On Tues. the 6th he left.",
        "Acme Inc. said it sold arms to Kestrel Co. | The firm denied it.",
        "See No. 5 on p. 4. | They said no. | We left.",
        "Guns, tanks, etc. were found, e.g. Two Sisters vs. Three Brothers.",
        "They will miss. | Rusk did not.",
        "It was World War I. | The end came late.",
        # numbers and addresses
        "It cost $3.5 million, 2.4 percent more. | 10 people died.",
        "He wrote on kestrel.example and left.",
        # other marks
        "Who did it? | Nobody knows! | We wait... | But why? | It goes on... and on.",
        "“Are they ready?” General Adler asked. | “Who knows?” he said.",
        '"It is over." | He left. | "We stay," he said. | "Go!" she said.',
        "“Why did they go?” | The ministry did not answer.",
        "Nobody knew. | (It was dark.) | [An editor] said “no.”",
        "1. The council met. | It ended.",
        # a lost space
        "That ended the war.The ministry agreed. | “We left.”“They stayed.”",
    ],
)
def test_sentences_of_news(text: str) -> None:
    expected = text.split(" | ")
    if "war.The" in text:
        expected = ["That ended the war.", "The ministry agreed.", "“We left.”", "“They stayed.”"]
    assert cut(text.replace(" | ", " ")) == expected


def test_sentences_do_not_cross_paragraphs_and_count_them() -> None:
    found = sentences("Headline without a stop\n\nOne. Two.\n\n“Three.”")
    assert [(s.span.begin, s.paragraph) for s in found] == [(0, 0), (25, 1), (30, 1), (36, 2)]


@given(TEXTS)
def test_sentences_tile_the_text_apart_from_white_space(text: str) -> None:
    found = sentences(text)
    assert [c for s in found for c in s.span.of(text) if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(a.span.end <= b.span.begin for a, b in zip(found, found[1:], strict=False))
    assert all(s.span.of(text) == s.span.of(text).strip() for s in found)
    blocks = paragraphs(text)
    assert all(blocks[s.paragraph].covers(s.span) for s in found)


@pytest.mark.parametrize("unit", ["x", ".", "U.S.", "Mr. ", "? Aa ", ".”", "a\n", "A. "])
def test_a_hostile_text_is_cut_in_one_pass(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert sum(s.span.end - s.span.begin for s in sentences(text)) >= len(text) // 2
