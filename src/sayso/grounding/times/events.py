"""Events that other times are counted from: those the text dates itself, and those of the table.

An event of the text has the date that stands in its sentence, or that of another mention of the same kind of event. The
table is asked last, and only for events that lie before the document's date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sayso.grounding.times.anchors import Entry, Kind, Table, begin_of, table
from sayso.grounding.times.meaning import FINE, Context, Seen
from sayso.types.reading import Sentence
from sayso.types.span import Span
from sayso.types.time import AnchorKind, TimeAnchor, TimexType

# Characters behind "two days after" in which its event must begin.
PHRASE = 70
# Characters back in which "two weeks in" looks for what has lasted so long.
FAR = 6000
# Characters on each side that are read of a very long sentence.
NEAR = 400
# Characters within which a date belongs to an event's word rather than to its sentence.
CLOSE = 40
# Rules for dates that name a day of the month: a weekday beside an event may be the day it was told on.
EXPLICIT = ("full-date", "date-of-year", "story-date", "iso-date", "figures", "named-month")
# Rules whose expressions have their event behind them.
COUNTED = ("from-event", "unit-beside-event", "within", "read-on")
# Sentences back in which a dated event carries the story.
REACH = 2
_BEGINS = re.compile(
    r"\b(?:beg[au]n|begins|start(?:ed|s)?|launch(?:ed|es)?|open(?:ed|s)?|broke out|erupted|imposed|agreed"
    r"|effect|declared"
    r"|ordered|outbreak|first day|since|unleashed|announced)\b"
)
_OWN_DATE = re.compile(r"[^.;:,]{0,40}?\b(?:on|in|at|early|late)\s*$")
_STOP = re.compile(r"[;:]|, (?!\d)|\.\s|\"|”|\(| which | that (?!day)|\bwhen\b", re.I)
_HEAD = re.compile(r"(?:the|a|an|his|her|their|its|this|that)\s+((?:[\w'’-]+\s+){0,3}?)([a-z]{4,})\b", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of the text for an event."""

    span: Span
    sentence: int
    kind: Kind


@dataclass(slots=True)
class Events:
    """The event words of one text. ``sentences`` are those of the text."""

    text: str
    sentences: tuple[Sentence, ...]
    published: datetime | None
    table: Table = field(default_factory=table)
    _mentions: tuple[Mention, ...] | None = None
    _context: Counter[str] | None = None

    def mentions(self) -> tuple[Mention, ...]:
        """All event words, in order."""
        if self._mentions is None:
            begins = [s.span.begin for s in self.sentences]
            self._mentions = tuple(
                Mention(Span(m.start(), m.end()), max(bisect_right(begins, m.start()) - 1, 0), kind)
                for m in self.table.event_words.finditer(self.text)
                if (kind := self.table.kinds.get(" ".join(m[0].lower().split())))
            )
        return self._mentions

    def _within(self, begin: int, end: int) -> tuple[Mention, ...]:
        """The event words that begin in a stretch of the text."""
        mentions = self.mentions()
        first = bisect_left(mentions, begin, key=_begin)
        return mentions[first : bisect_left(mentions, max(begin, end), key=_begin)]

    def named(self) -> Counter[str]:
        """How often each context word of the table stands in the text."""
        if self._context is None:
            self._context = Counter(" ".join(m[0].split()) for m in self.table.context_words.finditer(self.text))
        return self._context

    def anchor(self, phrase: str, context: Context) -> TimeAnchor | None:
        """The event of ``phrase``, or if that is empty of the words behind the expression."""
        start = _phrase_begin(phrase, context)
        window = context.text[start : max(start, context.span.end)] + context.after[:PHRASE]
        cut = _STOP.search(window)
        words = window[: cut.start()] if cut and cut.start() > 2 else window
        exact = self.table.phrase_words.search(words)
        first = next(iter(self._within(start, start + len(words))), None)
        if first is not None:
            dated = self._own_date(first, context) or self._elsewhere(first, context, begun=first.kind.lasting)
            if dated:
                return dated
        if exact:
            entry = self.table.phrases[" ".join(exact[0].lower().split())]
            if self._possible(entry):
                return self._of(entry, Span(start + exact.start(), start + exact.end()))
        if first is not None:
            return self._from_table(first) or self._elsewhere(first, context)
        return self._same_noun(words, start, context)

    def story(self, context: Context) -> TimeAnchor | None:
        """The nearest event before the expression, within ``REACH`` sentences, whose date is known."""
        begin = self.sentences[max(0, context.sentence - REACH)].span.begin
        for mention in reversed(self._within(begin, self.sentences[context.sentence].span.begin)):
            found = self._from_table(mention)
            if found:
                return found
        return None

    def lasting(self, context: Context) -> TimeAnchor | None:
        """The event that "almost two weeks in" means: the nearest lasting one that is dated, before or behind."""
        for mention in self._nearest_first(context):
            if mention.kind.lasting:
                own = self._own_date(mention, context) if self._begins(mention) else None
                found = own or self._elsewhere(mention, context, begun=True) or self._from_table(mention)
                if found:
                    return found
        return None

    def beside(self, context: Context) -> TimeAnchor | None:
        """The event of the expression's own sentence, if the text dates it elsewhere."""
        here = self._within(self.sentences[context.sentence].span.begin, context.span.begin)
        return next((a for m in reversed(here) if (a := self._elsewhere(m, context))), None)

    def _nearest_first(self, context: Context) -> list[Mention]:
        place = context.span.begin
        found = self._within(max(0, place - FAR), self.sentences[context.sentence].span.end)
        return sorted(found, key=lambda m: (abs(m.sentence - context.sentence), abs(m.span.begin - place)))

    def _own_date(self, mention: Mention, context: Context) -> TimeAnchor | None:
        """The date right behind an event's words: "the mutiny ended on 24 June"."""
        behind = bisect_left(context.others, mention.span.end, key=_begin)
        seen = context.others[behind] if behind < len(context.others) else None
        if seen is None or seen.sentence != mention.sentence or not _usable(seen):
            return None
        own = _OWN_DATE.fullmatch(self.text[mention.span.end : seen.span.begin])
        return self._dated(mention, seen) if own else None

    def _elsewhere(self, mention: Mention, context: Context, begun: bool = False) -> TimeAnchor | None:
        """The date of another mention of the same kind of event; of a kindred one if there is just one.

        ``begun`` asks for a sentence that tells of a beginning, as a lasting event is dated on many days.
        """
        dates: dict[int, list[Seen]] = {}
        for seen in context.others:
            if _usable(seen) and not seen.reporting and seen.span != context.span:
                dates.setdefault(seen.sentence, []).append(seen)
        if not dates:
            return None
        reach = self._within(self.sentences[min(dates)].span.begin, self.sentences[max(dates)].span.end)
        there = [m for m in reach if m.sentence in dates and m.span != mention.span]
        dated = [(m, _finer(min(dates[m.sentence], key=partial(_gap, m)), dates[m.sentence])) for m in there]
        dated = [(m, d) for m, d in dated if not _is_object(m, d)]
        if begun:
            dated = [(m, d) for m, d in dated if self._begins(m)]
        same = [(m, d) for m, d in dated if m.kind.name == mention.kind.name]
        if not same and mention.kind.group:
            kindred = [(m, d) for m, d in dated if m.kind.group == mention.kind.group]
            same = kindred if len({d.meaning.day for _, d in kindred}) == 1 else []
        if not same:
            return None
        close = [(m, d) for m, d in same if _gap(m, d) <= CLOSE] or same
        close = [(m, d) for m, d in close if d.meaning.rule in EXPLICIT] or close
        days = Counter(d.meaning.day for _, d in close)
        top = max(days.values())
        close = [(m, d) for m, d in close if days[d.meaning.day] == top]
        before = [(m, d) for m, d in close if m.span < mention.span]
        return self._dated(*(before[-1] if before else close[0]))

    def _begins(self, mention: Mention) -> bool:
        words = mention.span.of(self.text)
        return words.endswith("ed") or bool(_BEGINS.search(self._around(mention)))

    def _around(self, mention: Mention) -> str:
        """The words of a mention's sentence, of a very long one those near it."""
        sentence = self.sentences[mention.sentence].span
        return self.text[max(sentence.begin, mention.span.begin - NEAR) : min(sentence.end, mention.span.end + NEAR)]

    def _same_noun(self, words: str, start: int, context: Context) -> TimeAnchor | None:
        """For a noun that no list has: an earlier sentence with that noun and a date."""
        head = _HEAD.match(words.lstrip())
        if head is None:
            return None
        noun = re.compile(rf"\b{re.escape(head[2][:6])}\w*", re.I)
        for seen in context.others:
            sentence = self.sentences[seen.sentence].span
            found = noun.search(self.text, sentence.begin, min(sentence.end, context.span.begin))
            if found and _usable(seen) and not seen.reporting:
                return self._dated(Mention(Span(*found.span()), seen.sentence, Kind("", False, None)), seen)
        return None

    def _dated(self, mention: Mention, seen: Seen) -> TimeAnchor | None:
        interval = seen.meaning.interval
        begin = interval.begin if interval else None
        if begin is None:
            return None
        return TimeAnchor(AnchorKind.EVENT, " ".join(mention.span.of(self.text).split()), begin, mention.span)

    def _possible(self, entry: Entry) -> bool:
        return self.published is None or begin_of(entry) < self.published + timedelta(1)

    def _from_table(self, mention: Mention) -> TimeAnchor | None:
        """The table's event for a word, by the context words of its sentence, else by those of the whole text.

        Two events that fit equally well leave it open, unless both are the same conflict's: then the later one.
        """
        kind = mention.kind.name
        sentence = self._around(mention)
        exact = [m for m in self.table.phrase_words.finditer(sentence)]
        for found in exact:
            entry = self.table.phrases[" ".join(found[0].lower().split())]
            if mention.span.of(self.text).lower() in found[0].lower() and self._possible(entry):
                return self._of(entry, mention.span)
        near = Counter(" ".join(m[0].split()) for m in self.table.context_words.finditer(sentence))
        chosen = self._best(kind, near, strict=True) or self._best(kind, self.named(), strict=False)
        return self._of(chosen, mention.span) if chosen else None

    def _best(self, kind: str, words: Counter[str], *, strict: bool) -> Entry | None:
        scores: Counter[Entry] = Counter()
        for word, count in words.items():
            for entry in self.table.by_context.get(word, ()):
                if kind in entry.kinds and (strict or kind not in entry.strict) and self._possible(entry):
                    scores[entry] += count
        if not scores:
            return None
        top = max(scores.values())
        best = [e for e, n in scores.items() if n == top]
        rivals = [e for e, n in scores.items() if 2 * n > top and not any(e.context & b.context for b in best)]
        if rivals or any(not (e.context & best[0].context) for e in best):
            return None
        return max(best, key=lambda e: e.begin)

    def _of(self, entry: Entry, span: Span) -> TimeAnchor:
        return TimeAnchor(AnchorKind.TABLE, entry.name, begin_of(entry), span)


def _begin(found: Mention | Seen) -> int:
    return found.span.begin


def _is_object(mention: Mention, seen: Seen) -> bool:
    """Whether a date was counted from the event: "five days before" does not date the "death" behind it."""
    return seen.meaning.rule in COUNTED and 0 <= mention.span.begin - seen.span.end <= CLOSE


def _finer(day: Seen, here: list[Seen]) -> Seen:
    """The clock time beside a day, if its sentence has just one on that day."""
    clocks = [s for s in here if s.meaning.type is TimexType.TIME and s.meaning.day == day.meaning.day]
    return clocks[0] if len(clocks) == 1 else day


def _gap(mention: Mention, seen: Seen) -> int:
    """Characters between an event's word and a date."""
    return max(seen.span.begin - mention.span.end, mention.span.begin - seen.span.end)


def _phrase_begin(phrase: str, context: Context) -> int:
    """Where the last words of the expression, ``phrase``, begin in the text."""
    words = list(re.finditer(r"\S+", context.span.of(context.text)))
    count = len(phrase.split())
    if not count or count > len(words):
        return context.span.end
    return context.span.begin + words[-count].start()


def _usable(seen: Seen) -> bool:
    meaning = seen.meaning
    return (
        meaning.interval is not None
        and meaning.interval.begin is not None
        and not meaning.interval.approximate
        and meaning.interval.granularity in FINE
        and meaning.type in (TimexType.DATE, TimexType.TIME)
        and meaning.relation not in ("until", "before", "by")
    )
