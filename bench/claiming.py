"""How long one article more takes, beyond reading: ``python -m bench.claiming LEDGER``.

``LEDGER`` is what ``bench.worlds`` made; without one, a ledger is made for the occasion. The articles are those of its
next world, one after the other by their dates. Each is there, read and put into its family, as in the stories; what is
timed is all that follows: what it asserts is worked out and compared with what others assert, and the claims across
articles that this concerns are found and weighed anew. Times are of the processor, so that they hold on a busy machine.
Nothing of it is kept.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.worldrows import Base, World
from bench.worlds import fill, ingested, save_rows
from sayso.engine.propositions import weigh_new
from sayso.store.connection import Writer, writer

ARTICLES: Final = 2_000
NEXT: Final = -1  # the world that comes after all those that are there
# What an article brings with it; the rest is to be found.
BROUGHT: Final = (
    *("inputs", "documents", "sightings", "readings", "voices", "claims", "participants"),
    *("links", "families", "members", "derivations", "quotes"),
)
WAITING: Final = ("unlinked", "unsettled", "unasserted", "unmatched", "unweighed", "rekinned")


def bring(ledger: Writer, base: Base) -> tuple[str, ...]:
    """Put the articles of the next world into a ledger, part of the caller's transaction; their ids by their dates."""
    most = ledger.read.execute("SELECT max(n) FROM documents").fetchone()[0] or 0
    world = World(base, ledger.read, NEXT, -(-most // base.articles))
    rows = dict(world.rows())
    for table in BROUGHT:
        save_rows(ledger, base, table, rows[table])
    for table in WAITING:
        ledger.connection.execute(f"DELETE FROM {table}")
    dated = sorted((article.published or "~", id) for id, article in world.articles.items())
    return tuple(id for _, id in dated)


def one_more(ledger: Writer, documents: Sequence[str]) -> Iterator[float]:
    """Milliseconds of processor time that each of these takes until its claims stand."""
    for document in documents:
        ledger.connection.execute("INSERT INTO unasserted (document) VALUES (?)", (document,))
        before = time.process_time()
        for _ in weigh_new(ledger):
            pass
        yield (time.process_time() - before) * 1000


def measured(path: Path, base: Base, most: int | None) -> list[float]:
    """Milliseconds of each article more, the fastest first; the ledger is left as it was."""
    with writer(path) as ledger:
        ledger.connection.execute("BEGIN IMMEDIATE")
        try:
            return sorted(one_more(ledger, bring(ledger, base)[:most]))
        finally:
            ledger.connection.execute("ROLLBACK")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how long one article more takes."""
    parser = argparse.ArgumentParser(prog="python -m bench.claiming", description=__doc__.split("\n")[0])
    parser.add_argument("ledger", type=Path, nargs="?", help="made by bench.worlds")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="of the ledger that is made where none is given")
    parser.add_argument("--more", type=int, help="articles that are timed; by default those of one world")
    parser.add_argument("--base", type=Path, help="where to keep the ledger of the stories for another time")
    o = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        base = ingested(o.base or Path(folder) / "base.sayso")
        path = o.ledger or Path(folder) / "ledger.sayso"
        if not path.exists():
            with writer(path, create=True) as ledger:
                for _ in fill(ledger, base, range(max(1, o.articles // base.articles))):
                    pass
        times = measured(path, base, o.more)
        with writer(path) as ledger:
            articles = ledger.read.execute("SELECT count(*) FROM documents").fetchone()[0]
            claims, most = ledger.read.execute("SELECT count(*), max(articles) FROM propositions").fetchone()
    print(f"articles {articles:,}, claims across articles {claims:,}, the largest in {most} articles")
    median, late = statistics.median(times), times[int(len(times) * 0.95)]
    print(
        f"one more ({len(times)} tried): median {median:.0f} ms, mean {statistics.mean(times):.0f} ms,"
        f" 95 of 100 within {late:.0f} ms, at most {times[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
