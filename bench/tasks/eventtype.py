"""PLV: the root type of the event between two marked participants of one sentence (Hu et al. 2024).

The corpus has no development set, so one row in five of its training set is held out from training, by its id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.scorers import read_jsonl, score, write_jsonl
from sayso.types.span import Span

Row = dict[str, Any]
# Text, words of the actors, words of the recipients; gives the name of an ``EventType``.
Predict = Callable[[str, tuple[Span, ...], tuple[Span, ...]], str]
FOLDS = 5
# The corpus has one class for both; Sayso tells them apart.
MERGED = {"CONCEDE": "CONCEDE_OR_RETREAT", "RETREAT": "CONCEDE_OR_RETREAT"}


def held_out(row_id: str) -> bool:
    """Whether a row serves for measuring and not for training."""
    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % FOLDS == 0


def eventtype(row: Row, predict: Predict) -> Row:
    """The row in the scorer's format with the types predicted; of its gold only the participants' spans are used."""
    out = []
    for event in row["events"]:
        spans: dict[str, tuple[Span, ...]] = {
            role: tuple(Span(*a["span"]) for a in event["args"] if a["role"] == role) for role in ("actor", "recipient")
        }
        kind = predict(row["text"], spans["actor"], spans["recipient"])
        out.append({"type": MERGED.get(kind, kind), "trigger": None, "args": []})
    return {"id": row["id"], "text": row["text"], "events": out}


def eventtypes(predict: Predict, corpora: Path, scorers: Path, out: Path) -> dict[str, float | None]:
    """Accuracy and macro F1 on the rows held out. Raises ``BenchError`` when corpus or scorer is missing."""
    rows = [row for row in read_jsonl(corpora / "plv" / "train.jsonl") if held_out(row["id"])]
    gold, predicted = out / "plv.gold.jsonl", out / "plv.pred.jsonl"
    write_jsonl(gold, rows)
    write_jsonl(predicted, [eventtype(row, predict) for row in rows])
    s = score(scorers / "score_events.py", gold, predicted, "--what", "types")
    return {"plv_accuracy": s["types"]["doc_accuracy"], "plv_macro_f1": s["types"]["macro_f1"]}
