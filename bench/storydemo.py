"""The story that ships with the package, held against its gold: ``python -m bench.storydemo``.

Its articles lie in the package, where ``sayso demo`` finds them, and its gold in ``bench/stories/demo``. It is for
reading aloud, so it belongs to neither split: no figure of the story bench rests on it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bench.storybench import told
from bench.storyfigures import details, figures, table, totals
from bench.storygold import STORIES, Story, load, problems
from bench.storyscore import score
from sayso.cli.commands.demo import PACK
from sayso.weighing.weigh import weigh

GOLD = STORIES / "demo" / "gold.json"


def put_together(folder: Path) -> Story:
    """The story, its articles and gold copied into ``folder``. Raises ``GoldError`` where they do not fit."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PACK, folder / "articles.jsonl")
    shutil.copy(GOLD, folder / "gold.json")
    return load(folder)


def main() -> int:
    """Print what cannot be right in the gold, then how well the ledger tells the story; exit code 1 for bad gold."""
    ap = argparse.ArgumentParser(prog="python -m bench.storydemo", description=__doc__.split("\n")[0])
    ap.add_argument("--verbose", action="store_true", help="what went wrong, claim by claim")
    o = ap.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        story = put_together(Path(temporary) / "demo")
        wrong = problems(story)
        scored = score(story, told(story, Path(temporary) / "demo.sayso"), weigh)
    for line in (*wrong, *table([("demo", scored)]), "", *totals([("demo", figures(scored))])):
        print(line)
    for line in details(scored) if o.verbose else ():
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
