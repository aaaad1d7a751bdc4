"""Mean and directions of word states, for ``sayso.reading.meaning``.

usage: python -m training.meaning CORPORA [--directions 128]     (texts of PolNeAR train and of our own articles)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.markup import compile_paths
from bench.scorers import read_jsonl
from sayso.reading.encoding import Conventions, encode
from sayso.reading.session import PACKAGED, Floats, Model, load

SEED, TEXTS = 20220308, 240


def states(model: Model, texts: list[str]) -> Iterator[Floats]:
    """The states of the words of each text."""
    for text in texts:
        for encoded in encode(model, model.tokenizer.tokenize(text), Conventions()):
            yield encoded.states.words[encoded.core]


def whitening(found: Floats, kept: int) -> tuple[Floats, Floats]:
    """Mean (384,) and directions (384, kept) of word states (N, 384), each scaled to a variance of 1."""
    mean = found.mean(axis=0)
    variances, directions = np.linalg.eigh(np.cov((found - mean).T))
    order = np.argsort(variances)[::-1][:kept]
    return mean, np.asarray(directions[:, order] / np.sqrt(variances[order]), dtype=np.float32)


def main() -> int:
    """Write ``meaning.npz`` and its hash."""
    ap = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--directions", type=int, default=128)
    o = ap.parse_args()
    documents, errors = compile_paths([Path(__file__).parent / "conflict"])
    if errors:
        raise ValueError("; ".join(errors[:3]))
    own = [d["text"] for d in documents]
    others = [row["text"] for row in read_jsonl(o.corpora / "polnear" / "train.jsonl")]
    chosen = random.Random(SEED).sample(own, min(len(own), TEXTS // 2))
    chosen += random.Random(SEED).sample(others, min(len(others), TEXTS - len(chosen)))
    mean, directions = whitening(np.concatenate(list(states(load(), chosen))), o.directions)
    path = PACKAGED / "meaning.npz"
    with path.open("wb") as file:
        np.savez(file, mean=mean.astype(np.float16), directions=directions.astype(np.float16))
    settings = json.loads((PACKAGED / "model.json").read_text(encoding="utf-8"))
    settings["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (PACKAGED / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"{len(chosen)} texts, {directions.shape[1]} directions, {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
