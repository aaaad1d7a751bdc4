"""One process writes a ledger, four read it: ``python -m bench.locks --seconds 600``. Counts refusals."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

from bench.ledger import NOW, copies, templates
from sayso.errors import LedgerError
from sayso.store.connection import reader, writer
from sayso.store.counts import find_counts
from sayso.store.lists import find_claims
from sayso.store.readings import find_reports, save_report
from sayso.store.search import find_hits
from sayso.store.sources import find_sources
from sayso.store.taken import save_input, save_outcomes
from sayso.types.listed import ClaimWanted

READERS = 4
MOST = 1_000_000  # articles


def reads(path: Path, over: Event, told: object) -> None:
    """Ask everything in turn, each time through a connection of its own, and count answers and refusals."""
    seen: Counter[str] = Counter()
    while not over.is_set():
        try:
            with reader(path) as ledger:
                find_counts(ledger)
                list(find_claims(ledger, ClaimWanted(about="army", limit=20)))
                find_hits(ledger, "the bridge")
                list(find_sources(ledger))
                for k, _ in enumerate(find_reports(ledger)):
                    if k == 20:
                        break
            seen["answered"] += 1
        except LedgerError as error:
            seen[str(error)] += 1
    told.put(seen)  # type: ignore[attr-defined]


def main() -> int:
    """Write as long as is asked, with readers beside; 1 when one of them was refused."""
    ap = argparse.ArgumentParser(prog="python -m bench.locks", description=__doc__)
    ap.add_argument("--seconds", type=float, default=600)
    o = ap.parse_args()
    found = templates(20)
    context = get_context("spawn")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "a.sayso"
        with writer(path, create=True) as ledger:
            over, told = context.Event(), context.Queue()
            readers = [context.Process(target=reads, args=(path, over, told)) for _ in range(READERS)]
            for process in readers:
                process.start()
            until, written = time.monotonic() + o.seconds, 0
            for report in copies(found, MOST):
                given = save_input(ledger, report.document.origin, report.document.id, 0, NOW)
                save_outcomes(ledger, given, 0, [report.document], NOW, last=True)
                save_report(ledger, report, "bench")
                written += 1
                if time.monotonic() > until:
                    break
            over.set()
            seen = sum((told.get() for _ in readers), Counter[str]())
            for process in readers:
                process.join()
    answered = seen.pop("answered")
    print(f"{written} articles written in {o.seconds:g} s; {READERS} readers answered {answered} times")
    print(f"refused {sum(seen.values())} times" + "".join(f"\n  {n} x {words}" for words, n in seen.items()))
    return int(bool(seen))


if __name__ == "__main__":
    sys.exit(main())
