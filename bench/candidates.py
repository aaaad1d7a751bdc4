"""Whether relatives are found among strangers, and at what cost: ``python -m bench.candidates CORPORA``.

The development set of rewrites, as it is and with its spun copies attacked (``bench.attacks``), among 20,000 unrelated
texts (``bench.distractors``). In the same run, the same texts for MinHashLSH of datasketch and for rensa, over runs of
five words at a threshold of 0.5 and 0.8, as they are commonly set. Recall counts an edge when one of its texts is a
candidate of the other. ``--grow 10000 100000 1000000`` fills an index with synthetic sketches instead.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sqlite3
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bench.attacks import attacked
from bench.distractors import distractors
from bench.scorers import read_jsonl
from sayso.lineage.candidates import Index
from sayso.lineage.sketch import FEATURE_BITS, Sketch, sketch

Row = dict[str, Any]
Found = Mapping[str, Sequence[str]]
KINDS = (
    "spun", "spun_cut", "partial", "wire_cut", "quote_alter", "reorder", "light_edit", "verbatim", "summary",
)  # fmt: skip
SEED = 20220308
SHINGLE, PERMUTATIONS = 5, 128
THRESHOLDS = (0.5, 0.8)
PORTION = 250  # texts that another process sketches at a time
WORD = re.compile(r"\w+")
# Synthetic sketches: features that all texts draw from, as likely as words are, and copies that keep most features.
COMMON, COMMON_SHARE, COPIES, KEPT = 1_000_000, 0.15, 0.2, 0.6
ASKED = 1_000  # synthetic documents asked for at each size


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and of the processor."""

    wall: float
    cpu: float


def timed(work: Callable[[], Any]) -> tuple[Any, Took]:
    """What ``work`` gives, and the time that it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Took(time.perf_counter() - wall, time.process_time() - cpu)


def recall(edges: Sequence[Row], found: Found) -> dict[str, tuple[int, int]]:
    """By kind, the edges whose texts are candidates, and all."""
    out: dict[str, tuple[int, int]] = {}
    for edge in edges:
        hit, every = out.get(edge["kind"], (0, 0))
        source, target = edge["src"], edge["dst"]
        linked = target in found.get(source, ()) or source in found.get(target, ())
        out[edge["kind"]] = hit + linked, every + 1
    return out


def ours(texts: Mapping[str, str]) -> tuple[Found, Index, dict[str, Sketch], Took, Took]:
    """Candidates of each text, with the time for the sketches and for the index: all are taken in, then asked for."""
    made, sketching = timed(lambda: {id: sketch(text) for id, text in texts.items()})
    index = Index()

    def run() -> Found:
        for id, one in made.items():
            index.add(id, one)
        return {id: [c.id for c in index.query(one, without=id)] for id, one in made.items()}

    found, indexing = timed(run)
    return found, index, made, sketching, indexing


def streamed(texts: Sequence[str]) -> Index:
    """Texts taken in as they arrive, each asked for before: a second process makes the sketches."""
    index = Index()
    portions = [texts[at : at + PORTION] for at in range(0, len(texts), PORTION)]
    with ProcessPoolExecutor(1) as pool:
        for portion in pool.map(_sketched, portions):
            for one in portion:
                index.query(one)
                index.add(str(len(index)), one)
    return index


def _sketched(texts: Sequence[str]) -> list[Sketch]:
    return [sketch(text) for text in texts]


def shingles(text: str) -> set[str]:
    """Runs of five words."""
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}


def by_datasketch(texts: Mapping[str, str], threshold: float) -> Found:
    """Candidates of datasketch's MinHashLSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    hashes = {}
    for id, text in texts.items():
        hashes[id] = MinHash(num_perm=PERMUTATIONS)
        hashes[id].update_batch([s.encode() for s in shingles(text)])
        index.insert(id, hashes[id])
    return {id: [o for o in index.query(one) if o != id] for id, one in hashes.items()}


def by_rensa(texts: Mapping[str, str], threshold: float) -> Found:
    """Candidates of rensa's RMinHashLSH."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32 if threshold < 0.6 else 16)
    ids, hashes = list(texts), []
    for number, text in enumerate(texts.values()):
        one = RMinHash(num_perm=PERMUTATIONS, seed=42)
        one.update(sorted(shingles(text)))
        index.insert(number, one)
        hashes.append(one)
    return {ids[k]: [ids[o] for o in index.query(one) if o != k] for k, one in enumerate(hashes)}


def stored(sketches: Sequence[Sketch]) -> float:
    """Bytes a document in the table of features of a SQLite file, documents coming in any order."""
    numbers = random.Random(SEED).sample(range(-(1 << 31), 1 << 31), len(sketches))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "features"
        with sqlite3.connect(path) as ledger:
            ledger.execute(
                "CREATE TABLE features (feature INTEGER NOT NULL, number INTEGER NOT NULL,"
                " PRIMARY KEY (feature, number)) STRICT, WITHOUT ROWID"
            )
            for number, one in zip(numbers, sketches, strict=True):
                ledger.executemany("INSERT INTO features VALUES (?, ?)", [(f, number) for f in one.features.tolist()])
        ledger.close()
        return path.stat().st_size / max(1, len(sketches))


def synthetic(count: int) -> Iterator[Sketch]:
    """Sketches of texts that do not exist: most features their own, some common, a fifth copies of earlier texts."""
    rng = np.random.default_rng(SEED)
    size, top = 100, 1 << FEATURE_BITS
    common = rng.integers(0, top, COMMON, dtype=np.uint64)
    kept: list[np.ndarray[Any, np.dtype[np.uint64]]] = []
    for number in range(count):
        own = rng.integers(0, top, size, dtype=np.uint64)
        drawn = int(COMMON_SHARE * size)
        own[:drawn] = common[np.minimum(rng.zipf(1.3, drawn), COMMON) - 1]
        if kept and rng.random() < COPIES:
            parent = kept[int(rng.integers(len(kept)))]
            own[drawn : drawn + int(KEPT * size)] = parent[-int(KEPT * size) :]
        if number % 10 == 0 and len(kept) < 10_000:
            kept.append(own)
        yield Sketch(np.unique(own), 300)


def grow(sizes: Sequence[int]) -> None:
    """Print what an index of each size costs."""
    index, begun, taken = Index(), time.process_time(), 0
    latest: deque[Sketch] = deque(maxlen=ASKED)
    for one in synthetic(max(sizes)):
        index.add(str(len(index)), one)
        latest.append(one)
        if len(index) in sizes:
            count, adding = len(index), time.process_time() - begun
            _, took = timed(partial(ask, index, latest))
            print(
                f"{count:>9,} documents: taken in {(count - taken) / adding:,.0f}/s, "
                f"asked {len(latest) / took.cpu:,.0f}/s, {index.bytes / count:,.0f} bytes each, "
                f"peak memory {peak():,.0f} MB",
                flush=True,
            )
            begun, taken = time.process_time(), count


def ask(index: Index, sketches: Iterable[Sketch]) -> int:
    """How many candidates sketches have in all."""
    return sum(len(index.query(one)) for one in sketches)


def peak() -> float:
    """Most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def line(name: str, edges: Sequence[Row], found: Found, count: int, rate: str) -> str:
    """One row of the table."""
    rates = recall(edges, found)
    shown = " ".join(f"{k} {rates[k][0] / rates[k][1]:.3f}" for k in KINDS if k in rates)
    related = {e[end] for e in edges for end in ("src", "dst")}
    every = sum(len(v) for v in found.values()) / count
    near = sum(len(found.get(id, ())) for id in related) / max(1, len(related))
    return f"{name:16} {shown} | candidates a text {every:.2f}, a related one {near:.2f} | {rate}"


def compare(docs: list[Row], gold: list[Row], strangers: Mapping[str, str], *, others: bool) -> None:
    """Print the table."""
    for name, (some, labels) in {"as they are": (docs, gold), "attacked": attacked(docs, gold)}.items():
        edges = [g for g in labels if g["type"] == "edge"]
        texts = {d["id"]: d["text"] for d in some} | strangers
        count = len(texts)
        print(f"Rewrites {name}, {len(some)} among {len(strangers):,} strangers")
        found, index, made, sketching, indexing = ours(texts)
        cpu, wall = sketching.cpu + indexing.cpu, sketching.wall + indexing.wall
        rate = f"{count / cpu:,.0f}/s of one core's time, {count / wall:,.0f}/s by the clock"
        print(f"  {count / sketching.cpu:,.0f} sketches/s, {count / indexing.cpu:,.0f}/s taken in and asked for")
        print(line("sayso", edges, found, count, rate), flush=True)
        if name == "as they are":
            index_of_stream, took = timed(partial(streamed, list(texts.values())))
            print(
                f"  two processes: {count / took.wall:,.0f}/s by the clock; {index.bytes / count:,.0f} bytes a text in "
                f"memory, {stored(list(made.values())):,.0f} in SQLite; peak memory {peak():,.0f} MB"
            )
            assert len(index_of_stream) == count
        for label, run in (("datasketch", by_datasketch), ("rensa", by_rensa)) if others else ():
            for threshold in THRESHOLDS:
                result, took = timed(partial(run, texts, threshold))
                speed = f"{count / took.cpu:,.0f}/s of one core's time"
                print(line(f"{label} {threshold}", edges, result, count, speed), flush=True)


def main() -> int:
    """Print what was measured."""
    ap = argparse.ArgumentParser(prog="python -m bench.candidates", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--distractors", type=Path, help="file of unrelated texts, made when it is missing")
    ap.add_argument("--count", type=int, default=20_000, help="how many of them")
    ap.add_argument("--others", action="store_true", help="time datasketch and rensa, too")
    ap.add_argument("--grow", type=int, nargs="+", help="fill an index with so many synthetic sketches instead")
    o = ap.parse_args()
    if o.grow:
        grow(sorted(o.grow))
        return 0
    file = o.distractors or Path(tempfile.gettempdir()) / "sayso-distractors.jsonl"
    strangers = {d["id"]: d["text"] for d in distractors(o.corpora, file, o.count)}
    folder = o.corpora / "rewrites"
    compare(read_jsonl(folder / "docs.jsonl"), read_jsonl(folder / "gold.jsonl"), strangers, others=o.others)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
