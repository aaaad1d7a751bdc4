"""From when on a word, and a text, is taken for a spinner's: fitted on development texts, spun and as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bench.scorers import read_jsonl
from bench.spinner import Spinner
from bench.tasks.wording import Seen, copies, own, seen, weighed
from sayso.reading.session import Model
from sayso.reading.wording import FEWEST
from training.logistic import logistic

RATES = (0.15, 0.3, 0.55, 0.85)
# By judgement: of what is told at it, seven or eight in ten are a spinner's; at precision .80 much less would be told.
WORD = 0.5
FLAGGED = 0.004  # of clean news: what may come out above one half; the goal for news never seen is .01


def thresholds(model: Model, corpora: Path, scorers: Path) -> dict[str, Any]:
    """``respun_word`` and ``respun_text`` for ``model.json``."""
    spinner = Spinner(scorers / "make_rewrites.py", measuring=True)
    news = [d["text"] for d in read_jsonl(corpora / "polnear" / "dev.jsonl")]
    spun = [seen(model, *copy) for copy in copies(own(), spinner, RATES)]
    clean = [seen(model, text) for text in [*own(), *news]]
    return {"respun_word": WORD, "respun_text": text_weights(spun, clean)}


def text_weights(spun: list[Seen], clean: list[Seen]) -> list[float]:
    """Weights of a logistic regression, its constant lowered until hardly any clean text is above one half."""
    sides = [np.array(weighed([t for t in side if len(t.letters) >= FEWEST])) for side in (spun, clean)]
    weights = logistic(np.concatenate(sides), np.repeat([1.0, 0.0], [len(side) for side in sides]))
    highest = float(np.quantile(sides[1] @ weights, 1 - FLAGGED))
    weights[-1] -= max(highest, 0.0)
    return [round(float(w), 5) for w in weights]
