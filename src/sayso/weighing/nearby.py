"""Which other assertions one means without words of its own for it: of an outlet that it cites, or of its own text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from sayso.types.weighing import Side
from sayso.weighing.ledger import Ledger
from sayso.weighing.sources.documents import anonymous
from sayso.weighing.sources.profiles import Form, profile

MOST: Final = 50  # assertions of one outlet that are looked through for the people who talked to it


class Nearby:
    """The assertions of a ledger by outlet, and by document; they are noted one by one, the earliest first."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.tops: dict[int, int] = {}
        self.published: dict[tuple[Side, str], list[int]] = {}
        self.sourced: dict[tuple[Side, str], list[int]] = {}  # documents: what they tell on somebody's word

    def note(self, k: int) -> None:
        """This assertion is there."""
        told, side = self.ledger.told[k], self.ledger.sides[k]
        if told.outlet is not None:
            self.published.setdefault((side, told.outlet), []).append(k)
        speaks = told.chain and not anonymous(told.chain[-1])
        if told.carried is None and (speaks or told.assertion.witnessed):
            self.sourced.setdefault((side, told.assertion.document), []).append(k)

    def articles(self, k: int, key: tuple[Side, str]) -> Iterable[int]:
        """Assertions of an outlet that this one may go back to, the earliest first.

        Not later ones, none of its own article, and no copies of it: nobody has a thing from a copy of what he says.
        """
        one = self.ledger.told[k]
        for other in self.published.get(key, ()):
            if self.ledger.told[other].first > one.last:
                return
            if self.ledger.told[other].assertion.document != one.assertion.document and self._top(other) != k:
                yield other

    def _top(self, k: int) -> int:
        """The assertion whose words this one has in the end: itself where they are its own, or lead in a ring."""
        seen: list[int] = []
        at = k
        while at not in self.tops and (above := self.ledger.told[at].parent) is not None and at not in seen:
            seen.append(at)
            at = above
        top = self.tops.get(at, at)
        self.tops |= dict.fromkeys(seen, top)
        return top

    def told_to(self, k: int) -> list[int]:
        """What the outlet has that people without a name talked to, or that takes something back: they are meant.

        Nothing where no article of it is here.
        """
        one = self.ledger.told[k]
        last = profile(one.chain[-1]) if len(one.chain) > 1 else None
        people = last is not None and (last.form is Form.UNNAMED or (last.form is Form.PERSON and not last.public))
        back = bool(one.assertion.withdrawal)
        if not one.chain or not (people or back):
            return []
        key = self.ledger.outlet_key(one.chain[-2] if people else one.chain[-1])
        if key is None:
            return []
        there = list(islice(self.articles(k, (self.ledger.sides[k], key)), MOST))
        told = self.ledger.told
        if last is not None and last.form is Form.PERSON:
            return [n for n in there if told[n].chain and profile(told[n].chain[-1]).names[:1] == last.names[:1]]
        if people:
            own = [n for n in there if told[n].chain and profile(told[n].chain[-1]).form is Form.UNNAMED]
            return own or there
        return [n for n in there if told[n].assertion.withdrawal]

    def beside(self, k: int) -> list[int]:
        """What the same document tells on the same side with a source: a text that names somebody is not unsourced.

        A lead says flatly what the next sentence has from a ministry.
        """
        one = self.ledger.told[k].assertion
        if one.witnessed:
            return []
        there = self.sourced.get((self.ledger.sides[k], one.document), [])
        return [n for n in there[:MOST] if n != k]
