"""Triggers on development data: thresholds for the best F1 of trigger and type, and how often which answer is right."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import heads
from bench.eventmarks import compile_folder
from bench.scorers import read_jsonl, score, write_jsonl
from bench.tasks.conflict import ARTICLES
from sayso.reading.heads.events import log_odds
from sayso.reading.session import Model
from sayso.reading.spans import read_text

Row = dict[str, Any]
GRID = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)


def trigger_thresholds(model: Model, corpora: Path, scorers: Path) -> dict[str, dict[float, float]]:
    """F1 by threshold for each convention."""
    wikievents = read_jsonl(corpora / "wikievents" / "dev.jsonl")
    own, _ = compile_folder(ARTICLES / "dev", ARTICLES.parent / "events" / "dev")
    return {
        "news": {t: _f1(_gold(own), [_told(_with(model, t), d) for d in own], scorers, "cls_overlap") for t in GRID},
        "kairos": {
            t: _f1(wikievents, [_kairos(_with(model, t), d) for d in wikievents], scorers, "cls_exact") for t in GRID
        },
    }


def told_and_true(model: Model) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(N, 2) log-odds and a constant, and (N,) whether gold has a trigger of that type there, on our dev articles."""
    own, _ = compile_folder(ARTICLES / "dev", ARTICLES.parent / "events" / "dev")
    xs, ys = [], []
    for d in own:
        gold = [(e["type"], s) for e in d["events"] for s in (e["trigger"], *e["mentions"])]
        for found in read_text(model, d["text"], "news").events:
            t = found.trigger
            xs.append((log_odds(found.probability), 1.0))
            ys.append(any(kind == found.type.value and t.begin < s[1] and s[0] < t.end for kind, s in gold))
    return np.array(xs, dtype=np.float64), np.array(ys, dtype=np.float64)


def _with(model: Model, threshold: float) -> Model:
    settings = dataclasses.replace(model.settings, triggers=dict.fromkeys(model.settings.triggers, threshold))
    return dataclasses.replace(model, settings=settings)


def _gold(rows: list[Row]) -> list[Row]:
    """Every mention of an event as one of the scorer's."""
    out = []
    for d in rows:
        spans = [(e["type"], s) for e in d["events"] for s in (e["trigger"], *e["mentions"])]
        out.append({"id": d["id"], "text": d["text"], "events": [{"type": t, "trigger": s} for t, s in spans]})
    return out


def _told(model: Model, d: Row) -> Row:
    found = read_text(model, d["text"], "news").events
    events = [{"type": e.type.value, "trigger": [e.trigger.begin, e.trigger.end]} for e in found]
    return {"id": d["id"], "text": d["text"], "events": events}


def _kairos(model: Model, d: Row) -> Row:
    return {"id": d["id"], "text": d["text"], "events": heads.kairos(model, d["text"])}


def _f1(gold: list[Row], predicted: list[Row], scorers: Path, measure: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "gold.jsonl", Path(folder) / "pred.jsonl"
        for path, rows in zip(paths, (gold, predicted), strict=True):
            write_jsonl(path, rows)
        found = score(scorers / "score_events.py", *paths, "--what", "triggers", "--type-level", "2")
    return round(float(found["triggers"][measure]["f1"]), 4)
