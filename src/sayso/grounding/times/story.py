"""The date that a text's story has reached at some place: what "two days later" and "at 0530" are counted from."""

from __future__ import annotations

from datetime import date

from sayso.grounding.times.meaning import FINE, Context, Seen
from sayso.types.time import Granularity, TimeAnchor, TimexType

# How many sentences back a date still carries the story; farther back, "the next day" is unknown.
REACH = 3
COARSER = {
    "month": (Granularity.WEEK, Granularity.MONTH),
    "quarter": (Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER),
    "year": (Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.YEAR),
}
COARSER["decade"] = COARSER["century"] = COARSER["year"]
COARSER["week"] = COARSER["fortnight"] = (Granularity.WEEK,)


def serves(seen: Seen, unit: str) -> bool:
    """Whether a date is fine enough that ``unit`` can be counted from it."""
    meaning = seen.meaning
    if meaning.interval is None or meaning.type not in (TimexType.DATE, TimexType.TIME):
        return False
    fine = meaning.interval.granularity
    return fine in FINE or fine in COARSER.get(unit, ())


def reached(context: Context, unit: str = "day") -> TimeAnchor | None:
    """The nearest date or dated event before the expression, within ``REACH`` sentences, fine enough for ``unit``."""
    if context.events is None:
        return None
    best: Seen | None = None
    for seen in reversed(context.others):
        if seen.span.end > context.span.begin:
            continue
        if context.sentence - seen.sentence > REACH:
            break
        if serves(seen, unit) and not seen.reporting:
            best = _with_clock(context, seen)
            break
    event = context.events.story(context)
    if event and event.span and (best is None or best.span < event.span):
        return event
    return context.anchor_of(best) if best else None


def _with_clock(context: Context, day: Seen) -> Seen:
    """The clock time of the same sentence and day, which says more."""
    for seen in context.others:
        if (
            seen.sentence == day.sentence
            and seen.meaning.type is TimexType.TIME
            and seen.meaning.day == day.meaning.day
        ):
            return seen if seen.span.end <= context.span.begin else day
    return day


def clock_day(context: Context) -> tuple[date, TimeAnchor] | None:
    """The day of a clock time that names none: of the date beside it in its sentence, else of the story so far."""
    if context.events is None:
        return None
    here = [s for s in context.others if s.sentence == context.sentence and s.meaning.day and s.span != context.span]
    here = [s for s in here if s.span.end <= context.span.begin or s.span.begin >= context.span.end]

    def gap(seen: Seen) -> int:
        return max(context.span.begin - seen.span.end, seen.span.begin - context.span.end)

    chosen = min(here, key=lambda s: (gap(s), s.span), default=None)
    if chosen is None:
        for seen in reversed(context.others):
            if seen.span.end <= context.span.begin and seen.meaning.day and not seen.reporting:
                chosen = seen if context.sentence - seen.sentence <= REACH else None
                break
    if chosen is None or chosen.meaning.day is None:
        event = context.events.beside(context) if context.last else None
        return (event.begin.date(), event) if event else None
    anchor = context.anchor_of(chosen)
    return (chosen.meaning.day, anchor) if anchor else None
