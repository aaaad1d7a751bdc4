"""The history of a claim, or of a topic, as lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.export import timeline_words as told_
from sayso.export import trace_words
from sayso.export.flow import GLUE, Piece, clipped, flow
from sayso.export.format import View
from sayso.export.timeline_words import Telling
from sayso.export.visible import cells, prose
from sayso.export.words import date, number
from sayso.types.timeline import History, Moment, MomentKind, Turn, Words

Short = Callable[[str], str]
LONGEST: Final = 200  # cells of what an article says
ALARMS: Final = (MomentKind.DENIED, MomentKind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all lines share. ``numbers`` are those of several claims, empty for one; ``outlets`` by document."""

    view: View
    short: Short
    numbers: Mapping[str, int]
    outlets: Mapping[str, str]
    firsts: frozenset[Moment]
    same: frozenset[Turn]
    clock: int

    def flow(self, pieces: list[Piece], first: str, rest: str) -> list[str]:
        """Lines of this page."""
        return flow(pieces, self.view.width, first, rest, self.view.colour)


def lines(history: History, view: View, short: Short) -> Iterator[str]:
    """The claims, then day by day who said what, what changed, and how each claim stood from then on."""
    several = len(history.claims) > 1
    outlets = {a.id: a.outlet for claim in history.claims for a in claim.articles if a.outlet}
    page = _Page(
        view,
        short,
        {claim.id: k for k, claim in enumerate(history.claims, 1)} if several else {},
        outlets,
        told_.firsts(history),
        told_.stays(history),
        max((cells(told_.clock(m.published)) for m in history.moments), default=0),
    )
    yield from _claims(history, page)
    for day in told_.days(history):
        yield ""
        yield from page.flow([Piece(date(day.day) if day.day else "Date unknown", "title")], "", "  ")
        for row in day.rows:
            yield from _turn(row, page) if isinstance(row, Turn) else _telling(row, page)


def _claims(history: History, page: _Page) -> Iterator[str]:
    for claim in history.claims:
        place = page.numbers.get(claim.id)
        indent = f"{place:>3}. " if place else ""
        rest = " " * len(indent) or "  "
        yield from page.flow([Piece(prose(claim.text), "title")], indent, rest)
        standing = trace_words.STANDINGS[claim.weighed.standing]
        alarm = "alarm" if claim.weighed.standing in told_.ALARMING else "source"
        pieces = [Piece(f"{standing}:", alarm), Piece(prose(claim.weighed.standing_reason) or "no reason is given")]
        yield from page.flow(pieces, " " * len(indent), rest)
        told = f"{page.short(claim.id)} · {trace_words.summary(claim)}"
        yield from page.flow([Piece(told, "dim")], " " * len(indent), rest)
    for count, where in ((history.earlier, "before"), (history.later, "after")):
        if count:
            yield from page.flow([Piece(f"{number(count, 'article')} {where} that time not shown", "dim")], "", "  ")


def _telling(telling: Telling, page: _Page) -> Iterator[str]:
    moment = telling.moment
    name = told_.label(telling, page.firsts)
    place = f"({page.numbers[moment.claim]}) " if page.numbers else ""
    time = told_.clock(moment.published)
    first = f"  {time}{' ' * (page.clock - cells(time))}  " if page.clock else "  "
    below = " " * (len(first) + 2)
    loud = telling.head is not None and telling.head.kind in ALARMS
    style = "alarm" if loud else "source"
    head = [
        Piece(place, "dim"),
        Piece(f"{name}:".replace(" ", GLUE), style),
        Piece(told_.who(moment)),
        Piece(f"· {page.short(moment.assertion)}".replace(" ", GLUE), "dim"),
    ]
    if moment.kind is MomentKind.UNDATED:
        head.insert(2, Piece(f"{told_.SIDES[moment.side]},"))
    yield from page.flow(head, first, below)
    if telling.head is not None:
        yield from page.flow(_said(moment.after), below, below + "  ")
    for change in telling.changes:
        if change.kind is MomentKind.COPIED:
            yield from page.flow([Piece(told_.copied(change), "dim")], below, below + "  ")
        else:
            yield from page.flow(_changed(change, page), below, below + "  ")


def _said(words: Words) -> list[Piece]:
    place = f"[{words.span.begin}:{words.span.end}]"
    return [Piece(f"“{clipped(prose(words.text), LONGEST)}”"), Piece(place, "dim")]


def _changed(change: Moment, page: _Page) -> list[Piece]:
    """What changed, from which words of whom."""
    pieces = [Piece(f"{clipped(told_.changed(change), 2 * LONGEST)}", "cue")]
    if change.before is not None:
        whose = prose(page.outlets.get(change.before.document, "outlet unknown"))
        span = change.before.span
        pieces.append(Piece(f"(before: {whose} [{span.begin}:{span.end}])", "dim"))
    return pieces


def _turn(turn: Turn, page: _Page) -> list[str]:
    place = f"({page.numbers[turn.claim]}) " if page.numbers else ""
    style = "alarm" if turn.standing in told_.ALARMING else "voice"
    first = " " * (page.clock + 4 if page.clock else 2)
    return page.flow([Piece(f"→ {place}{told_.turned(turn, page.same)}", style)], first, first + "  ")
