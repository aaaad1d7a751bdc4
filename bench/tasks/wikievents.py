"""WikiEvents: triggers with their types, and arguments end to end, under the KAIROS ontology at two levels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import heads
from bench.scorers import read_jsonl, score, write_jsonl
from sayso.reading.session import Model

Row = dict[str, Any]


def predicted(model: Model, row: Row) -> Row:
    """Events of one document in the scorer's format."""
    return {"id": row["id"], "text": row["text"], "events": heads.kairos(model, row["text"])}


def wikievents(model: Model, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """F1 of triggers with their types (exact spans), and of arguments with their roles (head words), end to end."""
    gold, found = corpora / "wikievents" / f"{split}.jsonl", out / "wikievents.pred.jsonl"
    write_jsonl(found, [predicted(model, row) for row in read_jsonl(gold)])
    s = score(scorers / "score_events.py", gold, found, "--what", "triggers,args", "--type-level", "2")
    return {
        "trigger_f1": s["triggers"]["id_exact"]["f1"],
        "trigger_type_f1": s["triggers"]["cls_exact"]["f1"],
        "argument_head_f1": s["args"]["cls_head"]["f1"],
        "argument_identified_f1": s["args"]["id_head"]["f1"],
    }
