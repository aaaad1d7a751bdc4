"""How fast a large ledger answers: ``python -m bench.ledger --articles 20000 200000``.

The articles are our own marked news, read once by the shipped reader, each copy with words of its own behind it: texts,
claims and voices are as common as in one small world, which is harder on an index than news is. They are not weighed; a
ledger with claims across articles, made by ``bench.worlds``, is asked with ``--ledger``.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sayso.engine.read import read_documents
from sayso.intake import IntakeSettings, documents
from sayso.reading import load_reader
from sayso.store.claimed import find_propositions
from sayso.store.connection import Reader, Writer, reader, writer
from sayso.store.lists import find_claims
from sayso.store.propositions import find_proposition
from sayso.store.readings import find_report, save_report
from sayso.store.search import find_hits
from sayso.store.taken import save_input, save_outcomes
from sayso.types.claim import Report
from sayso.types.document import Basis, Known
from sayso.types.listed import ClaimSort, ClaimWanted, PropositionSort, PropositionWanted

NEWS = Path(__file__).parent / "conflict" / "articles" / "dev"
SEED = 20220308
NOW = "2026-01-02T03:04:05Z"
BATCH = 500
ASKED = 40  # questions of each kind
VOCABULARY = 50_000
OWN_WORDS = 250  # behind each copy


def templates(most: int = 60) -> list[Report]:
    """Our own marked news, read."""
    outcomes = read_documents(documents([NEWS], IntakeSettings()), load_reader())
    return [o for o in islice(outcomes, most) if isinstance(o, Report)]


def copies(found: Sequence[Report], count: int) -> Iterator[Report]:
    """``count`` different reports, whose spans point into the part of the text that they share with a template."""
    rng = random.Random(SEED)
    words = ["".join(rng.choices("aeioulnrstkdmpbgv", k=rng.randint(3, 10))) for _ in range(VOCABULARY)]
    weights = [1 / (k + 10) for k in range(VOCABULARY)]  # Zipf
    for number in range(count):
        report = found[number % len(found)]
        own = " ".join(rng.choices(words, weights, k=OWN_WORDS))
        text = f"{report.document.text}\n{own} {number}."
        day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        document = replace(
            report.document,
            id="d_" + sha256(text.encode()).hexdigest()[:16],
            text=text,
            origin=f"{number}.txt",
            published=Known(day, Basis.METADATA),
            publisher=Known(f"Outlet {number % 500}", Basis.METADATA),
        )
        claims = tuple(replace(c, id=f"{c.id[:2]}{number:08x}{k:08x}") for k, c in enumerate(report.claims))
        yield Report(replace(report.reading, document=document), replace(report.grounding, claims=claims))


def fill(ledger: Writer, reports: Iterator[Report]) -> None:
    """Take in and keep reports as an ingest does, but without waiting for the disk."""
    ledger.connection.execute("PRAGMA synchronous = OFF")
    number = 0
    while batch := list(islice(reports, BATCH)):
        given = save_input(ledger, f"{number}.jsonl", f"{number:064x}", 0, NOW)
        save_outcomes(ledger, given, 0, [r.document for r in batch], NOW, last=True)
        for report in batch:
            save_report(ledger, report, "bench")
        number += 1


def questions(ledger: Reader, found: Sequence[Report]) -> dict[str, list[Callable[[], object]]]:
    """What is asked, by kind: words that are common, rare, in no text; who claims are about; articles to show."""
    rng = random.Random(SEED)
    common = ["the", "said", "to", "forces", "a", "on", "he", "army", "of the", "ministry said"]
    texts = [row[0] for row in ledger.execute("SELECT text FROM documents ORDER BY id LIMIT 400")]
    rare = [text.split()[-2] for text in texts]
    names = [a.name for r in found for a in r.grounding.actors if a.public]
    ids = [row[0] for row in ledger.execute("SELECT id FROM documents ORDER BY id LIMIT 400")]

    def wanted(**asked: object) -> Callable[[], object]:
        return lambda: list(find_claims(ledger, ClaimWanted(limit=20, **asked)))  # type: ignore[arg-type]

    def searched(words: str, kind: str = "article") -> Callable[[], object]:
        return lambda: find_hits(ledger, words, kind)

    return {
        "search, common words": [searched(w) for w in common * (ASKED // len(common))],
        "search, rare words": [searched(w) for w in rng.choices(rare, k=ASKED)],
        "search claims, common words": [searched(w, "claim") for w in common * (ASKED // len(common))],
        "search, beginnings of words": [searched(w) for w in ("a*", "s*", "th*", "mi*", "min*", "con*", "a* b*") * 6],
        "claims --about, names": [wanted(about=n) for n in rng.choices(names, k=ASKED)],
        "claims --about, common words": [wanted(about=w) for w in common * (ASKED // len(common))],
        "claims --type --sort date": [wanted(type=t, sort=ClaimSort.DATE) for t in ("ASSAULT", "MOBILIZE") * 20],
        "claims --sort confidence": [wanted(sort=ClaimSort.CONFIDENCE)] * ASKED,
        "show": [lambda i=i: find_report(ledger, i) for i in rng.choices(ids, k=ASKED)],
        **_across(ledger, rng, common, names),
    }


def _across(
    ledger: Reader, rng: random.Random, common: Sequence[str], names: Sequence[str]
) -> dict[str, list[Callable[[], object]]]:
    """Of claims across articles, where there are some."""
    query = "SELECT id FROM propositions ORDER BY articles DESC, id LIMIT 400"
    ids = [row[0] for row in ledger.execute(query)]
    if not ids:
        return {}

    def wanted(**asked: object) -> Callable[[], object]:
        return lambda: list(find_propositions(ledger, PropositionWanted(limit=20, **asked)))  # type: ignore[arg-type]

    return {
        "claims across, --about names": [wanted(about=n) for n in rng.choices(names, k=ASKED)],
        "claims across, --about common words": [wanted(about=w) for w in common * (ASKED // len(common))],
        **{f"claims across, --sort {sort.value}": [wanted(sort=sort)] * ASKED for sort in PropositionSort},
        "trace, those of most articles": [lambda i=i: find_proposition(ledger, i) for i in rng.choices(ids, k=ASKED)],
    }


def measured(asked: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds, the first asking of each included."""
    took = []
    for ask in asked:
        begun = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took), statistics.quantiles(took, n=100, method="inclusive")[98]


def main() -> int:
    """Print the figures, one ledger size after the other."""
    ap = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__.split("\n")[0])
    ap.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    ap.add_argument("--folder", type=Path, help="where to make the ledgers; those that are there are kept and asked")
    ap.add_argument("--ledger", type=Path, help="a ledger that is there, which is asked instead")
    o = ap.parse_args()
    found = templates()
    if o.ledger:
        with reader(o.ledger) as ledger:
            (count,) = ledger.execute("SELECT count(*) FROM documents").fetchone()
            size = o.ledger.stat().st_size
            print(f"{count:,} articles: {size / 1e6:,.0f} MB, {size / count / 1e3:.1f} kB each")
            _ask(ledger, found)
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder: Path = o.folder or Path(place)
        for count in o.articles:
            path = folder / f"{count}.sayso"
            begun = time.perf_counter()
            if not path.exists():
                with writer(path, create=True) as ledger:
                    fill(ledger, copies(found, count))
            took, size = time.perf_counter() - begun, path.stat().st_size
            print(f"{count:,} articles: {size / 1e6:,.0f} MB, {size / count / 1e3:.1f} kB each; made in {took:,.0f} s")
            with reader(path) as ledger:
                _ask(ledger, found)
    return 0


def _ask(ledger: Reader, found: Sequence[Report]) -> None:
    for kind, asked in questions(ledger, found).items():
        middle, slowest = measured(asked)
        print(f"  {kind:36} median {middle:.1f} ms, p99 {slowest:.1f} ms")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
