"""The sentences that say why a count is what it is: one for each merge, and one for each count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.types.weighing import OriginKind, Reason, Side
from sayso.weighing.bounds import Count
from sayso.weighing.ledger import Ledger
from sayso.weighing.origins import Found, outlet_of
from sayso.weighing.sources.camps import called
from sayso.weighing.wording import PRIVATE, listed, plural, quoted, sentence, short

KINDS = (  # in the singular and in the plural
    (OriginKind.NAMED, "named source", "named sources"),
    (OriginKind.WITNESS, "outlet by its own finding", "outlets by their own findings"),
    (OriginKind.DOCUMENT, "document", "documents"),
    (OriginKind.UNNAMED, "source without a name", "sources without a name"),
    (OriginKind.CHANNEL, "outlet that is only cited", "outlets that are only cited"),
    (OriginKind.UNSOURCED, "text that names nobody", "texts that name nobody"),
    (OriginKind.CIRCLE, "circle", "circles"),
)
QUIET = frozenset({OriginKind.CHANNEL, OriginKind.UNSOURCED, OriginKind.CIRCLE})


def reasons(count: Count, found: Sequence[Found], ledger: Ledger) -> tuple[Reason, ...]:
    """Why the bounds of one side are what they are, the counts first."""
    view = _View(count, found, ledger)
    rows: list[Reason] = []
    for part in PARTS:
        rows += part(view)
    return tuple(rows)


class _View:
    """One side, as sentences ask for it."""

    def __init__(self, count: Count, found: Sequence[Found], ledger: Ledger) -> None:
        self.count = count
        self.found = found
        self.ledger = ledger
        self.by = {o.identity: o for o in count.origins}

    def rows(self, one: Found) -> list[int]:
        return one.rows.get(self.count.side, [])

    def articles(self, origins: Sequence[Found]) -> int:
        return len({self.ledger.told[k].assertion.document for o in origins for k in self.rows(o)})

    def called(self, camp: str) -> str:
        return called(camp, self.ledger.sources.labels)

    def reason(self, rule: str, told_so: str, origins: Sequence[Found]) -> Reason:
        told = sorted({self.ledger.told[k].assertion.id for o in origins for k in self.rows(o)})
        return Reason(rule, sentence(told_so), tuple(told), tuple(sorted(o.id for o in origins)))


def _least(view: _View) -> list[Reason]:
    count = view.count
    if not count.origins:
        return []
    if count.floor:
        return [view.reason("least", "At least 1: nobody known is behind it, but somebody said so.", count.origins)]
    names = []
    for group in (*count.groups.groups, *count.groups.alone):
        here = [view.by[i] for i in group]
        camps = {o.camp for o in here}
        camp = next(iter(camps)) if len(camps) == 1 else None
        names.append(view.called(camp) if camp and len(here) > 1 else quoted(_best(here)))
    what = listed(names, 6)
    told = f"At least {count.least}: {what}." if count.least > 1 else f"At least 1: all of it may go back to {what}."
    here = [view.by[i] for g in (*count.groups.groups, *count.groups.alone) for i in g]
    return [view.reason("least", told, here)]


def _most(view: _View) -> list[Reason]:
    count = view.count
    if not count.origins:
        return []
    articles = plural(view.articles(count.origins), "article")
    if count.most == 1:
        verb = "rests" if view.articles(count.origins) == 1 else "rest"
        return [view.reason("most", f"At most 1: {articles} {verb} on one origin.", count.origins)]
    kinds = [(sum(o.kind is kind for o in count.origins), one, many) for kind, one, many in KINDS]
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in kinds if number]
    told = f"At most {count.most}, behind {articles}: {listed(parts, len(KINDS))}."
    return [view.reason("most", told, count.origins)]


def _once(view: _View) -> list[Reason]:
    out = []
    for one in view.count.origins:
        number = view.articles([one])
        if number < 2 or one.kind is OriginKind.CIRCLE:
            continue
        copies = sum(view.ledger.told[k].parent is not None for k in view.rows(one))
        how = f" ({copies} of them by copying)" if copies else ""
        told = f"These {number} articles count once: all rest on {quoted(one)}{how}."
        if one.kind is OriginKind.UNSOURCED:
            told = (
                f"These {number} articles count once: all have it from one text, of {quoted(one)}, which names nobody."
            )
        elif one.kind is OriginKind.WITNESS:
            told = f"These {number} articles count once: all rest on what {quoted(one)} found out itself."
        out.append(view.reason("once", told, [one]))
    return out


def _names(view: _View) -> list[Reason]:
    out = []
    for one in view.count.origins:
        named = one.source is not None and quoted(one) != PRIVATE
        if named and len(one.written) > 1 and one.kind is not OriginKind.UNNAMED:
            others = [short(w) for w in one.written if w != one.name]
            told = f"{quoted(one)} is also called {listed(others)}."
            out.append(view.reason("names", told, [one]))
    return out


def _camps(view: _View) -> list[Reason]:
    out = []
    for group in view.count.groups.groups:
        here = [view.by[i] for i in group]
        camped = [o for o in here if o.camp is not None]
        if len(here) < 2:
            continue
        names = listed([quoted(o) for o in here])
        if camped:
            camp = view.called(camped[0].camp or "")
            told = f"{names} count once at least: they may speak from one knowledge, for {camp}."
            rule = "camp"
        else:
            told, rule = f"{names} count once at least: they may be one.", "names"
        out.append(view.reason(rule, told, here))
    return out


def _unnamed(view: _View) -> list[Reason]:
    out = []
    hosts: dict[str, list[Found]] = {}
    for identity, host in view.count.groups.hosted:
        hosts.setdefault(host, []).append(view.by[identity])
    for host, here in sorted(hosts.items()):
        whom = view.by[host]
        same = whom.camp is not None and all(o.camp == whom.camp for o in here)
        each = "may be the same people, or " if len(here) > 1 else "may "
        may = f"{each}be {quoted(whom)}"
        if same:
            may = f"{each}speak for {view.called(whom.camp or '')}, as {quoted(whom)} does"
        out.append(view.reason("unnamed", f"{_people(here)} {may}: counted for the upper bound only.", here))
    for group in view.count.groups.alone:
        here = [view.by[i] for i in group]
        if len(here) > 1:
            told = f"{_people(here)} may be the same people: at least 1, at most {len(here)}."
        else:
            told = f"{_people(here)} can be none of the others: they add one."
            told = told if len(view.count.origins) > 1 else f"{_people(here)} are known by no name: they count once."
        out.append(view.reason("unnamed", told, here))
    return out


def _quiet(view: _View) -> list[Reason]:
    out = []
    any_of = "these" if any(o.kind not in QUIET for o in view.count.origins) else "anybody"
    unsourced = [o for o in view.count.origins if o.kind is OriginKind.UNSOURCED]
    if unsourced:
        number = view.articles(unsourced)
        verb, they = ("repeats", "it") if number == 1 else ("repeat", "they")
        whom = f"any of {any_of}" if any_of == "these" else any_of
        told = f"{plural(number, 'article')} {verb} it without saying from whom: {they} may rest on {whom}."
        out.append(view.reason("unsourced", told, unsourced))
    for one in view.count.origins:
        if one.kind is OriginKind.CHANNEL:
            told = f"{quoted(one)} is named as the source, but not whom it has this from: that may be anybody."
            out.append(view.reason("channel", told, [one]))
        elif one.kind is OriginKind.CIRCLE:
            names = listed([short(w) for w in one.written], 5)
            told = f"{names} cite each other and nobody else: a circle, which counts once at most."
            out.append(view.reason("circle", told, [one]))
    return out


def _back(view: _View) -> list[Reason]:
    out = []
    side = view.count.side
    for one in view.found:
        if side in one.back and side in one.rows:
            told = view.ledger.told[one.back[side]]
            when = f" on {told.published[:10]}" if told.published else ""
            words = "took it back" if told.assertion.withdrawal else "said the opposite later"
            told_so = f"{quoted(one)} {words}{when}, and no longer counts here."
            out.append(view.reason("withdrawn", told_so, [one]))
        elif one.counts(Side.FOR) and one.counts(Side.AGAINST) and side is not Side.OPEN:
            told_so = f"{quoted(one)} is found on both sides, and nothing shows which came last: it counts on both."
            out.append(view.reason("both sides", told_so, [one]))
    return out


def _late(view: _View) -> list[Reason]:
    """Articles that cite an outlet whose own article is dated later."""
    rows: dict[str, list[int]] = {}
    for one in view.count.origins:
        if one.kind is not OriginKind.CHANNEL:
            continue
        key = one.identity.partition("|")[2]
        later = [t for t in view.ledger.told if t.outlet == key and t.parent is None]
        citing = [k for k in view.rows(one) if view.ledger.told[k].parent is None]
        if any(t.assertion.document != view.ledger.told[k].assertion.document for t in later for k in citing[:1]):
            rows[one.identity] = citing
    out = []
    for identity, citing in sorted(rows.items()):
        one = view.by[identity]
        names = listed(list(dict.fromkeys(outlet_of(view.ledger.told[k], view.ledger) for k in citing)))
        told = f"What {quoted(one)} published of it is dated later than what cites it ({names}): not what they cite."
        out.append(view.reason("dates", told, [one]))
    return out


def _may(view: _View) -> list[Reason]:
    out = []
    for one in view.count.origins:
        others = [view.by[i] for i in sorted(one.source.may) if i in view.by] if one.source else []
        if others:
            told = (
                f"{quoted(one)} may be {' or '.join(quoted(o) for o in others[:3])}: counted for the upper bound only."
            )
            found = view.reason("ambiguous", told, [one, *others])
            out.append(replace(found, origins=(one.id, *(o.id for o in others))))  # whose name it is comes first
    return out


def _best(here: Sequence[Found]) -> Found:
    return max(here, key=lambda o: (o.firm, sum(map(len, o.rows.values())), o.name))


def _people(here: Sequence[Found]) -> str:
    names = list(dict.fromkeys(quoted(o) for o in here))
    where = f" in {plural(len(here), 'text')}" if len(here) > 1 else ""
    return f"{listed(names)}{where}"


PARTS: tuple[Callable[[_View], list[Reason]], ...] = (
    *(_least, _most, _once, _camps, _unnamed, _quiet, _may, _names, _back, _late),
)
