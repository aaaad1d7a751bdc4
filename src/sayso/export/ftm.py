"""``ftm``: FollowTheMoney entities as JSON Lines: articles, public actors, and events that are told as facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from sayso.export import edtf
from sayso.export.format import Format, Outcome, View
from sayso.export.happened import Told, happened, private_names, public_name
from sayso.export.iris import web_address
from sayso.export.records import dumps
from sayso.export.visible import UNSAFE
from sayso.text.codec import Record
from sayso.types.actor import Actor, ActorKind
from sayso.types.claim import Report
from sayso.types.document import Document, Known
from sayso.types.event import Event

# Groups are nobody in particular and no entity.
SCHEMATA: Final = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "PublicBody",
    ActorKind.FORCE: "Organization",
    ActorKind.OUTLET: "Organization",
}
OURS: Final = re.compile(r"([a-z]{1,2})_([0-9a-f]{16})")  # an id as this package makes them
DATE: Final = re.compile(r"[1-9]\d{3}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?")  # what the model takes for a date
LANGUAGES: Final = {"en": "eng"}  # the model wants three letters


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write and flush the entities of each report as it comes. What was set aside gives none."""
    del view
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for found in entities(outcome):
                out.write(dumps(found) + "\n")
            out.flush()


def entities(report: Report) -> Iterator[Record]:
    """The article, its public actors with the mention of each, and its events.

    A private person is no entity and stands in none by name but in the words of the article.
    """
    document = report.document
    article = identifier("article", document.id)
    yield _article(article, document)
    known: dict[str, str] = {}
    private = private_names(report)
    for actor in report.grounding.actors:
        name = _words(actor.name)
        if not _leaves(actor) or actor.name in private or not name or actor.id in known:
            continue
        known[actor.id] = identifier("actor", document.id, actor.id)
        yield from _actor(actor, name, known[actor.id], article, document)
    for found in happened(report):
        if isinstance(found, Told):
            yield _event(found, article, known, document)


def identifier(kind: str, *parts: str) -> str:
    """An id that FollowTheMoney accepts: letters, digits and hyphens, the record's own id as far as that goes."""
    own = OURS.fullmatch(parts[-1])
    if own:
        return f"sayso-{own[1]}-{own[2]}"
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"sayso-{kind}-{digest}"


def _leaves(actor: Actor) -> bool:
    """Whether an actor is an entity: it has a name of its own ("troops" has none), and is no private person."""
    proper = any(char.isupper() for char in actor.name)
    return proper and actor.kind in SCHEMATA and (actor.public or actor.kind is not ActorKind.PERSON)


def _article(name: str, document: Document) -> Record:
    language = LANGUAGES.get(document.language, document.language if len(document.language) == 3 else "")
    return _entity(
        name,
        "Article",
        title=[_value(document.title)],
        publisher=[_value(document.publisher)],
        publishedAt=[_date(document.published.value[:10]) if document.published else ""],
        sourceUrl=[web_address(document) or ""],
        language=[language],
        fileName=[_words(document.origin)],
        bodyText=[_plain(document.text)],
    )


def _actor(actor: Actor, name: str, key: str, article: str, document: Document) -> Iterator[Record]:
    schema = SCHEMATA[actor.kind]
    country = [actor.country.lower() if actor.country else ""]
    office = actor.office if actor.kind is ActorKind.PERSON else None
    yield _entity(
        key,
        schema,
        name=[name],
        country=country,
        position=[_words(office.of(document.text)) if office else ""],
        proof=[article],
    )
    yield _entity(
        identifier("mention", document.id, actor.id, "mention"),
        "Mention",
        document=[article],
        resolved=[key],
        name=[name],
        detectedSchema=[schema],
        contextCountry=country,
    )


def _event(told: Told, article: str, known: dict[str, str], document: Document) -> Record:
    """An event that some voice tells as a fact. Its name holds type, place and day, and so no private person's."""
    event, main = told.event, told.main.claim
    begin, end = (_date(day.rstrip("~")) for day in edtf.ends(event.time))
    spot = event.place.location if event.place else None
    kind = f"{event.type.value}/{event.mode}" if event.mode else event.type.value
    when = edtf.interval(event.time)
    name = ", ".join(filter(None, (kind, _words(spot.name) if spot else "", edtf.day(event.time))))
    claims = [_plain(entry.claim.text) for entry in told.claims]
    notes = [
        f"certainty of the voice: {main.certainty.value}",
        f"on the word of {', '.join(dict.fromkeys(public_name(entry.claim.root) for entry in told.claims))}",
        *([f"denied by {', '.join(told.denied_by)}"] if told.denied_by else []),
        *([f"EDTF {when}"] if when else []),
        *([f"precision of the place: {spot.precision.value}"] if spot else []),
    ]
    return _entity(
        identifier("event", document.id, event.id),
        "Event",
        name=[name],
        startDate=[begin],
        endDate=[end],
        date=[edtf.day(event.time) or ""] if begin else [],
        location=[_words(spot.name) if spot else ""],
        country=[code.lower() for code in spot.countries] if spot else [],
        involved=_involved(event, known),
        summary=[_plain(main.text)],
        description=claims,
        keywords=[kind],
        notes=[_words(note) for note in notes],
        recordId=[_words(event.id)],
        sourceUrl=[web_address(document) or ""],
        publisher=[_value(document.publisher)],
        proof=[article],
    )


def _involved(event: Event, known: dict[str, str]) -> list[str]:
    parties = (*event.actors, *event.recipients)
    return [known[p.actor_id] for p in parties if p.actor_id is not None and p.actor_id in known]


def _entity(name: str, schema: str, /, **properties: list[str]) -> Record:
    filled = {key: list(dict.fromkeys(filter(None, values))) for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in filled.items() if values}}


def _date(value: str) -> str:
    """A date that the model takes, else nothing: it knows no open ends, no vague days and no years before 1000."""
    return value if DATE.fullmatch(value) else ""


def _words(value: str) -> str:
    """``value`` on one line without control characters; nothing where no letter or digit is left."""
    return " ".join(_plain(value).split())


def _plain(value: str) -> str:
    kept = UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else " ", value).strip()
    return kept if any(char.isalnum() for char in kept) else ""


def _value(fact: Known | None) -> str:
    return _words(fact.value) if fact else ""


FORMAT = Format("ftm", (".ftm", ".ijson"), write)
