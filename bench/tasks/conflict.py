"""The project's own conflict set: roots, parents, polarity, on the model's spans and on given ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.markup import compile_paths
from bench.predict import predict
from bench.scorers import BenchError, score, write_jsonl
from bench.tasks.chains import from_gold_spans, score_chains
from sayso.reading.read import Reader
from sayso.reading.spans import read_text
from sayso.text.sentences import sentences
from sayso.types.document import Basis, Document, Known

ARTICLES = Path(__file__).parents[1] / "conflict" / "articles"


def articles(split: str) -> list[dict[str, Any]]:
    """Compiled articles of a split. Raises ``BenchError`` when the markup is broken."""
    documents, errors = compile_paths([ARTICLES / split])
    if errors or not documents:
        raise BenchError("; ".join(errors[:3]) or f"no articles in {ARTICLES / split}")
    return documents


def conflict(reader: Reader, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Figures on the conflict set."""
    gold = articles(split)
    write_jsonl(out / "conflict.gold.jsonl", gold)
    predicted = predict(reader, "chains", gold)
    write_jsonl(out / "conflict.pred.jsonl", predicted)
    s = score(scorers / "score_attribution.py", out / "conflict.gold.jsonl", out / "conflict.pred.jsonl")
    found, ceiling = score_chains(gold, predicted), score_chains(gold, [_given(reader, d) for d in gold])
    return {
        "overlap_f1": s["attribution"]["overlap"]["f1"],
        "exact_f1": s["attribution"]["exact"]["f1"],
        "linking": s["linking"]["source_accuracy"],
        "root": found["root"],
        "root_voice": found["root_voice"],
        "parent": found["parent"],
        "polarity_macro_f1": found["polarity_f1"],
        "nested_found": found["nested_found"],
        "root_given_spans": ceiling["root"],
        "root_voice_given_spans": ceiling["root_voice"],
        "parent_given_spans": ceiling["parent"],
    }


def _given(reader: Reader, gold: dict[str, Any]) -> dict[str, Any]:
    """What the voice rules make of the gold spans with the model's names."""
    text = gold["text"]
    outlet = Known(gold["outlet"], Basis.METADATA)
    document = Document("d_" + gold["id"], text, gold["id"], "jsonl", publisher=outlet)
    return from_gold_spans(document, sentences(text), read_text(reader.model, text, "news").mentions, gold)
