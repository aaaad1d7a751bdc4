"""From what was read to what it means: the order of work of this room in one function."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from sayso.grounding.actors.find import actors
from sayso.grounding.claims.build import claims
from sayso.grounding.events.link import events
from sayso.grounding.events.settings import names_of_places
from sayso.grounding.places.find import find
from sayso.grounding.places.resolve import Setting, resolve
from sayso.grounding.times.normalise import read_times
from sayso.types.claim import Grounding
from sayso.types.document import Document
from sayso.types.place import Place
from sayso.types.reading import EntityType, Reading
from sayso.types.time import TimeExpression

PLACES = (EntityType.PLACE, EntityType.COUNTRY)


def ground(reading: Reading) -> Grounding:
    """Times, places, actors, events and claims of one reading. Raises ``ModelError`` when the gazetteer is damaged."""
    when, where, who = _times(reading), _places(reading), actors(reading)
    happened = events(reading, who, where, when)
    return Grounding(when, where, who, happened, claims(reading, who, happened), _warnings(reading, when))


def _times(reading: Reading) -> tuple[TimeExpression, ...]:
    document = reading.document
    published = datetime.fromisoformat(document.published.value) if document.published else None
    return read_times(document.text, published, reading.sentences)


def _places(reading: Reading) -> tuple[Place, ...]:
    """Names that the model, an event's words of place or the gazetteer's rules take for places, in this order."""
    text = reading.document.text
    taken = [m.span for m in reading.mentions]
    spans = [m.span for m in reading.mentions if m.type in PLACES]
    for names in (names_of_places(text, reading.events), find(text)):
        new = [s for s in names if not any(s.overlap(t) for t in taken)]
        spans, taken = [*spans, *new], [*taken, *new]
    return resolve(sorted(set(spans)), Setting(text, _host(reading.document)))


def _host(document: Document) -> str | None:
    try:
        return urlsplit(document.url.value).hostname if document.url else None
    except ValueError:  # a broken address tells nothing
        return None


def _warnings(reading: Reading, when: tuple[TimeExpression, ...]) -> tuple[str, ...]:
    if reading.document.published is None and any(not t.known for t in when):
        return ('The article\'s date is not known, so what is counted from it ("yesterday") has no date.',)
    return ()
