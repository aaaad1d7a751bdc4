import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.intake.formats import IntakeSettings, Refusal
from sayso.intake.walk import found, opened, shown
from sayso.types.document import Rejection


def names(folder: Path) -> list[str]:
    """Files found in ``folder``, and the reasons of those that are not taken."""
    return [
        f"{Path(item.origin).name}: {item.reason}"
        if isinstance(item, Rejection)
        else item.relative_to(folder).as_posix()
        for item in found([folder])
        if item is not None
    ]


def reason(path: Path) -> str:
    with pytest.raises(Refusal) as caught, opened(path, IntakeSettings(), None):
        pass
    return caught.value.reason


@contextmanager
def somebody_else() -> Iterator[Path]:
    """A folder, and the rights of a user to whom not everything in it is open (root may read all)."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        root = os.geteuid() == 0
        (Path(name) / "closed").mkdir()
        (Path(name) / "closed.txt").write_text("secret")
        for path in Path(name).iterdir():
            path.chmod(0)
        try:
            if root:
                os.seteuid(65534)
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)
            for path in Path(name).iterdir():
                path.chmod(0o700)


def test_a_folder_gives_its_files_sorted_and_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt", ".git/config", "a/.hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["B.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]


def test_links_do_not_lead_out_of_a_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.txt").write_text("x")
    (inside / "file-out").symlink_to(outside / "a.txt")
    (inside / "folder-out").symlink_to(outside)
    (inside / "twin").symlink_to("a.txt")
    (inside / "loop").symlink_to(".")
    (inside / "broken").symlink_to("nothing")
    assert names(inside) == ["a.txt", "broken: not-found", "file-out: link-outside", "folder-out: link-outside"]
    (tmp_path / "link").symlink_to(inside)
    assert names(tmp_path / "link")[0] == "a.txt"  # what is named itself is followed


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 500)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    assert names(tmp_path) == ["d/" * 500 + "a.txt"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("/no/such/file", "not-found"),
        ("", "not-found"),
        ("a\0b", "unreadable"),
        ("x" * 5000, "unreadable"),
        ("https://kestrel.example/a", "web-address"),
    ],
)
def test_what_is_not_there_is_told_and_the_rest_goes_on(named: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    missing, there = found([named, tmp_path / "a.txt"])
    assert isinstance(missing, Rejection) and missing.reason == expected
    assert missing.message.isprintable()
    assert there == tmp_path / "a.txt"


def test_standard_input_is_named_by_a_dash() -> None:
    assert list(found(["-"])) == [None]
    with opened(None, IntakeSettings(), io.BytesIO(b"text")) as source:
        assert (source.origin, source.suffix, source.stream.read()) == ("-", "", b"text")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reason(tmp_path / "pipe") == "not-a-file"
    assert reason(Path("/dev/zero")) == "not-a-file"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has other permissions")
def test_what_may_not_be_read_is_told() -> None:
    with somebody_else() as folder:
        assert reason(folder / "closed.txt") == "permission-denied"
        assert names(folder) == ["closed: permission-denied", "closed.txt"]


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.TXT", ".txt"), ("a.tar.html.gz", ".html"), ("a.gz", ""), ("a", ""), (".gz", "")]
)
def test_the_extension_is_the_one_before_gz(name: str, suffix: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    with opened(tmp_path / name, IntakeSettings(), None) as source:
        assert source.suffix == suffix


def test_any_file_name_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n\x1b[31m.txt"))
    assert shown(path).isprintable()
    shown(path).encode("utf-8")
