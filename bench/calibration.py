"""How far confidences can be trusted: precision where half is found, and the expected calibration error."""

from __future__ import annotations

from typing import Any

from bench.scorers import load_module

BINS = 10


def judged(
    gold: list[dict[str, Any]], predicted: list[dict[str, Any]], scorer: Any
) -> tuple[list[tuple[float, bool]], int]:
    """(probability, right) of every predicted attribution, and the number of gold ones.

    Right means paired one to one with a gold attribution whose source, cue and content it overlaps,
    by the scorer's own matching.
    """
    module = load_module(scorer)
    by_id = {d["id"]: d for d in gold}
    out: list[tuple[float, bool]] = []
    total = 0
    for p in predicted:
        g = by_id[p["id"]]
        text = g["text"]
        total += len(g["attributions"])
        golds = [{r: module.norm(a.get(r), text, False, r) for r in module.ROLES} for a in g["attributions"]]
        ours = [{r: module.norm(a.get(r), text, False, r) for r in module.ROLES} for a in p["attributions"]]
        pairs = {}
        for i, x in enumerate(golds):
            for j, y in enumerate(ours):
                if all((not x[r] and not y[r]) or module.inter(x[r], y[r]) > 0 for r in module.ROLES):
                    pairs[i, j] = 1000 + sum(module.dice(x[r], y[r]) for r in module.ROLES if x[r] or y[r])
        right = {j for _, j in module.match(pairs)}
        out += [(a["probability"], j in right) for j, a in enumerate(p["attributions"])]
    return out, total


def precision_at(pairs: list[tuple[float, bool]], gold: int, recall: float) -> float | None:
    """Precision of the surest predictions that together reach ``recall``; None when it is never reached."""
    hits = 0
    for n, (_, right) in enumerate(sorted(pairs, key=lambda x: -x[0]), 1):
        hits += right
        if hits >= recall * gold:
            return hits / n
    return None


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins of equal width (Naeini et al. 2015), in [0, 1]."""
    error = 0.0
    for k in range(BINS):
        inside = [(p, r) for p, r in pairs if k / BINS <= p < (k + 1) / BINS or (k == BINS - 1 and p == 1)]
        if inside:
            error += abs(sum(p for p, _ in inside) - sum(r for _, r in inside))
    return error / max(len(pairs), 1)
