"""The origins of one proposition, on each side, and those that took back what they said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.types.weighing import Origin, OriginKind, Side
from sayso.weighing.counting import Unit
from sayso.weighing.dates import surely_before
from sayso.weighing.ledger import Ledger, Told, publisher
from sayso.weighing.sources.joining import Source
from sayso.weighing.sources.lexicon import SORTS
from sayso.weighing.walk import Ways, walk

FIRM = frozenset({OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.WITNESS})
COUNTED = FIRM | {OriginKind.UNNAMED}
OTHER = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.OPEN: Side.FOR}


@dataclass(slots=True)
class Found:
    """One origin. ``rows`` are the numbers of its assertions by side, the earliest article first.

    ``back`` says for a side which assertion takes back what this origin said there.
    """

    identity: str
    kind: OriginKind
    source: Source | None
    name: str = ""
    written: tuple[str, ...] = ()
    rows: dict[Side, list[int]] = field(default_factory=dict)
    back: dict[Side, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The same in every order of intake."""
        return "o_" + hashlib.sha256(f"{self.kind}\0{self.identity}".encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def firm(self) -> bool:
        """True for names, documents and witnesses."""
        return self.kind in FIRM

    @property
    def camp(self) -> str | None:
        """The camp, where it is known."""
        return self.source.camp.name if self.source else None

    def counts(self, side: Side) -> bool:
        """True when it stands on this side and did not take that back."""
        return side in self.rows and side not in self.back

    def unit(self) -> Unit:
        """What decides how it counts."""
        if self.source is None:
            return Unit(self.identity, self.firm, None, SORTS)
        s = self.source
        names = sorted(s.names, key=lambda n: (len(n), n))
        alike = s.alike or (" ".join(names[-1]) if names else None)
        camp = s.camp.name if s.alike is None else None
        return Unit(self.identity, self.firm, camp, s.sorts, s.camp.open, s.camp.stateless, alike, frozenset(s.may))


def find(ledger: Ledger) -> tuple[list[Found], Ways]:
    """All origins with their assertions, sorted by identity, and the ways that lead to them."""
    ways = walk(ledger)
    found: dict[str, Found] = {}
    for k in sorted(range(len(ledger.told)), key=lambda k: ledger.told[k].order):
        end = ways.ends["a", "", k]
        one = found.setdefault(end.identity, Found(end.identity, end.kind, ledger.sources.all.get(end.identity)))
        one.rows.setdefault(ledger.sides[k], []).append(k)
    for one in found.values():
        _name(one, ledger)
    _withdrawals(found, ledger)
    _reversals(found.values(), ledger)
    _own_reversals(found.values(), ledger)
    return [found[k] for k in sorted(found)], ways


def made(found: Iterable[Found], ledger: Ledger) -> tuple[Origin, ...]:
    """The records of origins, those with most assertions first."""
    rows = [
        Origin(
            id=one.id,
            kind=one.kind,
            name=one.name,
            written=one.written,
            camp=ledger.camp(one.camp),
            public=one.source.public if one.source else True,
            assertions=tuple(sorted(ledger.told[k].assertion.id for ks in one.rows.values() for k in ks)),
        )
        for one in found
    ]
    return tuple(sorted(rows, key=lambda o: (-len(o.assertions), o.kind, o.name, o.id)))


def outlet_of(one: Told, ledger: Ledger) -> str:
    """The name of the outlet of an assertion's article, else of the document."""
    return publisher(ledger.articles.get(one.assertion.document)) or one.assertion.document


def _name(one: Found, ledger: Ledger) -> None:
    if one.source is not None:
        one.name, one.written = one.source.name, tuple(sorted(one.source.written))
        return
    told = [ledger.told[k] for ks in one.rows.values() for k in ks]
    if one.kind is OriginKind.CHANNEL:
        key = one.identity.partition("|")[2]
        names = {t.name for row in told for t in row.chain if t.name and ledger.outlet_key(t) == key}
        one.written = tuple(sorted(names))
        one.name = min(one.written, key=lambda n: (len(n), n), default=key)
        return
    if one.kind is OriginKind.CIRCLE:
        texts = set(one.identity.split("|"))
        own = [row for row in told if row.text in texts] or told
        one.written = tuple(dict.fromkeys(outlet_of(row, ledger) for row in sorted(own, key=lambda r: r.order)))
        one.name = " and ".join(one.written[:3])
        return
    key = one.identity.partition("|")[2]
    own = [row for row in told if row.parent is None and key in (row.outlet, row.text)] or told
    first = min(own, key=lambda r: r.order)
    article = ledger.articles.get(first.carried.source if first.carried else first.assertion.document)
    one.name = publisher(article) or first.assertion.document
    one.written = (one.name,)


def _withdrawals(found: dict[str, Found], ledger: Ledger) -> None:
    """Who takes something back in so many words: the source, or the article, of what its outlet said itself."""
    texts: dict[str, set[str]] = {}
    for told in ledger.told:
        if told.outlet is not None and told.parent is None:
            texts.setdefault(told.outlet, set()).add(told.text)
    for k in sorted(range(len(ledger.told)), key=lambda k: ledger.told[k].order):
        told = ledger.told[k]
        if not told.assertion.withdrawal or told.parent is not None:
            continue
        side = OTHER[ledger.sides[k]]
        for identity in _whose(told, ledger, texts, found):
            one = found.get(identity)
            if one is not None and side in one.rows:
                one.back.setdefault(side, k)


def _whose(told: Told, ledger: Ledger, texts: Mapping[str, set[str]], found: Iterable[str]) -> list[str]:
    """Whose word is taken back; who withdraws a report withdraws what people without a name told it."""
    if told.chain:
        last = told.chain[-1]
        key = ledger.outlet_key(last)
        if key is None:
            identity = ledger.sources.of(last, told.text)
            return [identity] if identity else []
    else:
        key = told.outlet
    own = [f"unsourced|{told.text}"]
    if key is not None:
        own += [f"witness|{key}", f"channel|{key}"]
        own += [f"unsourced|{text}" for text in sorted(texts.get(key, ()))]
        own += sorted(i for i in found if i.startswith("unnamed|") and i.split("|")[1] in texts.get(key, ()))
    return own


def _reversals(found: Iterable[Found], ledger: Ledger) -> None:
    """Who is first heard on one side and later on the other one has taken back what came first."""
    for one in found:
        if one.kind is not OriginKind.NAMED:
            continue
        named = {s: [k for k in ks if _named(one, ledger.told[k], ledger)] for s, ks in one.rows.items()}
        back = _reversed(named.get(Side.FOR, []), named.get(Side.AGAINST, []), ledger)
        if back is not None and not one.back:
            one.back[back[0]] = back[1]


def _named(one: Found, told: Told, ledger: Ledger) -> bool:
    """True where an assertion names this source itself: when others were told by it, they do not say."""
    return any(ledger.sources.of(t, told.text) == one.identity for t in told.chain)


def _own_reversals(found: Iterable[Found], ledger: Ledger) -> None:
    """An outlet that says in its own voice the opposite of what it said before has taken that back."""
    voices: dict[str, dict[Side, list[int]]] = {}
    whose: dict[str, list[Found]] = {}
    for one in found:
        if one.kind not in (OriginKind.WITNESS, OriginKind.UNSOURCED):
            continue
        there = {side: [k for k in ks if ledger.told[k].parent is None] for side, ks in one.rows.items()}
        own = {k: o for ks in there.values() for k in ks if (o := _own_voice(one, ledger.told[k], ledger)) is not None}
        for key in sorted(set(own.values())):
            whose.setdefault(key, []).append(one)
            for side, ks in there.items():
                voices.setdefault(key, {}).setdefault(side, []).extend(k for k in ks if own.get(k) == key)
    for key, sides in voices.items():
        back = _reversed(sides.get(Side.FOR, []), sides.get(Side.AGAINST, []), ledger)
        for one in whose[key] if back is not None else ():
            if not one.back and back is not None and back[0] in one.rows:
                one.back[back[0]] = back[1]


def _own_voice(one: Found, told: Told, ledger: Ledger) -> str | None:
    """The outlet whose own word this is: what it saw, or a text of its own that names nobody else."""
    key = told.outlet
    if key is None or any(ledger.outlet_key(t) != key for t in told.chain):
        return None
    return key if one.identity in (f"witness|{key}", f"unsourced|{told.text}") else None


def _reversed(ayes: Sequence[int], noes: Sequence[int], ledger: Ledger) -> tuple[Side, int] | None:
    """The side that was taken back by what was said later, and the assertion that did it."""
    if not ayes or not noes:
        return None
    both = {ledger.told[k].assertion.document for k in ayes} & {ledger.told[k].assertion.document for k in noes}
    alone = [_first([k for k in ks if ledger.told[k].assertion.document not in both], ledger) for ks in (ayes, noes)]
    ever = [_first(ks, ledger) for ks in (ayes, noes)]
    if ever[1] is not None and _earlier(alone[0], ever[1], ledger):
        return Side.FOR, ever[1]
    if ever[0] is not None and _earlier(alone[1], ever[0], ledger):
        return Side.AGAINST, ever[0]
    return None


def _first(rows: Sequence[int], ledger: Ledger) -> int | None:
    """The earliest dated one that is no copy: a copy's date says nothing of when a source spoke."""
    told = ((k, ledger.told[k]) for k in rows)
    dated = [k for k, t in told if t.parent is None and t.first > float("-inf")]
    return min(dated, key=lambda k: ledger.told[k].order, default=None)


def _earlier(alone: int | None, other: int | None, ledger: Ledger) -> bool:
    """True where the one side was told alone at an earlier time than the other side was told at all.

    An article that tells both tells of what was said when; who reads it knows the side that was there before.
    """
    if alone is None or other is None:
        return False
    return surely_before(ledger.told[alone].published, ledger.told[other].published)
