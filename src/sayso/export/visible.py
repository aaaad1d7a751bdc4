"""Text from anywhere, made safe and measurable for a terminal."""

from __future__ import annotations

import re
import unicodedata

# Controls (C0, DEL, C1: a terminal obeys them), line and paragraph separators, lone surrogates
# (cannot be encoded), and the characters of UAX #9 that reorder what stands around them.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def visible(text: str) -> str:
    """``text`` on one line, each control, bidi and surrogate character written as ``\\x1b`` or ``\\u202e``."""
    return UNSAFE.sub(_escaped, text)


def prose(text: str) -> str:
    """``visible`` with every run of white space, line breaks too, as one space."""
    return visible(" ".join(text.split()))


def cells(text: str) -> int:
    """Number of terminal cells of ``text``: two for wide East Asian characters (UAX #11), none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> int:
    """How many characters of ``text`` fit into ``width`` cells; at least one, so that a caller always gets on."""
    used = 0
    for index, char in enumerate(text):
        used += _cell(char)
        if used > width:
            return max(index, 1)
    return len(text)
