"""Respun wording without the original at hand: our own news and the corpus of rewrites, spun and as they were.

Our own articles are spun with pairs of words that no training saw; the rewrites with the half of WordNet's pairs that
training knows, but other draws of it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.rewrite import apply, mover, spin
from bench.scorers import read_jsonl
from bench.spinner import Spinner
from bench.tasks.conflict import articles
from sayso.reading.encoding import Conventions, encode
from sayso.reading.session import Floats, Model
from sayso.reading.wording import LIKELY, evidence, of_words, runs, text_probability
from sayso.types.span import Span

RATES = (0.3, 0.55, 0.85)  # share of the words that could be swapped; those of make_rewrites.py
SEED = 20220308
PRECISION = 0.8
THRESHOLDS = tuple(k / 100 for k in range(2, 98, 2))


@dataclass(frozen=True, slots=True)
class Seen:
    """A text through the model: where a spinner put words in, where each word stands, and how it looks."""

    text: str
    gold: tuple[Span, ...]
    begin: Floats
    end: Floats
    probabilities: Floats

    @property
    def letters(self) -> Floats:
        """Probabilities of its words proper."""
        return self.probabilities[[self.text[int(b)].isalpha() for b in self.begin]]


def seen(model: Model, text: str, gold: Sequence[tuple[int, int]] = ()) -> Seen:
    """``text`` through the model, with the places where a spinner put words in."""
    tokens = model.tokenizer.tokenize(text)
    found = of_words(text, tokens, encode(model, tokens, Conventions()))
    return Seen(text, tuple(Span(b, e) for b, e in gold if b < e), tokens.begin, tokens.end, found)


def copies(texts: Sequence[str], spinner: Any, rates: Sequence[float] = RATES) -> list[tuple[str, list[Any]]]:
    """Each text spun once at each rate, with the places of what was put in."""
    out = []
    for number, text in enumerate(texts):
        for rate in rates:
            edits = spin(text, spinner, rate, random.Random(SEED + number))
            move = mover(edits)
            out.append((apply(text, edits), [(move(b, False), move(e, True)) for b, e, _ in edits]))
    return out


def own(split: str = "dev") -> list[str]:
    """Our own marked news, but for what was written in a spinner's words."""
    return [d["text"] for d in articles(split) if "spun" not in d["id"]]


def at_threshold(texts: Sequence[Seen], threshold: float) -> tuple[float, float]:
    """Precision and recall of phrases: right if they overlap one that was put in, as ``score_lineage.py`` counts."""
    told = right = found = total = 0
    for t in texts:
        spans = [(int(t.begin[b]), int(t.end[e - 1])) for b, e in runs(t.probabilities, threshold)]
        told += len(spans)
        total += len(t.gold)
        right += sum(any(g.begin < e and b < g.end for g in t.gold) for b, e in spans)
        found += sum(any(g.begin < e and b < g.end for b, e in spans) for g in t.gold)
    return right / told if told else 1.0, found / total if total else 0.0


def lowest_precise(texts: Sequence[Seen], least: float = PRECISION) -> tuple[float, float]:
    """The threshold with the most recall at that precision, and the recall; (1, 0) where none has it."""
    found = [(recall, t) for t in THRESHOLDS for precision, recall in [at_threshold(texts, t)] if precision >= least]
    recall, threshold = max(found, default=(0.0, 1.0))
    return threshold, recall


def area(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Area under the ROC curve: how often one of the first is above one of the second."""
    a, b = np.asarray(higher)[:, None], np.asarray(lower)[None]
    return float((a > b).mean() + 0.5 * (a == b).mean())


def wordings(model: Model, corpora: Path, scorers: Path) -> dict[str, float | None]:
    """Recall of phrases at precision .80, area under the curve of texts, and clean news that is called respun."""
    generator = scorers / "make_rewrites.py"
    clean = [seen(model, text) for text in own()]
    spun = [seen(model, *copy) for copy in copies(own(), Spinner(generator, measuring=True))]
    news = [seen(model, d["text"]) for d in read_jsonl(corpora / "polnear" / "dev.jsonl")]

    def score(t: Seen) -> float:
        return text_probability(model, t.letters)

    gold: dict[str, list[tuple[int, int]]] = {}
    for row in read_jsonl(corpora / "rewrites" / "gold.jsonl"):
        if row["type"] == "respun":
            gold.setdefault(row["doc"], []).append((row["start"], row["end"]))
    documents = read_jsonl(corpora / "rewrites" / "docs.jsonl")
    rewrites = [seen(model, d["text"], gold.get(d["id"], ())) for d in documents]
    long = [t for t in rewrites if len(t.letters)]
    altered = [t for t in rewrites if t.gold]
    told = {
        name: at_threshold(texts, model.settings.respun_word) for name, texts in (("own", spun), ("rewrites", altered))
    }
    return {
        "own_told_precision": told["own"][0],
        "own_told_recall": told["own"][1],
        "rewrites_told_precision": told["rewrites"][0],
        "rewrites_told_recall": told["rewrites"][1],
        "own_recall": lowest_precise(spun)[1],
        "own_area": area([score(t) for t in spun], [score(t) for t in [*clean, *news]]),
        "clean_flagged": float(np.mean([score(t) >= LIKELY for t in [*clean, *news]])),
        "respun_flagged": float(np.mean([score(t) >= LIKELY for t in spun])),
        "rewrites_recall": lowest_precise(altered)[1],
        "rewrites_area": area([score(t) for t in long if t.gold], [score(t) for t in long if not t.gold]),
    }


def weighed(texts: Sequence[Seen]) -> list[tuple[float, ...]]:
    """What is weighed of each text."""
    return [evidence(t.letters) for t in texts]
