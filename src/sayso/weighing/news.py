"""What is new about a claim: how it stood when it was last told of, beside how it stands now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sayso.types.news import News, NewsKind, Stand
from sayso.types.timeline import Words
from sayso.types.weighing import Article, Assertion, Origin, Proposition, Side, Standing
from sayso.weighing.dates import earliest
from sayso.weighing.figures import Figure, Known, alike, compared, figures
from sayso.weighing.origins import COUNTED

NUMBERS: Final = 3  # changed numbers of one claim that are told at once
COMPARED: Final = 200  # assertions with numbers that new ones are compared with, the latest ones


def stand_of(claim: Proposition) -> Stand:
    """How a claim stands."""
    weighed = claim.weighed
    support, against = weighed.support, weighed.against
    return Stand(claim.id, weighed.standing, (support.least, support.most), (against.least, against.most))


def news(before: Sequence[Stand], after: Proposition, fresh: Collection[str], words: Known) -> tuple[News, ...]:
    """What there is to tell of a claim.

    ``before`` are the claims that were told of before and hold assertions of this one, the one with most of them
    first; several where they were found to be one. ``fresh`` are ids of articles that were not there then. ``words``
    are those behind spans of assertions, by document; numbers without them are not compared. Raises nothing.
    """
    return tuple(_Teller(before, after, frozenset(fresh), words).news())


class _Teller:
    """What all news of one claim share."""

    def __init__(self, before: Sequence[Stand], after: Proposition, fresh: frozenset[str], words: Known) -> None:
        self.before = [b for b in before if b.support[1] or b.against[1]]  # the others were only left open
        self.claim = after
        self.now = stand_of(after)
        self.words = words
        self.articles = {a.id: a for a in after.articles}
        self.new = [a for a in after.assertions if a.document in fresh]
        self.old = [a for a in after.assertions if a.document not in fresh]
        self.side = {a.id: a.side for a in after.assertions}
        self.fresh_ids = {a.id for a in self.new}

    def news(self) -> Iterator[News]:
        """All of them, those that say most first."""
        if not self.before:
            if self.new and (self.now.support[1] or self.now.against[1]):
                yield self._news(NewsKind.NEW, self._on(Side.FOR), self.new, against=self._on(Side.AGAINST))
            return
        explained = [*self._withdrawn(), *self._opposed(), *self._confirmed()]
        yield from explained
        if not explained and self.now.standing not in {b.standing for b in self.before}:
            yield self._news(NewsKind.STANDING, self._come(None), self.new)
        yield from self._numbers()

    def _news(
        self,
        kind: NewsKind,
        who: Sequence[Origin],
        told: Sequence[Assertion],
        against: Sequence[Origin] = (),
        numbers: tuple[Words, Words] | None = None,
    ) -> News:
        was, now = numbers or (None, None)
        return News(
            kind=kind,
            text=self.claim.text,
            modality=self.claim.modality,
            before=self.before[0] if self.before else None,
            after=self.now,
            reason=self.claim.weighed.standing_reason,
            who=tuple(who),
            against=tuple(against),
            article=self._first(told),
            was=was,
            now=now,
        )

    def _first(self, told: Sequence[Assertion]) -> Article | None:
        """The earliest article of these; one without a date only where none has any."""
        found = [self.articles[a.document] for a in told if a.document in self.articles]
        return min(found, key=lambda a: (a.published is None, earliest(a.published), a.id), default=None)

    def _on(self, side: Side) -> list[Origin]:
        """The origins of one side."""
        return [o for o in self.claim.weighed.origins if any(self.side.get(id) is side for id in o.assertions)]

    def _come(self, side: Side | None) -> list[Origin]:
        """The origins that are new on a side (on any, for ``None``): only new articles have them there."""
        out = []
        for origin in self.claim.weighed.origins:
            mine = [id for id in origin.assertions if side is None or self.side.get(id) is side]
            if mine and self.fresh_ids.issuperset(mine):
                out.append(origin)
        return out

    def _told_by(self, origins: Sequence[Origin], side: Side) -> list[Assertion]:
        """New assertions of a side: those that rest on these, else all."""
        ids = {id for origin in origins for id in origin.assertions}
        found = [a for a in self.new if a.side is side]
        return [a for a in found if a.id in ids] or found

    def _withdrawn(self) -> Iterator[News]:
        back = [a for a in self.new if a.withdrawal]
        stands = self.now.standing is Standing.WITHDRAWN
        if back or (stands and all(b.standing is not Standing.WITHDRAWN for b in self.before)):
            ids = {a.id for a in back}
            who = [o for o in self.claim.weighed.origins if ids & set(o.assertions)]
            yield self._news(NewsKind.WITHDRAWN, who, back or self.new)

    def _opposed(self) -> Iterator[News]:
        if not self.now.against[0] or any(b.against[0] for b in self.before):
            return
        denying = {a.id for a in self.claim.assertions if a.side is Side.AGAINST and not a.withdrawal}
        noes = [o for o in self._come(Side.AGAINST) if denying & set(o.assertions)]
        if noes:
            yield self._news(NewsKind.DENIED, noes, self._told_by(noes, Side.AGAINST))
        elif self.now.support[1] and any(a.id in denying for a in self.old) and (told := self._told_by((), Side.FOR)):
            yield self._news(NewsKind.CLAIMED, self._come(Side.FOR), told)

    def _confirmed(self) -> Iterator[News]:
        if self.now.support[0] < 2 or any(b.support[0] > 1 for b in self.before):
            return
        who = self._come(Side.FOR)
        firm = [o for o in who if o.kind in COUNTED]
        if told := self._told_by(firm or who, Side.FOR):
            yield self._news(NewsKind.CONFIRMED, firm or who, told)

    def _numbers(self) -> Iterator[News]:
        told: set[tuple[str, str]] = set()
        for a in self.new:
            others = [o for o in self.old if o.side is a.side and o.numbers]
            if not others or set(a.numbers) <= {n for o in others for n in o.numbers}:
                continue
            known = [f for o in others[-COMPARED:] for f in figures(o, self.words)]
            for figure in figures(a, self.words):
                was = _changed(figure, known)
                if was is None or (was.value, figure.value) in told:
                    continue
                if len(told) == NUMBERS:
                    return
                told.add((was.value, figure.value))
                who = [o for o in self.claim.weighed.origins if a.id in o.assertions]
                yield self._news(NewsKind.NUMBER, who, [a], numbers=(was.words, figure.words))


def _changed(figure: Figure, known: Sequence[Figure]) -> Figure | None:
    """The number that stood where this one stands; ``None`` where it is the same, or not of the same things."""
    was = compared(figure, known)
    if was is None or was.value == figure.value or not alike(was, figure) or bool(was.thing) != bool(figure.thing):
        return None  # "58" may be somebody's age, and no number of days
    return was
