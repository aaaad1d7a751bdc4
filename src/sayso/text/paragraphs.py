"""Paragraphs of a text, whether they are parted by blank lines, by line breaks or wrapped at a column."""

from __future__ import annotations

from itertools import pairwise

from sayso.types.span import Span

ENDERS = ".?!…:;"
CLOSERS = "”’\"')]}»›"
BULLETS = "•◦‣▪■●–—-*·>"
# A text is taken as wrapped at a column when of three or more lines without final punctuation at least half
# go on in lower case, and no line is longer than a terminal or an e-mail would show.
WRAP_COLUMN = 140
WRAP_BREAKS = 3
WRAP_SHARE = 0.5


def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs of ``text`` without the white space around them, in order.

    A blank line always parts paragraphs. A single line break does too, unless it stands inside a
    sentence (the line before has no final punctuation, the next begins in lower case) or the whole
    text is wrapped at a column; there it parts only before a bullet or after a short line.
    Takes linear time. Together the spans hold every character that is not white space.
    """
    lines = _lines(text)
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and _open(text, a) and text[b.begin] not in BULLETS]
    inside = sum(text[b.begin].islower() for _, b in pairs)
    width = max((line.end - line.begin for line in lines if line), default=0)
    wrapped = len(pairs) >= WRAP_BREAKS and inside >= WRAP_SHARE * len(pairs) and width <= WRAP_COLUMN
    out: list[Span] = []
    last: Span | None = None
    for line in lines:
        if line is not None:
            if last is not None and _goes_on(text, last, line, width if wrapped else 0):
                out[-1] = Span(out[-1].begin, line.end)
            else:
                out.append(line)
        last = line
    return tuple(out)


def _lines(text: str) -> list[Span | None]:
    """Lines without outer white space; ``None`` for a blank one."""
    out: list[Span | None] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        start = begin + len(line) - len(line.lstrip())
        out.append(Span(start, start + len(bare)) if bare else None)
        begin += len(line)
    return out


def _goes_on(text: str, line: Span, following: Span, wrap_width: int) -> bool:
    """True when ``following`` continues the paragraph of ``line``. ``wrap_width`` is 0 where lines are not wrapped."""
    if _inside_sentence(text, line, following):
        return True
    short = line.end - line.begin < wrap_width / 2
    return bool(wrap_width) and not short and text[following.begin] not in BULLETS


def _inside_sentence(text: str, line: Span, following: Span) -> bool:
    return text[following.begin].islower() and _open(text, line)


def _open(text: str, line: Span) -> bool:
    """True when ``line`` does not end with the punctuation that ends a sentence or introduces a list."""
    return not text[max(line.begin, line.end - 8) : line.end].rstrip(CLOSERS).endswith(tuple(ENDERS))
