"""From the spans of time expressions to the calendar intervals that they name.

Rules in the manner of HeidelTime (Strötgen & Gertz 2013), written anew: each is a pattern of a whole expression and a
function that builds its meaning. A first round reads what stands on its own or is counted from the document's date;
a second counts from what the first has found, in the order of the text; a third takes what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sayso.grounding.times import (
    absolute,
    clock,
    deictic,
    durations,
    eras,
    holidays,
    narrative,
    pointing,
    relative,
    stretches,
)
from sayso.grounding.times.dateline import CONTRADICTED, Writing, contradicts, written
from sayso.grounding.times.edtf import edtf
from sayso.grounding.times.events import Events
from sayso.grounding.times.find import find
from sayso.grounding.times.intervals import at
from sayso.grounding.times.meaning import Context, Meaning, Rule, Seen, unknown
from sayso.grounding.times.relations import apply, join, relation_before
from sayso.grounding.times.tense import direction
from sayso.grounding.times.words import plain
from sayso.text.sentences import sentences
from sayso.types.attribution import Producer
from sayso.types.reading import Sentence
from sayso.types.span import Span
from sayso.types.time import TimeExpression

VERSION = "1"
# Expressions on each side that one may be counted from; keeps time linear in very long texts.
WINDOW = 300
LONGEST = 120  # characters; no time expression is longer
# Asked in this order. Expressions that say more come before those that leave more out.
RULES: tuple[Rule, ...] = (
    *stretches.FIRST_RULES,
    *absolute.RULES,
    *eras.RULES,
    *deictic.RULES,
    *holidays.RULES,
    *clock.RULES[:4],
    *narrative.RULES,
    *relative.RULES,
    *pointing.RULES,
    *clock.RULES[4:],
    *stretches.RULES,
    *durations.RULES,
)
# A text is a history when so many of its dates name a month and a year well before its own, and fewer a late one.
HISTORY = 3
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)$")
_LEADING = re.compile(
    r"(?P<word>ever since|since|up until|until|till|up to|by|no later than|before|prior to|ahead of|after"
    r"|following|from"
    r"|as of|on|in|at|during|for|over|throughout|through|around|about|approximately|roughly|circa|c\.|ca\.?|just|only"
    r"|shortly after|shortly before|just after|just before|soon after|immediately after|within|as early as|as late as"
    r"|exactly|some|nearly|almost)\s+"
)
REPORTING = re.compile(
    r"\b(?:said|says|told(?: \w+){1,3}|reported|stated|added|tweeted|wrote|announced|confirmed|statement)"
    r"(?: (?:late|early|here|in a statement))?(?: on)?\s*$"
)


def interpret(words: str, context: Context) -> Meaning | None:
    """The meaning of a whole plain expression by the first rule that has one; ``None`` if no rule has.

    A rule that leads off the calendar gives an unknown.
    """
    for rule in RULES:
        match = rule.pattern.fullmatch(words)
        if match is None:
            continue
        try:
            found = rule.build(match, context)
        except (ValueError, OverflowError):
            found = unknown("the words lead beyond the calendar")
        if found is not None:
            return found if found.rule else replace(found, rule=rule.name)
    return None


def _meaning(context: Context) -> Meaning:
    """The meaning of the expression of a context, with the word of relation that it begins with."""
    words = context.span.of(context.text)
    key = plain(words)
    if not key or len(words) > LONGEST:
        return unknown("this is longer than any time expression" if key else "there are no words here")
    word: str | None = None
    for _ in range(3):
        found = interpret(key, context)
        if found is not None:
            return replace(found, relation=word) if word and not found.relation else found
        leading = _LEADING.match(key)
        if leading is None:
            break
        word = leading["word"] if word is None else word
        key = key[leading.end() :]
    return unknown("no rule reads these words as a time")


class _Text:
    """One text with its sentences: what every context is cut from."""

    def __init__(self, text: str, within: tuple[Sentence, ...] | None, published: datetime | None) -> None:
        self.text, self.writing = text, written(text, published)
        self.sentences = sentences(text) if within is None else within
        self.begins = [s.span.begin for s in self.sentences]
        self.events = Events(text, self.sentences, published)

    def contradict(self) -> None:
        """From now on no day is known on which the text was written."""
        self.writing = Writing(self.writing.published, contradicted=True)
        self.events.published = None

    def context(self, span: Span) -> Context:
        number = max(bisect_right(self.begins, span.begin) - 1, 0)
        bounds = self.sentences[number].span if self.sentences else Span(0, max(len(self.text), 1))
        before = self.text[max(min(bounds.begin, span.begin), span.begin - 200) : span.begin]
        after = self.text[span.end : min(max(bounds.end, span.end), span.end + 200)]
        leading = _LEADING.match(span.of(self.text).lower())
        way = direction(before + leading[0] if leading else before, after)
        here = self.writing.at(span.begin)
        own = here if here and here.span else None
        day = here.begin if here else None
        return Context(self.text, span, number, before, after, day, interpret, direction=way, here=own)


def normalise(
    text: str,
    spans: Iterable[Span],
    published: date | None,
    within: tuple[Sentence, ...] | None = None,
) -> tuple[TimeExpression, ...]:
    """The time expressions at ``spans`` with the intervals that they name, in order of the text.

    ``published`` is the document's date, ``None`` if unknown: what needs it is then unknown too, unless the text has a
    date line of its own (see ``dateline``); it is unknown as well where the text contradicts it. ``within`` are the
    text's sentences, found anew when not given. Nothing else is looked at and no clock is read, so the same input
    always gives the same records. Never raises for what the words say.
    """
    moment = at(published) if published else None
    whole = _Text(text, within, moment)
    places = sorted(set(spans))
    contexts = [whole.context(span) for span in places]
    history = _is_history(text, contexts, moment)
    meanings = _first_round(contexts, history)
    if contradicts([(m, c.direction) for m, c in zip(meanings, contexts, strict=True)], moment):
        whole.contradict()
        contexts = [whole.context(span) for span in places]
        history = _is_history(text, contexts, None)
        meanings = _first_round(contexts, history)
    seen = list(map(_seen, contexts, meanings))
    for last in (False, True):
        for number, context in enumerate(contexts):
            if meanings[number].pending:
                others = tuple(filter(None, seen[max(0, number - WINDOW) : number + WINDOW]))
                grown = replace(context, others=others, events=whole.events, history=history, last=last)
                meanings[number] = _meaning(grown)
                seen[number] = _seen(context, meanings[number])
    finished = join(text, contexts, [apply(c, m, relation_before(c)) for c, m in zip(contexts, meanings, strict=True)])
    why = CONTRADICTED if whole.writing.contradicted else None
    return tuple(_record(c.span, m, why) for c, m in zip(contexts, finished, strict=True))


def _is_history(text: str, contexts: list[Context], published: datetime | None) -> bool:
    words = (c.span.of(text)[-LONGEST:] for c in contexts)
    matches = (_YEAR.search(w) for w in words if w[:-4].strip("0123456789 ,.-"))
    years = [int(m[0]) for m in matches if m]
    old = sum(published is None or published.year - year >= absolute.STORY_GAP for year in years)
    return old >= HISTORY and 2 * old > len(years)


def _first_round(contexts: list[Context], history: bool) -> list[Meaning]:
    """What each expression means by itself, the document's date, and the expressions before it."""
    meanings: list[Meaning] = []
    before: list[Seen] = []
    for context in contexts:
        meaning = _meaning(replace(context, others=before, history=history))
        meanings.append(meaning)
        if seen := _seen(context, meaning):
            before.append(seen)
    return meanings


def _seen(context: Context, meaning: Meaning) -> Seen | None:
    if meaning.interval is None:
        return None
    if meaning.relation is None and (word := relation_before(context)):
        meaning = replace(meaning, relation=word)
    return Seen(context.span, context.sentence, meaning, bool(REPORTING.search(context.before[-40:])))


def _record(span: Span, meaning: Meaning, undated: str | None = None) -> TimeExpression:
    """``undated`` is why the text has no date to count from, where it is said to have one."""
    interval = meaning.interval
    reason = None if interval else meaning.reason or "the words name no definite stretch of the calendar"
    if reason and undated and "the document has no date" in reason:
        reason = undated
    return TimeExpression(
        span,
        meaning.type,
        meaning.value,
        interval.begin if interval else None,
        interval.end if interval else None,
        interval.granularity if interval else None,
        edtf(interval, meaning.zone) if interval else None,
        meaning.anchor,
        Producer(f"rule:{meaning.rule or 'none'}", VERSION),
        meaning.modifier,
        meaning.relation,
        meaning.zone,
        interval.approximate if interval else False,
        reason,
    )


def read_times(
    text: str, published: date | None, within: tuple[Sentence, ...] | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a whole document as the finder's rules mark them, with their intervals (see
    ``normalise``)."""
    return normalise(text, find(text), published, within)
