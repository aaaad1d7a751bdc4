from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError

import pytest

import sayso
from sayso.engine import version as module


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What was looked up before is looked up again, and afterwards what stands here is forgotten."""
    module.version.cache_clear()
    yield
    module.version.cache_clear()


def test_run_from_its_source_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr(module, "installed", absent)
    module.version.cache_clear()
    assert sayso.__version__ == "0+unknown"
    module.version.cache_clear()
    monkeypatch.setattr(module, "installed", lambda _: "1.2.3")
    module.version.cache_clear()
    assert sayso.__version__ == "1.2.3"
    module.version.cache_clear()
