import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.words import MOST_CHARACTERS, MOST_WORDS, WORD, code, units

TEXTS = st.lists(st.sampled_from(["Kyiv", "don’t", "1,200", "3.5", "said", ".", "!", "“", " ", "\n\n", "İ", "𝔸"])).map(
    "".join
)


def test_a_unit_is_a_sentence_with_one_code_a_word() -> None:
    text = "The mayor didn’t come. He sent 1,200 men."
    assert [(u.span.of(text), len(u.codes)) for u in units(text)] == [
        ("The mayor didn’t come.", 4),
        ("He sent 1,200 men.", 4),
    ]


def test_case_and_the_shape_of_apostrophes_do_not_count() -> None:
    assert code("Don’t") == code("don't")
    assert code("does") != code("do")


def test_a_very_long_sentence_is_cut_at_the_same_words_wherever_it_begins() -> None:
    words = [f"word{k * k % 997}x" for k in range(900)]
    one, other = units(" ".join(words)), units("and before it some more " + " ".join(words))
    assert all(len(u.codes) <= MOST_WORDS for u in one)
    assert len({u.codes for u in one} & {u.codes for u in other}) > len(one) / 2


def test_nothing_is_read_behind_the_limit() -> None:
    text = "He went. " * (MOST_CHARACTERS // 9 + 100)
    assert units(text)[-1].span.end <= MOST_CHARACTERS


@pytest.mark.parametrize("text", ["", " \n", "...!", "“”"])
def test_texts_without_words_have_no_units(text: str) -> None:
    assert units(text) == ()


@given(TEXTS)
def test_units_hold_every_word_once_and_in_order(text: str) -> None:
    found = units(text)
    assert "".join(u.codes for u in found) == "".join(code(m[0]) for m in WORD.finditer(text))
    assert all(a.span.end <= b.span.begin for a, b in zip(found, found[1:], strict=False))
    assert all(len(WORD.findall(u.span.of(text))) == len(u.codes) for u in found)
