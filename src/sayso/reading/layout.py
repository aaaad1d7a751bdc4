"""Attributions told by layout alone: speaker labels of transcripts, names signed below or behind a quotation."""

from __future__ import annotations

import re

from sayso.types.attribution import Producer
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

VERSION = "1"
PROBABILITY = 0.95  # 42 of 44 sources so found on PolNeAR's train and dev splits are annotated, in few articles
# "WALLACE: Let's start ...", with or without a quotation mark before and a note in brackets behind the name
LABEL = re.compile(r"^[ \t]*[\"“]?([A-Z][A-Z.'’\- ]*[A-Z])(?: \([^)\n]{1,30}\))?(:)[ \t]+(?=\S)", re.MULTILINE)
# “...” — Jane Roe; a person's name of two words or more, so that "- Reuters." is none
WORD = r"[^\W\d_a-z][\w.'’-]*"
SIGNED = re.compile(
    rf"[”\"]\s*(―|—|–|--|-)[ \t]*((?:{WORD}[ \t]+){{1,4}}[^\W\d_a-z][\w'’-]*)[ \t\xa0]*[.]?(?=,|[ \t\xa0]*(?:\n|$))"
)
LONGEST = 4_000  # characters of a signed quotation: none is longer, and no line of millions is searched for one
LEAST_LABELS = 2  # a single line in this form may be anything: "NOTE: ..."
NO_SPEAKER = frozenset(
    "note update updated editor correction photo photos video watch read more also related warning breaking exclusive "
    "live source sources date time place location where when who what why how q a".split()
)


def by_layout(text: str) -> tuple[RawAttribution, ...]:
    """Attributions of labelled lines (two at least) and of signed quotations, in reading order."""
    labels = [m for m in LABEL.finditer(text) if not NO_SPEAKER & set(m.group(1).casefold().split())]
    found = [_labelled(text, m) for m in labels] if len(labels) >= LEAST_LABELS else []
    found += [a for m in SIGNED.finditer(text) if (a := _signed(text, m)) is not None]
    return tuple(sorted(found, key=lambda a: a.content))


def _attribution(source: Span, cue: Span, content: Span) -> RawAttribution:
    return RawAttribution((source,), (cue,), (content,), PROBABILITY, None, (Producer("rule:layout", VERSION),))


def _labelled(text: str, match: re.Match[str]) -> RawAttribution:
    """The label's name says what stands behind it, to the end of the line."""
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    end = match.end() + len(text[match.end() : end].rstrip())
    return _attribution(Span(*match.span(1)), Span(*match.span(2)), Span(match.end(), end))


def _signed(text: str, match: re.Match[str]) -> RawAttribution | None:
    """The quotation before the dash, which has to fill its line up to there."""
    close = match.start() + 1
    opening = {"”": "“", '"': '"'}[text[match.start()]]
    near = max(0, match.start() - LONGEST)
    line = max(text.rfind("\n", near, match.start()) + 1, near)
    if line and text[line - 1] != "\n":
        return None
    begin = line + len(text[line:close]) - len(text[line:close].lstrip())
    body = text[begin : close - 1]
    if not body or body[0] not in (opening, "”") or opening in body[1:]:
        return None
    return _attribution(Span(*match.span(2)), Span(*match.span(1)), Span(begin, close))
