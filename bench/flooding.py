"""Copies that are meant to look like confirmation: ``python -m bench.flooding CORPORA [--copies 1000] [--story NAME]``.

A story of ``bench/stories`` is taken into a ledger, then as many respun copies of its first article as asked for, each
under another outlet's name and an hour later (words from our own thesaurus; names and numbers stay).
Printed are of how many claims the lower bound is what it was, and how many claims there are that only copies tell.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.spinner import Spinner
from bench.storygold import folders
from sayso.store.connection import reader, writer

SEED = 20220308
RATES = (0.3, 0.55, 0.85)
Row = Mapping[str, Any]


def copies(articles: list[Row], count: int, spinner: Spinner) -> Iterator[Row]:
    """``count`` respun copies of the first of ``articles``."""
    rng = random.Random(SEED)
    for k in range(count):
        first = articles[0]
        text, _ = spinner.spin(first["text"], rng.choice(RATES), rng)
        title, _ = spinner.spin(first.get("title") or "", rng.choice(RATES), rng)
        day, hour = k // 24 % 28 + 1, k % 24
        published = f"2039-{k // 672 % 12 + 1:02}-{day:02}T{hour:02}:00:00Z"
        yield {
            **{"title": title, "text": text, "publisher": f"Copying House {k}", "published": published},
            "url": f"https://copies-{k}.example/{k}",
        }


def bounds(ledger: Path) -> dict[str, tuple[int, int, str]]:
    """Least, most and claim across articles, by the id of each single claim."""
    rows = "SELECT a.id, p.least, p.most, p.id AS claim FROM tellings t JOIN assertions a ON a.number = t.number"
    with reader(ledger) as found:
        listed = found.execute(f"{rows} JOIN propositions p ON p.n = t.proposition")
        return {row["id"]: (row["least"], row["most"], row["claim"]) for row in listed}


def ingest(ledger: Path, file: Path) -> None:
    """As a user does it. Raises ``CalledProcessError`` where it fails."""
    subprocess.run([sys.executable, "-m", "sayso", "ingest", "-q", "--ledger", str(ledger), str(file)], check=True)


def main() -> int:
    """Print what copies changed."""
    ap = argparse.ArgumentParser(prog="python -m bench.flooding", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--copies", type=int, default=1_000)
    ap.add_argument("--story", default="grain_depot_strike")
    o = ap.parse_args()
    (folder,) = folders("dev", o.story)
    articles = [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")]
    spinner = Spinner(o.corpora.resolve().parent / "bench" / "make_rewrites.py", measuring=False)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "ledger.sayso"
        flood = Path(place) / "copies.jsonl"
        flood.write_text("".join(json.dumps(c) + "\n" for c in copies(articles, o.copies, spinner)), encoding="utf-8")
        with writer(path, create=True):
            pass
        ingest(path, folder / "articles.jsonl")
        before = bounds(path)
        ingest(path, flood)
        after = bounds(path)
    whole = {row[2] for row in before.values()}
    told = {after[id][2] for id in before if id in after}
    same = sum(after[id][0] == least for id, (least, _, _) in before.items() if id in after)
    more = [(id, least, after[id]) for id, (least, _, _) in before.items() if id in after and after[id][0] > least]
    print(
        f"{len(articles)} articles, {o.copies:,} respun copies; lower bound as it was for {same} of {len(before)} "
        f"single claims, higher for {len(more)}"
    )
    for id, least, (now, _, claim) in more:
        print(f"  {id}: {least} before, {now} in {claim}")
    new = {row[2] for id, row in after.items() if id not in before} - told
    print(f"{len(whole)} claims before, {len({r[2] for r in after.values()})} behind; {len(new)} of copies alone")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
