"""Thresholds and calibration of finished weights, on development data.

Each corpus gets the cue threshold with the best overlap F1 for its convention, Sayso's own the chosen one.
Probabilities come from a logistic regression (Platt 1999) on four numbers of each attribution; with four weights for
some thousand predictions there is next to nothing to overfit, and the benchmark reports the error on halves fitted on
the other.
"""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import calibration
from bench.predict import convention_of
from bench.scorers import read_jsonl
from bench.tasks.conflict import articles
from sayso.reading.session import Model, load
from sayso.reading.spans import read_text
from training import wording
from training.logistic import logistic
from training.remember import remembering
from training.thresholds import told_and_true, trigger_thresholds

# Sayso's own convention, by judgement and not by F1: what is doubtful is shown with its confidence, and what is left
# out nobody can look at. The best by F1 (.6 and .5) has some .004 more, and 1 root in 70 less.
CHOSEN = {"news": (0.3, 0.3)}
THRESHOLDS = (0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
FLOORS = (0.0, 0.2, 0.3, 0.35, 0.4, 0.5)
NEAR = 0.001
HALVES_SEED = 7
HARDLY = 0.005  # of F1: what a lower threshold of triggers may cost


def calibrate(folder: Path, corpora: Path, scorers: Path) -> dict[str, Any]:
    """Set thresholds and calibration in ``folder``'s model.json; returns what was found."""
    scorer = scorers / "score_attribution.py"
    model: Model = remembering(load(folder))
    neutral = dataclasses.replace(model.settings, floors=dict.fromkeys(model.settings.floors, 0.0))
    model = dataclasses.replace(model, settings=neutral)  # what an earlier calibration left out must count, too
    report: dict[str, Any] = {}
    thresholds: dict[str, float] = {}
    sets = {
        "polnear": read_jsonl(corpora / "polnear" / "dev.jsonl"),
        "gum": read_jsonl(corpora / "gum_attribution" / "dev.jsonl"),
        "news": articles("dev"),
    }
    for convention, gold in sets.items():
        scores = {t: overlap_f1(with_threshold(model, convention, t), gold, convention, scorer) for t in THRESHOLDS}
        best = max(scores, key=lambda t: scores[t])
        thresholds[convention] = CHOSEN[convention][0] if convention in CHOSEN else best
        report[convention] = {str(t): round(f, 4) for t, f in scores.items()}
    settings = dataclasses.replace(model.settings, thresholds=thresholds)
    model = dataclasses.replace(model, settings=settings)
    x, y = evidence_and_truth(model, [*sets["polnear"], *sets["news"]], scorer)
    weights = logistic(x, y)
    report["error_on_other_half"] = crossed_error(x, y)
    raw = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    calibrated = dataclasses.replace(settings, calibration=tuple(float(w) for w in weights))
    model = dataclasses.replace(model, settings=calibrated)
    floors = {c: CHOSEN[c][1] if c in CHOSEN else best_floor(model, gold, c, scorer) for c, gold in sets.items()}
    report["triggers"] = trigger_thresholds(model, corpora, scorers)
    raw["triggers"] = {c: lowest_good(f1) for c, f1 in report["triggers"].items()}
    raw["thresholds"], raw["floors"] = thresholds, floors
    x, y = told_and_true(with_triggers(model, raw["triggers"]))
    raw["event_calibration"] = [round(float(w), 5) for w in logistic(x, y)]
    report["event_error_on_other_half"] = crossed_error(x, y)
    raw["calibration"] = [round(float(w), 5) for w in weights]
    raw |= wording.thresholds(model, corpora, scorers)
    (folder / "model.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    return report


def best_floor(model: Model, gold: list[dict[str, Any]], convention: str, scorer: Path) -> float:
    """The highest floor that keeps the overlap F1 within ``NEAR`` of the best: fewer doubtful answers at no cost."""
    pairs, total = calibration.judged(gold, raw_rows(model, gold, convention), scorer)

    def f1(floor: float) -> float:
        kept = [right for p, right in pairs if p >= floor]
        return 2 * sum(kept) / max(len(kept) + total, 1)

    best = max(map(f1, FLOORS))
    return max(floor for floor in FLOORS if f1(floor) >= best - NEAR)


def with_threshold(model: Model, convention: str, threshold: float) -> Model:
    """The model with one cue threshold changed."""
    thresholds = {**model.settings.thresholds, convention: threshold}
    return dataclasses.replace(model, settings=dataclasses.replace(model.settings, thresholds=thresholds))


def lowest_good(f1: dict[float, float]) -> float:
    """The lowest threshold whose F1 is hardly less than the best: what is doubtful is shown as such, not left out."""
    return min(t for t, found in f1.items() if found >= max(f1.values()) - HARDLY)


def with_triggers(model: Model, thresholds: dict[str, float]) -> Model:
    """The model with these thresholds of triggers and the probabilities of events as they come."""
    neutral = dataclasses.replace(model.settings, triggers=thresholds, event_calibration=(1.0, 0.0))
    return dataclasses.replace(model, settings=neutral)


def raw_rows(model: Model, gold: list[dict[str, Any]], convention: str | None) -> list[dict[str, Any]]:
    """Raw attributions as scorer rows, with their evidence."""
    out = []
    for d in gold:
        raw = read_text(model, d["text"], convention or convention_of(d)).attributions
        rows = [
            {
                "source": [[s.begin, s.end] for s in r.source],
                "cue": [[s.begin, s.end] for s in r.cue],
                "content": [[s.begin, s.end] for s in r.content],
                "probability": r.probability,
            }
            for r in raw
        ]
        out.append({"id": d["id"], "attributions": rows})
    return out


def overlap_f1(model: Model, gold: list[dict[str, Any]], convention: str, scorer: Path) -> float:
    """F1 of whole attributions by overlap."""
    pairs, total = calibration.judged(gold, raw_rows(model, gold, convention), scorer)
    right = sum(r for _, r in pairs)
    return 2 * right / max(len(pairs) + total, 1)


def evidence_and_truth(
    model: Model, gold: list[dict[str, Any]], scorer: Path
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(N, 4) evidence and (N,) whether right, for all predictions on ``gold``."""
    xs, ys = [], []
    for d in gold:
        rows = raw_rows(model, [d], None)
        xs += read_text(model, d["text"], convention_of(d)).evidence
        ys += [right for _, right in calibration.judged([d], rows, scorer)[0]]
    return np.array(xs, dtype=np.float64), np.array(ys, dtype=np.float64)


def crossed_error(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Expected calibration error where each half is judged with weights fitted on the other."""
    order = list(range(len(y)))
    random.Random(HALVES_SEED).shuffle(order)
    halves = order[: len(order) // 2], order[len(order) // 2 :]
    pairs: list[tuple[float, bool]] = []
    for fit, judge in (halves, halves[::-1]):
        w = logistic(x[fit], y[fit])
        pairs += [(float(1 / (1 + np.exp(-x[k] @ w))), bool(y[k])) for k in judge]
    return calibration.calibration_error(pairs)
