"""The web app over a small ledger, without a browser and without a socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store.connection import writer
from sayso.web.app import make_app
from sayso.web.settings import Settings
from tests.store.asked import asked_ledger
from tests.store.support import NOW

ADDRESS = "http://127.0.0.1:8117"
Serve = Callable[..., TestClient]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of ``tests.store.asked`` with claims across articles. Not to be written to."""
    folder = tmp_path_factory.mktemp("web")
    with asked_ledger(folder) as opened:
        list(link_new(opened))
        list(weigh_new(opened))
    return folder / "a.sayso"


@pytest.fixture
def own_ledger(tmp_path: Path) -> Path:
    """The same ledger, for a test that writes to it."""
    with asked_ledger(tmp_path) as opened:
        list(link_new(opened))
        list(weigh_new(opened))
    return tmp_path / "a.sayso"


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Path:
    """A ledger with nothing in it."""
    with writer(tmp_path / "empty.sayso", create=True):
        return tmp_path / "empty.sayso"


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Makes a client of an app over a ledger; further arguments are settings."""
    made: list[TestClient] = []

    def client(path: Path, **settings: Any) -> TestClient:
        app = make_app(Settings(ledger=path, secret="not secret at all", now=lambda: NOW, **settings))
        made.append(TestClient(app, base_url=ADDRESS, raise_server_exceptions=False, follow_redirects=False))
        return made[-1].__enter__()

    yield client
    for one in made:
        one.__exit__()


@pytest.fixture
def client(serve: Serve, ledger: Path) -> TestClient:
    """A client of the ledger that is not written to."""
    return serve(ledger)
