"""pyproject.toml names what the package imports; the lock files hold that, and nothing that has no place there."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z0-9._-]+")

OPTIONAL = ("assistants", "graphs", "tables")  # what the package can do without
HASHED = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> dict[str, set[str]]:
    """Versions by name: more than one where systems differ."""
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(canonical(name), set()).add(version)
    return found


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, list[str]]:
    """Names that are asked for, by lock file."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = [*table["project"]["dependencies"], *table["build-system"]["requires"]]
    extras = table["project"]["optional-dependencies"]
    asked = {
        "requirements.lock": runtime,
        "requirements-dev.lock": [*runtime, *extras["dev"]],
        "requirements-bench.lock": [*runtime, *extras["dev"], *extras["bench"]],
        "requirements-train.lock": [*runtime, *extras["train"]],
    }
    return {lock: [canonical(NAME.match(line)[0]) for line in lines] for lock, lines in asked.items()}


@pytest.mark.parametrize("lock", [*HASHED, "requirements-train.lock"])
def test_everything_asked_for_is_pinned(lock: str, root: Path, project: dict[str, list[str]]) -> None:
    pinned = pins(root / lock)
    assert [name for name in project[lock] if name not in pinned] == [], "run `make lock`"


MEASURING = "requirements-bench.lock"  # builds a graph of its own, to time the machine's arithmetic


@pytest.mark.parametrize("lock", HASHED)
def test_every_pin_has_a_hash(lock: str, root: Path) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    found = [entry for entry in entries if PIN.match(entry)]
    assert found
    assert [entry.split()[0] for entry in found if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", HASHED)
def test_training_stays_out_of_what_users_install(lock: str, root: Path) -> None:
    tools = {"torch", "transformers", "onnx"} - ({"onnx"} if lock == MEASURING else set())
    assert tools & set(pins(root / lock)) == set()


def test_all_locks_agree(root: Path) -> None:
    runtime = pins(root / "requirements.lock")
    for other in (*HASHED, "requirements-train.lock"):
        theirs = pins(root / other)
        assert {name: versions for name, versions in runtime.items() if theirs.get(name) != versions} == {}, other


def imported(path: Path) -> Iterator[str]:
    """Top-level names of the packages that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_import_of_the_package_is_a_dependency_by_name(root: Path, source: Path) -> None:
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras = table["project"]["optional-dependencies"]
    lines = [*table["project"]["dependencies"], *(line for name in OPTIONAL for line in extras[name])]
    named = {canonical(NAME.match(line)[0]) for line in lines}
    outside = {name for path in source.rglob("*.py") for name in imported(path)} - {"sayso", *sys.stdlib_module_names}
    owners = packages_distributions()
    assert "onnxruntime" in outside
    assert {n for n in outside if not {canonical(o) for o in owners.get(n, [n])} & named} == set()
