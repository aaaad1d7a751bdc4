"""From event mentions to events. The order of work:

1. A trigger that was marked twice counts once, and the words beside it may correct its status (``status.py``).
2. Each mention gets its participants (``participants.py``), place and time (``settings.py``).
3. Mentions that tell the same event are joined (``joining.py``); an assault takes in what else its sentence tells of
   the same action (``swallowing.py``).
4. The mention that tells most speaks for its event; what it lacks comes from the others.
5. Outer events are tied to their inner ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.grounding.events.identity import event_id
from sayso.grounding.events.inner import tied
from sayso.grounding.events.joining import Told, definite, join
from sayso.grounding.events.participants import Cast, cast, participants
from sayso.grounding.events.settings import NO_PLACE, NO_TIME, nearby, opening, place_of, time_of
from sayso.grounding.events.sightings import with_sightings
from sayso.grounding.events.status import revised
from sayso.grounding.events.swallowing import swallow
from sayso.grounding.events.words import stems
from sayso.types.actor import Actor
from sayso.types.event import Event, EventMention, Reality, Role
from sayso.types.place import Place
from sayso.types.reading import Reading
from sayso.types.span import Span
from sayso.types.time import TimeExpression

HEADLINE = 200  # characters of the longest headline


def events(
    reading: Reading,
    actors: Sequence[Actor],
    places: Sequence[Place],
    times: Sequence[TimeExpression],
) -> tuple[Event, ...]:
    """The events of one document in reading order of their main mention.

    ``actors``, ``places`` and ``times`` are those of the same document. A participant that no actor is found for keeps
    its words as its name; a place or time that cannot be told is ``None`` with its reason, never the document's own.
    """
    found = told(reading, actors, places, times)
    text = reading.document.text
    groups = swallow(text, join(text, found))
    built = sorted((_event(reading.document.id, group) for group in groups), key=lambda e: (e.trigger, e.type))
    return tied(built)


def told(
    reading: Reading,
    actors: Sequence[Actor],
    places: Sequence[Place],
    times: Sequence[TimeExpression],
) -> tuple[Told, ...]:
    """The event mentions of a document in reading order, with all that is known about each."""
    text = reading.document.text
    mentions = revised(reading, _distinct(with_sightings(reading, actors)))
    known = cast(text, actors)
    sites = sorted(places, key=lambda p: p.span)
    moments = sorted(times, key=lambda t: t.span)
    begins = [s.span.begin for s in reading.sentences]
    body = reading.document.body_begin or _headline_end(text)
    return tuple(_told(m, reading, known, (sites, moments), (begins, body)) for m in mentions)


def _distinct(mentions: Sequence[EventMention]) -> list[EventMention]:
    """One mention for each type and place, the likelier one, in reading order."""
    best: dict[tuple[str, Span], EventMention] = {}
    for m in mentions:
        key = (m.type.value, m.trigger)
        if key not in best or best[key].probability < m.probability:
            best[key] = m
    return sorted(best.values(), key=lambda m: (m.trigger, m.type))


def _told(
    mention: EventMention,
    reading: Reading,
    known: Cast,
    settings: tuple[Sequence[Place], Sequence[TimeExpression]],
    outline: tuple[Sequence[int], int],
) -> Told:
    text = reading.document.text
    begins, body = outline
    at = max(bisect_right(begins, mention.trigger.begin) - 1, 0)
    sentence = reading.sentences[at] if at < len(reading.sentences) else None
    place = place_of(mention, text, settings[0])
    if place is None and sentence is not None:
        place = nearby(mention, text, settings[0], sentence.span)
    time, reason = time_of(mention, settings[1])
    if time is None and reason == NO_TIME and sentence is not None:
        time = opening(sentence.span, text, settings[1])
        reason = None if time is not None else reason
    return Told(
        mention=mention,
        sentence=at,
        paragraph=sentence.paragraph if sentence is not None else 0,
        headline=mention.trigger.begin < body,
        definite=definite(text, mention),
        stems=stems(text, mention.trigger),
        actors=participants(mention, Role.ACTOR, known),
        recipients=participants(mention, Role.RECIPIENT, known),
        place=place,
        time=time,
        time_reason=reason,
    )


def _headline_end(text: str) -> int:
    """Offset behind a first paragraph that looks like a headline (short, no full stop), else 0."""
    first, gap, _ = text.partition("\n")
    closed = first.rstrip(" ”’\"')").endswith((".", "!", ":", ","))
    return len(first) + 1 if gap and not closed and 0 < len(first.strip()) <= HEADLINE else 0


def _main(group: Sequence[Told]) -> int:
    """The mention that tells most: of the event's type, not in a headline, no denial, with most roles, the first."""
    kind = group[0].mention.type

    def weight(k: int) -> tuple[bool, bool, bool, int, int]:
        one = group[k]
        roles = {a.role for a in one.mention.arguments if a.role is not Role.EVIDENCE}
        denied = one.mention.status.reality is Reality.DENIED
        return (one.mention.type is kind, not one.headline, not denied, len(roles), -k)

    return max(range(len(group)), key=weight)


def _event(document_id: str, group: Sequence[Told]) -> Event:
    kind = group[0].mention.type
    ordered = sorted(group, key=lambda t: (t.mention.trigger, t.mention.type))
    lead = group[_main(group)]
    main = ordered.index(lead)
    # the main mention first, then the others as the text has them, those of a headline or another type last
    rest = [
        lead,
        *sorted((t for t in ordered if t is not lead), key=lambda t: (t.headline, t.mention.type is not kind)),
    ]
    place = next((t.place for t in rest if t.place is not None and t.place.location is not None), None)
    place = place or next((t.place for t in rest if t.place is not None), None)
    timed = next((t for t in rest if t.time is not None and t.time.known), None)
    timed = timed or next((t for t in rest if t.time is not None), lead)
    instruments = {a.span for t in group for a in t.mention.arguments if a.role is Role.INSTRUMENT}
    evidence = {a.span for a in lead.mention.arguments if a.role is Role.EVIDENCE}
    return Event(
        id=event_id(document_id, kind, lead.mention.trigger),
        type=kind,
        mode=next((t.mention.mode for t in rest if t.mention.mode and t.mention.type is kind), None),
        status=lead.mention.status,
        mentions=tuple(t.mention for t in ordered),
        main=main,
        actors=next((t.actors for t in rest if t.actors), ()),
        recipients=next((t.recipients for t in rest if t.recipients), ()),
        instruments=tuple(sorted(instruments)),
        place=place,
        place_reason=NO_PLACE if place is None else place.reason,
        time=timed.time,
        time_reason=timed.time_reason,
        certainty=lead.mention.certainty,
        evidence=tuple(sorted(evidence)),
        about=None,
        probability=max(t.mention.probability for t in group),
    )
