import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Document, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH

PAGE = f"<!doctype html><html><body><article><p>{ENGLISH}</p></article></body></html>"
Members = list[tuple[str, bytes | str]]


def zipped(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def seen(outcomes: list[Document | Rejection], name: str = "a.zip") -> list[str]:
    """The place of each outcome within the archive, with its format or reason."""
    return [
        f"{o.origin.partition(name)[2]} {o.format if isinstance(o, Document) else o.reason}" for o in outcomes
    ]  # fmt: skip


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_each_member_is_read_by_its_name_and_bytes(method: int, take: Take) -> None:
    line = json.dumps({"text": ENGLISH})
    members: Members = [
        ("a.txt", ENGLISH), ("folder/b.html", PAGE), ("folder/", b""), ("c.jsonl", f"{line}\n{{\n{line}"),
        ("d.txt.gz", gzip.compress(ENGLISH.encode())), ("page", PAGE), ("e.png", b"\x89PNG"),
        ("f.csv", f'text\n"{ENGLISH}"\n'),
        (".hidden", "x"), ("__MACOSX/a.txt", "x"), ("x/.git/a.txt", "x"), ("empty.txt", b""),
    ]  # fmt: skip
    assert seen(take(zipped(members, method), "a.zip")) == [
        "#a.txt plain", "#folder/b.html html", "#c.jsonl:1 jsonl", "#c.jsonl:2 malformed-json", "#c.jsonl:3 jsonl",
        "#d.txt.gz plain", "#page html", "#e.png binary", "#f.csv:2 csv", "#empty.txt empty",
    ]  # fmt: skip


def test_names_do_not_lead_out_of_the_archive(take: Take, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.parent.rglob("*.txt")}
    names = ["../../out.txt", "/abs.txt", "C:\\out.txt", "line\nbreak.txt", "\x1b[31m.txt"]
    outcomes = take(zipped([(name, ENGLISH) for name in names]), "a.zip")
    assert seen(outcomes) == [
        "#../../out.txt plain", "#/abs.txt plain", "#C:\\out.txt plain", "#line\\nbreak.txt plain",
        "#\\x1b[31m.txt plain",
    ]  # fmt: skip
    assert os.listdir(tmp_path) == ["a.zip"]
    assert {path: path.read_bytes() for path in tmp_path.parent.rglob("*.txt")} == before


def test_an_archive_is_known_by_its_beginning_and_through_a_pipe() -> None:
    data = zipped([("a.txt", ENGLISH)])
    for stream in (io.BytesIO(data), io.BytesIO(gzip.compress(data))):
        (found,) = documents(["-"], standard_input=stream)
        assert isinstance(found, Document) and found.origin == "-#a.txt"


def test_archives_in_archives_are_refused(take: Take) -> None:
    inner = zipped([("a.txt", ENGLISH)])
    members: Members = [("in.zip", inner), ("in.wacz", inner), ("in.docx", inner), ("in.gz", gzip.compress(inner)),
                        ("b.txt", ENGLISH)]  # fmt: skip
    assert seen(take(zipped(members), "a.zip")) == [
        *(f"#in.{kind} nested-archive" for kind in ("zip", "wacz", "docx", "gz")), "#b.txt plain",
    ]  # fmt: skip


def test_what_is_damaged_or_encrypted_is_told_and_the_others_are_read(take: Take) -> None:
    members: Members = [("a.txt", ENGLISH), ("b.jsonl", json.dumps({"text": ENGLISH})), ("c.txt", ENGLISH + "!")]
    data = bytearray(zipped(members, zipfile.ZIP_STORED))
    data[data.index(b'{"text": "M') + 12] ^= 1  # the checksum is now another
    assert seen(take(bytes(data), "a.zip")) == ["#a.txt plain", "#b.jsonl damaged-archive", "#c.txt plain"]
    data = bytearray(zipped(members))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    assert seen(take(bytes(data), "a.zip")) == ["#a.txt encrypted", "#b.jsonl:1 jsonl", "#c.txt plain"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_without_a_bound_are_refused(method: int, take: Take) -> None:
    assert seen(take(zipped([("a.txt", ENGLISH)], method), "a.zip")) == ["#a.txt unsupported-compression"]


@pytest.mark.parametrize(
    "bomb", [("b.txt", b"a" * 30_000_000), ("b.txt.gz", gzip.compress(b"a" * 30_000_000)), ("b.png", b"a" * 30_000_000)]
)
def test_an_archive_that_grows_out_of_proportion_is_given_up(bomb: tuple[str, bytes], take: Take) -> None:
    found = take(zipped([("a.txt", ENGLISH), bomb, ("c.txt", ENGLISH)]), "a.zip", max_bytes=1_000_000, max_expansion=20)
    inner = bomb[0].endswith(".gz")  # that one is stopped by itself, before the archive as a whole is
    assert seen(found) == (
        ["#a.txt plain", "#b.txt.gz too-big", "#c.txt plain"] if inner else ["#a.txt plain", " too-big"]
    )


def test_the_bound_is_on_all_members_together(take: Take) -> None:
    members: Members = [(f"{k}.txt", b"word " * 100_000) for k in range(10)]
    found = take(zipped(members), "a.zip", max_bytes=1_000_000, max_expansion=5, check_language=False)
    assert seen(found) == ["#0.txt plain", "#1.txt plain", " too-big"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (zipped([]), "empty"),
        (zipped([("folder/", b"")]), "empty"),
        (b"PK\x03\x04 and no more", "damaged-archive"),
        (zipped([("a.txt", ENGLISH)])[:-5], "damaged-archive"),
        (zipped([("[Content_Types].xml", "x"), ("word/document.xml", ENGLISH)]), "binary"),
        (zipped([("mimetype", "x"), ("content.xml", ENGLISH)]), "binary"),
    ],
)
def test_an_archive_that_cannot_be_read(data: bytes, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(data, "a.zip").reason == reason


def test_too_many_members(refused: Callable[..., Rejection], monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped([(f"{k}.txt", "x") for k in range(50)])
    monkeypatch.setattr("sayso.intake.zip.MAX_CONTENTS", 1000)
    assert refused(data, "a.zip").reason == "too-many-members"
    monkeypatch.undo()
    monkeypatch.setattr("sayso.intake.zip.MAX_MEMBERS", 20)
    assert refused(data, "a.zip").reason == "too-many-members"


WHOLE = zipped([("a.txt", ENGLISH), ("b.html", PAGE), ("c.jsonl", json.dumps({"text": ENGLISH}))])


@example([(675, 0)])  # a member without a name: ZipInfo.is_dir stumbles on it
@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=100).map(lambda data: b"PK\x03\x04" + data)
    | st.integers(0, len(WHOLE)).map(lambda n: WHOLE[:n])
    | st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=5)
)
def test_any_bytes_give_an_outcome(
    tmp_path_factory: pytest.TempPathFactory, made: bytes | list[tuple[int, int]]
) -> None:
    if isinstance(made, bytes):
        data = made
    else:
        changed = bytearray(WHOLE)
        for place, value in made:
            changed[place] = value
        data = bytes(changed)
    path = tmp_path_factory.getbasetemp() / "any.zip"
    path.write_bytes(data)
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    assert outcomes and all(o.origin.startswith(str(path)) for o in outcomes)
    assert all(o.text == ENGLISH for o in outcomes if isinstance(o, Document))  # the checksums see to that
    assert all(o.message.isprintable() for o in outcomes if isinstance(o, Rejection))
