from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

import sayso
from sayso.engine import version as module


def test_run_from_its_source_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr(module, "installed", absent)
    assert sayso.__version__ == "0+unknown"
    monkeypatch.setattr(module, "installed", lambda _: "1.2.3")
    assert sayso.__version__ == "1.2.3"
