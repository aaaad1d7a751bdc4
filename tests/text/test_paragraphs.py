import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs

TEXTS = st.one_of(st.text(), st.text(alphabet=st.sampled_from("aB.•- \n\r\t\u2028\u00a0“"), max_size=120))


def cut(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n \r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("Headline\nThe ministry denied it.", ["Headline", "The ministry denied it."]),
        ("He said that the\nwar was over.\nNobody agreed.", ["He said that the\nwar was over.", "Nobody agreed."]),
        ("They brought:\nfood\n- water", ["They brought:", "food", "- water"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_text_wrapped_at_a_column_is_put_together_again() -> None:
    lines = [
        "The ministry said that two battalions",
        "had refused to cross the river near",
        "Lindra and that Colonel",
        "Rusk left.",
    ]
    first = "\n".join(lines)
    text = f"{first}\nNobody else knew.\n\n• an item that is\nas long as a line\n• another of them"
    # a line that ends early ends its paragraph
    assert cut(text) == [first, "Nobody else knew.", "• an item that is\nas long as a line", "• another of them"]


@given(TEXTS)
def test_paragraphs_hold_every_visible_character_once_and_in_order(text: str) -> None:
    found = paragraphs(text)
    assert [c for span in found for c in span.of(text) if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(a.end <= b.begin for a, b in zip(found, found[1:], strict=False))
    assert all(span.of(text) == span.of(text).strip() for span in found)


def test_a_hundred_thousand_lines_are_cut_in_one_pass() -> None:
    assert len(paragraphs("A.\n" * 100_000)) == 100_000
