"""How well respun words, and claims of copies, are led back to their originals: ``python -m bench.older CORPORA``.

    python -m bench.older CORPORA --seed 21 22 --rates .85 --sources MORE.jsonl
    python -m bench.older CORPORA --own
    python -m bench.older CORPORA --read

Each phrase that the spinner put in is asked what stood there, its text being aligned with the one it was made from;
right is what is the gold's original letter by letter. ``--own`` takes stories of our own (``bench/stories/dev``), spun
by ``bench.spinner`` with the pairs that are kept for measuring. With ``--read`` the model reads all articles of the
corpus, and of each claim of a copy the claim of its parent is looked for that the same words make, by what lineage
finds; kinds are those of the gold.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from bench.alignment import SEED, Row, Texts, load, make
from bench.families import documents, links
from bench.scorers import read_jsonl
from bench.spinner import Spinner
from sayso.lineage.align import align
from sayso.lineage.family import families
from sayso.lineage.older import Place, older, places
from sayso.types.claim import Report
from sayso.types.lineage import Derivation
from sayso.types.span import Span
from sayso.weighing.assertions import assertions
from sayso.weighing.carried import carried

STORIES = Path(__file__).parent / "stories" / "dev"
SHORT = 60  # words; shorter texts are left out
RATES = (0.35, 0.7)
SPUN = ("spun", "spun_cut")


def phrases(data: Texts) -> Counter[str]:
    """How many respun phrases there are (``all``), were led back (``told``), and to the very original (``right``)."""
    parents = {row["dst"]: row["src"] for row in data.rows("edge") if row["kind"] in SPUN}
    known: dict[str, tuple[Place, ...]] = {}
    out: Counter[str] = Counter()
    for row in data.rows("respun"):
        child, parent = row["doc"], parents.get(row["doc"])
        if parent is None:
            continue
        first, second = data.texts[parent], data.texts[child]
        if child not in known:
            known[child] = places(first, second, align(first, second))
        found = older(known[child], Span(row["start"], row["end"]))
        out["all"] += 1
        out["told"] += found is not None
        out["right"] += found is not None and found.of(first) == row["original"]
    return out


def spun(articles: Iterable[str], generator: Path, rate: float) -> Texts:
    """Each article and what our own spinner makes of it, with labels as the corpus has them."""
    spinner, rng = Spinner(generator, measuring=True), random.Random(SEED)
    texts: dict[str, str] = {}
    gold: list[Row] = []
    for number, text in enumerate(articles):
        first, second = f"{number}", f"{number} spun"
        texts[first] = text
        texts[second], marks = spinner.spin(text, rate, rng)
        gold.append({"type": "edge", "src": first, "dst": second, "kind": "spun"})
        gold += [{"type": "respun", "doc": second, "start": a, "end": b, "original": word} for a, b, word in marks]
    return Texts(texts, gold)


def claims(
    reports: dict[str, Report], derivations: dict[str, list[Derivation]], kinds: dict[str, str]
) -> dict[str, Counter[str]]:
    """By the kind of copy: its claims (``all``), those that its parent's words make (``carried``), those of which the
    parent's own claim was found (``parent``), and of these, those with the same words (``same``)."""
    made = {id: assertions(report) for id, report in reports.items()}
    texts = {id: report.document.text for id, report in reports.items()}
    said = {a.id: a.text for those in made.values() for a in those}
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for id, kind in kinds.items():
        if id in made and id in derivations:
            found = carried(made[id], made, derivations[id], texts)
            out[kind]["all"] += len(made[id])
            out[kind]["carried"] += len(found)
            out[kind]["parent"] += sum(c.parent is not None for c in found)
            out[kind]["same"] += sum(c.parent is not None and said[c.parent] == said[c.child] for c in found)
    return out


def _read(corpus: Path) -> dict[str, Counter[str]]:
    from sayso.engine.read import read_documents
    from sayso.reading import load_reader

    given = documents(read_jsonl(corpus / "docs.jsonl"))
    reports = {r.document.id: r for r in read_documents(given, load_reader()) if isinstance(r, Report)}
    derivations: dict[str, list[Derivation]] = defaultdict(list)
    for family in families(given, links(given)):
        for by in family.derivations:
            derivations[by.child].append(by)
    kinds: dict[str, str] = {}
    for row in read_jsonl(corpus / "gold.jsonl"):
        if row["type"] == "edge":
            kinds.setdefault(row["dst"], row["kind"])
    return claims(reports, derivations, kinds)


def _phrase_line(name: str, found: Counter[str]) -> str:
    recall, precision = found["right"] / max(1, found["all"]), found["right"] / max(1, found["told"])
    return f"{name}\t{found['all']} phrases\trecall {recall:.3f}\tprecision {precision:.3f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.older", description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="the folder of corpora")
    parser.add_argument("--seed", type=int, nargs="*", default=[], help="make texts with these seeds instead")
    parser.add_argument("--rates", default=".3,.55,.85", help="rates of spinning for those")
    parser.add_argument("--sources", type=Path, help="sources for those (default: those of the corpus)")
    parser.add_argument("--own", action="store_true", help="stories of our own, spun with our own thesaurus, instead")
    parser.add_argument("--read", action="store_true", help="claims of copies instead: reads the corpus with the model")
    options = parser.parse_args(arguments)
    corpus = options.corpora / "rewrites"
    if options.read:
        for kind, found in sorted(_read(corpus).items()):
            shares = "\t".join(
                f"{name} {found[name] / max(1, found['all']):.3f}" for name in ("carried", "parent", "same")
            )
            print(f"{kind}\t{found['all']} claims\t{shares}")
        return 0
    generator = options.corpora.parent / "bench" / "make_rewrites.py"
    if options.own:
        rows = (row["text"] for path in sorted(STORIES.glob("*/articles.jsonl")) for row in read_jsonl(path))
        articles = [text for text in rows if len(text.split()) >= SHORT]
        for rate in RATES:
            print(_phrase_line(f"stories, rate {rate}", phrases(spun(articles, generator, rate))))
        return 0
    if not options.seed:
        print(_phrase_line("rewrites", phrases(load(corpus))))
    for seed in options.seed:
        with tempfile.TemporaryDirectory() as folder:
            sources = options.sources or corpus / "sources.jsonl"
            data = make(generator, sources, seed, options.rates, Path(folder) / "made")
            print(_phrase_line(f"{sources.name}, seed {seed}, rates {options.rates}", phrases(data)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
