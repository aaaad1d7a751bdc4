"""Families of copies against the rewrites: ``python -m bench.families CORPORA [--keep FOLDER] [--sets N]``.

Links are found as the ledger finds them, sketches first, then alignment of the candidates; families are made of them
and scored on the development set and on sets that the generator makes with other seeds, whose outlets, times and
spinning differ. ``--keep`` keeps links between runs, as they cost the most. ``--strangers FILE`` puts the development
set, as it is and attacked (``bench.attacks``), among the texts of ``bench.distractors`` and counts the edges that a
stranger is an end of: all of them are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.attacks import attacked
from bench.distractors import distractors
from bench.scorers import load_module, read_jsonl
from sayso.lineage.align import align
from sayso.lineage.candidates import Index
from sayso.lineage.family import families
from sayso.lineage.sketch import sketch
from sayso.types.document import Basis, Document, Known
from sayso.types.lineage import Alignment, Family, Passage
from sayso.types.span import Span

Row = dict[str, Any]
Links = dict[tuple[str, str], Alignment]
SEEDS = (41, 42, 43)
SHOWN = (
    "pair_f1",
    "bcubed_f1",
    "dir_acc",
    "first_acc",
    "edge_strict_p",
    "edge_strict_r",
    "edge_strict_f1",
    "indep_acc",
    "edge_p",
)


def documents(rows: Iterable[Row]) -> tuple[Document, ...]:
    """The rows of ``docs.jsonl`` as documents under their own ids."""
    return tuple(
        Document(
            id=row["id"],
            text=row["text"],
            origin=row["id"],
            format="jsonl",
            title=_known(row["title"]),
            publisher=_known(row["outlet"]),
            published=_known(row["published"]),
        )
        for row in rows
    )


def _known(value: str | None) -> Known | None:
    return Known(value, Basis.METADATA) if value else None


def links(given: Iterable[Document], keep: Path | None = None) -> Links:
    """The alignments of all pairs that share features, read from ``keep`` where it has them, and kept there."""
    if keep is not None and keep.exists():
        return {(a, b): _alignment(row) for a, b, row in json.loads(keep.read_text(encoding="utf-8"))}
    by_id = {d.id: d for d in given}
    index = Index()
    sketches = {id: sketch(d.text) for id, d in by_id.items()}
    for id, made in sketches.items():
        index.add(id, made)
    pairs = {
        (min(id, other.id), max(id, other.id))
        for id, made in sketches.items()
        for other in index.query(made, without=id)
    }
    found = {pair: align(by_id[pair[0]].text, by_id[pair[1]].text) for pair in sorted(pairs)}
    found = {pair: alignment for pair, alignment in found.items() if alignment.passages}
    if keep is not None:
        rows = [[a, b, _row(alignment)] for (a, b), alignment in found.items()]
        keep.write_text(json.dumps(rows), encoding="utf-8")
    return found


def _row(found: Alignment) -> list[Any]:
    spans = [[p.first.begin, p.first.end, p.second.begin, p.second.end] for p in found.passages]
    return [spans, found.first_share, found.second_share, found.wording, found.order]


def _alignment(row: list[Any]) -> Alignment:
    return Alignment(tuple(Passage(Span(a, b), Span(c, d)) for a, b, c, d in row[0]), *row[1:])


def predictions(made: Iterable[Family]) -> list[Row]:
    """Families as rows of the scorer."""
    out: list[Row] = []
    for family in made:
        out.append({"type": "cluster", "docs": list(family.members), "first": family.first})
        for edge in family.derivations:
            spans = [[p.first.begin, p.first.end, p.second.begin, p.second.end] for p in edge.alignment.passages]
            out.append({"type": "edge", "src": edge.parent, "dst": edge.child, "kind": edge.kind.value, "spans": spans})
    return out


def made_set(corpora: Path, folder: Path, seed: int, sources: Path | None = None) -> Path:
    """A set of rewrites made with ``seed`` in ``folder``, unless it is there."""
    if not (folder / "gold.jsonl").exists():
        generator = load_module(corpora.parent / "bench" / "make_rewrites.py")
        before, source = sys.argv, sources or corpora / "rewrites" / "sources.jsonl"
        sys.argv = ["make_rewrites", "--sources", str(source), "--out", str(folder), "--seed", str(seed)]
        try:
            generator.main()
        finally:
            sys.argv = before
    return folder


def scores(corpora: Path, folder: Path, keep: Path | None) -> Mapping[str, float]:
    """What ``score_lineage.py`` says of the families made of the documents in ``folder``."""
    scorer = load_module(corpora.parent / "bench" / "score_lineage.py")
    given = documents(read_jsonl(folder / "docs.jsonl"))
    made = families(given, links(given, keep))
    found: Mapping[str, float] = scorer.score(read_jsonl(folder / "gold.jsonl"), predictions(made))
    return found


def among(corpora: Path, file: Path) -> None:
    """Print what becomes of the development set among strangers, as it is and attacked, and edges that touch one."""
    scorer = load_module(corpora.parent / "bench" / "score_lineage.py")
    docs, gold = (read_jsonl(corpora / "rewrites" / name) for name in ("docs.jsonl", "gold.jsonl"))
    blank = {"outlet": None, "published": None}
    strangers = documents(blank | row for row in distractors(corpora, file))
    for name, (some, labels) in {"as they are": (docs, gold), "attacked": attacked(docs, gold)}.items():
        related = documents(some)
        known = {d.id for d in related}
        made = families(related + strangers, links(related + strangers))
        edges = [edge for family in made for edge in family.derivations]
        wrong = [edge for edge in edges if not {edge.parent, edge.child} <= known]
        for edge in wrong:
            print(f"  {edge.parent} > {edge.child}: {edge.kind.value}, {edge.probability:.2f}")
        found = scorer.score(labels, predictions(made))
        recall = ", ".join(f"{k[7:]} {v:.3f}" for k, v in found.items() if k.startswith("recall:"))
        print(
            f"{name}, among {len(strangers):,} strangers: {len(wrong)} of {len(edges)} edges touch one, edge precision "
            f"{found['edge_p']:.4f}; recall: {recall}; pair F1 {found['pair_f1']:.4f}, B-cubed {found['bcubed_f1']:.4f}"
        )


def main() -> int:
    """Print one line of measures for each set."""
    ap = argparse.ArgumentParser(prog="python -m bench.families", description=__doc__)
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--keep", type=Path, help="folder for the sets made and the links found")
    ap.add_argument("--sets", type=int, default=len(SEEDS), help="how many sets beside the development set")
    ap.add_argument("--strangers", type=Path, help="file of unrelated texts, made when it is missing")
    o = ap.parse_args()
    if o.strangers:
        among(o.corpora, o.strangers)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = o.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        sets = {"dev": o.corpora / "rewrites"}
        for seed in SEEDS[: o.sets]:
            sets[f"seed {seed}"] = made_set(o.corpora, folder / f"seed{seed}", seed)
        print("\t".join(("set", *SHOWN)))
        for name, place in sets.items():
            found = scores(o.corpora, place, folder / f"links-{name.replace(' ', '')}.json")
            print("\t".join((name, *(f"{found[key]:.4f}" for key in SHOWN))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
