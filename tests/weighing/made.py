"""Small reports made by hand: one text, some claims, who tells each and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Voice, VoiceKind
from sayso.types.claim import Claim, ClaimKind, Grounding, Report
from sayso.types.document import Basis, Known
from sayso.types.event import (
    Argument,
    Certainty,
    Event,
    EventMention,
    EventType,
    Participant,
    Role,
    Stance,
    Status,
)
from sayso.types.reading import Reading, Sentence
from sayso.types.span import Span
from sayso.types.time import TimeExpression
from tests.readings import document, spot
from tests.reports import PAST

BY = Producer("model:events", "2.0")
ARTICLE = Voice("v_article", VoiceKind.ARTICLE, None, None)


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: ``words`` of the text that hold it, its ``trigger`` (none: no event), and who says so."""

    words: str
    trigger: str | None = None
    type: EventType = EventType.ASSAULT
    status: Status = PAST
    source: str | None = None
    cue: str | None = None
    name: str | None = None
    kind: VoiceKind = VoiceKind.ORGANISATION
    public: bool = True
    polarity: Polarity = Polarity.AFFIRMED
    who: str | None = None
    via: tuple[tuple[str, VoiceKind, str], ...] = ()  # name, kind and cue of those who hand it on


def actor(text: str, name: str, kind: ActorKind, key: str | None = None, **fields: object) -> Actor:
    """An actor that ``text`` names once."""
    values: dict[str, object] = {"country": None, "office": None, "public": True, "mentions": ()}
    values |= fields
    mentions = values.pop("mentions") or (ActorMention(spot(name, text), "name"),)
    return Actor(id="x_" + name, kind=kind, name=name, key=key, mentions=mentions, **values)  # type: ignore[arg-type]


def report(
    text: str,
    *said: Said,
    publisher: str | None = None,
    actors: Iterable[Actor] = (),
    times: Iterable[TimeExpression] = (),
) -> Report:
    """A report of ``text`` in which each of ``said`` is a claim."""
    told = [_told(text, k, s) for k, s in enumerate(said)]
    events = [_event(text, k, s) for k, s in enumerate(said)]
    rows = enumerate(zip(said, told, events, strict=True))
    claims = tuple(_claim(text, k, s, t[-1] if t else None, e) for k, (s, t, e) in rows)
    known = document(text, publisher=Known(publisher, Basis.METADATA) if publisher else None)
    found = tuple(a for t in told for a in t)
    sentences = tuple(Sentence(s, 0) for s in _sentences(text))
    reading = Reading(known, sentences, (), found, (), (), BY)
    kept = tuple(e for e in events if e is not None)
    return Report(reading, Grounding(tuple(times), (), tuple(actors), kept, claims, ()))


def _sentences(text: str) -> list[Span]:
    out, at = [], 0
    for part in text.replace("\n", " ").split(". "):
        end = min(at + len(part) + 1, len(text))
        if at < end:
            out.append(Span(at, end))
        at = end + 1
    return out


def _told(text: str, number: int, said: Said) -> list[Attribution]:
    if said.cue is None:
        return []
    voice = _voice(text, said.name or said.source, said.kind, said.public)
    chain, out = [ARTICLE], []
    for name, kind, cue in said.via:
        between = _voice(text, name, kind, True)
        chain.append(between)
        out.append(_attribution(text, f"a{number}{name}", said, between, chain, cue, name))
    chain.append(voice)
    last = _attribution(text, f"a{number}", said, voice, chain, said.cue, said.source)
    return [*out, replace(last, parent=out[-1].id if out else None)]


def _attribution(
    text: str, key: str, said: Said, voice: Voice, chain: list[Voice], cue: str, source: str | None
) -> Attribution:
    return Attribution(
        id=key,
        source=(spot(source, text),) if source else (),
        cue=(spot(cue, text),),
        content=(spot(said.words, text),),
        manner=Manner.INDIRECT,
        polarity=said.polarity,
        probability=0.9,
        line=1,
        parent=None,
        voice=voice,
        resolution=None,
        chain=tuple(v.id for v in chain),
        root=chain[-1],
        basis_id=None,
        producers=(BY,),
    )


def _voice(text: str, name: str | None, kind: VoiceKind, public: bool) -> Voice:
    at = Span(text.index(name), text.index(name) + len(name)) if name and name in text else None
    return Voice(f"v_{name}", kind, name, at, public)


def _event(text: str, number: int, said: Said) -> Event | None:
    if said.trigger is None:
        return None
    trigger = spot(said.trigger, text)
    arguments = (Argument(Role.ACTOR, spot(said.who, text), 0.9),) if said.who else ()
    mention = EventMention(trigger, said.type, None, said.status, Certainty.HIGH, Stance.NONE, arguments, 0.9, (BY,))
    return Event(
        id=f"e{number}",
        type=said.type,
        mode=None,
        status=said.status,
        mentions=(mention,),
        main=0,
        actors=(Participant(said.who, spot(said.who, text), "x_" + said.who),) if said.who else (),
        recipients=(),
        instruments=(),
        place=None,
        place_reason="none",
        time=None,
        time_reason="none",
        certainty=Certainty.HIGH,
        evidence=(),
        about=None,
        probability=0.9,
    )


def _claim(text: str, number: int, said: Said, told: Attribution | None, event: Event | None) -> Claim:
    return Claim(
        id=f"c{number}",
        kind=ClaimKind.EVENT if event is not None else ClaimKind.OPINION,
        text=said.words,
        pieces=(spot(said.words, text),),
        span=spot(said.words, text),
        event_id=event.id if event is not None else None,
        attribution_id=told.id if told is not None else None,
        chain=told.chain if told is not None else (ARTICLE.id,),
        root=told.root if told is not None else ARTICLE,
        status=event.status if event is not None else None,
        certainty=Certainty.HIGH,
        evidence=(),
        stance=Stance.NONE,
        stance_spans=(),
        probability=0.8,
        line=1,
    )
