"""Reading bytes within bounds: whole inputs, gzip, a stream whose beginning was looked at."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO

from sayso.intake.formats import Input, IntakeSettings, Refusal, too_big

GZIP_MAGIC = b"\x1f\x8b"
HEAD = 65_536
CHUNK = 1 << 20


def some(stream: BinaryIO, size: int) -> bytes:
    """At most ``size`` bytes, in one step where ``stream`` can: ``read`` loses what stands before a damaged place."""
    piece: bytes = getattr(stream, "read1", stream.read)(size)
    return piece


class _Counted(io.RawIOBase):
    """A raw stream that counts what was read from it and may begin with bytes read before."""

    def __init__(self, stream: BinaryIO, head: bytes = b"") -> None:
        self._stream = stream
        self._head = head
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or some(self._stream, len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class _Gunzipped(io.RawIOBase):
    """The decompressed bytes of a gzip stream, as long as they do not grow out of proportion."""

    def __init__(self, stream: BinaryIO, settings: IntakeSettings) -> None:
        self._packed = _Counted(stream)
        self._plain = gzip.GzipFile(fileobj=io.BufferedReader(self._packed, HEAD), mode="rb")
        self._settings = settings
        self._count = 0
        self._refusal: Refusal | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._refusal:  # behind a damaged place nothing is read, however often it is tried
            raise self._refusal
        try:
            piece = self._plain.read1(len(buffer))  # not read(), which loses what came before a damaged place
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            message = f"is not a whole gzip file ({error}); compress it again"
            self._refusal = Refusal("damaged-gzip", message)
            raise self._refusal from error
        self._count += len(piece)
        settings = self._settings
        if self._count > max(settings.max_bytes, settings.max_expansion * self._packed.count):
            raise Refusal(
                "too-big",
                f"grows to more than {settings.max_expansion} times its size when decompressed; "
                "decompress it and give single files",
            )
        buffer[: len(piece)] = piece
        return len(piece)


def rejoined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """A stream that gives ``head`` and then the rest of ``stream``."""
    return io.BufferedReader(_Counted(stream, head), HEAD)


def gunzipped(stream: BinaryIO, settings: IntakeSettings) -> BinaryIO:
    """The decompressed content of ``stream``. Reading raises ``Refusal`` if it is damaged or expands too much."""
    return io.BufferedReader(_Gunzipped(stream, settings), HEAD)


def read_head(stream: BinaryIO) -> bytes:
    """The first bytes of ``stream``, as many as are needed to tell a format, or as stand before a damaged place.

    Raises ``Refusal`` if there are none before it.
    """
    pieces: list[bytes] = []
    try:
        while sum(map(len, pieces)) < HEAD and (piece := some(stream, HEAD)):
            pieces.append(piece)
    except Refusal:
        if not pieces:
            raise
    return b"".join(pieces)


def read_all(source: Input, settings: IntakeSettings) -> bytes:
    """All bytes of ``source``. Raises ``Refusal`` over ``settings.max_bytes``, without reading on."""
    if source.size is not None and source.size > settings.max_bytes:
        raise too_big(source.size, settings)
    out = bytearray()
    while piece := source.stream.read(CHUNK):
        out += piece
        if len(out) > settings.max_bytes:
            raise too_big(None, settings)
    return bytes(out)
