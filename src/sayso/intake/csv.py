"""Tables of articles, separated by commas, semicolons or tabs: one article a row, its columns found by their names."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO

from sayso.intake.build import Facts, document, metadata, web_address
from sayso.intake.dates import iso_date
from sayso.intake.decode import decode, refuse_binary_head
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal, one_line, too_big
from sayso.intake.streams import read_all, read_head, rejoined
from sayso.types.document import Basis, Document, Known, Rejection

UTF_16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
TEXT = ("text", "content", "body", "article")
NAMES = {  # the first that the table has counts
    "text": TEXT,
    "title": ("title",),
    "publisher": ("outlet", "publisher", "source"),
    "published": ("date", "published"),
    "url": ("url",),
    "id": ("id",),
}
DELIMITERS = ",;\t|"
EXCEL_HINT = re.compile(r"sep=(.)\r?\n", re.I)
# \" within a field, where the program that wrote the table did not double its quotation marks (RFC 4180, 2.7).
BACKSLASHED = re.compile(r'\\"[^,;\t|\r\n]')
DOUBLED = re.compile(r'[^,;\t|\r\n"]""[^,;\t|\r\n"]')
PLAIN_RUN = re.compile(r'[^"\r\n\\]+')
CHUNK = 1 << 20
# Stands behind the last row; a row that contains it is one whose quotation mark was never closed.
END = "\U000f0001end\U000f0001"


@dataclass(frozen=True, slots=True)
class _Dialect:
    delimiter: str
    escape: str | None


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """A document for each row that holds one, a rejection for each other row that is not blank.

    The first row names the columns. The origin is ``path:row``, rows counted as a spreadsheet does (the row of
    names is the first), with ``#id`` behind it where there is one. Raises ``Refusal``: ``no-text-column``, or
    what befalls the table as a whole.
    """
    head, source = _straightened(source, settings)
    opening = head.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")
    hint = EXCEL_HINT.match(opening)
    dialect = _dialect(opening[hint.end() :] if hint else opening, source.suffix, hint[1] if hint else None)
    lines = _Lines(source, settings.max_bytes)
    if hint:
        next(lines)
    reader = csv.reader(lines, delimiter=dialect.delimiter, escapechar=dialect.escape)
    columns: dict[str, int] = {}
    width = row = 0
    while True:
        row += 1
        origin = f"{source.origin}:{row}"
        try:
            fields = _next_row(reader, lines, settings)
        except _BadRow as bad:
            if not columns:
                raise
            yield bad.at(origin)
            if bad.last:
                return
            continue
        if fields is None:
            break
        if not any(field.strip() for field in fields):
            continue
        if not columns:
            columns, width = _columns(fields), len(fields)
            continue
        try:
            yield _article(fields, columns, width, origin, source.charset)
        except Refusal as refusal:
            yield refusal.at(origin)
    if not columns:
        raise Refusal("empty", "holds no text")


class _BadRow(Refusal):
    """A row that cannot be read. ``last`` if the rows behind it cannot be told apart."""

    def __init__(self, reason: str, message: str, last: bool = False) -> None:
        super().__init__(reason, message)
        self.last = last


class _Lines:
    """The lines of a table, ``END`` behind them; of a row over the limit only what its quotation marks enclose."""

    def __init__(self, source: Input, limit: int) -> None:
        self._stream = source.stream
        self._limit = limit
        self._first = True
        self._ended = False
        self.size = 0  # bytes of the row so far; set to 0 between rows
        self.kept = 0  # characters of it that were handed on

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._ended:
            raise StopIteration
        pieces: list[str] = []
        while piece := self._stream.readline(CHUNK):
            pieces.append(self._shrunk(piece))
            if piece.endswith(b"\n"):
                break
        if not pieces:
            self._ended = True
            return END
        return "".join(pieces)

    def _shrunk(self, piece: bytes) -> str:
        if self._first:
            piece, self._first = piece.removeprefix(BOM_UTF8), False
        self.size += len(piece)
        text = piece.decode("utf-8", "surrogateescape")
        if self.size > self._limit:  # the row is lost; what is kept tells where it ends
            text = PLAIN_RUN.sub(_squeezed, text)
        self.kept += len(text)
        if self.kept > 2 * self._limit:
            message = "holds a row so large that its end cannot be found; what follows is not read"
            raise _BadRow("too-big", message, last=True)
        return text


def _squeezed(run: re.Match[str]) -> str:
    """What tells whether a quotation mark before or behind the run stands at the edge of a field."""
    return "".join(char if char in DELIMITERS else "x" for char in (run[0][0], run[0][-1]))


def _next_row(reader: Iterator[list[str]], lines: _Lines, settings: IntakeSettings) -> list[str] | None:
    """The fields of the next row, ``None`` behind the last. Raises ``Refusal``: ``malformed-csv``, ``too-big``."""
    lines.size = lines.kept = 0
    try:
        with _field_size(2 * settings.max_bytes + CHUNK):
            fields = next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        message = f"cannot be split into columns ({_plainly(error)}); put quotation marks around its text"
        raise _BadRow("malformed-csv", message) from error
    if fields == [END]:
        return None
    if any(END in field for field in fields):
        message = "opens a quotation mark that is never closed; what follows is not read"
        raise _BadRow("malformed-csv", message, last=True)
    if lines.size > settings.max_bytes:
        raise _BadRow("too-big", str(too_big(None, settings)))
    return fields


def _plainly(error: csv.Error) -> str:
    """The csv module's message without its advice for programmers."""
    return str(error).partition(" - ")[0]


@contextmanager
def _field_size(limit: int) -> Iterator[None]:
    """The csv module's own bound on a field, which belongs to the whole process, raised only while a row is read."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _straightened(source: Input, settings: IntakeSettings) -> tuple[bytes, Input]:
    """The first bytes, and the whole as lines that end in a line feed, in an encoding that contains ASCII."""
    head = read_head(source.stream)
    refuse_binary_head(head)
    source = replace(source, stream=rejoined(head, source.stream))
    wide, old_mac = head.startswith(UTF_16_MARKS), b"\r" in head and b"\n" not in head
    if wide or old_mac:
        data = read_all(source, settings)
        data = decode(data).encode("utf-8") if wide else data.replace(b"\r", b"\n")
        source, head = replace(source, stream=BytesIO(data), size=len(data)), data[: len(head)]
    return head, source


def _dialect(opening: str, suffix: str, delimiter: str | None = None) -> _Dialect:
    """The delimiter under which the first row names most known columns, and how quotation marks are written."""
    first = next((line for line in opening.splitlines() if line.strip()), "")
    candidates = "\t" + DELIMITERS if suffix == ".tsv" else DELIMITERS
    delimiter = delimiter or max(candidates, key=lambda d: (len(_known(first.split(d))), first.count(d)))
    backslashed = BACKSLASHED.search(opening) and not DOUBLED.search(opening)
    return _Dialect(delimiter, "\\" if backslashed else None)


def _known(names: list[str]) -> dict[str, int]:
    """Where each of ``NAMES`` stands among ``names``; what does not is left out."""
    tidy = [" ".join(name.split()).strip("\ufeff\"'").casefold() for name in names]
    found = {key: next((name for name in wanted if name in tidy), None) for key, wanted in NAMES.items()}
    return {key: tidy.index(name) for key, name in found.items() if name is not None}


def _columns(names: list[str]) -> dict[str, int]:
    columns = _known(names)
    if "text" not in columns:
        shown = one_line(", ".join(" ".join(name.split()) for name in names))
        message = f"has no column called {', '.join(TEXT[:-1])} or {TEXT[-1]} in its first row (it has: {shown})"
        raise Refusal("no-text-column", message)
    return columns


def _article(
    fields: list[str], columns: dict[str, int], width: int, origin: str, charset: str | None = None
) -> Document:
    if any(field.strip() for field in fields[width:]):
        message = f"has {len(fields)} fields and the first row {width}; put quotation marks around its text"
        raise Refusal("malformed-csv", message)
    cells = {key: _decoded(fields[place], charset) for key, place in columns.items() if place < len(fields)}
    if not cells.get("text", "").strip():
        raise Refusal("no-text", "has nothing in the column of the text; give the article's text there")
    facts = Facts(
        title=metadata(cells.get("title")),
        publisher=metadata(cells.get("publisher")),
        published=_date(cells.get("published", "")),
        url=web_address(cells.get("url")),
    )
    name = one_line(cells.get("id", "").strip())
    return document(cells["text"], f"{origin}#{name}" if name else origin, FORMAT.name, facts)


def _decoded(field: str, charset: str | None = None) -> str:
    """``field`` in the encoding that its bytes certainly have, or else in ``charset``. Raises ``Refusal``."""
    if field.isascii():
        return field
    try:
        return field.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:  # bytes that are not UTF-8 came through as lone surrogates
        return decode(field.encode("utf-8", "surrogateescape"), charset)


def _date(words: str) -> Known | None:
    found = iso_date(words)
    return Known(found, Basis.METADATA) if found else None


def _recognises(head: bytes) -> bool:
    """True if the first line names a column of text and another known one, and little else."""
    first = head.removeprefix(BOM_UTF8).lstrip().split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    names = first.split(_dialect(first, "").delimiter)
    known = _known(names)
    return "text" in known and len(known) > 1 and all(len(name.split()) <= 3 for name in names)


FORMAT = Format("csv", (".csv", ".tsv"), documents, _recognises)
