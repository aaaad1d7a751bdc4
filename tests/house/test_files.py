"""What is in the repository could be on anybody's machine."""

from __future__ import annotations

import re
from pathlib import Path

# A path below somebody's home or working folder: it means nothing elsewhere, and may tell who wrote it.
PRIVATE_PATH = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|mnt)/[\w.-]+|[A-Z]:\\Users\\")
LARGEST = 40 * 2**20  # bytes; the weights are the largest file there is


def test_the_pattern_finds_what_it_should() -> None:
    for path in ("/ho" + "me/ann/x.txt", "see /Us" + "ers/ann", "'/wo" + "rk/data'", "C:\\Us" + "ers\\ann"):
        assert PRIVATE_PATH.search(path), path
    for path in ("https://example.org/home/ann", "docs/work/x.md", "src/root/x"):
        assert not PRIVATE_PATH.search(path), path


def test_no_file_names_a_private_path(root: Path, project_files: tuple[Path, ...]) -> None:
    found = []
    for path in project_files:
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for k, line in enumerate(data.decode("utf-8").splitlines(), start=1):
            if PRIVATE_PATH.search(line):
                found.append(f"{path.relative_to(root)}:{k}: {line.strip()[:100]}")
    assert found == []


def test_no_file_is_too_large(root: Path, project_files: tuple[Path, ...]) -> None:
    assert [str(path.relative_to(root)) for path in project_files if path.stat().st_size > LARGEST] == []


def test_text_files_end_their_lines_alike(root: Path, project_files: tuple[Path, ...]) -> None:
    ends = (".cfg", ".md", ".py", ".toml", ".lock", ".html")
    found = []
    for path in project_files:
        if path.suffix in ends:
            data = path.read_bytes()
            if data and (b"\r" in data or not data.endswith(b"\n")):
                found.append(str(path.relative_to(root)))
    assert found == []


def test_both_rooms_have_the_same_table_of_countries(source: Path) -> None:
    tables = (source / "reading/voices/data/countries.tsv", source / "grounding/actors/data/states.tsv")
    assert len({t.read_bytes() for t in tables}) == 1
