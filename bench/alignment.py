"""How well passages, changes and altered quotations of two texts are found: ``python -m bench.alignment CORPORA``.

    python -m bench.alignment CORPORA --seed 21 22 --rates .85 --sources MORE.jsonl

Texts are the rewrites corpus, or with ``--seed`` what its generator makes of ``--sources`` (half a of the synonyms).
Passages are scored by the functions of ``score_lineage.py`` on the gold edges. Altered quotations are scored twice: all
that are found, and those of the form that the corpus marks (both marks alike, twelve characters or more, within one
sentence); what a spinner did to the others is no error of the finder, but has no row in the gold either.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.scorers import BenchError, load_module, read_jsonl
from sayso.lineage.align import align
from sayso.lineage.changes import changes
from sayso.lineage.quoted import quoted_again
from sayso.text.sentences import sentences
from sayso.types.lineage import Alteration, ChangeKind

Row = dict[str, Any]
SCORED = {
    Alteration.NEGATION: "negation",
    Alteration.NUMBER: "number",
    Alteration.TRUNCATED: "truncate",
    Alteration.SPLICED: "splice",
    Alteration.RESPUN: "spun",
    Alteration.EDITED: "edit",
}
WEIGHTY = {"negation": ChangeKind.NEGATION, "number": ChangeKind.NUMBER}
# What the generator's rows of quotations look like.
MARKED = re.compile(r'"([^"]{12,})"|“([^”]{12,})”')
UNRELATED = 500
SEED = 5


@dataclass(frozen=True, slots=True)
class Texts:
    """A set of texts with its labels."""

    texts: dict[str, str]
    gold: list[Row]

    def rows(self, kind: str) -> list[Row]:
        """The labels of one type."""
        return [row for row in self.gold if row["type"] == kind]


def load(folder: Path) -> Texts:
    """``docs.jsonl`` and ``gold.jsonl`` of a folder. Raises ``BenchError`` when one is missing."""
    return Texts({d["id"]: d["text"] for d in read_jsonl(folder / "docs.jsonl")}, read_jsonl(folder / "gold.jsonl"))


def passages(data: Texts) -> tuple[list[Row], float]:
    """A predicted edge for each gold one, and the milliseconds of processor time that a pair took."""
    out = []
    begin = time.process_time()
    for edge in data.rows("edge"):
        found = align(data.texts[edge["src"]], data.texts[edge["dst"]]).passages
        out.append({**edge, "spans": [[p.first.begin, p.first.end, p.second.begin, p.second.end] for p in found]})
    return out, 1000 * (time.process_time() - begin) / max(1, len(out))


def by_kind(data: Texts, predicted: list[Row], scorer: Any) -> dict[str, Row]:
    """The scorer's figures on passages, of all edges together and by kind (those without gold passages left out)."""
    kinds = {None, *(e["kind"] for e in predicted)}
    out = {}
    for kind in sorted(kinds, key=str):
        gold = [e for e in data.rows("edge") if kind in (None, e["kind"])]
        if any(e["spans"] for e in gold):
            out[kind or "all"] = scorer.score(gold, [e for e in predicted if kind in (None, e["kind"])])
    return out


def quotes(data: Texts) -> list[Row]:
    """Rows for the quotations of every copy that stand in a parent."""
    out = []
    for edge in data.rows("edge"):
        first, second = data.texts[edge["src"]], data.texts[edge["dst"]]
        for q in quoted_again(first, second, align(first, second)):
            kind = SCORED[q.alteration] if q.alteration else "verbatim"
            row = {"type": "quote", "doc": edge["dst"], "start": q.child.begin, "end": q.child.end}
            out.append({**row, "altered": q.alteration is not None, "kind": kind})
    return out


def of_marked_form(data: Texts, rows: list[Row]) -> list[Row]:
    """Those rows whose quotations have the form that the corpus marks."""
    marked: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for name in {r["doc"] for r in rows}:
        text = data.texts[name]
        for s in sentences(text):
            found = MARKED.finditer(text, s.span.begin, s.span.end)
            marked[name] |= {(m.start(), m.end()) for m in found}
    return [r for r in rows if (r["start"], r["end"]) in marked[r["doc"]]]


def missed(data: Texts) -> Counter[str]:
    """Of quotations with another negation or number: how many there are, and how many ``changes`` says nothing of."""
    out: Counter[str] = Counter()
    for row in data.rows("quote"):
        if row["kind"] in WEIGHTY:
            first, second = data.texts[row["src"]], data.texts[row["doc"]]
            inside = [
                c
                for c in changes(first, second, align(first, second))
                if c.kind is WEIGHTY[row["kind"]]
                and (
                    (c.second and c.second.begin < row["end"] and row["start"] < c.second.end)
                    or (c.first and c.first.begin < row["src_end"] and row["src_start"] < c.first.end)
                )
            ]
            out[row["kind"]] += 1
            out[row["kind"] + " missed"] += not inside
    return out


def false_passages(data: Texts) -> dict[str, tuple[int, int, float]]:
    """For independent texts of one topic and of none: pairs, passages, and their share of the characters."""
    cluster = {d: c["id"] for c in data.rows("cluster") for d in c["docs"]}
    topic = {d: t["id"] for t in data.rows("topic") for d in t["docs"]}
    related = {frozenset((e["src"], e["dst"])) for e in data.rows("edge")}
    one_topic = [
        (a, b)
        for t in data.rows("topic")
        for a, b in combinations(t["docs"], 2)
        if cluster.get(a) != cluster.get(b) and frozenset((a, b)) not in related
    ]
    names = sorted(topic)
    rng = random.Random(SEED)
    drawn = [tuple(rng.sample(names, 2)) for _ in range(UNRELATED if len(names) > 1 else 0)]
    no_topic = [(a, b) for a, b in drawn if topic[a] != topic[b]]
    out = {}
    for name, chosen in (("one topic", one_topic), ("no topic", no_topic)):
        found = [p for a, b in chosen for p in align(data.texts[a], data.texts[b]).passages]
        characters = sum(len(data.texts[b]) for _, b in chosen)
        share = sum(p.second.end - p.second.begin for p in found) / max(1, characters)
        out[name] = len(chosen), len(found), share
    return out


def report(data: Texts, scorer: Any) -> list[str]:
    """All figures of a set of texts, a line each."""
    predicted, milliseconds = passages(data)
    out = []
    for kind, s in by_kind(data, predicted, scorer).items():
        figures = (s["span_dst_f1"], s["span_src_f1"], s["span_granularity"])
        out.append(
            f"passages {kind}\tchild F1 {figures[0]:.3f}\tparent F1 {figures[1]:.3f}\tgranularity {figures[2]:.3f}"
        )
    out.append(f"time\t{milliseconds:.2f} ms a pair of processor time, cutting into sentences included")
    rows = quotes(data)
    for name, chosen in (("all", rows), ("of the marked form", of_marked_form(data, rows))):
        s = scorer.score(data.rows("quote"), chosen)
        if "quote_f1" in s:
            figures = (s["quote_p"], s["quote_r"], s["quote_f1"], s.get("quote_kind_acc", 0.0))
            out.append("altered quotations, {}\tP {:.3f}\tR {:.3f}\tF1 {:.3f}\tkind {:.3f}".format(name, *figures))
    counts = missed(data)
    out += [f"{k} changed in quotations\t{counts[k]}\tmissed {counts[k + ' missed']}" for k in WEIGHTY]
    for name, (n, found, share) in false_passages(data).items():
        out.append(f"independent texts of {name}\t{n} pairs\t{found} passages\t{share:.4f} of the characters")
    return out


def make(generator: Path, sources: Path, seed: int, rates: str, out: Path) -> Texts:
    """What the generator makes of ``sources``. Raises ``BenchError`` with its message when it fails."""
    command = [sys.executable, str(generator), "--sources", str(sources), "--out", str(out), "--seed", str(seed)]
    out.mkdir(parents=True)
    done = subprocess.run([*command, "--half", "a", "--rates", rates], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(done.stderr.strip() or f"{generator.name} ended with {done.returncode}")
    return load(out)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.alignment", description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="the folder of corpora")
    parser.add_argument("--scorers", type=Path, help="the folder of scorers (default: bench beside the corpora)")
    parser.add_argument("--seed", type=int, nargs="*", default=[], help="make texts with these seeds instead")
    parser.add_argument("--rates", default=".3,.55,.85", help="rates of spinning for those")
    parser.add_argument("--sources", type=Path, help="sources for those (default: those of the corpus)")
    options = parser.parse_args(arguments)
    beside = options.scorers or options.corpora.parent / "bench"
    scorer = load_module(beside / "score_lineage.py")
    corpus = options.corpora / "rewrites"
    if not options.seed:
        print("\n".join(["rewrites", *report(load(corpus), scorer)]))
    for seed in options.seed:
        with tempfile.TemporaryDirectory() as folder:
            sources = options.sources or corpus / "sources.jsonl"
            data = make(beside / "make_rewrites.py", sources, seed, options.rates, Path(folder) / "made")
            print("\n".join([f"{sources.name}, seed {seed}, rates {options.rates}", *report(data, scorer)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
