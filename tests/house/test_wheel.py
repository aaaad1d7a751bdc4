"""The wheel holds the package, whole, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_the_wheel_holds_the_package_and_nothing_else(
    root: Path, project_files: tuple[Path, ...], tmp_path: Path
) -> None:
    for path in project_files:
        copy = tmp_path / "project" / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist"],
        cwd=tmp_path / "project",
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    source = root / "src"
    expected = {p.relative_to(source).as_posix() for p in project_files if p.is_relative_to(source / "sayso")}
    assert held == expected, "see [tool.setuptools.package-data] in pyproject.toml"
    assert "sayso/py.typed" in held
    assert any(name.endswith("/LICENSE") for name in zipfile.ZipFile(wheel).namelist())
