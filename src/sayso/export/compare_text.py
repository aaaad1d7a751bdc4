"""What two articles or outlets say of one event, as lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.export import trace_words
from sayso.export.flow import GLUE, Piece, clipped, flow
from sayso.export.format import View
from sayso.export.timeline_words import SIDES
from sayso.export.visible import prose
from sayso.export.words import date, listed, number
from sayso.types.contrast import Aspect, Compared, Contrast, Difference, Held, Party
from sayso.types.timeline import Words
from sayso.types.weighing import Assertion

Short = Callable[[str], str]
LONGEST: Final = 160  # cells of what an article says
MOST: Final = 20  # claims of both, and of one of them, that are told
SAID: Final = 3  # things that one says of a claim that are told
VALUES: Final = 4
NAMELESS: Final = "somebody without a public name"
DAY: Final = len("2022-03-08")
ALARMS: Final = (Aspect.SIDE, Aspect.NUMBER, Aspect.MODALITY)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all lines share. ``first`` and ``second`` are what the two are called."""

    view: View
    short: Short
    first: str
    second: str

    def flow(self, pieces: list[Piece], first: str, rest: str) -> list[str]:
        """Lines of this page."""
        return flow(pieces, self.view.width, first, rest, self.view.colour)


def lines(compared: Compared, view: View, short: Short) -> Iterator[str]:
    """Who the two are; each claim that both make with what they differ in; then what only one of them says."""
    names = _names(compared, short)
    page = _Page(view, short, *names)
    for name, party in zip(names, (compared.first, compared.second), strict=True):
        yield from page.flow([Piece(name, "title"), Piece(f"· {_facts(party, name)}", "dim")], "", "  ")
    yield from page.flow([Piece(_summary(compared, page))], "", "  ")
    different = [c for c in compared.both if c.differences]
    for place, contrast in enumerate(different[:MOST], 1):
        yield ""
        yield from _contrast(contrast, place, page)
    yield from _left(len(different) - MOST, page)
    same = [c for c in compared.both if not c.differences]
    yield from _list("Both say the same", same, page)
    yield from _list(f"Only {page.first}", compared.only_first, page)
    yield from _list(f"Only {page.second}", compared.only_second, page)


def _names(compared: Compared, short: Short) -> tuple[str, str]:
    """What the two are called: by their outlets, and by ids where these are the same or unknown."""
    parties = (compared.first, compared.second)
    outlets = [party.outlet for party in parties]
    if None in outlets or (outlets[0] or "").casefold() == (outlets[1] or "").casefold():
        first, second = (short(party.articles[0].id) if party.articles else "nothing" for party in parties)
        return first, second
    return prose(outlets[0] or ""), prose(outlets[1] or "")


def _facts(party: Party, name: str) -> str:
    """``3 articles, 1 Mar 2022 to 3 Mar 2022``, or of one article its title."""
    dates = sorted(a.published[:DAY] for a in party.articles if a.published)
    when = " to ".join(dict.fromkeys(date(day) for day in (dates[0], dates[-1]))) if dates else "date unknown"
    if len(party.articles) == 1:
        article = party.articles[0]
        title = f" · {clipped(prose(article.title), LONGEST)}" if article.title else ""
        outlet = prose(article.outlet or "outlet unknown")
        return f"{when}{title}" if name == outlet else f"{outlet} · {when}{title}"
    return f"{number(len(party.articles), 'article')}, {when}"


def _summary(compared: Compared, page: _Page) -> str:
    both = len(compared.both)
    different = sum(bool(c.differences) for c in compared.both)
    if not both:
        told = "No claim is made by both."
    else:
        how = "and differ in none" if not different else f"and differ in {different:,}"
        told = f"Both make {number(both, 'claim')} {how}."
    return (
        f"{told} {len(compared.only_first):,} only {page.first} has, {len(compared.only_second):,} only {page.second}."
    )


def _contrast(contrast: Contrast, place: int, page: _Page) -> Iterator[str]:
    rest = " " * 5
    yield from page.flow([Piece(prose(contrast.claim.text), "title")], f"{place:>3}. ", rest)
    told = f"{page.short(contrast.claim.id)} · {trace_words.STANDINGS[contrast.claim.standing]}"
    if contrast.other is not None:
        told += f"; {page.second}: {page.short(contrast.other.id)}"
    yield from page.flow([Piece(told, "dim")], rest, rest)
    sides = any(d.aspect is Aspect.SIDE for d in contrast.differences)
    yield from _said(page.first, contrast.first, contrast.first_words, page, sides=sides)
    yield from _said(page.second, contrast.second, contrast.second_words, page, sides=sides)
    for difference in contrast.differences:
        yield from _difference(difference, page)
    if contrast.shared:
        named = [prose(n) for n in contrast.shared if n] + [NAMELESS] * ("" in contrast.shared)
        yield from page.flow([Piece(f"both rest in the end on {listed(named)}", "dim")], rest, rest + "  ")


def _said(name: str, said: Sequence[Assertion], words: Sequence[Words], page: _Page, *, sides: bool) -> Iterator[str]:
    """What one of the two says, the first of each side before others; ``sides`` tells which side it is."""
    told = {(own.document, own.span): (a, own) for a, own in reversed(list(zip(said, words, strict=True)))}
    every = list(told.values())[::-1]
    first = {_side(a): (a, own) for a, own in reversed(every)}
    chosen = sorted(every, key=lambda row: first[_side(row[0])] != row)[:SAID]
    for a, own in every:
        if (a, own) in chosen:
            label = f"{name} ({_side(a)}):" if sides else f"{name}:"
            place = Piece(f"[{own.span.begin}:{own.span.end}] · {page.short(a.id)}".replace(" ", GLUE), "dim")
            quoted = Piece(f"“{clipped(prose(own.text), LONGEST)}”")
            yield from page.flow([Piece(label.replace(" ", GLUE), "voice"), quoted, place], " " * 5, " " * 9)
    if len(every) > SAID:
        yield from page.flow([Piece(f"and {number(len(every) - SAID, 'time')} more", "dim")], " " * 9, " " * 9)


def _side(a: Assertion) -> str:
    return "takes it back" if a.withdrawal else SIDES[a.side]


def _difference(difference: Difference, page: _Page) -> list[str]:
    style = "alarm" if difference.aspect in ALARMS else "source"
    pieces = [
        Piece(f"{difference.aspect.value}:".replace(" ", GLUE), style),
        Piece(f"{page.first}:".replace(" ", GLUE), "dim"),
        Piece(f"{_values(difference.first)};"),
        Piece(f"{page.second}:".replace(" ", GLUE), "dim"),
        Piece(_values(difference.second)),
    ]
    return page.flow(pieces, "     - ", " " * 9)


def _values(held: Sequence[Held]) -> str:
    """What one says, in a few words."""
    values = [clipped(prose(h.value), LONGEST // 2) for h in held]
    more = len(values) - VALUES
    return listed([*values[:VALUES], f"{more:,} more"] if more > 0 else values) or "not said"


def _list(heading: str, contrasts: Sequence[Contrast], page: _Page) -> Iterator[str]:
    if not contrasts:
        return
    yield ""
    yield from page.flow([Piece(heading, "title"), Piece(f"({len(contrasts):,})", "dim")], "", "  ")
    for contrast in contrasts[:MOST]:
        standing = trace_words.STANDINGS[contrast.claim.standing]
        told = f"· {page.short(contrast.claim.id)} · {standing}".replace(" ", GLUE)
        words = Piece(clipped(prose(contrast.claim.text), LONGEST))
        yield from page.flow([words, Piece(told, "dim")], "  - ", "    ")
    yield from _left(len(contrasts) - MOST, page)


def _left(count: int, page: _Page) -> Iterator[str]:
    if count > 0:
        told = f"and {number(count, 'more claim')}; --output-format json gives all"
        yield from page.flow([Piece(told, "dim")], "    ", "    ")
