"""Text from anywhere as HTML that shows all of it and obeys none of it."""

from __future__ import annotations

import html
import re
from typing import Final

from sayso.export.visible import UNSAFE, visible

SPECIAL: Final = re.compile(f"[&<>\"']|{UNSAFE.pattern}")
KEPT: Final = "\t\n"


def shown(text: str) -> str:
    """``text`` as HTML content with exactly its characters.

    Control and bidi characters stay, each alone in an isolated element that makes it visible and
    harmless; a parser would drop NUL and lone surrogates, so U+FFFD takes their place.
    """
    return SPECIAL.sub(_safe, text)


def attribute(text: str) -> str:
    """``text`` for an attribute in double quotes, control and bidi characters written as ``\\x1b``."""
    return html.escape(visible(text), quote=True)


def _safe(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in KEPT:
        return char
    if char in "&<>\"'":
        return html.escape(char, quote=True)
    if char == "\r":
        return "&#13;"  # a parser turns a bare one into a line feed
    kept = "\ufffd" if char == "\0" or 0xD800 <= code <= 0xDFFF else char
    return f'<bdi class="ctl" data-c="U+{code:04X}">{kept}</bdi>'
