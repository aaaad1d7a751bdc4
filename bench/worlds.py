"""A ledger of many articles, as an ingest would have left it: ``python -m bench.worlds LEDGER --articles 100000``.

Our own stories (``bench/stories/dev``) and the demonstration are ingested once, as if all began in one fortnight. The
rows that come of it are written again and again, each time as those of another world: in other words of the same length
(``bench.renaming``), under other ids, two weeks earlier. What differs from an ingest of all these texts: nothing was
read twice, so that a word stands for what the first one was read as; dates within texts stay; texts and claims of two
worlds share an index, but were not compared with each other. Keys and sketches are made by the program itself.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.worldrows import Base, Row, World
from sayso.engine.ingest import read_waiting, take_in
from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.engine.workers import team
from sayso.store.connection import Writer, reader, writer

HERE: Final = Path(__file__).parent
STORIES: Final = HERE / "stories" / "dev"
DEMO: Final = HERE.parent / "src" / "sayso" / "cli" / "data" / "demo.jsonl"
PACKS: Final = (*sorted(STORIES.glob("*/articles.jsonl")), DEMO)
COUNTS: Final = "voices_counted"  # the trigger that has to see each row
NOW: Final = "2026-01-02T03:04:05Z"
FIRST: Final = date(2025, 9, 1)  # when the first stories of the last world begin
CACHE: Final = 7_000_000  # kB of the file that are held in memory while it is filled
FASTER: Final = (f"cache_size = -{CACHE}", "synchronous = OFF", "secure_delete = OFF", "foreign_keys = OFF")


def ingested(path: Path, stories: Sequence[Path] | None = None) -> Base:
    """Stories, by default ours and the demonstration, ingested into a ledger at ``path``; kept where one is there."""
    if not path.exists():
        with (
            tempfile.TemporaryDirectory() as place,
            writer(path, create=True) as ledger,
            team(2) as (readers, producer),
        ):
            for _ in take_in(ledger, [str(p) for p in _moved(stories or PACKS, Path(place))], lambda: NOW):
                pass
            for step in (read_waiting(ledger, readers, producer, lambda: NOW), link_new(ledger), weigh_new(ledger)):
                for _ in step:
                    pass
    with reader(path) as ledger:
        return Base(ledger)


def _moved(stories: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Stories as files, each moved by whole weeks to where all begin."""
    for number, path in enumerate(stories):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        days = [date.fromisoformat(line["published"][:10]) for line in lines if line.get("published")]
        weeks = (FIRST - min(days)).days // 7 + number % 2
        for line in lines:
            if line.get("published"):
                day = date.fromisoformat(line["published"][:10]) + timedelta(weeks=weeks)
                line["published"] = day.isoformat() + line["published"][10:]
        out = folder / f"{path.parent.name}.jsonl"
        out.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n", "utf-8")
        yield out


def fill(ledger: Writer, base: Base, numbers: Sequence[int]) -> Iterator[int]:
    """Write worlds into an empty ledger, each in a transaction, and give the number of each once it is there."""
    run = ledger.connection.execute
    for pragma in FASTER:
        run(f"PRAGMA {pragma}")
    run("PRAGMA journal_mode = MEMORY")
    triggers = run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name <> ?", (COUNTS,)).fetchall()
    for name, _ in triggers:  # what they would let wait is done
        run(f"DROP TRIGGER {name}")
    taken: set[int] = set()
    for place, number in enumerate(numbers):
        world = World(base, ledger.read, number, place, taken)
        with ledger.transaction():
            for table, rows in world.rows():
                save_rows(ledger, base, table, rows)
        yield number
    for _, sql in triggers:
        run(sql)
    run("PRAGMA journal_mode = WAL")


def save_rows(ledger: Writer, base: Base, table: str, rows: Sequence[Row]) -> None:
    """Put rows into a table; part of the caller's transaction."""
    columns = ", ".join(f'"{name}"' for name in base.columns[table])
    marks = ", ".join("?" * len(base.columns[table]))
    ledger.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the ledger and print how long that took."""
    parser = argparse.ArgumentParser(prog="python -m bench.worlds", description=__doc__.split("\n")[0])
    parser.add_argument("ledger", type=Path, help="the file to make")
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--base", type=Path, help="where to keep the ledger of the stories for another time")
    o = parser.parse_args(arguments)
    if o.ledger.exists():
        parser.error(f"{o.ledger} is there; name another file")
    with tempfile.TemporaryDirectory() as place:
        base = ingested(o.base or Path(place) / "base.sayso")
    worlds = -(-o.articles // base.articles)
    begun = time.perf_counter()
    with writer(o.ledger, create=True) as ledger:
        for number in fill(ledger, base, range(worlds)):
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {worlds} worlds", end="", file=sys.stderr)
    took, size = time.perf_counter() - begun, o.ledger.stat().st_size
    print(f"{worlds * base.articles:,} articles in {worlds:,} worlds: {size / 1e6:,.0f} MB; made in {took:,.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
