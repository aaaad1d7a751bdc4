"""Weights of ``sayso.lineage.parents``: the likeliest trees over families of generated rewrites.

The trees that the generator made are to be the likeliest of all trees over the members of their families (the
conditional likelihood of Koo et al. 2007), with a ridge on the weights. Sets are made anew by the generator of the
rewrites, with seeds that no measurement uses.

usage: python -m training.family CORPORA [--keep FOLDER] [--sources FILE ...]    (writes lineage/data/parents.json)
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.families import Links, documents, links, made_set
from bench.scorers import load_module, read_jsonl
from sayso.lineage.align import align
from sayso.lineage.evidence import text_of
from sayso.lineage.parents import NEVER, marginals
from sayso.lineage.weigh import Weighed, weigh

OUT = Path(__file__).parents[1] / "src" / "sayso" / "lineage" / "data" / "parents.json"
SEEDS = (31, 33)
PENALTY, STEPS, RATE = 0.5, 300, 0.1  # of Adam with a ridge, over all families at once
CHAINS, LONGEST_CHAIN = 20, 4  # families in which each member was made from the one before
CHAIN_RATES = (0.08, 0.2, 0.4)
NO_DATE, BACKDATED, CREDITED = 0.1, 0.05, 0.4
Array = NDArray[np.float64]


class Family:
    """One family as arrays: features of pairs and of roots, and the tree that the generator made."""

    def __init__(self, weighed: Weighed, parent: Sequence[int | None], names: Mapping[str, int]) -> None:
        self.size = len(parent)
        self.heads = np.array([h for h, _ in weighed.pairs], dtype=int)
        self.children = np.array([m for _, m in weighed.pairs], dtype=int)
        self.pairs = _table(weighed.pairs.values(), names)
        self.roots = _table(weighed.roots, names)
        index = {pair: k for k, pair in enumerate(weighed.pairs)}
        self.root = next(m for m, h in enumerate(parent) if h is None)
        true = [index[h, m] for m, h in enumerate(parent) if h is not None]
        self.gold = self.pairs[true].sum(axis=0) + self.roots[self.root]

    def gradient(self, w: Array) -> Array:
        """Features of the true tree less those that the weights expect."""
        edges = np.full((self.size, self.size), NEVER)
        edges[self.heads, self.children] = self.pairs @ w
        likely, roots = marginals(edges, self.roots @ w)
        expected = likely[self.heads, self.children] @ self.pairs + roots @ self.roots
        return np.asarray(self.gold - expected)


def _table(rows: Iterable[Mapping[str, float]], names: Mapping[str, int]) -> Array:
    rows = list(rows)
    out = np.zeros((len(rows), len(names)))
    for k, row in enumerate(rows):
        for name, value in row.items():
            out[k, names[name]] = value
    return out


def trees(
    docs: list[dict[str, Any]], gold: list[dict[str, Any]], found: Links
) -> list[tuple[Weighed, list[int | None]]]:
    """The families of a set with the parents of their members, without members that no link leads to their parent."""
    texts = {d.id: text_of(d) for d in documents(docs)}
    above: dict[str, list[str]] = {}
    for row in gold:
        if row["type"] == "edge":
            above.setdefault(row["dst"], []).append(row["src"])
    out = []
    for row in gold:
        if row["type"] != "cluster":
            continue
        inside = set(row["docs"])
        parents = {id: next((p for p in above.get(id, ()) if p in inside), None) for id in sorted(inside)}
        kept = {row["first"]} if parents[row["first"]] is None else set()
        grown = -1
        while grown != len(kept):  # only what hangs on the root by links
            grown = len(kept)
            kept |= {m for m, p in parents.items() if p in kept and (min(m, p), max(m, p)) in found}
        if len(kept) > 1:
            among = {(a, b): f for (a, b), f in found.items() if a in kept and b in kept}
            weighed = weigh([texts[id] for id in sorted(kept)], among)
            number = {t.id: k for k, t in enumerate(weighed.members)}
            out.append(
                (weighed, [None if parents[t.id] is None else number[parents[t.id] or ""] for t in weighed.members])
            )
    return out


def chains(corpora: Path, rng: random.Random) -> list[tuple[Weighed, list[int | None]]]:
    """Families of another shape than the generator makes: each text respun from the one before it."""
    generator = load_module(corpora.parent / "bench" / "make_rewrites.py")
    spinner = generator.Spinner("a")
    sources = [r for r in read_jsonl(corpora / "rewrites" / "sources.jsonl") if len(r["paragraphs"]) > 3]
    out = []
    for number in range(CHAINS):
        paragraphs = [" ".join(p) for p in rng.choice(sources)["paragraphs"][:15]]
        outlets = rng.sample(generator.OUTLETS, LONGEST_CHAIN)
        minutes, made = rng.randrange(40 * 24 * 60), []
        for k in range(rng.randint(3, LONGEST_CHAIN)):
            rate, shown = rng.choice(CHAIN_RATES), minutes
            if k:
                paragraphs = [spinner.spin(p, rate, rng)[0] for p in paragraphs]
                shown = minutes - rng.randint(1500, 2400) if rng.random() < BACKDATED else minutes
            credit = [f"Source: {outlets[k - 1]}"] if k and rng.random() < CREDITED else []
            date = datetime(2022, 3, 1) + timedelta(minutes=shown)
            row = {
                "id": f"{rng.random():.12f}"[2:],
                "title": f"chain {number}",
                "text": "\n\n".join(paragraphs + credit),
                "outlet": outlets[k],
                "published": None if rng.random() < NO_DATE else date.isoformat() + "Z",
            }
            made.append(row)
            minutes += rng.randint(8, 1800)
        texts = documents(made)
        found = {(a.id, b.id): align(a.text, b.text) for a in texts for b in texts if a.id < b.id}
        weighed = weigh([text_of(d) for d in texts], {pair: f for pair, f in found.items() if f.passages})
        place = {t.id: m for m, t in enumerate(weighed.members)}
        above = {b["id"]: place[a["id"]] for a, b in pairwise(made)}
        if all((place[a["id"]], place[b["id"]]) in weighed.pairs for a, b in pairwise(made)):
            out.append((weighed, [above.get(t.id) for t in weighed.members]))
    return out


def fit(data: Sequence[tuple[Weighed, list[int | None]]]) -> dict[str, float]:
    """Weights by name of the feature."""
    found = sorted({n for w, _ in data for row in (*w.pairs.values(), *w.roots) for n in row})
    names = {name: k for k, name in enumerate(found)}
    families = [Family(weighed, parent, names) for weighed, parent in data]
    w, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = sum((f.gradient(w) for f in families), np.zeros(len(names))) - PENALTY * w
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        w += RATE * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(w[k]), 2) for name, k in names.items()}


def main() -> int:
    """Fit the weights, print them and write them into the package."""
    ap = argparse.ArgumentParser(prog="python -m training.family", description=__doc__)
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--keep", type=Path, help="folder for the sets made and the links found")
    ap.add_argument("--sources", type=Path, action="append", default=[], help="further articles to rewrite")
    ap.add_argument("--out", type=Path, default=OUT)
    o = ap.parse_args()
    data = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = o.keep or Path(temporary)
        wanted = [(seed, None) for seed in SEEDS] + [(SEEDS[0] + 1 + 2 * k, s) for k, s in enumerate(o.sources)]
        for seed, sources in wanted:
            (folder / f"seed{seed}").mkdir(parents=True, exist_ok=True)
            place = made_set(o.corpora, folder / f"seed{seed}", seed, sources)
            docs = read_jsonl(place / "docs.jsonl")
            found = links(documents(docs), folder / f"links-seed{seed}.json")
            data += trees(docs, read_jsonl(place / "gold.jsonl"), found)
    weights = fit(data + chains(o.corpora, random.Random(SEEDS[0])))
    print(json.dumps(weights, indent=1))
    o.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
