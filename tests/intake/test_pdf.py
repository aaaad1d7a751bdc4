import zlib
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.intake.pdf import paragraphs, without_repeated
from sayso.types.document import Basis, Document, Known, Rejection
from tests.readings import ENGLISH

COLUMN = 60  # characters, about which the lines of these files are broken
EDGES = [f"Kestrel Daily   Page {number}" for number in range(1, 6)]


def wrapped(words: str, width: int = COLUMN) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def drawn(lines: Sequence[str]) -> bytes:
    """The steps that draw ``lines`` one below the other."""
    shown = (line.replace("\\", "\\\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    return b"BT /F1 10 Tf 50 800 Td 14 TL " + b" ".join(f"({line}) Tj T*".encode("cp1252") for line in shown) + b" ET"


def pdf(*pages: Sequence[str] | bytes, title: str | None = None, trailer: str = "", packed: bool = False) -> bytes:
    """A PDF file with a page for each of ``pages``: its lines, or the steps that draw it."""
    kids = " ".join(f"{3 + 2 * k} 0 R" for k in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /Resources << /Font << /F1 {font} >> >> "
               "/MediaBox [0 0 600 850] >>".encode()]  # fmt: skip
    for k, page in enumerate(pages):
        steps = page if isinstance(page, bytes) else drawn(page)
        coded = zlib.compress(steps) if packed else steps
        coding = " /Filter /FlateDecode" if packed else ""
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {4 + 2 * k} 0 R >>".encode())
        objects.append(f"<< /Length {len(coded)}{coding} >>\nstream\n".encode() + coded + b"\nendstream")
    if title is not None:
        objects.append(f"<< /Title ({title}) /CreationDate (D:20200101000000Z) >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


@pytest.mark.parametrize("packed", [False, True])
def test_the_lines_of_a_page_become_paragraphs(packed: bool, document: Callable[..., Document]) -> None:
    found = document(pdf(["They refuse", *wrapped(ENGLISH)], title="They refuse", packed=packed), "a.pdf")
    assert (found.text, found.format) == (f"They refuse\n\n{ENGLISH}", "pdf")
    assert found.title == Known("They refuse", Basis.METADATA)
    assert found.published is None  # when the file was made is another matter


def test_a_title_that_the_text_does_not_show_is_left(document: Callable[..., Document]) -> None:
    found = document(pdf(["They refuse", *wrapped(ENGLISH)], title="Microsoft Word - draft7.doc"), "a.pdf")
    assert found.title is None or "draft7" not in found.title.value


def test_headers_and_footers_are_left_out_and_paragraphs_go_on(document: Callable[..., Document]) -> None:
    lines = wrapped(ENGLISH)
    third = len(lines) // 3
    parts = (lines[:third], lines[third : 2 * third], lines[2 * third :])
    pages = [[edge, *part, "kestrel.example"] for edge, part in zip(EDGES, parts, strict=False)]
    assert document(pdf(*pages), "a.pdf").text == ENGLISH


def test_a_file_is_known_by_its_beginning(document: Callable[..., Document]) -> None:
    assert document(pdf(wrapped(ENGLISH)), "download").format == "pdf"


def test_words_broken_at_the_end_of_a_line_are_mended() -> None:
    assert paragraphs(["The ministry refused to com-", "ment on the well-known", "report, a spokesman of the well-",
                       "known paper said late on day"]) == [
        "The ministry refused to comment on the well-known report, a spokesman of the well-known paper said late on day"
    ]  # fmt: skip


def test_what_ends_a_paragraph() -> None:
    full = "a" * 60
    assert paragraphs(["A heading", full, full, "it ended here.", full, "- one", "- two"]) == [
        "A heading", f"{full} {full} it ended here.", full, "- one", "- two",
    ]  # fmt: skip
    assert paragraphs([]) == []


@given(st.lists(st.lists(st.text("ab 1", min_size=1, max_size=5), max_size=8), max_size=5))
def test_only_repeated_lines_at_the_edges_are_left_out(pages: list[list[str]]) -> None:
    kept = without_repeated(pages)
    everything = [line for page in pages for line in page]
    assert len(pages) > 2 or kept == everything
    inner = [line for page in pages for line in page[3:-3]]
    remaining = iter(everything)
    assert all(line in remaining for line in kept)  # in order, nothing added
    remaining = iter(kept)
    assert all(line in remaining for line in inner)


@given(st.lists(st.text("ab- ,.é", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=12))
def test_paragraphs_lose_nothing_but_hyphens_and_breaks(lines: list[str]) -> None:
    bare = str.maketrans("", "", " -")
    assert "".join(paragraphs(lines)).translate(bare) == "".join(lines).translate(bare)


PICTURE = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
SLOW = b"BT /F1 10 Tf " + b"(a) Tj " * 31_000 + b"ET"
LOCK = "<< /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>"
GOOD = pdf(wrapped(ENGLISH), wrapped(ENGLISH), title="x")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (ENGLISH.encode(), "malformed-pdf"),
        (b"%PDF-1.4\n", "malformed-pdf"),
        (b"%PDF-1.4\n" + b"\0\xff" * 3000, "malformed-pdf"),
        (GOOD[:200], "malformed-pdf"),
        (pdf(PICTURE, PICTURE), "no-text-layer"),
        (pdf([""]), "no-text-layer"),
        (pdf(SLOW), "too-many-elements"),
        (pdf(b"1 " * 400_000), "too-many-elements"),
        (pdf(b"[" * 400_000), "malformed-pdf"),
        (pdf(*[["a"]] * 501), "too-many-pages"),
        (pdf(["a"], trailer=f" /Encrypt {LOCK} /ID [(a) (a)]"), "encrypted"),
    ],
    ids="blank text magic noise cut picture blank-page steps operands nested pages encrypted".split(),
)  # fmt: skip
def test_a_file_that_cannot_be_read(data: bytes, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(data, "a.pdf").reason == reason


def test_a_page_that_grows_out_of_proportion_is_refused(refused: Callable[..., Rejection]) -> None:
    bomb = pdf(b"BT " + b" " * 30_000_000 + b"(a) Tj ET", packed=True)
    assert len(bomb) < 100_000
    assert refused(bomb, "a.pdf", max_bytes=1_000_000).reason in ("too-many-elements", "malformed-pdf")


def test_nothing_is_said_on_standard_error(
    refused: Callable[..., Rejection], capsys: pytest.CaptureFixture[str]
) -> None:
    refused(GOOD[:200], "a.pdf")
    assert capsys.readouterr() == ("", "")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(GOOD)).map(lambda n: GOOD[:n])
    | st.binary(max_size=100).map(lambda data: b"%PDF-1.4\n" + data)
    | st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6).map(
        lambda changes: bytes(dict(changes).get(place, byte) for place, byte in enumerate(GOOD))
    )
)
def test_any_bytes_give_an_outcome(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.pdf"
    path.write_bytes(data)
    (outcome,) = documents([path], IntakeSettings(check_language=False))
    assert outcome.origin == str(path)
    if isinstance(outcome, Rejection):
        assert outcome.message.isprintable()
    else:
        outcome.text.encode("utf-8")
