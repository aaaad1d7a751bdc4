from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.voices.words import is_plural, singular, words, words_of
from sayso.types.span import Span


def keys(text: str) -> list[str]:
    return [w.key for w in words(text, 0, len(text))]


def test_words_keep_what_is_inside_them_and_drop_possessives() -> None:
    assert keys("The U.N. co-founder in Sana’a’s port") == ["the", "u.n", "co-founder", "in", "sana'a", "port"]
    assert keys("Norway’s drivers' union") == ["norway", "drivers", "union"]
    assert [w.possessive for w in words("Norway’s drivers' union", 0, 23)] == [True, True, False]


def test_a_comma_parts_words_but_not_a_number() -> None:
    text = "Lund, 40,000 men (two) - here—there"
    assert [(w.key, w.comma) for w in words(text, 0, len(text))] == [
        ("lund", False),
        ("40", True),
        ("000", False),
        ("men", False),
        ("two", True),
        ("here", True),
        ("there", True),
    ]


def test_each_span_begins_a_part() -> None:
    text = "Paris and Ankara"
    found = words_of(text, (Span(0, 5), Span(10, 16)))
    assert [(w.key, w.comma) for w in found] == [("paris", False), ("ankara", True)]


def test_singulars() -> None:
    pairs = {"sources": "source", "agencies": "agency", "policemen": "policeman", "women": "woman", "people": "person"}
    assert {k: singular(k) for k in pairs} == pairs
    assert [w for w in ("police", "analysis", "boss", "officials", "media") if is_plural(w)] == [
        "police",
        "officials",
        "media",
    ]


@given(st.text(max_size=60))
def test_words_lie_in_order_and_hold_letters(text: str) -> None:
    found = words(text, 0, len(text))
    assert all(text[w.begin : w.end].strip() and w.begin < w.end for w in found)
    assert all(a.end <= b.begin for a, b in zip(found, found[1:], strict=False))
