"""Which bodies are one: the same noun and country, where no word parts them ("the ministry", "MoD in Kyiv")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.weighing.sources.phrases import Body, stem

MOST = 60  # bodies of one noun that a name is compared with
Named = tuple[Body, str | None]  # a body and its country


@dataclass(slots=True)
class Organ:
    """One body in the making. ``may`` are others that may be the same."""

    head: str
    words: frozenset[str]
    country: str | None
    sorts: frozenset[str]
    branch: str | None
    named: list[Named] = field(default_factory=list)
    may: list[Organ] = field(default_factory=list)


def join_organs(named: Iterable[Named], same: Iterable[Iterable[Named]] = ()) -> Mapping[Named, Organ]:
    """The body that each name means. ``same`` are names that an article says are one: offices of one speaker.

    A name that fits two bodies stays apart from both, and says which it may be.
    """
    by_head: dict[str, list[Named]] = {}
    for one in set(named):
        by_head.setdefault(one[0].head, []).append(one)
    out: dict[Named, Organ] = {}
    pairs = [list(row) for row in same]
    for head in sorted(by_head):
        rows = sorted(by_head[head], key=_order)
        _joined(rows, [r for r in pairs if r[0][0].head == head], out)
    return out


def _order(named: Named) -> tuple[object, ...]:
    body, country = named
    return (country is None, -len(body.words), sorted(body.words), country or "", body.branch or "", sorted(body.sorts))


def _joined(rows: list[Named], same: list[list[Named]], out: dict[Named, Organ]) -> None:
    held: dict[Named, int] = {}
    for place, pair in enumerate(same):
        held.update({n: place for n in pair if n[0].words})
    shared: dict[int, Organ] = {}
    organs: list[Organ] = []
    for named in rows:
        body, country = named
        number = held.get(named)
        host = shared.get(number) if number is not None else None
        fits = [host] if host and _home(host, country) else [o for o in organs[:MOST] if _fits(o, named)]
        fits = _nearest(fits, body)
        if len(fits) != 1:
            organ = Organ(body.head, body.words, country, body.sorts, body.branch, may=list(fits))
            organs.append(organ)
            fits = [organ]
        organ = fits[0]
        organ.named.append(named)
        organ.words |= body.words
        organ.country = organ.country or country
        organ.sorts = organ.sorts & body.sorts or organ.sorts
        out[named] = organ
        if number is not None:
            shared.setdefault(number, organ)


def _nearest(fits: list[Organ], body: Body) -> list[Organ]:
    exact = [o for o in fits if o.words == body.words]
    return exact if len(exact) == 1 else fits


def _fits(organ: Organ, named: Named) -> bool:
    body, country = named
    return _home(organ, country) and (body.words <= organ.words or organ.words <= body.words)


def _home(organ: Organ, country: str | None) -> bool:
    return country is None or organ.country is None or country == organ.country


def state_named(body: Body, countries: Iterable[str]) -> str | None:
    """The country that a name without a noun is, where other names have shown that it is one ("Dravonia")."""
    if not body.head.startswith("~") or len(body.words) != 1:
        return None
    found = stem(body.head[1:])
    return found if found in countries else None


def alike(named: list[Named]) -> list[list[Named]]:
    """Names of bodies with one noun and country that one person speaks for: they are one body."""
    rows: dict[tuple[str, str | None], list[Named]] = {}
    for one in named:
        rows.setdefault((one[0].head, one[1]), []).append(one)
    return [row for row in rows.values() if len(row) > 1]


def sorted_by(named: Named) -> tuple[str, ...]:
    """What a named body is sorted by."""
    body, country = named
    return (body.head, *sorted(body.words), country or "", "".join(sorted(body.sorts)))
