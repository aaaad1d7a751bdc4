"""The contracts of pyproject.toml hold, and notice a breach of each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PACKAGES = ("src/sayso", "bench", "training")

# file that is written to, line that is added, contract that must notice
BREACHES = {
    "a room imports its neighbour": ("src/sayso/export/text.py", "import sayso.intake", "Imports only point down"),
    "a lower floor imports a higher one": ("src/sayso/types/span.py", "import sayso.text", "Imports only point down"),
    "the import hides in a function": (
        "src/sayso/types/span.py",
        "def hidden() -> None:\n    import sayso.engine",
        "Imports only point down",
    ),
    "a folder has no floor": ("src/sayso/utils/__init__.py", '"""Odds and ends."""', "Imports only point down"),
    "the package imports its measure": ("src/sayso/cli/main.py", "import bench", "never back"),
    "the measure imports training": ("bench/__init__.py", "import training", "never back"),
    "the model is run elsewhere": ("src/sayso/engine/__init__.py", "import onnxruntime", "Only reading"),
    "the package imports PyTorch": ("src/sayso/reading/__init__.py", "import torch", "No PyTorch"),
}


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of all code, to be spoilt."""
    for package in PACKAGES:
        shutil.copytree(
            root / package, tmp_path / package, ignore=lambda _, names: [n for n in names if Path(n).suffix == ".onnx"]
        )
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; sys.path[:0] = ['src', '.'];"
        "from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)


def test_the_contracts_hold(copy: Path) -> None:
    run = lint(copy)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_noticed(breach: str, copy: Path) -> None:
    name, line, contract = BREACHES[breach]
    file = copy / name
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        out.write(f"\n\n{line}\n")
    run = lint(copy)
    assert run.returncode == 1, run.stdout + run.stderr
    broken = [row for row in run.stdout.splitlines() if " BROKEN" in row]
    assert any(contract in row for row in broken), run.stdout
