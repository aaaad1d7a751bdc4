"""Names: exact F1 on UNER-EWT, and the other corpora beside it."""

from __future__ import annotations

from pathlib import Path

from bench.predict import predict
from bench.scorers import read_jsonl, score, write_jsonl
from sayso.reading.read import Reader

TYPES = "PERSON,ORG,PLACE"
# corpus folder, the head's convention for it, scorer options
CORPORA = (
    ("uner_ewt", "uner", ("--coarse", "--types", TYPES)),
    ("crossner_politics", "crossner", ("--coarse", "--types", TYPES)),
    ("re3d", "re3d", ("--coarse", "--types", TYPES, "--named-only")),
    ("wikigold", "wikigold", ("--coarse", "--types", TYPES)),
    ("gum_entities", "gum", ("--coarse", "--types", TYPES, "--named-only")),
)


def names(reader: Reader, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Exact and overlap F1 of names by corpus."""
    figures: dict[str, float | None] = {}
    for corpus, convention, options in CORPORA:
        path = corpora / corpus / f"{split}.jsonl"
        rows = read_jsonl(path)
        write_jsonl(out / f"{corpus}.pred.jsonl", predict(reader, "entities", rows, convention))
        s = score(scorers / "score_entities.py", path, out / f"{corpus}.pred.jsonl", *options)
        figures[f"{corpus}_exact_f1"] = s["entities"]["exact"]["f1"]
        figures[f"{corpus}_overlap_f1"] = s["entities"]["overlap"]["f1"]
    return figures
