"""The body of an answer, decompressed within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.fetch.records import MEGABYTE, Refusal

STEP = 1 << 16
FREE = MEGABYTE  # up to this size, how much an answer grows does not matter
ACCEPTED = "gzip, deflate"
GZIP_BITS, ZLIB_BITS, RAW_BITS = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Bounds:
    """``size`` in bytes before and after decompression, ``ratio`` between them. ``cut``: what is more is not read."""

    size: int
    ratio: int
    cut: bool = False


def body_of(pieces: Iterable[bytes], encoding: str | None, bounds: Bounds) -> bytes:
    """The bytes in ``pieces``, which ``encoding`` (the header Content-Encoding) says how to decompress.

    Raises ``Refusal``: ``fetch-too-big``, ``fetch-encoding`` (unknown, or damaged).
    """
    decoder = _decoder(encoding)
    out = bytearray()
    received = 0
    for piece in pieces:
        received += len(piece)
        try:
            for part in decoder.feed(piece):
                out += part
                if bounds.cut and len(out) >= bounds.size:
                    return bytes(out[: bounds.size])
                _check(received, len(out), bounds)
        except zlib.error as error:
            raise _damaged() from error
        _check(received, len(out), bounds)
    if not decoder.whole:
        raise _damaged()
    return bytes(out)


def too_big(bounds: Bounds) -> Refusal:
    """The refusal of an answer over the limit."""
    return Refusal("fetch-too-big", f"holds more than the limit of {bounds.size / MEGABYTE:g} MB")


def _check(received: int, size: int, bounds: Bounds) -> None:
    if size > max(FREE, bounds.ratio * received):
        raise Refusal("fetch-too-big", f"grows to more than {bounds.ratio} times its size when decompressed")
    if max(size, 0 if bounds.cut else received) > bounds.size:
        raise too_big(bounds)


def _damaged() -> Refusal:
    return Refusal("fetch-encoding", "comes compressed and damaged")


class _Decoder(Protocol):
    whole: bool

    def feed(self, piece: bytes) -> Iterator[bytes]: ...


class _Identity:
    whole = True

    def feed(self, piece: bytes) -> Iterator[bytes]:
        yield piece


class _Inflated:
    """gzip (RFC 1952), in members, or deflate: zlib (RFC 1950) or, from some servers, without its frame (RFC 1951)."""

    def __init__(self, gzipped: bool) -> None:
        self._gzipped = gzipped
        self._inflate = zlib.decompressobj(GZIP_BITS) if gzipped else None
        self._head = b""
        self.whole = True  # as long as nothing came: an empty body is often marked as compressed

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if self._inflate is None:
            self._head += piece
            if len(self._head) < 2:
                self.whole = not self._head
                return
            piece, self._inflate = self._head, zlib.decompressobj(_bits(self._head))
        while piece:
            if self._inflate.eof:
                if not self._gzipped:
                    return  # what follows is no part of it
                self._inflate = zlib.decompressobj(GZIP_BITS)
            yield from self._one(self._inflate, piece)
            piece = self._inflate.unused_data

    def _one(self, inflate: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
        """What one member gives from ``piece``, in small steps: what comes is counted before there is more of it."""
        while True:
            part = inflate.decompress(piece, STEP)
            piece = inflate.unconsumed_tail
            if part:
                yield part
            self.whole = inflate.eof
            if self.whole or (not piece and len(part) < STEP):
                return


def _bits(head: bytes) -> int:
    is_zlib = head[0] & 0x0F == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
    return ZLIB_BITS if is_zlib else RAW_BITS


def _decoder(encoding: str | None) -> _Decoder:
    name = (encoding or "identity").strip().lower()
    if name in ("identity", ""):
        return _Identity()
    if name in ("gzip", "x-gzip"):
        return _Inflated(gzipped=True)
    if name == "deflate":
        return _Inflated(gzipped=False)
    raise Refusal("fetch-encoding", "comes in a compression that was not asked for")
