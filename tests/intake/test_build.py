import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.build import Facts, document, metadata, web_address
from sayso.intake.formats import Refusal
from sayso.types.document import Basis, Known
from tests.readings import ENGLISH


def test_what_is_known_counts_for_more_than_what_the_text_says() -> None:
    text = f"A headline here\n\nLINDRA, 3 March 2022 (Kestrel News) - {ENGLISH}"
    told = Facts(title=Known("Told", Basis.CALLER), published=Known("2022-03-04", Basis.METADATA))
    found = document(text, "a.txt", "plain", told)
    assert (found.title, found.published) == (told.title, told.published)
    assert found.publisher == Known("Kestrel News", Basis.TEXT)


def test_the_same_text_has_the_same_id_wherever_it_comes_from() -> None:
    ids = {document(ENGLISH, origin, kind).id for origin, kind in [("a.txt", "plain"), ("b.jsonl:3", "jsonl")]}
    assert len(ids) == 1
    assert ids != {document(ENGLISH + "\n", "a.txt", "plain").id}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("\u2028 \n", "empty"),
        ("a\0b", "binary"),
        ("a\ud800b", "unpaired-surrogate"),
        ("a " * 250_001, "too-long"),
    ],
)
def test_a_text_that_cannot_be_a_document_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        document(text, "a.txt", "plain")
    assert caught.value.reason == reason


def test_half_a_character_in_the_title_is_refused() -> None:
    with pytest.raises(Refusal, match="title"):
        document(ENGLISH, "a.txt", "plain", Facts(title=metadata("T\udc00")))


@pytest.mark.parametrize("words", [None, "", " \n", 3, ["x"], {}])
def test_a_field_without_words_is_unknown(words: object) -> None:
    assert metadata(words) is None


def test_a_field_is_tidied() -> None:
    assert metadata(" The\n Harbour  Post ") == Known("The Harbour Post", Basis.METADATA)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("https://kestrel.example/a?b=1", True),
        ("HTTP://kestrel.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//kestrel.example", False),
        ("https://", False),
        ("/a", False),
    ],
)
def test_only_web_addresses_are_kept(words: str, kept: bool) -> None:
    assert (web_address(words) is not None) is kept


@given(st.text())
def test_any_text_is_a_document_or_refused(text: str) -> None:
    try:
        found = document(text, "a.txt", "plain")
    except Refusal:
        return
    assert found.text == text
