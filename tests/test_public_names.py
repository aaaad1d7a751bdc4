from pathlib import Path

import pytest

import sayso
from tests.readings import ENGLISH, FakeReader


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    assert {"read", "read_all", "schema", "Reading", "Rejection", "InputError"} <= set(sayso.__all__)
    assert sayso.__version__[0].isdigit()


def test_a_file_is_read(tmp_path: Path, reader: FakeReader) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    for given in (path, str(path)):
        reading = sayso.read(given, reader=reader)
        assert reading.document.text == ENGLISH
        assert reading.document.origin == str(path)


def test_a_text_is_read(reader: FakeReader) -> None:
    reading = sayso.read(text=ENGLISH, published="2022-03-08", reader=reader)
    assert reading.document.text == ENGLISH
    assert reading.document.published == sayso.Known("2022-03-08", sayso.Basis.CALLER)


def test_an_article_that_is_set_aside_raises(reader: FakeReader) -> None:
    with pytest.raises(sayso.InputError):
        sayso.read(text="", reader=reader)


def test_read_all_gives_readings_and_rejections_in_order(tmp_path: Path, reader: FakeReader) -> None:
    good = tmp_path / "good.txt"
    good.write_text(ENGLISH, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    outcomes = list(sayso.read_all([good, str(empty), good], reader=reader))
    assert [type(o).__name__ for o in outcomes] == ["Reading", "Rejection", "Reading"]
    assert [type(o).__name__ for o in sayso.read_all(good, reader=reader)] == ["Reading"]


def test_readings_round_trip(reader: FakeReader) -> None:
    reading = sayso.read(text=ENGLISH, reader=reader)
    assert sayso.from_dict(sayso.to_dict(reading)) == reading


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        sayso.no_such_name  # noqa: B018
