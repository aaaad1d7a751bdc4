"""Every module is small, stands in its room's tuple, and has tests; every room has a door plate."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

LONGEST = 400  # lines
NOUNS = ("types",)  # has no functions, so it takes and gives nothing
ROOMS_WITH_FORMATS = ("intake", "export")

# Modules without a test file of their own, and why they need none.
UNTESTED = {
    "types/attribution.py": "fields and closed sets only",
    "types/contrast.py": "fields and closed sets only",
    "types/document.py": "fields and closed sets only",
    "types/lineage.py": "fields and closed sets only",
    "types/listed.py": "fields and closed sets only",
    "types/news.py": "fields and closed sets only",
    "types/raw.py": "fields only",
    "types/reading.py": "fields and closed sets only",
    "types/speakers.py": "fields only",
    "types/timeline.py": "fields and closed sets only",
    "types/whereabouts.py": "fields only",
    "web/settings.py": "fields only",
    "__main__.py": "one call of the command line, which tests/flows/ starts as a process",
}


def modules(source: Path) -> list[Path]:
    return [path for path in sorted(source.rglob("*.py")) if path.name != "__init__.py"]


def test_no_file_is_too_long(source: Path) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in source.rglob("*.py")}
    assert lengths
    assert {str(path.relative_to(source)): n for path, n in lengths.items() if n > LONGEST} == {}


def test_every_module_has_a_test_file(source: Path, root: Path) -> None:
    missing = {}
    for path in modules(source):
        name = path.relative_to(source)
        test = root / "tests" / name.parent / f"test_{name.stem.rstrip('_')}.py"
        if not test.is_file():
            missing[name.as_posix()] = test.relative_to(root).as_posix()
    unexplained = {name: test for name, test in missing.items() if name not in UNTESTED}
    assert unexplained == {}, "write these test files, or name the module in UNTESTED with the reason"
    assert set(UNTESTED) <= set(missing), "UNTESTED names modules that have tests, or do not exist"


@pytest.mark.parametrize("room", ROOMS_WITH_FORMATS)
def test_every_format_is_in_its_tuple(room: str, source: Path) -> None:
    package = import_module(f"sayso.{room}")
    defined = {
        path.stem: format_
        for path in sorted((source / room).glob("*.py"))
        if (format_ := getattr(import_module(f"sayso.{room}.{path.stem}"), "FORMAT", None)) is not None
    }
    assert defined
    left_out = {stem for stem, format_ in defined.items() if format_ not in package.FORMATS}
    assert left_out == set(), f"add these to FORMATS in {room}/__init__.py"
    assert len(package.FORMATS) == len(defined), "FORMATS holds something that no file of the room defines"
    names = [format_.name for format_ in package.FORMATS]
    assert len(names) == len(set(names)), "two formats have the same name"


def test_every_room_has_a_door_plate(source: Path) -> None:
    rooms = [path for path in sorted(source.iterdir()) if (path / "__init__.py").is_file()]
    assert rooms
    for room in rooms:
        plate = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert plate.startswith(room.name.upper()), f"{room.name}/__init__.py does not open with its door plate"
        for word in ("touch",) if room.name in NOUNS else ("take", "give", "touch"):
            assert word in plate.lower(), f"the door plate of {room.name}/ says nothing of what it may {word}"
