"""How fast the web app answers: ``python -m bench.web LEDGER --seconds 60 --rate 50``.

A server of its own is started on the ledger, and asked pages of every kind at a fixed rate, each when its time has come
whether the earlier ones are answered or not (an open workload; Schroeder, Wierman and Harchol-Balter 2006). A latency
runs from when the request was due, so that waiting counts. Client and server share the machine. With ``--writing``
another process takes articles into the ledger meanwhile; give it a copy.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

import httpx

from bench.ledger import NOW, copies, templates
from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store.connection import writer
from sayso.store.readings import save_report
from sayso.store.taken import save_input, save_outcomes

SEED = 20220308
KEPT = 400  # ids of claims and of articles that are asked for
STANDINGS = ("contested", "single", "corroborated", "denied", "withdrawn", "unsourced")
SORTS = ("articles", "dispute", "origins", "new", "latest")
FILE = re.compile(r'(?:href|src)="(/static/[^"]+)"')
WRITTEN = 5  # articles a second
WAIT = 120.0  # seconds for the first page


@contextmanager
def started(ledger: Path, options: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The address of a server of the ledger, and the seconds from its start to its first page."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = ""
        while not address and (line := process.stderr.readline()):
            address = line.split()[0].rstrip("/") if line.startswith("http://") else ""
        try:
            httpx.get(f"{address}/claims", timeout=WAIT).raise_for_status()
            yield address, time.perf_counter() - begin
        finally:
            process.terminate()


def pages(address: str, seed: int) -> Iterator[tuple[str, str]]:
    """Kinds and addresses of pages, for as long as one likes."""
    rng = random.Random(seed)
    found = httpx.get(f"{address}/api/v1/claims", params={"limit": KEPT}, timeout=WAIT).json()["items"]
    late = httpx.get(f"{address}/api/v1/claims", params={"limit": KEPT, "sort": "new"}, timeout=WAIT).json()["items"]
    articles = httpx.get(f"{address}/api/v1/articles", params={"limit": KEPT}, timeout=WAIT).json()["items"]
    sources = httpx.get(f"{address}/api/v1/sources", params={"limit": 50}, timeout=WAIT).json()["items"]
    claims = found[:20] + late  # those that most articles tell, and some like any other
    words = sorted({word.lower() for claim in claims for word in re.findall(r"[^\W\d_]{4,}", claim["text"])})
    names = [source["name"] for source in sources if source["name"]]
    while True:
        yield "claims", f"/claims?{rng.choice(('', f'standing={rng.choice(STANDINGS)}', f'sort={rng.choice(SORTS)}'))}"
        yield "claims about", f"/claims?about={rng.choice(words)}"
        yield "claim", f"/claims/{rng.choice(claims)['id']}"
        yield "article", f"/articles/{rng.choice(articles)['id']}"
        yield "articles", "/articles"
        yield "search", f"/search?words={rng.choice(words)}+{rng.choice(words)}"
        yield "sources", "/sources"
        yield "claims by", f"/claims?by={rng.choice(names)}" if names else "/claims"
        yield "map", "/map"
        yield "watch", "/watch"
        yield "status", "/status"
        yield "claim.json", f"/api/v1/claims/{rng.choice(claims)['id']}"


async def ask(
    address: str, seconds: float, rate: float, seed: int = SEED
) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Latencies in seconds by kind of page, and how many were not answered with 200, by kind and status."""
    times: dict[str, list[float]] = {}
    failed: dict[str, int] = {}
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=WAIT) as client:

        async def one(kind: str, path: str, due: float) -> None:
            try:
                status = str((await client.get(path)).status_code)
            except httpx.HTTPError as error:
                status = type(error).__name__
            times.setdefault(kind, []).append(time.perf_counter() - due)
            if status != "200":
                failed[f"{kind} {status}"] = failed.get(f"{kind} {status}", 0) + 1

        wanted = pages(address, seed)
        begin = time.perf_counter()
        tasks = []
        for k in range(int(seconds * rate)):
            due = begin + k / rate
            await asyncio.sleep(max(due - time.perf_counter(), 0))
            kind, path = next(wanted)
            tasks.append(asyncio.create_task(one(kind, path, due)))
        await asyncio.gather(*tasks)
    return times, failed


def writes(path: Path, over: Event) -> None:
    """Take articles into the ledger, link them and weigh their claims, a few a second, until it is over."""
    with writer(path) as ledger:
        found = copies(templates(WRITTEN), 10**9)
        for number in count():
            if over.wait(1 / WRITTEN):
                return
            report = next(found)
            given = save_input(ledger, f"{number}.txt", f"{number:064x}", 0, NOW)
            save_outcomes(ledger, given, 0, [report.document], NOW, last=True)
            save_report(ledger, report, "bench")
            for step in (link_new(ledger), weigh_new(ledger)):
                for _ in step:
                    pass


@contextmanager
def written(path: Path, wanted: bool) -> Iterator[None]:
    """``writes`` beside the block, where it is wanted."""
    context = get_context("spawn")
    over = context.Event()
    process = context.Process(target=writes, args=(path, over))
    if wanted:
        process.start()
    try:
        yield
    finally:
        over.set()
        if wanted:
            process.join()


def weight(address: str, path: str) -> int:
    """Bytes of a page with all its files, packed, as a browser gets it that comes for the first time."""
    text = httpx.get(address + path, timeout=WAIT).text
    files = dict.fromkeys(FILE.findall(text))
    return sum(len(gzip.compress(data)) for data in (text.encode(), *(httpx.get(address + f).content for f in files)))


def centile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of all do not exceed, by nearest rank."""
    found = sorted(values)
    return found[min(int(share * len(found)), len(found) - 1)]


def main() -> int:
    """Print the table; 1 when a request was not answered with 200."""
    ap = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    ap.add_argument("ledger", type=Path)
    ap.add_argument("--seconds", type=float, default=60)
    ap.add_argument("--rate", type=float, default=50, help="requests a second")
    ap.add_argument("--warm", type=float, default=60, help="seconds of a quarter of that, before, not counted")
    ap.add_argument("--writing", action="store_true", help="take articles in meanwhile")
    ap.add_argument("--workers", type=int, help="processes of the server")
    o = ap.parse_args()
    options = ["--workers", str(o.workers)] if o.workers else []
    with written(o.ledger, o.writing), started(o.ledger, options) as (address, cold):
        print(f"first page {cold:.2f} s after the start of the server")
        asyncio.run(ask(address, o.warm, o.rate / 4, SEED + 1))
        times, failed = asyncio.run(ask(address, o.seconds, o.rate))
        weights = {path: weight(address, path) for path in ("/claims", "/map", "/sources", "/status")}
    print(f"{sum(map(len, times.values())):,} requests, {o.rate:g} a second; milliseconds")
    print(f"{'page':14}{'median':>8}{'95 %':>8}{'99 %':>8}{'most':>8}")
    for kind, found in sorted(times.items()):
        figures = (statistics.median(found), centile(found, 0.95), centile(found, 0.99), max(found))
        print(f"{kind:14}" + "".join(f"{1000 * figure:8.0f}" for figure in figures))
    print("first view, packed: " + ", ".join(f"{path} {size / 1000:.0f} kB" for path, size in weights.items()))
    print(f"not answered: {failed or 'none'}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
