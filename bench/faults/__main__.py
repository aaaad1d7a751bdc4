"""Kill the process that writes a ledger, again and again, and look at what is left.

    python -m bench.faults --kills 1000

Half of the kills fall at a random moment, half right before an SQL statement, each statement of an ingest once before
any twice. Between them the disk is full, or a file may not grow. After each fault the ledger is opened and checked:
what was acknowledged must be there, once, and whole; at the end the ledger must hold what that of an unbroken run
holds.
"""

from __future__ import annotations

import argparse
import io
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.faults.writing import DISK_FULL
from sayso.export import FORMATS, View
from sayso.store.connection import reader
from sayso.store.readings import find_report

SEED = 20220308
ARTICLES = 40
WORDS = "bridge convoy ministry border general crossed shelled denied river brigade said friday town ceasefire".split()


def inputs(folder: Path, articles: int = ARTICLES) -> Path:
    """Text files and one JSONL, with two exact copies and two empty files among them."""
    rng = random.Random(SEED)
    folder.mkdir()
    texts = [" ".join(rng.choices(WORDS, k=120)).capitalize() + f". Number {k}." for k in range(articles)]
    half = articles // 2
    for k, text in enumerate(texts[:half]):
        (folder / f"{k:03}.txt").write_text(text, encoding="utf-8")
    lines = [f'{{"text": "{text}", "url": "https://post.test/{k}"}}\n' for k, text in enumerate(texts[half:])]
    (folder / "many.jsonl").write_text("".join([*lines, "{broken\n", lines[0]]), encoding="utf-8")
    (folder / "copy.txt").write_text(texts[0], encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def held(ledger: Path) -> tuple[str, Counter[str]]:
    """All readings of a ledger as JSONL in the order of document ids, and how many rows its tables have."""
    with reader(ledger) as found:
        ids = [row["id"] for row in found.execute("SELECT id FROM documents ORDER BY id")]
        reports = [r for name in ids if (r := find_report(found, name)) is not None]
        tables = ("inputs", "documents", "sightings", "rejections", "queue", "readings")
        counts = {t: found.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
    out = io.StringIO()
    next(f for f in FORMATS if f.name == "jsonl").write(reports, out, View())
    return out.getvalue(), Counter(counts)


def faults_of(ledger: Path, acknowledged: set[str]) -> list[str]:
    """What is wrong with a ledger after a fault; nothing, it is hoped."""
    if not ledger.exists() or not ledger.stat().st_size:
        return ["lost: the ledger"] if acknowledged else []
    found = []
    connection = sqlite3.connect(ledger)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] == 0:
            return ["lost: the ledger"] if acknowledged else []  # killed before it was made
        if (state := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            found.append(f"torn: {state}")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            found.append("torn: a row without the one that it belongs to")
        taken = {row[0] for row in connection.execute("SELECT origin FROM inputs WHERE complete")}
        read = {row[0] for row in connection.execute("SELECT document FROM readings")}
        waiting = {row[0] for row in connection.execute("SELECT document FROM queue")}
        documents = {row[0] for row in connection.execute("SELECT id FROM documents")}
        failed = {row[0] for row in connection.execute("SELECT document FROM rejections WHERE document IS NOT NULL")}
        told = {"taken": {a[6:] for a in acknowledged if a.startswith("taken ")}}
        told["read"] = {a[5:] for a in acknowledged if a.startswith("read ")}
        found += [f"lost: taken {x}" for x in told["taken"] - taken] + [f"lost: read {x}" for x in told["read"] - read]
        found += [f"torn: {x} is neither read nor waits" for x in documents - read - waiting - failed]
        places = connection.execute("SELECT count(*), count(DISTINCT input || '/' || place) FROM sightings").fetchone()
        found += ["duplicate: a sighting"] if places[0] != places[1] else []
    finally:
        connection.close()
    return found


class Run:
    """One process that writes, with a fault; what it acknowledged."""

    def __init__(self, ledger: Path, folder: Path, fault: str) -> None:
        command = [sys.executable, "-m", "bench.faults.writing", str(ledger), str(folder), fault]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ended(self, after: float | None = None) -> tuple[int, set[str], str]:
        """Exit code, acknowledgements and errors; killed ``after`` so many seconds if it still runs."""
        if after is not None:
            try:
                self.process.wait(after)
            except subprocess.TimeoutExpired:
                self.process.kill()
        out, err = self.process.communicate()
        lines = out.decode().split("\n")[:-1]  # a last line without end was not written whole
        return self.process.returncode, set(lines), err.decode()


def main() -> int:
    """Run the faults; 1 when anything was lost, doubled or torn."""
    ap = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__.split("\n")[0])
    ap.add_argument("--kills", type=int, default=1000)
    o = ap.parse_args()
    with tempfile.TemporaryDirectory() as place:
        return _run(Path(place), o.kills)


def _run(place: Path, kills: int) -> int:
    rng = random.Random(SEED)
    folder = inputs(place / "in")
    begun = time.time()
    code, _, err = Run(place / "whole.sayso", folder, "none").ended()
    assert code == 0, err
    lasts = time.time() - begun
    expected = held(place / "whole.sayso")
    statements = _statements(place, folder)
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    ledgers = finished = 0
    while seen["killed"] < kills:
        ledgers += 1
        ledger, acknowledged = place / f"{ledgers}.sayso", set[str]()
        done = False
        while not done:
            fault, after = _next(seen, rng, statements, lasts)
            code, lines, err = Run(ledger, folder, fault).ended(after)
            acknowledged |= lines
            done = code == 0
            seen["killed" if code < 0 else "full" if code == DISK_FULL else "ended"] += 1
            if code > 0 and (code != DISK_FULL or err.count("\n") != 1):
                wrong.append(f"an error that is no clear line: {err.strip()[-200:]}")
                done = True
            wrong += faults_of(ledger, acknowledged)
            if seen["killed"] % 100 == 0 and code < 0:
                sys.stderr.write(f"{seen['killed']} kills, {len(wrong)} faults\n")
        finished += held(ledger) == expected
        for part in place.glob(f"{ledgers}.sayso*"):
            part.unlink()
    kinds = Counter(w.split(":")[0] for w in wrong)
    print(f"{seen['killed']} kills, {seen['full']} times no room, {ledgers} ledgers, {finished} of them ended as an")
    print(f"unbroken run did; lost {kinds['lost']}, duplicates {kinds['duplicate']}, torn {kinds['torn']}, ")
    print(f"other {sum(kinds.values()) - kinds['lost'] - kinds['duplicate'] - kinds['torn']}")
    for line in wrong[:10]:
        print(f"  {line}")
    return int(bool(wrong) or finished != ledgers)


def _statements(place: Path, folder: Path) -> int:
    """How many SQL statements an unbroken ingest runs."""
    low, high = 1, 1 << 14
    while low < high:
        middle = (low + high) // 2
        ledger = place / "count.sayso"
        code, _, _ = Run(ledger, folder, f"statement:{middle}").ended()
        low, high = (middle + 1, high) if code < 0 else (low, middle)
        for part in place.glob("count.sayso*"):
            part.unlink()
    return low


def _next(seen: Counter[str], rng: random.Random, statements: int, lasts: float) -> tuple[str, float | None]:
    """The next fault, and after how many seconds to kill."""
    draw = rng.random()
    if draw < 0.45:
        return "none", rng.random() * lasts
    if draw < 0.9:
        return f"statement:{1 + (seen['killed'] * 7919) % statements}", None
    if draw < 0.95:
        return f"pages:{rng.randrange(40, 200)}", None
    return f"file:{rng.randrange(40_000, 400_000)}", None


if __name__ == "__main__":
    sys.exit(main())
