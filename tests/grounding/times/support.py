"""What the tests of this folder share: reading one marked expression."""

from __future__ import annotations

from datetime import date, datetime

from sayso.grounding.times.find import find
from sayso.grounding.times.normalise import normalise
from sayso.types.span import Span
from sayso.types.time import TimeExpression

DAY = date(2022, 3, 8)  # a Tuesday


def read(marked: str, published: date | None = DAY) -> TimeExpression:
    """The reading of the words between [ and ], beside what the finder marks in the rest."""
    begin = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    span = Span(begin, end)
    masked = text[:begin] + "_" * (end - begin) + text[end:]
    spans = [s for s in find(masked) if not s.overlap(span)] + [span]
    return next(t for t in normalise(text, spans, published) if t.span == span)


def ends(marked: str, published: date | None = DAY) -> tuple[str | None, str | None]:
    """Begin and end of the marked expression as ISO 8601, without a time of day where it is midnight."""
    found = read(marked, published)
    return shown(found.begin), shown(found.end)


def shown(moment: datetime | None) -> str | None:
    """A moment, short."""
    if moment is None:
        return None
    return moment.date().isoformat() if moment.hour == moment.minute == moment.second == 0 else moment.isoformat()
