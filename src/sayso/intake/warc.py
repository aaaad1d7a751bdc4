"""Web archives: WARC files (ISO 28500), plain or compressed, and WACZ packages that hold them. One document a page."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from email.message import Message
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from sayso.intake import zip as zipped
from sayso.intake.build import Facts, document, web_address
from sayso.intake.decode import decode
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal, one_line, too_big
from sayso.intake.html import page
from sayso.intake.resync import Tape
from sayso.intake.streams import CHUNK, GZIP_MAGIC, HEAD, gunzipped, rejoined, some
from sayso.intake.walk import extension
from sayso.types.document import Document, Rejection

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
KINDS = ("response", "resource")
MAX_HEADER = 100_000  # bytes of the header fields of a record, which warcio holds whole; real ones have some thousand
INFLATING = {"gzip": 31, "x-gzip": 31, "deflate": 47}  # zlib's window bits for the codings of RFC 9110, 8.4.1
MOST_DAMAGES = 1_000  # of one archive; looking for the next record costs a megabyte each time
END = object()
FOLDER = "archive"  # where a WACZ package keeps its WARC files (WACZ 1.1.1, 5.2)

logging.getLogger("warcio").addHandler(logging.NullHandler())  # keeps its warnings off standard error


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """A document for each page or text that was captured. Raises ``Refusal``.

    The origin is ``path:number of the record#time of capture``, the address is the one that was captured. Other
    records (requests, pictures, style sheets, redirections) are passed over. A damaged record is a rejection
    (``damaged-archive``), and the next that can be found is read.
    """
    if source.suffix == ".wacz":
        yield from _package(source, settings)
        return
    stream = _plain(source.stream, settings)
    empty = True
    for outcome in _records(replace(source, stream=stream), settings):
        empty = False
        yield outcome
    if empty:
        raise Refusal("no-article", "holds no captured page or text")


def _package(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """The pages of each WARC file in a WACZ package: origin ``path#archive/name:record#time``."""
    archive = zipped.opened(source, settings)
    found = [info for info in archive.members() if _is_warc(PurePosixPath(info.filename))]
    if not found:
        raise Refusal("no-article", f"holds no WARC file under {FOLDER}/")
    for info in found:
        origin = zipped.member_origin(source.origin, info.filename)
        try:
            stream = archive.opened(info)
            if extension(PurePosixPath(info.filename))[1]:
                stream = archive.gunzipped(stream, settings)
            with closing(stream):
                yield from documents(Input(origin, ".warc", stream), settings)
        except Refusal as refusal:
            if archive.budget.spent:
                raise
            yield refusal.at(origin)


def _is_warc(path: PurePosixPath) -> bool:
    return path.parts[:1] == (FOLDER,) and extension(path)[0] == ".warc"


def _plain(stream: BinaryIO, settings: IntakeSettings) -> BinaryIO:
    """``stream`` decompressed if it is gzip, once, which warcio would do without a bound. Raises ``Refusal``."""
    stream, head = _looked_at(stream)
    if head.startswith(GZIP_MAGIC):
        stream, head = _looked_at(gunzipped(stream, settings))
        if head.startswith(GZIP_MAGIC):
            raise Refusal("nested-archive", "is compressed twice; decompress it first")
    return stream


def _looked_at(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """``stream`` and its first bytes, at least eight where there are so many, without asking for more than can be read.

    Raises ``Refusal`` if there are none; where they cannot be read, that is told when the first record is.
    """
    head = b""
    try:
        while len(head) < 8 and (piece := some(stream, HEAD)):
            head += piece
    except Refusal:
        return rejoined(head, stream), head
    if not head:
        raise Refusal("empty", "holds nothing")
    return rejoined(head, stream), head


def _records(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """The outcome of each record that is a page. A damaged one is told, and the next that can be found is read."""
    from warcio.archiveiterator import WARCIterator

    class Quiet(WARCIterator):  # type: ignore[misc]
        INC_RECORD = ""  # it would be written to standard error; err_count tells it as well

    tape = Tape(source.stream)
    archive = Quiet(tape, check_digests=True)
    number = damages = 0
    while True:
        number += 1
        origin = f"{source.origin}:{number}"
        try:
            found = _next_outcome(archive, tape, origin, settings)
        except Refusal as refusal:
            yield refusal.at(origin)
            damages += 1
            if refusal.reason != "damaged-archive":
                return
            if damages == MOST_DAMAGES:
                message = f"is damaged in {MOST_DAMAGES:,} places; what follows is not read"
                yield Refusal("damaged-archive", message).at(f"{source.origin}:{number + 1}")
                return
            try:
                if not tape.to_next_record():
                    return
            except Refusal as other:
                yield other.at(f"{source.origin}:{number + 1}")
                return
            archive = Quiet(tape, check_digests=True)
            continue
        if found is END:
            return
        tape.began(archive.offset)
        if isinstance(found, Document | Rejection):
            yield found


def _next_outcome(archive: Any, tape: Tape, origin: str, settings: IntakeSettings) -> object:
    """What the next record holds, ``None`` if it is no page, ``END`` behind the last. Raises ``Refusal``."""
    try:
        tape.ration = MAX_HEADER
        record: Any = next(archive, END)
        if record is END:
            if tape.failure:
                raise tape.failure
            return END
        if record.length is None:
            raise Refusal("damaged-archive", "has a record that does not say how long it is; get it again")
        tape.ration = None
        outcome = _outcome(record, origin, settings)
        while record.raw_stream.read(CHUNK):
            pass
        tape.ration = MAX_HEADER
        archive.read_to_end()
    except Refusal:
        raise
    except Exception as error:  # warcio raises whatever the bytes make it stumble over
        what = one_line(str(error)) or type(error).__name__
        unread = Refusal("damaged-archive", f"has a record that cannot be read ({what}); get it again")
        raise tape.failure or unread from error
    _refuse_damaged(record, archive.err_count, tape)
    return outcome


def _refuse_damaged(record: Any, errors: int, tape: Tape) -> None:
    """Raise ``Refusal`` if the record's content was cut off, or is longer than its header says, or has other bytes."""
    cut = getattr(record.raw_stream, "limit", 0) > 0
    if tape.failure and (cut or tape.spoilt()):
        raise tape.failure
    if cut:
        raise Refusal("damaged-archive", "breaks off within a record; get it again")
    if errors:
        raise Refusal("damaged-archive", "has a record of another length than its header says; get it again")


def _outcome(record: Any, origin: str, settings: IntakeSettings) -> Document | Rejection | None:
    """What one record holds, ``None`` if it is no page. The record is read to its end or left unread."""
    http = record.http_headers
    kind = (http or record.rec_headers).get_header("Content-Type") or ""
    status = http.get_statuscode() if http else "200"
    media = Message()
    media["Content-Type"] = " ".join(kind.split())[:200]
    if record.rec_type not in KINDS or media.get_content_type() not in PAGES or not kind or status[:1] in "13":
        return None
    captured = one_line(record.rec_headers.get_header("WARC-Date") or "").strip()
    origin = f"{origin}#{captured}" if captured else origin
    try:
        if status[:1] != "2":
            raise Refusal("http-error", f"was answered with {one_line(status)}, so it is no article")
        data = _content(record, settings)
        charset = media.get_content_charset()
        if media.get_content_type() == "text/plain":
            text, facts = decode(data, charset), Facts()
        else:
            text, facts = page(data, charset)
        url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
        return document(text, origin, FORMAT.name, replace(facts, url=url or facts.url))
    except Refusal as refusal:
        return refusal.at(origin)


def _content(record: Any, settings: IntakeSettings) -> bytes:
    """The body of a record without the codings of its transfer. Raises ``Refusal``, also if its digest is another."""
    if record.length > settings.max_bytes:
        raise too_big(record.length, settings)
    data: bytes = b"".join(iter(lambda: record.raw_stream.read(CHUNK), b""))
    if record.digest_checker.passed is False and any("failed" in words for words in record.digest_checker.problems):
        raise Refusal("damaged-archive", "is not what was captured (its digest is another); get it again")
    if record.http_headers is None:
        return data
    if (record.http_headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        data = _dechunked(data)
    coding = (record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    return data if coding == "identity" else _inflated(data, coding, settings)


def _dechunked(data: bytes) -> bytes:
    """``data`` without the marks of chunked transfer (RFC 9112, 7.1); as it is if it has none, as some tools store."""
    out, place = bytearray(), 0
    while place < len(data):
        end = data.find(b"\r\n", place, place + 200)
        size = data[place:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or size.strip(b"0123456789abcdefABCDEF"):
            return data if not out else bytes(out)
        length = int(size, 16)
        if not length:
            break
        out += data[end + 2 : end + 2 + length]
        place = end + 2 + length + 2
    return bytes(out)


def _inflated(data: bytes, coding: str, settings: IntakeSettings) -> bytes:
    if coding not in INFLATING:
        raise Refusal("unsupported-compression", f"is compressed with {one_line(coding)}, which is not read")
    if coding != "deflate" and not data.startswith(GZIP_MAGIC):
        return data  # stored decompressed under the header it came with
    for window in (INFLATING[coding], -15):  # some servers send deflate without zlib's frame
        unpacking = zlib.decompressobj(window)
        try:
            out = unpacking.decompress(data, settings.max_bytes + 1)
        except zlib.error:
            continue
        if len(out) > settings.max_bytes:
            raise too_big(None, settings)
        if unpacking.eof:
            return out
    raise Refusal("damaged-archive", "holds compressed data that cannot be unpacked to its end; get it again")


def _recognises(head: bytes) -> bool:
    return head.startswith((b"WARC/1.", b"WARC/0."))


FORMAT = Format("warc", (".warc", ".wacz"), documents, _recognises)
