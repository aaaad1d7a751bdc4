"""What the house tests look at."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def source() -> Path:
    """The folder of the package's source."""
    return ROOT / "src" / "sayso"


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """All files that belong to the project: what git tracks, or does not ignore."""
    listing = subprocess.run(
        ["git", "-C", os.fspath(ROOT), "ls-files", "-co", "--exclude-standard", "-z"],
        check=False,
        capture_output=True,
    )
    if listing.returncode:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    names = sorted(set(listing.stdout.decode().split("\0")) - {""})
    return tuple(path for name in names if (path := ROOT / name).is_file())
