"""What it costs a ledger to link articles: ``python -m bench.linking [FILE] [--articles 5000] [--copies 1000]``.

FILE holds articles as JSON lines, such as pseudo-articles of the generator of the rewrites. They are taken in, then
linked as ``sayso ingest`` does: documents per second by the clock and of time on the processor, bytes added to the file
for each, and the time that one article more takes. Then the same for copies of the first article of
``examples/lineage`` that differ in a few words each.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from sayso.engine.families import settle
from sayso.engine.ingest import take_in
from sayso.engine.lineage import link_new
from sayso.store.connection import Reader, Writer, writer
from sayso.store.families import find_families

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/lineage/articles.jsonl"
NOW = "2026-01-02T03:04:05Z"
Article = Mapping[str, Any]


def copies(count: int) -> list[Article]:
    """The first article of the example, and copies of it with other numbers, each an hour later."""
    first = json.loads(EXAMPLE.read_text(encoding="utf-8").splitlines()[0])
    out = [first]
    for k in range(count - 1):
        text = first["text"].replace("1,400", f"{1000 + k:,}").replace("200 metres", f"{k % 90 + 10} metres")
        day = f"2031-{k // 672 + 4:02}-{k // 24 % 28 + 1:02}T{k % 24:02}:00:00Z"
        out.append(first | {"text": text, "publisher": f"Copy {k}", "published": day, "url": f"https://c{k}.example/"})
    return out


def size(ledger: Reader) -> int:
    """Bytes of the file once its log is written into it."""
    pages, page = (int(ledger.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * page


def taken(ledger: Writer, folder: Path, name: str, articles: Iterable[Article]) -> None:
    """Take articles in without linking them."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    for _ in take_in(ledger, [str(path)], lambda: NOW):
        pass


def measured(name: str, articles: list[Article]) -> None:
    """Link all but the last article, then the last, and print what it took."""
    with tempfile.TemporaryDirectory() as folder, writer(Path(folder) / "a.sayso", create=True) as ledger:
        taken(ledger, Path(folder), "most", articles[:-1])
        before, begin, busy = size(ledger.read), perf_counter(), process_time()
        count = sum(1 for _ in link_new(ledger))
        seconds, busy = perf_counter() - begin, process_time() - busy
        added = (size(ledger.read) - before) / max(count, 1)
        taken(ledger, Path(folder), "last", articles[-1:])
        begin = process_time()
        list(link_new(ledger))
        settle(ledger)
        last = process_time() - begin
        most = max((row.articles for row in find_families(ledger.read, 1)), default=1)
        rate = f"{count / seconds:.0f} a second, {count / busy:.0f} a second of the processor"
        print(f"{name}: {count:,} linked in {seconds:.1f} s, {rate}; {added:,.0f} bytes each")
        print(f"{name}: one more takes {last:.2f} s of it; the largest family has {most:,} articles")


def main() -> int:
    """Measure and print."""
    ap = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__.split("\n")[0])
    ap.add_argument("file", type=Path, nargs="?", help="articles as JSON lines")
    ap.add_argument("--articles", type=int, default=5_000)
    ap.add_argument("--copies", type=int, default=1_000)
    args = ap.parse_args()
    if args.file:
        with args.file.open(encoding="utf-8") as lines:
            measured("articles", [json.loads(line) for _, line in zip(range(args.articles + 1), lines, strict=False)])
    if args.copies:
        measured("copies", copies(args.copies))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
