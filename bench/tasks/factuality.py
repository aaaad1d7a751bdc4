"""Event-level factuality on [-3, 3], spans given: UDS-IH2 and MEANTIME. Their scales are not pooled.

In UDS-IH2 future and hypothetical events are negative, so that -3 does not mean "denied"; nearly all of MEANTIME is +3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.scorers import BenchError, read_jsonl, score, write_jsonl
from sayso.types.span import Span

Row = dict[str, Any]
# Text, words of the events, name of the corpus whose scale is meant; gives a number for each span.
Predict = Callable[[str, tuple[Span, ...], str], Sequence[float]]
CORPORA = ("uds_ih2", "meantime_factuality")
LEAST, MOST = -3.0, 3.0


def factuality(row: Row, predict: Predict, corpus: str) -> Row:
    """The row in the scorer's format with predicted numbers; of its gold only the spans are used.

    Numbers beyond the scale are cut to it. Raises ``BenchError`` unless there is one number for each span.
    """
    spans = tuple(Span(e["start"], e["end"]) for e in row["events"])
    values = list(predict(row["text"], spans, corpus)) if spans else []
    if len(values) != len(spans):
        raise BenchError(f"{row['id']}: {len(values)} numbers for {len(spans)} events")
    events = [
        {"start": s.begin, "end": s.end, "factuality": min(max(float(v), LEAST), MOST)}
        for s, v in zip(spans, values, strict=True)
    ]
    return {"id": row["id"], "events": events}


def factualities(
    predict: Predict, corpora: Path, scorers: Path, out: Path, split: str = "dev"
) -> dict[str, float | None]:
    """Pearson's r and mean absolute error by corpus, and F1 of what is not factual."""
    figures: dict[str, float | None] = {}
    for corpus in CORPORA:
        path = corpora / corpus / f"{split}.jsonl"
        write_jsonl(out / f"{corpus}.pred.jsonl", [factuality(row, predict, corpus) for row in read_jsonl(path)])
        s = score(scorers / "score_factuality.py", path, out / f"{corpus}.pred.jsonl")
        figures |= {f"{corpus}_r": s["r"], f"{corpus}_mae": s["mae"], f"{corpus}_not_factual_f1": s["not_factual_f1"]}
    return figures
