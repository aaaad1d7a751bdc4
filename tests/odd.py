"""Strategies for odd reports: they keep the types' contract and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Producer, Voice
from sayso.types.claim import Claim, ClaimKind, Grounding, Report
from sayso.types.event import (
    MODES,
    Argument,
    Certainty,
    Event,
    EventMention,
    EventType,
    Occurrence,
    Participant,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.place import Location, Place, Precision
from sayso.types.span import Span
from sayso.types.time import AnchorKind, Granularity, TimeAnchor, TimeExpression, TimexType
from tests.readings import CHARACTERS, NAMES, odd_producers, odd_reading, odd_spans, odd_voice


def odd_reports() -> st.SearchStrategy[Report]:
    """Reports that keep the types' contract and nothing else: any text, unknown ids, intervals at any time."""
    return st.builds(odd_report, st.text(CHARACTERS, min_size=1, max_size=30), st.integers(0, 2**32))


def odd_report(text: str, seed: int) -> Report:
    """One odd report on ``text``."""
    rng = random.Random(seed)
    read = replace(odd_reading(text, seed), events=tuple(_odd_mention(rng, text) for _ in range(rng.randint(0, 2))))
    voices = [a.voice for a in read.attributions] + [odd_voice(rng, text)]
    grounding = Grounding(
        times=tuple(_odd_time(rng, text) for _ in range(rng.randint(0, 3))),
        places=tuple(_odd_place(rng, text) for _ in range(rng.randint(0, 3))),
        actors=tuple(_odd_actor(rng, text) for _ in range(rng.randint(0, 2))),
        events=tuple(_odd_event(rng, text) for _ in range(rng.randint(0, 3))),
        claims=tuple(_odd_claim(rng, text, voices) for _ in range(rng.randint(0, 4))),
        warnings=tuple(rng.sample(NAMES, rng.randint(0, 2))),
    )
    return Report(read, grounding)


def _odd_span(rng: random.Random, text: str) -> Span:
    begin = rng.randrange(len(text))
    return Span(begin, rng.randint(begin + 1, len(text)))


def _odd_status(rng: random.Random) -> Status:
    return Status(rng.choice([*Occurrence]), rng.choice([*Phase]), rng.choice([*Reality]))


def _odd_mention(rng: random.Random, text: str) -> EventMention:
    kind = rng.choice([*EventType])
    arguments = tuple(Argument(rng.choice([*Role]), s, rng.random()) for s in odd_spans(rng, text))
    return EventMention(
        _odd_span(rng, text), kind, rng.choice([None, *MODES[kind]]), _odd_status(rng), rng.choice([*Certainty]),
        rng.choice([*Stance]), arguments, rng.random(), odd_producers(rng),
    )  # fmt: skip


def _odd_moment(rng: random.Random) -> datetime:
    exact = datetime(rng.choice([1, 2, 999, 1800, 2022, 9998]), rng.randint(1, 12), rng.choice([1, 1, 15, 28]))
    return exact + timedelta(minutes=rng.choice([0, 0, 0, 1, 330, 1439]), microseconds=rng.choice([0, 0, 7]))


def _odd_time(rng: random.Random, text: str) -> TimeExpression:
    ends = sorted(_odd_moment(rng) for _ in range(2))
    anchor = TimeAnchor(rng.choice([*AnchorKind]), rng.choice(NAMES), _odd_moment(rng), _odd_span(rng, text))
    return TimeExpression(
        span=_odd_span(rng, text),
        type=rng.choice([None, *TimexType]),
        value=rng.choice([None, *NAMES]),
        begin=rng.choice([None, ends[0]]),
        end=rng.choice([None, ends[1]]),
        granularity=rng.choice([None, *Granularity]),
        edtf=rng.choice([None, *NAMES]),
        anchor=rng.choice([None, anchor]),
        producer=Producer(rng.choice(NAMES), "1"),
        modifier=rng.choice([None, "APPROX"]),
        relation=rng.choice([None, *NAMES]),
        zone=rng.choice([None, *NAMES]),
        approximate=rng.random() < 0.5,
        reason=rng.choice([None, *NAMES]),
    )


def _odd_location(rng: random.Random) -> Location:
    countries = tuple(rng.sample(["UA", "BY", "XK", "ZZ"], rng.randint(0, 3)))
    degrees = round(rng.uniform(-90, 90), 2), round(rng.uniform(-180, 180), 2)
    return Location(rng.choice(NAMES), rng.choice(NAMES), *degrees, countries, rng.choice([*Precision]))


def _odd_place(rng: random.Random, text: str) -> Place:
    span = _odd_span(rng, text)
    if rng.random() < 0.5:
        return Place(span, span.of(text), reason=rng.choice(NAMES))
    others = tuple(_odd_location(rng) for _ in range(rng.randint(0, 2)))
    return Place(span, span.of(text), _odd_location(rng), None, rng.choice(NAMES), rng.randint(0, 9), others)


def _odd_actor(rng: random.Random, text: str) -> Actor:
    public = rng.random() < 0.5
    return Actor(
        id=rng.choice(NAMES),
        kind=rng.choice([*ActorKind]),
        name=rng.choice(NAMES),
        mentions=tuple(ActorMention(s, rng.choice(NAMES)) for s in odd_spans(rng, text)),
        key=rng.choice([None, *NAMES]) if public else None,
        country=rng.choice([None, "BY"]),
        office=rng.choice([None, _odd_span(rng, text)]),
        public=public,
    )


def _odd_event(rng: random.Random, text: str) -> Event:
    mentions = tuple(_odd_mention(rng, text) for _ in range(rng.randint(1, 3)))
    return Event(
        id=rng.choice("efg"),
        type=mentions[0].type,
        mode=mentions[0].mode,
        status=_odd_status(rng),
        mentions=mentions,
        main=rng.randrange(len(mentions)),
        actors=_odd_participants(rng, text),
        recipients=_odd_participants(rng, text),
        instruments=odd_spans(rng, text),
        place=rng.choice([None, _odd_place(rng, text)]),
        place_reason=rng.choice([None, *NAMES]),
        time=rng.choice([None, _odd_time(rng, text)]),
        time_reason=rng.choice([None, *NAMES]),
        certainty=rng.choice([*Certainty]),
        evidence=odd_spans(rng, text),
        about=rng.choice([None, *"efg?"]),
        probability=rng.random(),
    )


def _odd_participants(rng: random.Random, text: str) -> tuple[Participant, ...]:
    spans = odd_spans(rng, text)
    return tuple(Participant(rng.choice(NAMES), rng.choice([None, s]), rng.choice([None, "x"])) for s in spans)


def _odd_claim(rng: random.Random, text: str, voices: Sequence[Voice]) -> Claim:
    return Claim(
        id=rng.choice("cd"),
        kind=rng.choice([*ClaimKind]),
        text=rng.choice([*NAMES, text]),
        pieces=odd_spans(rng, text),
        span=_odd_span(rng, text),
        event_id=rng.choice([None, *"efg?"]),
        attribution_id=rng.choice([None, *"abcd?"]),
        chain=tuple(rng.choice([*NAMES, *(v.id for v in voices)]) for _ in range(rng.randint(0, 3))),
        root=rng.choice(voices),
        status=rng.choice([None, _odd_status(rng)]),
        certainty=rng.choice([*Certainty]),
        evidence=odd_spans(rng, text),
        stance=rng.choice([*Stance]),
        stance_spans=odd_spans(rng, text),
        probability=rng.choice([0.0, 1.0, rng.random()]),
        line=rng.randint(1, 99),
    )
