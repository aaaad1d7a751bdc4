"""Reading bytes within bounds: whole inputs, gzip, a stream whose beginning was looked at."""

from __future__ import annotations

import io
import zlib
from contextlib import suppress
from typing import BinaryIO

from sayso.intake.formats import Input, IntakeSettings, Refusal, too_big

GZIP_MAGIC = b"\x1f\x8b"
DEFLATED = b"\x08"  # the only method that gzip knows (RFC 1952, 2.3.1)
GZIP_WINDOW = zlib.MAX_WBITS | 16
HEAD = 65_536
CHUNK = 1 << 20
KEPT = 1 << 20  # packed bytes in which the next member is looked for when one is damaged
LOOK = 1024  # bytes that show how a member begins: its header, a table of codes, some letters
MOST_TRIED = 10_000  # places of a stream that look like a member; chance makes one in 16 MB


def some(stream: BinaryIO, size: int) -> bytes:
    """At most ``size`` bytes, in one step where ``stream`` can: ``read`` loses what stands before a damaged place."""
    piece: bytes = getattr(stream, "read1", stream.read)(size)
    return piece


class _Counted(io.RawIOBase):
    """A raw stream that counts what was read from it and may begin with bytes read before."""

    def __init__(self, stream: BinaryIO, head: bytes = b"") -> None:
        self.beneath = stream
        self._head = head
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or some(self.beneath, len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class Gunzipped(io.RawIOBase):
    """The decompressed bytes of a gzip stream, as long as they do not grow out of proportion.

    ``member`` is where the member that is being read begins, ``count`` how far it was read, both in decompressed bytes.
    """

    def __init__(self, stream: BinaryIO, settings: IntakeSettings) -> None:
        self.member = 0
        self.count = 0
        self._stream = stream
        self._settings = settings
        self._packed = 0
        self._waiting = b""  # read and not yet unpacked
        self._kept = bytearray()  # of the member that is being read, the last bytes as they were packed
        self._unpacking: zlib._Decompress | None = None  # None between two members
        self._refusal: Refusal | None = None
        self._tried = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._refusal:  # behind a damaged place nothing is read, however often it is tried
            raise self._refusal
        piece = self._unpacked(len(buffer))
        self.count += len(piece)
        settings = self._settings
        if self.count > max(settings.max_bytes, settings.max_expansion * self._packed):
            self._refusal = Refusal(
                "too-big",
                f"grows to more than {settings.max_expansion} times its size when decompressed; "
                "decompress it and give single files",
            )
            raise self._refusal
        buffer[: len(piece)] = piece
        return len(piece)

    def resumed(self, beginning: bytes) -> bool:
        """Behind a damaged place, go on with the next member whose content begins with ``beginning``.

        It is looked for in the last megabyte of the damaged member and then in the stream; False if there is none.
        """
        if self._refusal is None or self._refusal.reason != "damaged-gzip":
            return False
        data, at = bytes(self._kept), 1
        while self._tried < MOST_TRIED:
            found = data.find(GZIP_MAGIC + DEFLATED, at)
            if found < 0:
                more = self._more()
                if not more:
                    return False
                data, at = data[-2:] + more, 0
                continue
            while len(data) - found < LOOK and (more := self._more()):
                data += more
            self._tried += 1
            if _unpacks_to(data[found : found + LOOK], beginning):
                self._waiting, self._unpacking, self._refusal = data[found:], None, None
                return True
            at = found + 1
        return False

    def _unpacked(self, size: int) -> bytes:
        """At most ``size`` bytes, none at the end. What stands before a damaged place is given, then it is refused."""
        while True:
            if self._unpacking is None and not self._begun():
                return b""
            assert self._unpacking is not None
            if not self._waiting and not self._filled():
                raise self._damaged("it breaks off")
            before = self._unpacking.copy()
            try:
                piece = self._unpacking.decompress(self._waiting, size)
            except zlib.error as error:
                refusal = self._damaged(str(error))
                piece = _before_damage(before, self._waiting)
                if not piece:
                    raise refusal from error
                return piece
            if self._unpacking.eof:
                self._waiting, self._unpacking = self._unpacking.unused_data, None
            else:
                self._waiting = self._unpacking.unconsumed_tail
            if piece:
                return piece

    def _begun(self) -> bool:
        """Begin the next member; False at the end, before which there may be zeros."""
        padded = self._packed > 0
        while not self._waiting or (padded and not self._waiting.lstrip(b"\0")):
            self._waiting = self._more()
            if not self._waiting:
                return False
        self._waiting = self._waiting.lstrip(b"\0") if padded else self._waiting
        self._kept = bytearray(self._waiting)
        self.member = self.count
        self._unpacking = zlib.decompressobj(GZIP_WINDOW)
        return True

    def _filled(self) -> bool:
        self._waiting = self._more()
        self._kept += self._waiting
        del self._kept[:-KEPT]
        return bool(self._waiting)

    def _more(self) -> bytes:
        piece = some(self._stream, HEAD)
        self._packed += len(piece)
        return piece

    def _damaged(self, what: str) -> Refusal:
        self._refusal = Refusal("damaged-gzip", f"is not a whole gzip file ({what}); compress it again")
        return self._refusal


def _before_damage(unpacking: zlib._Decompress, packed: bytes) -> bytes:
    """What ``packed`` gives before zlib stumbles, which it does without giving it."""
    out = bytearray()
    with suppress(zlib.error):
        for at in range(len(packed)):
            out += unpacking.decompress(packed[at : at + 1])
    return bytes(out)


def _unpacks_to(packed: bytes, beginning: bytes) -> bool:
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(packed, len(beginning)) == beginning
    except zlib.error:
        return False


def rejoined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """A stream that gives ``head`` and then the rest of ``stream``."""
    return io.BufferedReader(_Counted(stream, head), HEAD)


def gunzipped(stream: BinaryIO, settings: IntakeSettings) -> BinaryIO:
    """The decompressed content of ``stream``. Reading raises ``Refusal`` if it is damaged or expands too much."""
    return io.BufferedReader(Gunzipped(stream, settings), HEAD)


def gunzip_beneath(stream: BinaryIO) -> Gunzipped | None:
    """What decompresses ``stream``, under whatever looks at or guards its bytes; ``None`` if nothing does."""
    layer: object = stream
    while layer is not None and not isinstance(layer, Gunzipped):
        layer = getattr(layer, "raw", None) or getattr(layer, "beneath", None)
    return layer


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
