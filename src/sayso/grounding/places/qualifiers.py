"""What the words around a name say about it: "Paris, Texas", "the Syrian town of Tel Rifaat", "X in Y province"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.grounding.places.candidates import SIMILAR, candidates
from sayso.grounding.places.gazetteer import Gazetteer, Hit, How
from sayso.types.span import Span

_WORD = r"(?:[A-Z][\w'’.\-]*|[A-Z]\.(?:[A-Z]\.)+)"
_NAME = rf"{_WORD}(?:[ \u00a0]+(?:(?:of|and|al|el)[ \u00a0]+)?{_WORD}){{0,3}}"
_PART = r"(?:(?:north|south|east|west|central)\w*[ -])*"
_KIND = (
    r"(?:city|town|village|capital|port|suburb|settlement|region|province|county|district|community|hamlet|island|"
    r"enclave|stronghold|municipality|oblast|governorate|resort|hub)"
)
_SPACE = r"[\s\u00a0]"
AFTER = (
    re.compile(rf"^(?:{_SPACE}+[Cc]ounty)?,{_SPACE}+({_NAME})"),
    re.compile(rf"^{_SPACE}*[(\[]({_NAME})[)\]]"),
    re.compile(
        rf"^(?:{_SPACE}+(?:[Cc]ounty|province|region|district))?,?{_SPACE}+in{_SPACE}+(?:the{_SPACE}+)?{_PART}({_NAME})"
    ),
    re.compile(rf"^,{_SPACE}+(?:a|the|an){_SPACE}+(?:\w+{_SPACE}+)?({_NAME}){_SPACE}+{_KIND}\b"),
    re.compile(
        rf"^,{_SPACE}+(?:a|the|an){_SPACE}+(?:\w+{_SPACE}+)?{_KIND}{_SPACE}+in{_SPACE}+(?:the{_SPACE}+)?{_PART}({_NAME})"
    ),
)
BEFORE = (
    re.compile(
        rf"({_NAME})(?:['’]s?)?{_SPACE}+(?:\w+{_SPACE}+){{0,2}}{_KIND}{_SPACE}+(?:city{_SPACE}+)?(?:of{_SPACE}+)?$"
    ),
    re.compile(rf"({_NAME})['’]s?{_SPACE}+(?:\w+{_SPACE}+)?$"),
)
LOOK_BEHIND, LOOK_AHEAD = 60, 70  # characters; a qualifier stands next to its name
LARGE = frozenset({"country", "adm-region", "adm-district", "region", "disputed", "historic"})
LONGEST = 4  # words of a qualifier


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Places that stand beside a name and may contain it: countries, regions, districts by number in the gazetteer."""

    name: str
    places: tuple[int, ...]


def qualifier(g: Gazetteer, text: str, span: Span, hits: tuple[Hit, ...]) -> Qualifier | None:
    """The country, region or district that the words next to ``span`` name, ``None`` when they name none.

    ``hits`` are the candidates for the name. An inner comma counts too: a span "Paris, Texas" is qualified by its own
    end. In a list ("Georgia, Ukraine and Russia") a country does not qualify its neighbour.
    """
    found = _beside(g, text, span)
    if found is None:
        return None
    kinds = {g.kinds[int(g.kind[h.place])] for h in hits if h.how is not How.TRIMMED}
    places = found.places
    if kinds & {"country", "adm-region"}:
        countries = {p for p in places if g.kinds[int(g.kind[p])] == "country"}
        held = {g.held[p] for p in countries}
        regions = any(g.kinds[int(g.kind[h.place])] == "adm-region" and g.held[h.place] in held for h in hits)
        if "country" in kinds and countries:
            return None
        if not regions:
            places = tuple(p for p in places if p not in countries)
    return Qualifier(found.name, places) if places else None


def _beside(g: Gazetteer, text: str, span: Span) -> Qualifier | None:
    inner = span.of(text).partition(",")
    if inner[2].strip():
        found = _longest(g, inner[2].strip())
        if found:
            return found
    ahead = text[span.end : span.end + LOOK_AHEAD]
    for pattern in AFTER:
        match = pattern.match(ahead)
        found = _longest(g, match[1]) if match else None
        if found:
            return found
    behind = text[max(0, span.begin - LOOK_BEHIND) : span.begin]
    for pattern in BEFORE:
        match = pattern.search(behind)
        found = _longest(g, match[1], last=True) if match else None
        if found:
            return found
    return None


def _longest(g: Gazetteer, words: str, last: bool = False) -> Qualifier | None:
    """The longest run of words, from the begin (or to the end, if ``last``), that names something large."""
    parts = words.split()
    for size in range(min(LONGEST, len(parts)), 0, -1):
        name = " ".join(parts[-size:] if last else parts[:size])
        for reading in (name, name.rstrip(".")):
            found = candidates(g, reading)
            if found.rule == SIMILAR:
                continue
            large = tuple(h.place for h in found.hits if g.kinds[int(g.kind[h.place])] in LARGE)
            if large:
                return Qualifier(name, large)
    return None
