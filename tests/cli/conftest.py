from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import main
from tests.cli.asked import Ask, asker
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    """A model and a grounding that need no data, in place of those in the package."""
    fake = FakeReader()
    monkeypatch.setattr("sayso.engine.read._own_ground", lambda: grounded)
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None: fake)
    return fake


@pytest.fixture
def sayso(reader: FakeReader) -> Callable[..., Result]:
    """The command line, within this process and without a terminal."""

    def run(*arguments: object, **settings: object) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], **settings)  # type: ignore[arg-type]

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file that can be read."""
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Runs a command on a ledger of two read articles and one that waits."""
    return asker(tmp_path_factory.mktemp("asked"))
