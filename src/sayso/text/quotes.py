"""Quotations of a text: what stands between quotation marks, whichever marks were typed.

Marks come in three families: double (“ ” „ " `` '' ＂), single (‘ ’ ‚ ') and guillemets (« » ‹ ›). Within a family any
mark may close any other, as copying often turns one kind into another; a mark's place in its word says whether it
opens, closes or is an apostrophe. No quotation crosses a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.text.paragraphs import paragraphs
from sayso.types.span import Span

# A run of straight marks is one: exports from tables double them.
MARK = re.compile(r"``|''|\"{1,3}|[“”„‟＂‘’‚‛'«»‹›]")
APOSTROPHE_WORD = re.compile(r"(?:\d0s|tis|twas|til|em|n)\b", re.I)
FEET_AND_INCHES = re.compile(r"\d['’′] ?\d{1,2}$")
APOSTROPHES = ("'", "’", "‘", "‛", "''")
AFTER_OPENING = "“‘«„$£€#@([…'"
OPEN_BEFORE = " \t\r\n\u00a0\u2009\u202f([{<—–-/…:=*_"
# Quotations within quotations within quotations are all that news text has; deeper marks are noise.
DEPTH = 4


class QuoteFamily(StrEnum):
    """Which kind of marks stand around a quotation."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMETS = "guillemets"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks, inside one paragraph (counted from 0).

    ``closed`` is ``False`` when no closing mark stands in the paragraph: the span then ends with the
    paragraph, or before the mark that opens the next quotation. ``continues`` is ``True`` when it is not
    closed and the next paragraph opens with a mark of the same family: one speech over several
    paragraphs. ``depth`` is 0 for an outermost quotation, 1 for one inside it, and so on.
    """

    span: Span
    family: QuoteFamily
    closed: bool
    continues: bool
    depth: int
    paragraph: int


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    begin: int
    family: QuoteFamily
    mark: str
    weak_end: int = 0  # behind a mark that may close a single quotation or be a plural possessive


def quotations(text: str, within: tuple[Span, ...] | None = None) -> tuple[Quotation, ...]:
    """Quotations of ``text`` sorted by where they begin, those inside others included.

    ``within`` are the paragraphs, found anew when not given. A closing mark without an opening one is
    passed over, as nothing says where its quotation began. Takes linear time.
    """
    parts = paragraphs(text) if within is None else within
    out: list[Quotation] = []
    for number, paragraph in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        out += _Paragraph(text, paragraph, number, following).scan()
    return tuple(sorted(out, key=lambda q: (q.span.begin, q.depth)))


def _family(mark: str) -> QuoteFamily:
    if mark in "«»‹›":
        return QuoteFamily.GUILLEMETS
    return QuoteFamily.SINGLE if mark in "‘’‚‛'" else QuoteFamily.DOUBLE


class _Paragraph:
    """The marks of one paragraph, read from left to right with a short stack of open ones."""

    def __init__(self, text: str, span: Span, number: int, following: Span | None) -> None:
        self.text, self.span, self.number, self.following = text, span, number, following
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []

    def scan(self) -> list[Quotation]:
        for m in MARK.finditer(self.text, self.span.begin, self.span.end):
            before = self.text[m.start() - 1] if m.start() > self.span.begin else " "
            after = self.text[m.end()] if m.end() < self.span.end else " "
            family = _family(m[0])
            if m[0] == '"' and FEET_AND_INCHES.search(self.text, max(self.span.begin, m.start() - 5), m.start()):
                continue
            if m[0] in APOSTROPHES and before.isalnum() and after.isalnum():  # don’t, O’Brien, don''t
                continue
            if family is QuoteFamily.SINGLE:
                self._single(m, before, after)
            elif self._opens(m[0], family, before, after):
                self._open(m, family)
            else:
                self._close(m.end(), family)
        while self.stack:
            self._abandon(self.span.end)
        return self.found

    def _opens(self, mark: str, family: QuoteFamily, before: str, after: str) -> bool:
        """Whether a double mark or guillemet opens: by its place, then by its form, then by what is open."""
        waiting = next((o.mark for o in reversed(self.stack) if o.family is family), None)
        at_begin = before in OPEN_BEFORE or before in "“‘«„'\""
        at_end = not (after.isalnum() or after in AFTER_OPENING)
        if mark in "”»›" or (mark == "“" and waiting == "„"):  # they may open in Swedish and German order
            return waiting is None and at_begin and not at_end
        if mark in "«‹" and waiting in ("»", "›"):
            return False
        if mark in "“„‟``«‹":
            return waiting is None or at_begin or not at_end
        if at_begin != at_end:
            return at_begin
        return waiting is None and not before.isalnum()

    def _single(self, m: re.Match[str], before: str, after: str) -> None:
        at_begin = before in OPEN_BEFORE or before in "“„«\"'‘"
        if at_begin and (after.isalnum() or after in AFTER_OPENING):
            if m[0] != "’" and not APOSTROPHE_WORD.match(self.text, m.end()):
                self._open(m, QuoteFamily.SINGLE)
            return
        waiting = next((o for o in reversed(self.stack) if o.family is QuoteFamily.SINGLE), None)
        if waiting is not None and m[0] != "‘" and not before.isspace() and not after.isalnum():
            if before in "sS" and after == " " and self.text[m.end() + 1 : m.end() + 2].islower():
                waiting.weak_end = waiting.weak_end or m.end()  # ‘the sources’ claims’
            else:
                self._close(m.end(), QuoteFamily.SINGLE)

    def _open(self, m: re.Match[str], family: QuoteFamily) -> None:
        if self.stack and (self.stack[-1].family is family or len(self.stack) == DEPTH):
            self._abandon(m.start())
        self.stack.append(_Open(m.start(), family, m[0]))

    def _close(self, end: int, family: QuoteFamily) -> None:
        if not any(o.family is family for o in self.stack):
            return
        while self.stack[-1].family is not family:
            self._abandon(end - 1)
        self._emit(self.stack.pop(), end, closed=True)

    def _abandon(self, limit: int) -> None:
        """The innermost open quotation finds no closing mark before ``limit``."""
        opened = self.stack.pop()
        if opened.weak_end:
            self._emit(opened, opened.weak_end, closed=True)
        elif opened.family is not QuoteFamily.SINGLE or self._goes_on(opened, limit):
            piece = self.text[opened.begin : limit].rstrip()
            if len(piece) > len(opened.mark):
                self._emit(opened, opened.begin + len(piece), closed=False)

    def _emit(self, opened: _Open, end: int, *, closed: bool) -> None:
        goes_on = not closed and self._goes_on(opened, end)
        span = Span(opened.begin, end)
        self.found.append(Quotation(span, opened.family, closed, goes_on, len(self.stack), self.number))

    def _goes_on(self, opened: _Open, limit: int) -> bool:
        """True when the quotation runs to the end of this paragraph and the next begins with such a mark."""
        if limit < self.span.end or self.following is None:
            return False
        mark = MARK.match(self.text, self.following.begin)
        return mark is not None and mark[0] not in "”’" and _family(mark[0]) is opened.family
