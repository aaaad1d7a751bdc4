from importlib import import_module
from pathlib import Path

import pytest

import sayso
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    monkeypatch.setattr("sayso.engine.read._own_ground", lambda: grounded)
    return FakeReader()


PUBLIC_ROOMS = ("actor", "attribution", "claim", "document", "event", "place", "reading", "span", "time")


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    assert {"read", "read_all", "schema", "Report", "Claim", "Event", "Rejection", "InputError"} <= set(sayso.__all__)
    assert sayso.__version__[0].isdigit()


@pytest.mark.parametrize("room", PUBLIC_ROOMS)
def test_every_type_that_a_report_can_hold_is_public(room: str) -> None:
    home = import_module(f"sayso.types.{room}")
    defined = {name for name, found in vars(home).items() if getattr(found, "__module__", "") == home.__name__}
    assert {name for name in defined if isinstance(getattr(home, name), type)} <= set(sayso.__all__)
    assert all(getattr(sayso, name) is getattr(home, name) for name in defined & set(sayso.__all__))


def test_a_file_is_read(tmp_path: Path, reader: FakeReader) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    for given in (path, str(path)):
        report = sayso.read(given, reader=reader)
        assert report.document.text == ENGLISH
        assert report.document.origin == str(path)
        assert [claim.attribution_id for claim in report.claims] == [a.id for a in report.attributions]


def test_a_text_is_read(reader: FakeReader) -> None:
    reading = sayso.read(text=ENGLISH, published="2022-03-08", reader=reader)
    assert reading.document.text == ENGLISH
    assert reading.document.published == sayso.Known("2022-03-08", sayso.Basis.CALLER)


def test_an_article_that_is_set_aside_raises(reader: FakeReader) -> None:
    with pytest.raises(sayso.InputError):
        sayso.read(text="", reader=reader)


def test_read_all_gives_reports_and_rejections_in_order(tmp_path: Path, reader: FakeReader) -> None:
    good = tmp_path / "good.txt"
    good.write_text(ENGLISH, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    outcomes = list(sayso.read_all([good, str(empty), good], reader=reader))
    assert [type(o).__name__ for o in outcomes] == ["Report", "Rejection", "Report"]
    assert [type(o).__name__ for o in sayso.read_all(good, reader=reader)] == ["Report"]


def test_reports_round_trip(reader: FakeReader) -> None:
    report = sayso.read(text=ENGLISH, reader=reader)
    assert sayso.from_dict(sayso.to_dict(report)) == report


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        sayso.no_such_name  # noqa: B018
