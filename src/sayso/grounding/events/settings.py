"""When and where: the place and the time that stand with an event, or the reason why there is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from sayso.grounding.events.words import LONGEST
from sayso.types.event import EventMention, Role
from sayso.types.place import Place, Precision
from sayso.types.span import Span
from sayso.types.time import TimeExpression

NO_PLACE = "no words of place stand with it"
UNLISTED = "its words of place name no place that the gazetteer has"
NO_TIME = "no words of time stand with it"
UNDATED = "its words of time name no stretch of the calendar"
# How exact a place is; areas, such as seas, are as good as regions.
EXACT = {
    Precision.POINT: 4,
    Precision.DISTRICT: 3,
    Precision.REGION: 2,
    Precision.AREA: 2,
    Precision.COUNTRY: 1,
}
# A word that puts what follows at a place.
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|over|outskirts of|town of|city of|village of|east of|west of"
    r"|north of|south of|port of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
STOP = re.compile(r"[;:“”\"()]|,|\b(?:said|says|told|and|but|while|who|which|that)\b")
BACK = 40  # characters before a name in which its preposition must stand

# Names inside words of place: "the village of Tell Aswad". Runs of capitalised words with what may join them.
_NAME = r"(?:[A-Z][\w'’.-]*|(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]s|[Aa]d)-[A-Z][\w'’-]*)"
NAME = re.compile(rf"(?<![\w'’-]){_NAME}(?:\s+(?:(?:de|del|la|of|the|al|el|na|upon)\s+)?{_NAME})*")
NO_NAME = frozenset("The A An In At On Near From To Outside Inside His Her Their Our Its This That Here There".split())

Placed = TypeVar("Placed", bound="HasSpan")


class HasSpan(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


def touching(items: Sequence[Placed], span: Span) -> list[Placed]:
    """Items that share a character with ``span``; ``items`` are sorted by their span and hardly ever nest."""
    at = bisect_left(items, span.begin - LONGEST, key=lambda i: i.span.begin)
    out = []
    while at < len(items) and items[at].span.begin < span.end:
        if items[at].span.overlap(span):
            out.append(items[at])
        at += 1
    return out


OPENS = re.compile(
    r"[“\"‘']?(?:(?:Then|And|But|Later|Also)\s+)?(?:(?:On|In|By|Early|Late|At|Since|During|Over)\s+(?:(?:on|in|the)\s+)?)?",
    re.I,
)


def names_of_places(text: str, mentions: Iterable[EventMention]) -> tuple[Span, ...]:
    """Names inside the words of place of events, sorted, for a gazetteer to look up; nothing is looked up here."""
    found: set[Span] = set()
    for a in (a for m in mentions for a in m.arguments if a.role is Role.PLACE):
        for match in NAME.finditer(text, a.span.begin, min(a.span.end, a.span.begin + LONGEST)):
            first, _, rest = match[0].partition(" ")
            begin = match.start() + (len(first) + 1 if first in NO_NAME else 0)
            if rest or first not in NO_NAME:
                words = text[begin : match.end()].rstrip(".")
                words = words[:-2] if words.endswith(("'s", "’s")) else words
                found.add(Span(begin, begin + len(words)))
    return tuple(sorted(found))


def place_of(mention: EventMention, text: str, places: Sequence[Place]) -> Place | None:
    """The most exact place that the mention's words of place name; one without location where none is known."""
    spans = [a.span for a in mention.arguments if a.role is Role.PLACE and a.span.of(text).strip()]
    found = [p for span in spans for p in touching(places, span)]
    if found:
        return max(found, key=lambda p: (_exact(p), -p.span.begin))
    if spans:
        return Place(spans[0], " ".join(spans[0].of(text).split()), reason=UNLISTED)
    return None


def _exact(place: Place) -> int:
    return EXACT[place.location.precision] if place.location is not None else 0


def nearby(mention: EventMention, text: str, places: Sequence[Place], sentence: Span) -> Place | None:
    """The only place of a sentence, where the words right behind the event put it there: "shelled homes in Orvik"."""
    here = [p for p in touching(places, sentence) if p.location is not None]
    if len(here) != 1 or here[0].span.begin < mention.trigger.end:
        return None
    between = text[mention.trigger.end : here[0].span.begin]
    if STOP.search(between) or not LOCATIVE.search(between[-BACK:]):
        return None
    return here[0]


def time_of(mention: EventMention, times: Sequence[TimeExpression]) -> tuple[TimeExpression | None, str | None]:
    """The time expression that the mention's words of time hold, the one with a known interval first."""
    spans = [a.span for a in mention.arguments if a.role is Role.TIME]
    found = [t for span in spans for t in touching(times, span)]
    if found:
        best = max(found, key=lambda t: (t.known, t.begin is not None and t.end is not None, -t.span.begin))
        return best, None if best.known else best.reason or UNDATED
    return None, UNDATED if spans else NO_TIME


def opening(sentence: Span, text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The only time of a sentence, where the sentence opens with it: "On 2 March, he was seen with his generals"."""
    here = [t for t in touching(times, sentence) if t.known]
    if len(here) != 1 or not OPENS.fullmatch(text[sentence.begin : here[0].span.begin]):
        return None
    return here[0] if text[here[0].span.end : here[0].span.end + 1] == "," else None


def apart_in_time(left: Iterable[TimeExpression | None], right: Iterable[TimeExpression | None]) -> bool:
    """Whether two known intervals share no moment."""
    pairs = ((a, b) for a in left for b in right if a is not None and b is not None)
    return any(_begin(a) >= _end(b) or _begin(b) >= _end(a) for a, b in pairs if a.known and b.known)


def _begin(t: TimeExpression) -> datetime:
    return t.begin or datetime.min


def _end(t: TimeExpression) -> datetime:
    return t.end or datetime.max


def apart_in_space(left: Place | None, right: Place | None) -> bool:
    """Whether two places are known not to be one: two points, or places in different countries."""
    if left is None or right is None or left.location is None or right.location is None:
        return False
    a, b = left.location, right.location
    if a.id == b.id:
        return False
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return True
    return a.precision is b.precision and a.precision in (Precision.POINT, Precision.DISTRICT)
