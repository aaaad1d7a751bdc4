"""The file of tokens: who may read a public ledger, and who may review it. It holds hashes, no token itself.

A line is ``read HASH`` or ``review NAME HASH``; the hash is SHA-256 of the token, 64 hexadecimal digits. Tokens are
made here, of 256 random bits: nobody guesses one, and a fast hash is enough.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.errors import UsageError

BYTES: Final = 32  # of a token
LARGEST: Final = 256 * 1024  # bytes of the file
LONGEST: Final = 200  # characters of a name, as decisions keep it
LINE: Final = re.compile(r"(?:read|review\s+(?P<name>\S.*?))\s+(?P<hash>[0-9a-fA-F]{64})")
FORM: Final = (
    "write 'read HASH' or 'review NAME HASH', as 'sayso serve --new-reader' and '--new-reviewer NAME' print it"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A token that is let in, by its hash; ``reviewer`` is the name of who may decide with it, ``None`` for readers."""

    digest: str
    reviewer: str | None


def new_token() -> str:
    """A fresh token."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """What the file keeps of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def line(token: str, reviewer: str | None) -> str:
    """The line that lets a token in. Raises ``UsageError`` for a name that a line cannot hold."""
    made = f"read {digest(token)}" if reviewer is None else f"review {reviewer} {digest(token)}"
    found = LINE.fullmatch(made)
    if found is None or found["name"] != reviewer or len(reviewer or "") > LONGEST or not made.isprintable():
        raise UsageError(f"{reviewer!r} is no name that fits on a line; give 1 to {LONGEST} characters without breaks")
    return made


def parse(text: str, path: Path) -> tuple[Entry, ...]:
    """What is written in the file. Raises ``UsageError`` with the number of a line that is not understood."""
    out = []
    for number, row in enumerate(text.splitlines(), 1):
        told = row.strip()
        if not told or told.startswith("#"):
            continue
        found = LINE.fullmatch(told)
        if found is None or len(found["name"] or "") > LONGEST:
            raise UsageError(f"{path}: line {number} is not understood; {FORM}")
        out.append(Entry(found["hash"].lower(), found["name"]))
    return tuple(out)


def matching(entries: tuple[Entry, ...], given: str) -> Entry | None:
    """The entry of a hash. Compares with all of them, each in the same time."""
    found = None
    for entry in entries:
        if hmac.compare_digest(entry.digest, given):
            found = entry
    return found


class Tokens:
    """The file as it is now: read anew whenever it was changed. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: tuple[tuple[int, ...], tuple[Entry, ...]] | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Who is let in now.

        Raises ``UsageError`` where the file is not there, not understood, or others than its owner may read it.
        """
        try:
            found = os.stat(self.path)
            known = self._read
            if known is None or known[0] != _state(found):
                known = self._read = _taken(self.path)
        except OSError as error:
            told = f"{self.path}: the token file cannot be read ({error.strerror})"
            raise UsageError(f"{told}; make it with 'sayso serve --new-reviewer NAME --tokens {self.path}'") from error
        return known[1]


def _taken(path: Path) -> tuple[tuple[int, ...], tuple[Entry, ...]]:
    with open(path, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise UsageError(f"{path}: is no token file; {FORM}")
        if found.st_mode & 0o077:
            raise UsageError(f"{path}: others than its owner may read or write it; run 'chmod 600 {path}'")
        text = file.read().decode("utf-8", "replace")
    return _state(found), parse(text, path)


def _state(found: os.stat_result) -> tuple[int, ...]:
    """What changes whenever the file does."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode


def add(path: Path, made: str) -> None:
    """Write a line behind the others; a new file is its owner's alone. Raises ``UsageError``."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with open(handle, "r+", encoding="utf-8", errors="replace") as file:
            text = file.read()
            file.write(f"{'' if text.endswith(chr(10)) or not text else chr(10)}{made}\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written to ({error.strerror}); name another file") from error
    Tokens(path).entries()
