"""Who derives from whom, on the development set of rewrites: alone, and among 20,000 unrelated texts.

The same functions as ``bench.families`` and ``bench.alignment``, which print more, on other sets too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.alignment import load, missed, of_marked_form, passages, quotes
from bench.attacks import attacked
from bench.distractors import distractors
from bench.families import Row, documents, links, predictions
from bench.scorers import load_module, read_jsonl
from sayso.lineage.family import families

KINDS = ("spun", "spun_cut", "partial", "wire_cut")
# Our names for the scorer's figures.
FAMILY = {
    "pair_f1": "pair_f1",
    "bcubed_f1": "bcubed_f1",
    "direction": "dir_acc",
    "first": "first_acc",
    "strict_parent_f1": "edge_strict_f1",
    "independent": "indep_acc",
    "edge_precision": "edge_p",
}


def lineages(corpora: Path, scorers: Path, out: Path) -> dict[str, float | None]:
    """Figures of families, passages and quotations; ``out`` keeps the unrelated texts between runs."""
    scorer = load_module(scorers / "score_lineage.py")
    folder = corpora / "rewrites"
    docs, gold = read_jsonl(folder / "docs.jsonl"), read_jsonl(folder / "gold.jsonl")
    found = _scores(docs, gold, scorer)
    figures: dict[str, float | None] = {name: found[key] for name, key in FAMILY.items()}

    data = load(folder)
    predicted, _ = passages(data)
    figures["passages_f1"] = scorer.score(data.rows("edge"), predicted)["span_dst_f1"]
    rows = quotes(data)
    for name, chosen in (("altered", rows), ("altered_marked", of_marked_form(data, rows))):
        said = scorer.score(data.rows("quote"), chosen)
        figures[f"{name}_f1"], figures[f"{name}_kind"] = said["quote_f1"], said["quote_kind_acc"]
    counts = missed(data)
    figures["weighty_missed"] = float(sum(n for name, n in counts.items() if name.endswith(" missed")))

    out.mkdir(parents=True, exist_ok=True)
    strangers = [{"outlet": None, "published": None} | d for d in distractors(corpora, out / "strangers.jsonl")]
    for name, (some, labels) in {"among": (docs, gold), "attacked": attacked(docs, gold)}.items():
        found = _scores([*some, *strangers], labels, scorer)
        figures[f"{name}_precision"] = found["edge_p"]
        figures |= {f"{name}_{kind}": found[f"recall:{kind}"] for kind in KINDS}
    return figures


def _scores(docs: list[Row], gold: list[Row], scorer: Any) -> dict[str, float]:
    given = documents(docs)
    scores: dict[str, float] = scorer.score(gold, predictions(families(given, links(given))))
    return scores
