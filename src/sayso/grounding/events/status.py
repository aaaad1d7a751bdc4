"""Corrections of a status by words that settle it: "has not", "plans to", "if", "allegedly", a denial, a demand.

A rule speaks only where the model's status contradicts the words; what it changed names it as a producer. The words
stand in ``wording.py``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.grounding.events.wording import BEHIND, CALLED, DENIES, FALSE, WORDINGS, Change, Wording
from sayso.types.attribution import Attribution, Polarity, Producer
from sayso.types.event import (
    Argument,
    Certainty,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Status,
)
from sayso.types.reading import Reading
from sayso.types.span import Span

VERSION = "1"
BEFORE, AFTER = 120, 100  # characters of the sentence that are read before and behind a trigger
# Types that name an act of saying: a denied accusation was made all the same.
SAID = frozenset((EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.REJECT))
# What is asked, promised or threatened has not happened by being named.
OPEN_INNER = {
    EventType.REQUEST: Change.CONDITIONAL,
    EventType.THREATEN: Change.CONDITIONAL,
    EventType.AGREE: Change.PLANNED,
}
# Between an outer trigger and its inner one: the inner one may be told as done ("asked for rice, and rice was sent").
ELSE = re.compile(r"[.;:“”\"]|\b(?:and|but|then|after|before|which)\b")


def revised(reading: Reading, mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions, in their order, each with the status that the words beside it allow."""
    text = reading.document.text
    begins = [s.span.begin for s in reading.sentences]
    denials = [a for a in reading.attributions if a.content]
    asked = _asked(mentions)
    out = []
    for mention in mentions:
        at = bisect_right(begins, mention.trigger.begin) - 1
        sentence = reading.sentences[at].span if at >= 0 else Span(0, max(len(text), 1))
        mention = _by_wording(text, mention, sentence)
        mention = _by_inner(text, mention, asked, sentence)
        out.append(_by_denial(text, mention, denials))
    return tuple(out)


def plain(status: Status) -> bool:
    """Whether a status says that the event simply happened."""
    return (
        status.occurrence is Occurrence.HAPPENED
        and status.phase is not Phase.PLANNED
        and status.reality in (Reality.ASSERTED, Reality.REPORTED)
    )


def changed(status: Status, change: Change) -> Status:
    """The status after a change; itself where it does not contradict the words."""
    if change is Change.NOT_YET and status.phase is Phase.PLANNED:
        status = replace(status, phase=Phase.ONGOING)
    if change in (Change.DID_NOT, Change.NOT_YET):
        open_ = status.reality in (Reality.CONDITIONAL, Reality.DENIED)
        return status if open_ else replace(status, occurrence=Occurrence.DID_NOT)
    if not plain(status):
        return status
    if change is Change.PLANNED:
        return replace(status, phase=Phase.PLANNED)
    if change is Change.CONDITIONAL:
        return replace(status, phase=Phase.PLANNED, reality=Reality.CONDITIONAL)
    return replace(status, reality=Reality.DENIED if change is Change.DENIED else Reality.REPORTED)


def _by_wording(text: str, mention: EventMention, sentence: Span) -> EventMention:
    trigger = mention.trigger
    start = max(sentence.begin, trigger.begin - BEFORE)
    before = text[start : trigger.begin]
    for rule in WORDINGS:
        found = None if mention.type in rule.except_for else rule.pattern.search(before)
        mention = _by_rule(mention, rule, found, start)
    behind = text[trigger.end : min(sentence.end, trigger.end + AFTER)]
    for rule in BEHIND:
        if rule.change is Change.DENIED and mention.type in SAID:  # "urged him to go; he did not"
            continue
        mention = _by_rule(mention, rule, rule.pattern.match(behind), trigger.end)
    if CALLED.search(before) and FALSE.match(behind) and mention.type not in SAID:
        return _with(mention, "called-false", changed(mention.status, Change.DENIED))
    return mention


def _by_rule(mention: EventMention, rule: Wording, found: re.Match[str] | None, base: int) -> EventMention:
    """The mention after a rule whose pattern was ``found`` in the text that begins at ``base``."""
    if found is None:
        return mention
    words = next((k for k, v in found.groupdict().items() if v), None)
    evidence = None if words is None else Span(base + found.start(words), base + found.end(words))
    return _with(mention, rule.name, changed(mention.status, rule.change), rule.certainty, evidence)


def _with(
    mention: EventMention, rule: str, status: Status, certainty: Certainty | None = None, evidence: Span | None = None
) -> EventMention:
    """The mention with another status. A certainty is lowered only together with its words, never raised."""
    lowered = mention.certainty
    if certainty is not None and mention.certainty is Certainty.HIGH:
        lowered = certainty
    if status == mention.status and lowered is mention.certainty:
        return mention
    arguments = mention.arguments
    if evidence is not None and not any(a.role is Role.EVIDENCE and a.span.overlap(evidence) for a in arguments):
        added = (*arguments, Argument(Role.EVIDENCE, evidence, 1.0))
        arguments = tuple(sorted(added, key=lambda a: (a.span, a.role)))
    producers = (*mention.producers, Producer(f"rule:{rule}", VERSION))
    return replace(mention, status=status, certainty=lowered, arguments=arguments, producers=producers)


def _asked(mentions: Sequence[EventMention]) -> list[tuple[Span, Span, Change]]:
    """Where inner events stand that are only asked, promised or threatened, behind which trigger."""
    return [
        (a.span, m.trigger, OPEN_INNER[m.type])
        for m in mentions
        if m.type in OPEN_INNER
        for a in m.arguments
        if a.role is Role.ABOUT
    ]


def _by_inner(
    text: str, mention: EventMention, asked: Sequence[tuple[Span, Span, Change]], sentence: Span
) -> EventMention:
    if mention.type in SAID:
        return mention
    for span, outer, change in asked:
        behind = sentence.covers(outer) and outer.end <= mention.trigger.begin
        if behind and span.overlap(mention.trigger) and not ELSE.search(text[outer.end : mention.trigger.begin]):
            return _with(mention, "inner-event", changed(mention.status, change))
    return mention


def _by_denial(text: str, mention: EventMention, attributions: Sequence[Attribution]) -> EventMention:
    """Denied where the innermost voice that tells it denies it."""
    telling = [a for a in attributions if any(c.covers(mention.trigger) for c in a.content)]
    if not telling or mention.type in SAID or mention.status.reality is Reality.CONDITIONAL:
        return mention
    inmost = min(telling, key=lambda a: sum(c.end - c.begin for c in a.content))
    if inmost.polarity is not Polarity.DENIED or not any(DENIES.search(c.of(text)) for c in inmost.cue):
        return mention
    if mention.status.occurrence is Occurrence.DID_NOT:  # "denied that it had not paid"
        return mention
    return _with(mention, "denied", replace(mention.status, reality=Reality.DENIED))
