"""The least number of people and bodies that could have said all this.

Origins are put into groups, each of which could be one camp or one person, in such a way that there are as few groups
as can be: a minimum clique cover of "these may be one". That is hard in general and easy here. Firm origins fall into
groups by themselves: one for each camp, and one for each of unknown camp. People without a name differ only in camp
and sort; each group can take in those of one camp, and of one sort, at most. So what is left is a choice of sorts
(there are eight) and a matching of camps and sorts with groups. Leaving origins out never needs more groups, which is
why joining two origins never raises the count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

Label = tuple[str | None, str]  # a camp or none, and a sort of people
STATE = frozenset("s")


@dataclass(frozen=True, slots=True)
class Unit:
    """One origin as it counts: its ``identity``, camp, and whom it may be of.

    ``sorts`` say what people without a name it may stand for. ``open`` units have no camp of their own that would keep
    people of a camp out. ``stateless`` ones are organs of a state that nothing tells the country of. ``alike`` is the
    same for private persons of one name; ``may`` are identities of others that this one may be.
    """

    identity: str
    firm: bool
    camp: str | None
    sorts: frozenset[str]
    open: bool = True
    stateless: bool = False
    alike: str | None = None
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Least:
    """The count: groups of firm origins, and for people without a name those who need a group of their own.

    ``groups`` are the firm groups, ``hosted`` pairs of (unnamed, a firm one that it may be), ``alone`` groups of
    unnamed ones beside all firm ones.
    """

    count: int
    groups: tuple[tuple[str, ...], ...]
    hosted: tuple[tuple[str, str], ...]
    alone: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Group:
    """Firm origins that may be one camp or person. ``camp`` is what it has, ``sorts`` whom it may take in."""

    members: list[str]
    camp: str | None
    sorts: frozenset[str]
    open: bool


def least(units: Iterable[Unit]) -> Least:
    """The smallest number of groups, with one way to reach it. For n origins and c camps about n log n + c^3."""
    rows = sorted(units, key=lambda u: u.identity)
    groups = _firm([u for u in rows if u.firm])
    hosted: list[tuple[str, str]] = []
    left: dict[tuple[str | None, frozenset[str]], list[str]] = {}
    for unit in (u for u in rows if not u.firm):
        host = next((g for g in groups if _takes(g, unit)), None)
        if host is not None:
            hosted.append((unit.identity, host.members[0]))
        else:
            left.setdefault((unit.camp, unit.sorts), []).append(unit.identity)
    labels, held = _labels(left, _hosts(groups, len(left)))
    alone: dict[Label, list[str]] = {}
    for (camp, sorts), who in sorted(left.items(), key=lambda row: (row[0][0] or "", sorted(row[0][1]))):
        label = next(lb for lb in labels if _covers(lb, camp, sorts))
        group = held.get(label)
        if group is None:
            alone.setdefault(label, []).extend(who)
        else:
            hosted += [(identity, group.members[0]) for identity in who]
    return Least(
        len(groups) + len(alone),
        tuple(tuple(g.members) for g in groups),
        tuple(sorted(hosted)),
        tuple(tuple(v) for v in alone.values()),
    )


def _firm(units: Sequence[Unit]) -> list[Group]:
    """One group for each camp, and for each origin without; names that may be another's do not count beside it."""
    there = {u.identity for u in units}
    known = {u.alike for u in units if u.alike is not None and u.camp is not None}
    states = sorted({u.camp for u in units if u.camp is not None and u.sorts == STATE})
    groups: dict[str, Group] = {}
    folded: list[Unit] = []
    for unit in sorted(units, key=lambda u: (u.stateless, u.identity)):
        if unit.may & there or (unit.camp is None and unit.alike in known):
            folded.append(unit)
            continue
        key = unit.camp or (f"alike {unit.alike}" if unit.alike else unit.identity)
        if unit.stateless:  # an organ of some state may be one of a state that is there
            key = states[0] if states else "stateless"
        group = groups.setdefault(key, Group([], unit.camp, unit.sorts, unit.open))
        group.members.append(unit.identity)
        group.sorts = group.sorts & unit.sorts or group.sorts
    rows = [groups[k] for k in sorted(groups)]
    at = {identity: g for g in rows for identity in g.members}
    for unit in folded:
        host = next((at[i] for i in sorted(unit.may) if i in at), None) or groups.get(f"alike {unit.alike}")
        if host is None:
            rows.append(host := Group([], unit.camp, unit.sorts, unit.open))
        host.members.append(unit.identity)
        at[unit.identity] = host
    return rows


def _takes(group: Group, unit: Unit) -> bool:
    """True for whom the group takes in whatever else it takes in: the same camp, or a sort that it has anyway."""
    return group.camp == unit.camp if unit.camp is not None else group.sorts <= unit.sorts


def _hosts(groups: Sequence[Group], kinds: int) -> list[Group]:
    """Groups that may still be one sort of people or another; of each kind as many as could be needed."""
    seen: dict[tuple[frozenset[str], bool, bool], int] = {}
    out = []
    for group in groups:
        if group.open or len(group.sorts) > 1:
            kind = (group.sorts, group.open, group.camp is None)
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] <= kinds:
                out.append(group)
    return out


def _covers(label: Label, camp: str | None, sorts: frozenset[str]) -> bool:
    return label[0] == camp if camp is not None else label[1] in sorts


def _labels(
    left: dict[tuple[str | None, frozenset[str]], list[str]], hosts: Sequence[Group]
) -> tuple[list[Label], dict[Label, Group]]:
    """Camps and sorts that cover all who are left, so that as few as can be need a group of their own."""
    camps: dict[str, frozenset[str]] = {}
    for camp, sorts in left:
        if camp is not None:
            camps[camp] = camps.get(camp, sorts) & sorts or camps.get(camp, sorts)
    fixed: list[Label] = [(camp, min(sorts)) for camp, sorts in sorted(camps.items())]
    rest = [sorts for camp, sorts in left if camp is None and not any(lb[1] in sorts for lb in fixed)]
    every = sorted({s for sorts in rest for s in sorts})
    best: tuple[int, list[Label], dict[Label, Group]] | None = None
    for size in range(len(every) + 1):
        if best is not None and size > len(best[1]) - len(fixed):
            break
        for chosen in combinations(every, size):
            if all(sorts & set(chosen) for sorts in rest):
                labels = [*fixed, *((None, s) for s in chosen)]
                held = _matched(labels, hosts)
                if best is None or len(labels) - len(held) < best[0]:
                    best = (len(labels) - len(held), labels, held)
    return (best[1], best[2]) if best is not None else ([], {})


def _matched(labels: Sequence[Label], hosts: Sequence[Group]) -> dict[Label, Group]:
    """As many labels as can be, each with a group that can take it (Kuhn 1955, augmenting ways)."""
    taken: dict[int, Label] = {}

    def place(label: Label, seen: set[int]) -> bool:
        for k, host in enumerate(hosts):
            if k in seen or not _can(host, label):
                continue
            seen.add(k)
            if k not in taken or place(taken[k], seen):
                taken[k] = label
                return True
        return False

    for label in labels:
        place(label, set())
    return {label: hosts[k] for k, label in taken.items()}


def _can(host: Group, label: Label) -> bool:
    return label[1] in host.sorts and (host.camp is None or label[0] is None or host.open)
