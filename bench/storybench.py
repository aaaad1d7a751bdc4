"""How well the ledger tells stories whose truth is known: ``python -m bench.storybench [--split dev] [--story NAME]``.

Each story goes into a ledger of its own with ``sayso ingest``; what the ledger then says of its claims is held against
the gold. ``--verbose`` tells what went wrong, ``--out`` writes all rows and figures as JSON, ``--keep`` keeps ledgers,
and uses those that are there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.scorers import BenchError
from bench.storyfigures import Figures, details, figures, plain, table, totals
from bench.storygold import GoldError, Story, folders, load
from bench.storyscore import Found, Scored, score
from sayso.errors import LedgerError
from sayso.store.assertions import find_namings, named_plainly
from sayso.store.connection import Reader, reader, writer
from sayso.store.families import find_family
from sayso.store.propositions import find_carried_into, find_proposition
from sayso.types.weighing import Article
from sayso.weighing.weigh import weigh


def told(story: Story, path: Path) -> Found:
    """What the ledger at ``path`` makes of the story; made and filled where there is none. Raises ``BenchError``."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with writer(path, create=True):
            pass
        command = [sys.executable, "-m", "sayso", "ingest", "--jobs", "1", "-q", "--ledger", str(path)]
        done = subprocess.run([*command, str(story.articles)], capture_output=True, text=True, check=False)
        if done.returncode:
            path.unlink()
            raise BenchError(f"{story.name}: sayso ingest ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    try:
        with reader(path) as ledger:
            return _found(ledger, story)
    except LedgerError as error:
        raise BenchError(f"{story.name}: {error}") from error


def _found(ledger: Reader, story: Story) -> Found:
    ids = [row[0] for row in ledger.execute("SELECT id FROM propositions ORDER BY id")]
    propositions = tuple(p for id in ids if (p := find_proposition(ledger, id)) is not None)
    articles: dict[str, Article] = {a.id: a for p in propositions for a in p.articles}
    texts = {}
    for document in story.documents:
        family = find_family(ledger, document.id)
        texts[document.id] = family.first if family and document.id in family.members else document.id
    carried = dict.fromkeys(c for p in propositions for c in find_carried_into(ledger, p))
    named = {d: named_plainly([told]) for d, told in find_namings(ledger, texts).items()}
    return Found(propositions, texts, articles, tuple(carried), named)


def run(given: Sequence[Path], keep: Path) -> list[tuple[str, Scored]]:
    """The rows of each story, with its name; ledgers are kept in ``keep``. Raises ``BenchError``, ``GoldError``."""
    out = []
    for folder in given:
        story = load(folder)
        out.append((story.name, score(story, told(story, keep / f"{story.name}.sayso"), weigh)))
    return out


def main() -> int:
    """Print a table of all claims, then all figures."""
    ap = argparse.ArgumentParser(prog="python -m bench.storybench", description=__doc__.split("\n")[0])
    ap.add_argument("--split", choices=("dev", "test"))
    ap.add_argument("--story", help="one story by its name")
    ap.add_argument("--verbose", action="store_true", help="what went wrong, claim by claim")
    ap.add_argument("--keep", type=Path, help="folder for the ledgers")
    ap.add_argument("--out", type=Path, help="file for all rows and figures")
    o = ap.parse_args()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            keep = o.keep or Path(temporary)
            stories = run(folders(o.split, o.story), keep)
    except (BenchError, GoldError) as error:
        print(error, file=sys.stderr)
        return 2
    whole = sum((scored for _, scored in stories), Scored((), ()))
    columns: list[tuple[str, Figures]] = [(name, figures(scored)) for name, scored in stories]
    columns.append(("all", figures(whole)))
    for line in (*table(stories), "", *totals(columns)):
        print(line)
    for line in details(whole) if o.verbose else ():
        print(line)
    if o.out:
        made = {"figures": dict(columns), "rows": plain(whole)}
        o.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
