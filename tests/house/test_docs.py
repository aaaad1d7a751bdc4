"""The guide is complete: every public name, command and format has its place, and no link is broken."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
REASON = re.compile(r"""\b(?:\w*Refusal|Rejection)\((?:[\w.]+,\s*Stage\.\w+,\s*)?["']([a-z]+(?:-[a-z]+)*)["']""")
REASON_ROW = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)
NAME_ROW = re.compile(r"^\| `(\w+)", re.MULTILINE)


def test_every_public_name_is_in_the_guide(root: Path) -> None:
    import sayso

    page = (root / "docs/guide/python.md").read_text(encoding="utf-8")
    assert sorted(NAME_ROW.findall(page)) == sorted(sayso.__all__)


@pytest.mark.parametrize("room", ["intake", "export"])
def test_every_format_has_a_page(room: str, root: Path) -> None:
    pages = {path.stem for path in (root / "docs/guide" / room).glob("*.md")}
    assert pages == {format_.name for format_ in import_module(f"sayso.{room}").FORMATS}


def test_every_command_and_option_has_a_page(root: Path) -> None:
    import click

    from sayso.cli.main import main

    assert isinstance(main, click.Group)
    folder = root / "docs/guide/commands"
    assert {path.stem for path in folder.glob("*.md")} == set(main.commands)
    for name, command in main.commands.items():
        page = (folder / f"{name}.md").read_text(encoding="utf-8")
        options = [o for p in command.params if isinstance(p, click.Option) and not p.hidden for o in p.opts]
        assert [option for option in options if f"`{option}" not in page] == [], f"not on the page of {name}"


def test_every_reason_to_set_something_aside_is_in_the_guide(root: Path, source: Path) -> None:
    given = {reason for path in source.rglob("*.py") for reason in REASON.findall(path.read_text(encoding="utf-8"))}
    listed = REASON_ROW.findall((root / "docs/guide/set-aside.md").read_text(encoding="utf-8"))
    assert given
    assert sorted(given) == listed


def test_every_page_of_the_guide_is_reachable(root: Path) -> None:
    guide = root / "docs/guide"
    linked = {(guide / target).resolve() for target in LINK.findall((guide / "README.md").read_text(encoding="utf-8"))}
    pages = {path.resolve() for path in guide.rglob("*.md")} - {(guide / "README.md").resolve()}
    assert pages - linked == set()


def test_no_link_is_broken(root: Path, project_files: tuple[Path, ...]) -> None:
    broken = [
        f"{page.relative_to(root)}: {target}"
        for page in project_files
        if page.suffix == ".md"
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_decision_is_listed(root: Path) -> None:
    folder = root / "docs/decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_every_folder_is_in_the_architecture(root: Path, source: Path) -> None:
    page = (root / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = [path.name for path in source.iterdir() if (path / "__init__.py").is_file()]
    assert [room for room in rooms if f"{room}/" not in page] == []
