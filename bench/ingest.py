"""What a ledger costs: ``python -m bench.ingest`` for time, ``--memory`` for the largest inputs.

Time is measured like for like: the same worker processes read the same files, with and without a ledger behind them,
in turns. Memory is that of ``sayso ingest`` and all its processes together, pages that they share counted once.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.ledger import NEWS, NOW, SEED
from sayso.engine.ingest import read_waiting, take_in
from sayso.engine.workers import Workers
from sayso.intake import IntakeSettings, documents
from sayso.intake.build import MOST_CHARACTERS as LONGEST
from sayso.store.connection import writer
from sayso.types.document import Document

ROUNDS = 3
MEGABYTE = 1_000_000
LARGEST = 19 * MEGABYTE  # of one file: 20 are taken at most
COPIES = 4  # of the longest text, so that every process has one
LINES = 1_000_000


def articles(folder: Path, count: int) -> None:
    """``count`` files of our own marked news, each with a number of its own at its end."""
    found = [d.text for d in documents([NEWS], IntakeSettings()) if isinstance(d, Document)]
    for number in range(count):
        text = f"{found[number % len(found)]}\nEdition {number}.\n"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def overhead(count: int, jobs: int) -> tuple[float, float]:
    """Seconds for ``count`` articles: read alone, and read into a ledger; medians of ``ROUNDS`` in turns."""
    alone, kept = [], []
    with tempfile.TemporaryDirectory() as place, Workers(jobs) as team:
        folder = Path(place) / "in"
        folder.mkdir()
        articles(folder, count)
        first = [d for d in documents([folder], IntakeSettings()) if isinstance(d, Document)]
        list(team.read(first[: 8 * jobs]))  # the processes load their model before the clock starts
        for number in range(ROUNDS):
            alone.append(_seconds(lambda: _read_alone(folder, team)))
            path = Path(place) / f"{number}.sayso"
            kept.append(_seconds(lambda path=path: _read_into(folder, team, path)))
    return statistics.median(alone), statistics.median(kept)


def _seconds(do: Callable[[], None]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def _read_alone(folder: Path, team: Workers) -> None:
    found = [d for d in documents([folder], IntakeSettings()) if isinstance(d, Document)]
    for _ in team.read(found):
        pass


def _read_into(folder: Path, team: Workers, path: Path) -> None:
    with writer(path, create=True) as ledger:
        for _ in take_in(ledger, [folder], lambda: NOW):
            pass
        for _ in read_waiting(ledger, team, "bench", lambda: NOW):
            pass


def largest(folder: Path) -> Iterator[tuple[str, Path]]:
    """Inputs of the sizes that hurt, each with what it is."""
    news = "\n".join(d.text for d in documents([NEWS], IntakeSettings()) if isinstance(d, Document))
    text = (news * (LARGEST // len(news) + 1)).encode()[:LARGEST].decode("utf-8", "ignore")
    yield "a text of 19 MB", _written(folder / "text.txt", [text])
    long = (json.dumps({"text": f"{text[: LONGEST - 10]} {k}."}) + "\n" for k in range(COPIES))
    yield "the longest texts", _written(folder / "long.jsonl", long)
    line = text[: LONGEST - 10].replace("\n", " ")
    yield "the longest line", _written(folder / "line.txt", [line])
    words = random.Random(SEED).choices(news.split(), k=LARGEST // 8)
    page = "<html><body>" + "<div>" * 500 + "".join(f"<p>{w} " for w in words)
    yield "a page of 19 MB", _written(folder / "page.html", [page.encode()[:LARGEST].decode("utf-8", "ignore")])
    broken = ('{"text": ' + "x" * 40 + "\n" for _ in range(LINES))
    yield "a million broken lines", _written(folder / "broken.jsonl", broken)
    same = json.dumps({"text": news[:3000]}) + "\n"
    yield "3 GB of lines, all alike", _written(folder / "alike.jsonl", (same for _ in range(LINES)))


def _written(path: Path, parts: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(parts)
    return path


def peak(path: Path, ledger: Path, jobs: int, limit: float) -> tuple[float, float, int | None]:
    """Peak memory in MB of an ingest with all its processes, its seconds, and its exit code; it is ended at a limit."""
    command = [sys.executable, "-m", "sayso", "ingest", "--jobs", str(jobs), "-q", "--ledger", str(ledger), str(path)]
    with writer(ledger, create=True):
        pass  # an empty one
    begun, most = time.perf_counter(), 0
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and time.perf_counter() - begun < limit:
        most = max(most, sum(map(_proportional, _family(running.pid))))
        time.sleep(0.1)
    stopped = running.poll() is None
    running.terminate()
    code = running.wait()
    return most / 1024, time.perf_counter() - begun, None if stopped else code


def _family(pid: int) -> list[int]:
    out = [pid]
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in thread.read_text().split():
                out += _family(int(child))
        except OSError:
            continue
    return out


def _proportional(pid: int) -> int:
    """Kilobytes of a process, its share of what is shared (``Pss``)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> int:
    """Print the figures."""
    ap = argparse.ArgumentParser(prog="python -m bench.ingest", description=__doc__.split("\n")[0])
    ap.add_argument("--articles", type=int, default=200)
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--memory", action="store_true", help="the largest inputs instead")
    ap.add_argument("--only", help="of the largest inputs those with this word")
    ap.add_argument("--limit", type=float, default=1800, help="seconds for each of the largest inputs")
    o = ap.parse_args()
    if not o.memory:
        alone, kept = overhead(o.articles, o.jobs)
        print(f"{o.articles} articles, {o.jobs} jobs: read in {alone:.1f} s, into a ledger in {kept:.1f} s")
        print(f"overhead {100 * (kept / alone - 1):.1f} %")
        return 0
    with tempfile.TemporaryDirectory() as place:
        for number, (what, path) in enumerate(largest(Path(place))):
            if not o.only or o.only in what:
                most, took, code = peak(path, Path(place) / f"{number}.sayso", o.jobs, o.limit)
                ended = "stopped at the limit" if code is None else f"exit code {code}"
                print(f"{what}: {most:,.0f} MB at most, {took:,.0f} s, {ended}", flush=True)
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
