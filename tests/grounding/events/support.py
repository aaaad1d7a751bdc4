"""Readings with event mentions, written by hand: words in brackets are found in the text."""

from __future__ import annotations

from typing import Any

from sayso.text.sentences import sentences
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Voice, VoiceKind
from sayso.types.document import Document
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
from sayso.types.place import Location, Place, Precision
from sayso.types.reading import Reading
from sayso.types.span import Span

HAPPENED = Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED)
MODEL = Producer("model:events", "1")


def spot(text: str, words: str, nth: int = 1) -> Span:
    """The ``nth`` place of some words in a text."""
    begin = -1
    for _ in range(nth):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def mention(text: str, trigger: str | Span, kind: EventType, **values: Any) -> EventMention:
    """A mention; roles are given as words of the text or spans (``actor="the guards"``), fields by their name."""
    arguments = []
    for role in Role:
        given = values.pop(role.value, ())
        for words in (given,) if isinstance(given, str | Span) else given:
            arguments.append(Argument(role, words if isinstance(words, Span) else spot(text, words), 0.9))
    fields: dict[str, Any] = {
        "mode": None,
        "status": HAPPENED,
        "certainty": Certainty.HIGH,
        "stance": Stance.NONE,
        "probability": 0.9,
        "producers": (MODEL,),
    }
    return EventMention(
        trigger=trigger if isinstance(trigger, Span) else spot(text, trigger),
        type=kind,
        arguments=tuple(sorted(arguments, key=lambda a: (a.span, a.role))),
        **(fields | values),
    )


def reading(text: str, *mentions: EventMention, attributions: tuple[Attribution, ...] = ()) -> Reading:
    """A reading of a text with its sentences and these mentions."""
    document = Document("d_0123456789abcdef", text, "test.txt", "plain")
    return Reading(document, sentences(text), (), attributions, (), (), MODEL, mentions)


def actor(text: str, name: str, *words: str, kind: ActorKind = ActorKind.ORGANISATION) -> Actor:
    """An actor that is named by its name and by these words wherever they stand."""
    spans = []
    for alias in (name, *words):
        at = text.find(alias)
        while at >= 0:
            spans.append(Span(at, at + len(alias)))
            at = text.find(alias, at + 1)
    return Actor(f"n_{name}", kind, name, tuple(ActorMention(s, "name") for s in sorted(spans)), None, None, None, True)


def place(text: str, name: str, country: str = "UA", nth: int = 1, point: bool = True) -> Place:
    """A place at some words of a text, in the middle of nowhere."""
    precision = Precision.POINT if point else Precision.COUNTRY
    return Place(
        spot(text, name, nth), name, Location(f"sayso:{name}", name, 0.0, 0.0, (country,), precision), rule="test"
    )


def attribution(text: str, cue: str, content: str, polarity: Polarity = Polarity.AFFIRMED) -> Attribution:
    """Somebody says these words."""
    voice = Voice("v_1", VoiceKind.UNNAMED, None, None)
    return Attribution(
        id="a_1",
        source=(),
        cue=(spot(text, cue),),
        content=(spot(text, content),),
        manner=Manner.INDIRECT,
        polarity=polarity,
        probability=0.9,
        line=1,
        parent=None,
        voice=voice,
        resolution=None,
        chain=("v_0", "v_1"),
        root=voice,
        basis_id=None,
        producers=(MODEL,),
    )
