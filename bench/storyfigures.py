"""Measures over the rows of ``bench.storyscore``, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from statistics import median
from typing import Any

from bench.storyscore import ClaimRow, Counted, Scored

Figures = dict[str, float | None]
WHOLE = ("claims", "tellings")  # numbers, not shares


def figures(scored: Scored) -> Figures:
    """All measures over these rows; ``None`` where there is nothing to measure.

    "exact" is asked of both bounds, so a count is exact where they are one number; "within" asks that it lies between
    them. "sides right" is asked of tellings in their claim's proposition: sides elsewhere are of something else. "false
    corroboration" is the share of claims with one origin at least that are called corroborated.
    """
    told, claims = scored.tellings, scored.claims
    p, r = _mean(t.precision for t in told), _mean(t.recall for t in told)
    homes = {(c.story, c.claim): c.proposition for c in claims}
    home = [t for t in told if t.proposition is not None and t.proposition == homes.get((t.story, t.claim))]
    out: Figures = {
        "claims": len(claims),
        "tellings": len(told),
        "found": _mean(t.proposition is not None for t in told),
        "bcubed p": p,
        "bcubed r": r,
        "bcubed f1": 2 * p * r / (p + r) if p and r else None,
        "sides right": _mean(t.found_side == t.side for t in home),
        "extra members": _share(sum(c.extra_members for c in claims), sum(c.members for c in claims)),
    }
    out |= _of_counts("", claims, lambda c: c.found)
    main = [c for c in claims if c.main]
    out["main bounds exact"] = _of_counts("", main, lambda c: c.found)["bounds exact"]
    if any(c.oracle for c in claims):
        out |= _of_counts("oracle ", claims, lambda c: c.oracle)
    if any(c.sources for c in claims):
        counts = _of_counts("", claims, lambda c: c.sources)
        out |= {f"sources {key}": counts[key] for key in ("bounds exact", "least exact", "standing right")}
    out |= _of_counter("outlets", claims, lambda c: c.outlets)
    out |= _of_counter("texts", claims, lambda c: c.texts)
    return out


def _of_counts(prefix: str, claims: Sequence[ClaimRow], which: Callable[[ClaimRow], Counted | None]) -> Figures:
    have = [(c, found) for c in claims if (found := which(c)) is not None]
    right, wrong = sum(f.right for _, f in have), sum(len(f.extra) for _, f in have)
    total, n = sum(c.roots for c in claims), len(claims)
    single = [c for c in claims if c.support[0] <= 1]
    made: Figures = {
        "root p": _share(right, right + wrong),
        "root r": _share(right, total),
        "root f1": _share(2 * right, right + wrong + total),
        "bounds exact": _share(sum((f.support, f.against) == (c.support, c.against) for c, f in have), n),
        "support exact": _share(sum(f.support == c.support for c, f in have), n),
        "least exact": _share(sum(f.support[0] == c.support[0] for c, f in have), n),
        "standing right": _share(sum(f.standing == c.standing for c, f in have), n),
        "most / true most": median(f.support[1] / max(c.support[1], 1) for c, f in have) if have else None,
        "false corroboration": _mean(f is not None and f.standing == "corroborated" for f in map(which, single)),
    }
    return {prefix + key: value for key, value in made.items()}


def _of_counter(name: str, claims: Sequence[ClaimRow], count: Callable[[ClaimRow], int]) -> Figures:
    """What a tool would be right about that counts each outlet, or each text, as one origin."""
    return {
        f"{name} exact": _mean(c.support == (count(c), count(c)) for c in claims),
        f"{name} within": _mean(c.support[0] <= count(c) <= c.support[1] for c in claims),
        f"{name} / true least": median(count(c) / max(c.support[0], 1) for c in claims) if claims else None,
        f"{name} / true most": median(count(c) / max(c.support[1], 1) for c in claims) if claims else None,
        f"{name} false corroboration": _mean(count(c) > 1 for c in claims if c.support[0] <= 1),
    }


def _mean(given: Iterable[float]) -> float | None:
    values = list(given)
    return sum(values) / len(values) if values else None


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def plain(scored: Scored) -> dict[str, Any]:
    """The rows as JSON holds them."""
    return {"claims": [asdict(c) for c in scored.claims], "tellings": [asdict(t) for t in scored.tellings]}


def table(stories: Sequence[tuple[str, Scored]]) -> Iterator[str]:
    """One line for each claim under the name of its story."""
    head = (
        "claim",
        "told",
        "found",
        "for",
        "found",
        "against",
        "found",
        "standing",
        "found",
        "oracle",
        "out.",
        "texts",
    )
    rows: list[tuple[str, ...]] = [("", *head)]
    for name, scored in stories:
        rows.append((name,) + ("",) * len(head))
        for c in scored.claims:
            told = [t for t in scored.tellings if t.claim == c.claim]
            inside = sum(t.proposition == c.proposition for t in told) if c.proposition else 0
            found, oracle = c.found, c.oracle
            rows.append(
                (
                    "",
                    c.claim + ("*" if c.main else ""),
                    str(len(told)),
                    str(inside),
                    _pair(c.support),
                    _pair(found.support) if found else "-",
                    _pair(c.against),
                    _pair(found.against) if found else "-",
                    c.standing,
                    found.standing if found else "-",
                    f"{_pair(oracle.support)} {_pair(oracle.against)} {oracle.standing}" if oracle else "-",
                    str(c.outlets),
                    str(c.texts),
                )
            )
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[1:]]
    for first, *rest in rows:
        cells = "  ".join(cell.ljust(width) for cell, width in zip(rest, widths, strict=True))
        yield first if first else "  " + cells.rstrip()


def _pair(given: tuple[int, int]) -> str:
    return f"{given[0]}-{given[1]}"


def totals(columns: Sequence[tuple[str, Figures]]) -> Iterator[str]:
    """All measures, a column for each set of rows."""
    names = list(dict.fromkeys(name for _, column in columns for name in column))
    width = max(map(len, names), default=0)
    yield " " * width + "".join(f"  {name[:18]:>18}" for name, _ in columns)
    for name in names:
        yield name.ljust(width) + "".join(f"  {_figure(name, column.get(name)):>18}" for _, column in columns)


def _figure(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return str(int(value)) if name in WHOLE else f"{value:.3f}"


def details(scored: Scored) -> Iterator[str]:
    """What went wrong, claim by claim: tellings not found or elsewhere, wrong sides, roots missed and too many."""
    for c in scored.claims:
        yield f"{c.story} {c.claim}: {c.text}"
        for name, counted in (("found", c.found), ("oracle", c.oracle)):
            if counted and (counted.missed or counted.extra):
                missed, extra = ", ".join(counted.missed) or "-", "; ".join(counted.extra) or "-"
                yield f"    {name}: missed {missed}; too many {extra}"
        for t in scored.tellings:
            if (t.story, t.claim) != (c.story, c.claim):
                continue
            wrong = []
            if t.proposition is None:
                wrong.append("not found")
            elif t.proposition != c.proposition:
                wrong.append("in " + t.proposition)
            if t.found_side not in (None, t.side):
                wrong.append(f"{t.found_side}, not {t.side}")
            if wrong:
                yield f"    {'; '.join(wrong)} | {t.quote} | {t.article} | by {t.found_root}"
