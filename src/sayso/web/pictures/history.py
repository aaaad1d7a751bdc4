"""When a claim was told: a dot for each article, for it above the line, against it below, and how it stood between.

Time runs from left to right. Articles of one stretch of time stand on one another; a pile that is too high is counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.export import trace_words
from sayso.export.words import MONTHS
from sayso.types.timeline import History, Turn
from sayso.types.weighing import OriginKind, Proposition, Side, Standing
from sayso.web.pictures.shapes import line, safe
from sayso.weighing.dates import instants

WIDTH: Final = 1000  # pixels, as are all lengths here
EDGE: Final = 16
STEP: Final = 13  # from dot to dot
HIGH: Final = 9  # dots on one another
BAND: Final = 22
CELL: Final = 7.2  # a usual letter of the band
TICKS: Final = 6
NOBODY: Final = (OriginKind.CHANNEL, OriginKind.UNSOURCED, OriginKind.CIRCLE)
HOURS: Final = (1, 2, 3, 6, 12, 24)
DAY: Final = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Dot:
    """An article: when (Unix time), on which side, and whether it has its words from another one."""

    when: float
    side: Side
    copy: bool
    first: bool = False  # it brings an origin that was not there before


def history_drawn(claim: Proposition, history: History, copies: frozenset[str], label: str) -> str:
    """The picture as SVG, empty where fewer than two articles have a date.

    ``copies`` are ids of assertions that have their words from another article.
    """
    dots = _dots(claim, copies, _firsts(claim))
    if len(dots) < 2:
        return ""
    begin, end = dots[0].when, dots[-1].when
    end = max(end, begin + 3600)
    above = _piles([d for d in dots if d.side is not Side.AGAINST], begin, end)
    below = _piles([d for d in dots if d.side is Side.AGAINST], begin, end)
    up = max((min(len(pile), HIGH) for pile in above.values()), default=0) * STEP + 20
    down = max((min(len(pile), HIGH) for pile in below.values()), default=0) * STEP + 20
    height = up + BAND + down + 20
    pieces = [
        *_drawn(above, up - 9, -STEP),
        *_band(history.turns, begin, end, up),
        *_drawn(below, up + BAND + 10, STEP),
        *_ticks(begin, end, height),
        line("side for", 0, 12, "for it"),
        line("side against", 0, up + BAND + 18, "against it") if below else "",
    ]
    return (
        f'<svg class="strip" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        f' aria-label="{safe(label)}">{"".join(pieces)}</svg>'
    )


def _dots(claim: Proposition, copies: frozenset[str], firsts: frozenset[str]) -> list[Dot]:
    """One dot for each article and side, in the order of time; articles without a date have none."""
    published = {a.id: instants(a.published) for a in claim.articles}
    found: dict[tuple[str, Side], Dot] = {}
    for a in claim.assertions:
        when = published.get(a.document)
        if when is None:
            continue
        before = found.get((a.document, a.side))
        copy = a.id in copies and (before is None or before.copy)
        first = a.id in firsts or (before is not None and before.first)
        found[a.document, a.side] = Dot(when[0], a.side, copy, first)
    return sorted(found.values(), key=lambda d: (d.when, not d.first, d.copy))


def _firsts(claim: Proposition) -> frozenset[str]:
    """The assertions with which somebody is first heard on a side; who names nobody is nobody new."""
    published = {a.id: instants(a.published) for a in claim.articles}
    known = {a.id: a for a in claim.assertions}
    found = set()
    for origin in claim.weighed.origins:
        first: dict[Side, tuple[float, str]] = {}
        for id in origin.assertions if origin.kind not in NOBODY else ():
            when = published.get(known[id].document) if id in known else None
            if when is not None:
                side = known[id].side
                first[side] = min(first.get(side, (when[0], id)), (when[0], id))
        found |= {id for _, id in first.values()}
    return frozenset(found)


def _x(when: float, begin: float, end: float) -> float:
    return 70 + (WIDTH - 70 - EDGE) * (when - begin) / (end - begin)


def _piles(dots: Sequence[Dot], begin: float, end: float) -> dict[int, list[Dot]]:
    """The dots by columns."""
    found: dict[int, list[Dot]] = {}
    for dot in dots:
        found.setdefault(round(_x(dot.when, begin, end) / STEP), []).append(dot)
    return {at: sorted(pile, key=lambda d: (not d.first, d.copy, d.when)) for at, pile in found.items()}


def _drawn(piles: dict[int, list[Dot]], y: float, step: int) -> Iterator[str]:
    for at, pile in sorted(piles.items()):
        shown = pile if len(pile) <= HIGH else pile[: HIGH - 1]
        for k, dot in enumerate(shown):
            size = 5.5 if dot.first else 4.5 if not dot.copy else 3.2
            kind = "first" if dot.first else "copy" if dot.copy else "told"
            yield f'<circle class="{dot.side.value} {kind}" cx="{at * STEP}" cy="{y + step * k:g}" r="{size}"/>'
        if len(pile) > len(shown):
            more = f"+{len(pile) - len(shown):,}"
            yield line("tick middle", at * STEP, y + step * len(shown) + 4, more)


def _band(turns: Sequence[Turn], begin: float, end: float, y: float) -> Iterator[str]:
    """How the claim stood, from one turn to the next."""
    stretches: list[tuple[float, Standing]] = []
    for turn in turns:
        when = instants(turn.published)
        if when is not None and (not stretches or stretches[-1][1] is not turn.standing):
            stretches.append((when[0], turn.standing))
    yield f'<rect class="band" x="0" y="{y:g}" width="{WIDTH}" height="{BAND}"/>'
    for k, (since, standing) in enumerate(stretches):
        x1 = _x(since, begin, end) - 8
        x2 = _x(stretches[k + 1][0], begin, end) - 8 if k + 1 < len(stretches) else WIDTH
        told = trace_words.STANDINGS[standing].lower()
        box = f'x="{x1:.1f}" y="{y:g}" width="{max(x2 - x1, 1):.1f}" height="{BAND}"'
        yield f'<rect class="stands {standing.name.lower()}" {box}/>'
        if len(told) * CELL + 12 < x2 - x1:
            yield line(f"stood {standing.name.lower()}", x1 + 8, y + 15, told)


def _ticks(begin: float, end: float, height: float) -> Iterator[str]:
    """Days below, or hours where all is of a few days; never nearer to each other than they can be read."""
    days = (end - begin) / DAY
    step = next((h * 3600.0 for h in HOURS if (end - begin) / (h * 3600) <= TICKS), DAY * max(1, -(-days // TICKS)))
    at = (begin // step) * step
    at += step if at < begin else 0
    while at <= end:
        moment = dt.datetime.fromtimestamp(at, dt.UTC)
        day = f"{moment.day} {MONTHS[moment.month - 1]}"
        told = f"{day}, {moment:%H:%M}" if step < DAY and at % DAY else f"{day} {moment.year}" if days > 300 else day
        x = _x(at, begin, end)
        yield f'<path class="tickmark" d="M{x:.1f} {height - 20}v5"/>'
        yield line("tick middle", min(max(x, 40), WIDTH - 44), height - 3, told)
        at += step
