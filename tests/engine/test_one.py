from pathlib import Path

import pytest

from sayso.engine.one import Told, read_one
from sayso.errors import InputError, UsageError
from sayso.types.claim import Grounding
from sayso.types.document import Basis, Known
from sayso.types.reading import Reading
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded

NOTHING = Told()


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


def caller(value: str) -> Known:
    return Known(value, Basis.CALLER)


def test_a_text_is_read_with_what_is_told_about_it(reader: FakeReader) -> None:
    told = Told(url="https://example.org/a", published="2022-03-08T10:00:00+01:00", title="T", publisher="P")
    found = read_one(None, ENGLISH, told, reader, grounded).document
    assert found.text == ENGLISH
    assert (found.url, found.title, found.publisher) == (caller("https://example.org/a"), caller("T"), caller("P"))
    assert found.published == caller("2022-03-08T10:00:00+01:00")


def test_what_is_told_counts_for_more_than_the_file(tmp_path: Path, reader: FakeReader) -> None:
    path = tmp_path / "article.html"
    page = f"<html><head><title>From the page</title></head><body><article><p>{ENGLISH}</p></article></body></html>"
    path.write_text(page, encoding="utf-8")
    assert read_one(path, None, Told(title="Told"), reader, grounded).document.title == caller("Told")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("a\ud800b", "half a character"),
        (
            "Die Soldaten der beiden Bataillone haben sich geweigert, den Fluss zu überqueren, sagte der Sprecher. "
            * 5,
            "German",
        ),
    ],
)
def test_a_text_that_is_set_aside_raises_with_its_reason(text: str, reason: str, reader: FakeReader) -> None:
    with pytest.raises(InputError, match=reason):
        read_one(None, text, NOTHING, reader, grounded)


def test_a_text_that_cannot_be_grounded_raises_with_its_reason(reader: FakeReader) -> None:
    def ground(reading: Reading) -> Grounding:
        raise ValueError("no such day")

    with pytest.raises(InputError, match="could not be grounded .*no such day"):
        read_one(None, ENGLISH, NOTHING, reader, ground)


def test_a_missing_file_is_named(tmp_path: Path, reader: FakeReader) -> None:
    with pytest.raises(InputError, match=r"missing\.txt"):
        read_one(tmp_path / "missing.txt", None, NOTHING, reader, grounded)


def test_a_folder_of_several_is_for_read_all(tmp_path: Path, reader: FakeReader) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(UsageError, match="read_all"):
        read_one(tmp_path, None, NOTHING, reader, grounded)


@pytest.mark.parametrize(("path", "text"), [(None, None), ("a.txt", "b")])
def test_exactly_one_article_is_wanted(path: str | None, text: str | None, reader: FakeReader) -> None:
    with pytest.raises(UsageError, match="either a path or text"):
        read_one(path, text, NOTHING, reader, grounded)


def test_a_date_that_is_none_is_refused(reader: FakeReader) -> None:
    with pytest.raises(UsageError, match="ISO 8601"):
        read_one(None, ENGLISH, Told(published="last week"), reader, grounded)
