"""Starting up is quick: what is heavy loads on first use."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("feedparser", "lxml", "numpy", "onnxruntime", "py3langid", "pypdf", "tokenizers", "torch", "trafilatura",
         "warcio")  # fmt: skip

SHOW_LOADED = f"import sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"


def loaded_by(code: str) -> str:
    """The heavy libraries that a fresh interpreter has loaded after ``code``."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{SHOW_LOADED}"], check=True, capture_output=True, text=True, timeout=60
    )
    return run.stdout.splitlines()[-1]


def test_the_measure_sees_a_heavy_library() -> None:
    assert loaded_by("import numpy") == "numpy"


def test_importing_sayso_loads_nothing_heavy() -> None:
    assert loaded_by("import sayso; dir(sayso)") == ""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["schema"]])
def test_asking_for_help_loads_nothing_heavy(arguments: list[str]) -> None:
    run = f"""
import sys
from sayso.cli.main import main
sys.argv = ["sayso", *{arguments!r}]
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
"""
    assert loaded_by(run) == ""


def test_every_public_name_can_be_had() -> None:
    import sayso

    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
    assert set(sayso.__all__) <= set(dir(sayso))
    with pytest.raises(AttributeError, match="no_such_name"):
        sayso.no_such_name  # noqa: B018
