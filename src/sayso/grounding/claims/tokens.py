"""Words and marks of a passage with their places, as the rules of wording see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from sayso.text.quotes import Quotation
from sayso.types.span import Span

# A word with its currency or percent sign; inner dots, hyphens, slashes, apostrophes, commas and colons of numbers.
TOKEN = re.compile(
    r"(?P<word>[#@$€£₤₴~+]?[^\W_]+(?:(?:[.'’/&\-‑][^\W_]+)|(?<=\d)[,:](?=\d)[^\W_]+)*(?:%|[.](?=[\w]))?)"
    r"|(?P<comma>,)"
    r"|(?P<stop>[;:—–…?!]|(?<=\s)-+(?=\s)|\|)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])"
    r"|(?P<quote>[“”„‟\"«»＂‘’‚‛'`]+)"
)
DOUBLE = frozenset('“”„‟"«»＂`')


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    COMMA = auto()
    STOP = auto()  # semicolon, colon, dash: parts clauses
    OPEN = auto()
    CLOSE = auto()


KINDS = {"word": Kind.WORD, "comma": Kind.COMMA, "stop": Kind.STOP, "open": Kind.OPEN, "close": Kind.CLOSE}


class Token(NamedTuple):
    """A word or mark. ``key`` is its lower-case form; ``part`` counts the stretches between quotation marks."""

    begin: int
    end: int
    key: str
    kind: Kind
    part: int
    word: bool = True  # a word or number


def quote_marks(quotations: Iterable[Quotation]) -> frozenset[int]:
    """Offsets of the characters that open or close a quotation; apostrophes are not among them."""
    return frozenset(offset for q in quotations for offset in (q.span.begin, q.span.end - 1))


def tokenise(text: str, parts: Sequence[Span], marks: frozenset[int]) -> tuple[Token, ...]:
    """Tokens of several stretches of ``text`` in order. Quotation marks (``marks``) are left out and part stretches."""
    out: list[Token] = []
    number = 0
    for part in parts:
        number += 1
        for found in TOKEN.finditer(text, part.begin, part.end):
            name = found.lastgroup or ""
            if name == "quote":
                if found[0][0] in DOUBLE or found.start() in marks or found.end() - 1 in marks:
                    number += 1
                continue
            key = found[0].casefold()
            if not key.isascii():
                key = key.replace("’", "'").replace("‑", "-")
            out.append(Token(found.start(), found.end(), key, KINDS[name], number, name == "word"))
    return tuple(out)


def joined(text: str, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Spans that cover ``tokens``: neighbours in the text become one span, with what stands between them.

    A span ends where tokens were left out, at a quotation mark, and at white space other than one blank, so that the
    spans joined by blanks are what is read aloud.
    """
    out: list[Span] = []
    last: Token | None = None
    for token in tokens:
        near = last is not None and last.part == token.part and 0 <= token.begin - last.end <= len(GAPS)
        if near and last is not None and GAP.fullmatch(text, last.end, token.begin):
            out[-1] = Span(out[-1].begin, token.end)
        elif token.word:
            out.append(Span(token.begin, token.end))
        else:
            continue  # no piece begins with a mark
        last = token
    return tuple(out)


GAPS = ".’' "  # a blank, the full stop of an abbreviation, the apostrophe of "drivers'"
GAP = re.compile(r"[.’'*]? ?")


def read_aloud(text: str, pieces: Iterable[Span], cut: tuple[bool, bool] = (False, False)) -> str:
    """The pieces joined by blanks, with a capital letter at the beginning and a full stop at the end.

    An end where words were ``cut`` off has three dots instead, so that nobody takes a part for the whole.
    """
    line = " ".join(piece.of(text) for piece in pieces)
    front, back = cut
    capital = line[:1].upper() if len(line[:1].upper()) == 1 else line[:1]  # "ß" has none of its own
    line = f"… {line}" if front else capital + line[1:]
    if back:
        return line.rstrip(".") + " …"
    return line + ("" if line.endswith((".", "?", "!")) else ".")
