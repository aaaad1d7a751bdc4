"""What a picture or a witness shows of an actor: "he was photographed with a map", "the column was seen near Kelva".

The heads know no type for it, as nobody does anything to anybody. Yet who was seen where, when and with whom is what
much of open-source work rests on; so a rule makes a mention of it (``STATE``, without a mode), where the subject is an
actor that the document names or points to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.types.actor import Actor
from sayso.types.attribution import Producer
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
from sayso.types.reading import Reading
from sayso.types.span import Span

VERSION = "1"
# By judgement, not calibrated: of 12 places that an earlier form of the pattern took in PolNeAR's train split and our
# own training texts, 9 were sightings, before the subject had to be an actor.
PROBABILITY = 0.8
SEEN = re.compile(
    r"\s+(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?P<never>not\s+|never\s+)?(?P<hedge>reportedly\s+|allegedly\s+)?"
    r"(?:also\s+|last\s+|later\s+|first\s+)?"
    r"(?P<cue>photographed|pictured|filmed|videotaped|spotted|sighted|caught\s+on\s+camera|captured\s+on\s+(?:video|camera|film)"
    r"|seen(?!\s+(?:as|more|less|by\s+(?:many|some|critics)|to\s+be)\b))\b"
)


def with_sightings(reading: Reading, actors: Sequence[Actor]) -> tuple[EventMention, ...]:
    """The mentions of events of a document, with those of sightings, in reading order."""
    text = reading.document.text
    ends = {m.span.end: m.span for a in actors for m in a.mentions}
    taken = [e.trigger for e in reading.events]
    found = []
    for m in SEEN.finditer(text):
        subject = ends.get(m.start())
        cue = Span(*m.span("cue"))
        if subject is not None and not any(cue.overlap(t) for t in taken) and _within(reading, subject, cue):
            found.append(_mention(subject, cue, m))
    return tuple(sorted((*reading.events, *found), key=lambda e: e.trigger))


def _within(reading: Reading, *spans: Span) -> bool:
    """Whether one sentence holds all spans."""
    at = bisect_right(reading.sentences, spans[0].begin, key=lambda s: s.span.begin) - 1
    return at >= 0 and all(reading.sentences[at].span.covers(span) for span in spans)


def _mention(subject: Span, cue: Span, match: re.Match[str]) -> EventMention:
    occurrence = Occurrence.DID_NOT if match["never"] else Occurrence.HAPPENED
    reality = Reality.REPORTED if match["hedge"] else Reality.ASSERTED
    arguments = [Argument(Role.RECIPIENT, subject, PROBABILITY)]
    if match["hedge"]:
        begin = match.start("hedge")
        arguments.append(Argument(Role.EVIDENCE, Span(begin, begin + len(match["hedge"].rstrip())), PROBABILITY))
    return EventMention(
        cue,
        EventType.STATE,
        None,
        Status(occurrence, Phase.PAST, reality),
        Certainty.MIDDLE if match["hedge"] else Certainty.HIGH,
        Stance.NONE,
        tuple(arguments),
        PROBABILITY,
        (Producer("rule:sighting", VERSION),),
    )
