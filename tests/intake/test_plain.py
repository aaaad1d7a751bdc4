import codecs
import gzip
import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, text_document
from sayso.types.document import Basis, Document, Known, Rejection
from tests.readings import ENGLISH

ARTICLE = f"Battalions refuse to cross\r\n\r\nLINDRA, 8 March 2022 (Kestrel News) — {ENGLISH}\r\n"


def test_the_text_is_the_file_character_for_character(document: Callable[..., Document]) -> None:
    found = document(ARTICLE)
    assert found.text == ARTICLE
    assert found.id == "d_" + hashlib.sha256(ARTICLE.encode()).hexdigest()[:16]
    assert (found.format, found.language) == ("plain", "en")
    assert found.origin.endswith("article.txt")


def test_what_the_text_says_about_itself_is_known_from_the_text(document: Callable[..., Document]) -> None:
    found = document(ARTICLE)
    assert found.title == Known("Battalions refuse to cross", Basis.TEXT)
    assert found.publisher == Known("Kestrel News", Basis.TEXT)
    assert found.published == Known("2022-03-08", Basis.TEXT)
    assert found.url is None
    assert found.text[found.body_begin :].startswith("LINDRA")


def test_nothing_is_known_where_nothing_is_said(document: Callable[..., Document]) -> None:
    found = document(ENGLISH)
    assert (found.title, found.publisher, found.published, found.body_begin) == (None, None, None, 0)


@pytest.mark.parametrize(
    "name", ["article", "article.md", "article.TXT", "article.log", "notes.2022", "article.txt.gz"]
)
def test_any_file_that_is_text_is_read(name: str, document: Callable[..., Document]) -> None:
    content = ENGLISH.encode()
    assert document(gzip.compress(content) if name.endswith(".gz") else content, name).text == ENGLISH


@pytest.mark.parametrize(
    "content",
    [
        ENGLISH.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_no_part_of_the_text(content: bytes, document: Callable[..., Document]) -> None:
    assert document(content).text == ENGLISH


@pytest.mark.parametrize("words", ["😀 e\u0301 \u202eabc\u202c שלום ‎", "line\u2028line\x0cpage\ttab\r\rmac"])
def test_odd_characters_keep_their_places(words: str, document: Callable[..., Document]) -> None:
    assert document(f"{ENGLISH} {words}").text == f"{ENGLISH} {words}"


def test_one_token_of_half_a_million_characters_is_accepted(document: Callable[..., Document]) -> None:
    found = document("x" * 500_000)
    assert (len(found.text), found.language) == (500_000, "und")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", codecs.BOM_UTF8])
def test_an_empty_file_is_refused(content: bytes, refused: Callable[..., Rejection]) -> None:
    assert refused(content).reason == "empty"


def test_a_file_over_the_limit_is_refused_with_a_way_out(refused: Callable[..., Rejection]) -> None:
    found = refused("a b " * 600_000, max_bytes=2_000_000)
    assert found.reason == "too-big"
    assert "2.4 MB" in found.message and "2 MB" in found.message and "split" in found.message


def test_a_hundred_megabytes_are_refused_by_default(tmp_path_factory: pytest.TempPathFactory) -> None:
    from sayso.intake import documents

    path = tmp_path_factory.mktemp("big") / "big.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # takes no room: the file has a hole
    (outcome,) = documents([path])
    assert isinstance(outcome, Rejection) and outcome.reason == "too-big" and "100.0 MB" in outcome.message


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_text_at_hand_is_taken_whole_or_refused(text: str) -> None:
    found = text_document(text, IntakeSettings(check_language=False))
    if text.strip():
        assert isinstance(found, Document) and found.text == text
        assert 0 <= found.body_begin < len(text)
    else:
        assert isinstance(found, Rejection) and found.reason == "empty"
