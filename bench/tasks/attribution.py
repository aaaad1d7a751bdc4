"""PolNeAR and GUM: the scorer's figures, calibration, loss on respun copies, nesting and polarity."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from bench import calibration, rewrite
from bench.predict import predict
from bench.scorers import load_module, read_jsonl, score, write_jsonl
from sayso.reading.read import Reader

Row = dict[str, Any]
SPIN_RATE = 0.4  # share of spinnable words that are swapped; our seed's kind of text has about that
SPIN_SEED = 5


def polnear(reader: Reader, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Figures on PolNeAR: spans, links, kinds of content, confidences."""
    path = corpora / "polnear" / f"{split}.jsonl"
    gold = read_jsonl(path)
    predicted = predict(reader, "attribution", gold)
    write_jsonl(out / "polnear.pred.jsonl", predicted)
    s = score(scorers / "score_attribution.py", path, out / "polnear.pred.jsonl")
    figures: dict[str, float | None] = {
        "overlap_f1": s["attribution"]["overlap"]["f1"],
        "exact_f1": s["attribution"]["exact"]["f1"],
        "linking": s["linking"]["source_accuracy"],
    }
    for role in ("source", "cue", "content"):
        figures[f"{role}_fragment_f1"] = s[role]["fragment"]["f1"]
        figures[f"{role}_token_f1"] = s[role]["token"]["f1"]
    for kind in ("direct", "mixed", "indirect"):
        figures[f"recall_{kind}"] = s["recall_by_kind"][kind]["r"]
    pairs, total = calibration.judged(gold, predicted, scorers / "score_attribution.py")
    figures["precision_at_half"] = calibration.precision_at(pairs, total, 0.5)
    figures["calibration_error"] = calibration.calibration_error(pairs)
    return figures


def respun(reader: Reader, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """The same attributions in copies spun with half b of the synonym table (training uses half a)."""
    spinner = rewrite.load_spinner(scorers / "make_rewrites.py", "b")
    rng = random.Random(SPIN_SEED)
    copies = [
        rewrite.rewritten(d, rewrite.spin(d["text"], spinner, SPIN_RATE, rng))
        for d in read_jsonl(corpora / "polnear" / f"{split}.jsonl")
    ]
    write_jsonl(out / "respun.gold.jsonl", copies)
    write_jsonl(out / "respun.pred.jsonl", predict(reader, "attribution", copies))
    s = score(scorers / "score_attribution.py", out / "respun.gold.jsonl", out / "respun.pred.jsonl")
    return {
        "overlap_f1": s["attribution"]["overlap"]["f1"],
        "exact_f1": s["attribution"]["exact"]["f1"],
        "linking": s["linking"]["source_accuracy"],
    }


def gum(reader: Reader, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Figures on GUM, whose contents end at clause borders (so overlap, not exact), with nesting and polarity."""
    path = corpora / "gum_attribution" / f"{split}.jsonl"
    gold = read_jsonl(path)
    predicted = predict(reader, "attribution", gold)
    write_jsonl(out / "gum.pred.jsonl", predicted)
    s = score(scorers / "score_attribution.py", path, out / "gum.pred.jsonl")
    return {
        "overlap_f1": s["attribution"]["overlap"]["f1"],
        "linking": s["linking"]["source_accuracy"],
        **nesting_and_polarity(gold, predicted, scorers / "score_attribution.py"),
    }


def nesting_and_polarity(gold: list[Row], predicted: list[Row], scorer: Path) -> dict[str, float | None]:
    """Nested found: share of gold nested attributions with a pair (best content overlap) whose source overlaps too;
    nested linked: those whose pair is nested as well. GUM nests what a named author writes in the author's own
    attribution, which Sayso calls the article's voice. Polarity: macro F1 of positive and negative over the pairs."""
    module = load_module(scorer)
    by_id = {d["id"]: d for d in predicted}
    nested = found = linked = 0
    counts = dict.fromkeys([(a, b) for a in (0, 1) for b in (0, 1)], 0)
    for g in gold:
        ours = by_id[g["id"]]["attributions"]
        for a, b in pairs_by_content(module, g["text"], g["attributions"], ours):
            if b is not None:
                counts[a["polarity"] == "negative", b["polarity"] == "negative"] += 1
            if a.get("inside") is not None:
                nested += 1
                hit = b is not None and _overlaps(module, a, b, g["text"])
                found += hit
                linked += hit and b is not None and b.get("inside") is not None
    f1 = []
    for label in (0, 1):
        hit = counts[label, label]
        f1.append(2 * hit / max(2 * hit + counts[1 - label, label] + counts[label, 1 - label], 1))
    share = {"nested_found": found / nested, "nested_linked": linked / nested} if nested else {"nested_found": None}
    return {**share, "polarity_macro_f1": sum(f1) / 2}


def pairs_by_content(module: Any, text: str, gold: list[Row], ours: list[Row]) -> list[tuple[Row, Row | None]]:
    """Each gold attribution with its one-to-one best match by content, the cue breaking ties as in the scorer."""
    g = [{r: module.norm(a.get(r), text, False, r) for r in module.ROLES} for a in gold]
    p = [{r: module.norm(a.get(r), text, False, r) for r in module.ROLES} for a in ours]
    weights = {}
    for i, x in enumerate(g):
        for j, y in enumerate(p):
            d = module.dice(x["content"], y["content"])
            if d > 0 and x["content"] and y["content"]:
                weights[i, j] = d + 1e-3 * module.dice(x["cue"], y["cue"])
    matched = dict(module.match(weights))
    return [(a, ours[matched[i]] if i in matched else None) for i, a in enumerate(gold)]


def _overlaps(module: Any, a: Row, b: Row, text: str) -> bool:
    x, y = module.norm(a["source"], text, False, "source"), module.norm(b["source"], text, False, "source")
    return (not x and not y) or module.inter(x, y) > 0
