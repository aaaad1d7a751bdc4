"""What bytes an input is made of: the SHA-256 and the size by which a ledger knows it again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.intake.walk import open_file

CHUNK = 1 << 20
IN_MEMORY = 32 << 20  # bytes of standard input beyond which they are kept in a file


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """SHA-256 in hexadecimal digits and size in bytes, before any decompression."""

    sha256: str
    size: int


def fingerprint(path: Path) -> Fingerprint:
    """Of the ordinary file at ``path``, read in pieces. Raises ``OSError`` and ``Refusal`` as opening it does."""
    with os.fdopen(open_file(path), "rb") as stream:
        return _of(stream)


@contextmanager
def spooled(stream: BinaryIO) -> Iterator[tuple[BinaryIO, Fingerprint]]:
    """``stream``, which can be read once, as one that can be read again, with its fingerprint."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as kept:
        found = _of(stream, kept)
        kept.seek(0)
        yield kept, found  # type: ignore[misc]  # has all that a binary stream has, without its type


def _of(stream: BinaryIO, copy: BinaryIO | tempfile.SpooledTemporaryFile[bytes] | None = None) -> Fingerprint:
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(CHUNK):
        digest.update(piece)
        size += len(piece)
        if copy is not None:
            copy.write(piece)
    return Fingerprint(digest.hexdigest(), size)
