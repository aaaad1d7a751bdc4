"""Gold event mentions: what a model that never errs would hand to grounding, from compiled ``eventmarks`` rows.

They bound from above what joining mentions, taking participants from their words, placing and dating can reach.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sayso.text.sentences import sentences
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Producer
from sayso.types.document import Basis, Document, Known
from sayso.types.event import (
    Argument,
    Certainty,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.reading import Reading, Sentence
from sayso.types.span import Span

Row = dict[str, Any]
GOLD = (Producer("gold", "1"),)
ROLES = (Role.ACTOR, Role.RECIPIENT, Role.PLACE, Role.TIME, Role.INSTRUMENT)


def gold_mentions(row: Row, within: tuple[Sentence, ...] | None = None) -> tuple[EventMention, ...]:
    """The trigger and all further words of each gold event as mentions, in reading order.

    A mention has the arguments that stand in its sentence; those that stand in no mention's sentence go with the
    trigger. All mentions of an event have its status. ``within`` are the sentences, found anew when not given.
    """
    places = [s.span for s in (sentences(row["text"]) if within is None else within)]
    triggers = {e["number"]: e["trigger"] for e in row["events"]}
    out = []
    for event in row["events"]:
        arguments = _arguments(event, triggers)
        spots = [event["trigger"], *event["mentions"]]
        homes = {_home(places, s[0]) for s in spots}
        for k, spot in enumerate(spots):
            home = _home(places, spot[0])
            mine = [a for a in arguments if _home(places, a.span.begin) == home or a.role is Role.ABOUT and k == 0]
            if k == 0:
                mine += [a for a in arguments if a.role is not Role.ABOUT and _home(places, a.span.begin) not in homes]
            out.append(_mention(event, Span(*spot), tuple(sorted(set(mine), key=lambda a: (a.span, a.role)))))
    return tuple(sorted(out, key=lambda m: (m.trigger, m.type)))


def _home(places: list[Span], begin: int) -> int | None:
    return next((k for k, s in enumerate(places) if s.begin <= begin < s.end), None)


def _arguments(event: Row, triggers: dict[int, list[int]]) -> list[Argument]:
    spans = [(role, a["span"]) for role in ROLES for a in event[role.value] if a["span"]]
    spans += [(Role.EVIDENCE, s) for s in event["certainty_words"]]
    if event["about"] is not None:
        spans.append((Role.ABOUT, triggers[event["about"]]))
    return [Argument(role, Span(*span), 1.0) for role, span in spans]


def _mention(event: Row, trigger: Span, arguments: tuple[Argument, ...]) -> EventMention:
    status = event["status"]
    return EventMention(
        trigger,
        EventType(event["type"]),
        event["mode"],
        Status(Occurrence(status["polarity"]), Phase(status["time"]), Reality(status["reality"])),
        Certainty(event["certainty"]),
        Stance(event["stance"]),
        arguments,
        1.0,
        GOLD,
    )


def gold_actors(row: Row) -> tuple[Actor, ...]:
    """An actor for each name that gold gives to actors and recipients, with the gold spans and nothing else."""
    spans: dict[str, set[Span]] = {}
    for event in row["events"]:
        for a in (*event["actor"], *event["recipient"]):
            found = spans.setdefault(a["name"], set())
            if a["span"]:
                found.add(Span(*a["span"]))
    return tuple(
        Actor(f"gold:{name}", ActorKind.GROUP, name, mentions, None, None, None, public=True)
        for name, found in sorted(spans.items())
        if (mentions := tuple(ActorMention(s, "gold") for s in sorted(found)))
    )


def gold_reading(row: Row) -> Reading:
    """A reading of a row with its sentences, its date and nothing else: no model is asked."""
    text = row["text"]
    document = Document(
        "d_" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text,
        str(row["id"]),
        "jsonl",
        publisher=_known(row.get("outlet")),
        published=_known(row.get("date")),
    )
    return Reading(document, sentences(text), (), (), (), (), Producer("gold", "1"))


def _known(value: object) -> Known | None:
    return Known(value, Basis.METADATA) if isinstance(value, str) and value else None
