"""Readings, attributions and events made by hand from words of a text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.text.sentences import sentences
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Voice, VoiceKind
from sayso.types.document import Document
from sayso.types.event import (
    Argument,
    Certainty,
    Event,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.reading import Reading, VoiceSummary
from sayso.types.span import Span

HAND = Producer("hand", "1")
ARTICLE = Voice("v_article", VoiceKind.ARTICLE, None, None)
HAPPENED = Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED)


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in ``text`` for the (n+1)-th time."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def said(
    text: str,
    source: str,
    cue: str,
    *content: str,
    polarity: Polarity = Polarity.AFFIRMED,
    manner: Manner = Manner.INDIRECT,
    parent: Attribution | None = None,
) -> Attribution:
    """An attribution by its words; its voice is named by the source. An empty source or cue is none."""
    spans = [tuple(place(text, w) for w in words if w) for words in ((source,), (cue,), content)]
    voice = Voice("v_" + (source or "nobody"), VoiceKind.ORGANISATION, source or None, spans[0][0] if source else None)
    chain = (*(parent.chain if parent else (ARTICLE.id,)), voice.id)
    return Attribution(
        id="a_" + hashlib.sha256(repr(spans).encode()).hexdigest()[:16],
        source=spans[0],
        cue=spans[1],
        content=spans[2],
        manner=manner,
        polarity=polarity,
        probability=0.9,
        line=1,
        parent=parent.id if parent else None,
        voice=voice,
        resolution=None,
        chain=chain,
        root=voice,
        basis_id=None,
        producers=(HAND,),
    )


def read(text: str, *attributions: Attribution) -> Reading:
    """A reading of ``text`` with these attributions."""
    document = Document("d_1", text, "-", "text")
    voices = (VoiceSummary(ARTICLE, 0, 0, 1.0),)
    return Reading(document, sentences(text), (), tuple(attributions), voices, (), HAND)


def told(
    text: str,
    trigger: str | Span,
    arguments: Sequence[tuple[Role, str]] = (),
    status: Status = HAPPENED,
    certainty: Certainty = Certainty.HIGH,
) -> EventMention:
    """One mention of an event by its trigger and arguments."""
    span = trigger if isinstance(trigger, Span) else place(text, trigger)
    found = tuple(Argument(role, place(text, words), 1.0) for role, words in arguments)
    return EventMention(span, EventType.ASSAULT, None, status, certainty, Stance.NONE, found, 0.8, (HAND,))


def event(number: int, *mentions: EventMention, main: int = 0, type_: EventType = EventType.ASSAULT) -> Event:
    """An event of these mentions; ``main`` is the index of the best among them as given."""
    best = mentions[main]
    ordered = tuple(sorted(mentions, key=lambda m: m.trigger))
    return Event(
        f"e_{number}",
        type_,
        None,
        best.status,
        ordered,
        ordered.index(best),
        (),
        (),
        (),
        None,
        "no place is given",
        None,
        "no time is given",
        best.certainty,
        (),
        None,
        best.probability,
    )


def actor(text: str, kind: ActorKind, name: str, *mentions: Span) -> Actor:
    """An actor named ``name`` and mentioned at these places too."""
    own = ActorMention(place(text, name), "name")
    others = tuple(ActorMention(m, "pronoun") for m in mentions)
    return Actor("c_" + name, kind, name, (own, *others), None, None, None, True)
