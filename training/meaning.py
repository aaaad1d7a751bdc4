"""The head of ``sayso.reading.meaning``: from the finished encoder's states of words to what a passage means.

It learns the distances that ``training.alike`` gives passages, and which tellings are of one claim. The encoder stays
as it is: reading costs a few thousandths more, and every other answer stays what it was.

usage: python -m training.meaning CORPORA [--teacher-steps 900] [--steps 2400]   (half an hour on two cores)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from bench.markup import compile_paths
from bench.scorers import read_jsonl
from sayso.reading.encoding import Conventions, encode
from sayso.reading.session import PACKAGED, Model, load
from sayso.text.sentences import sentences
from sayso.types.span import Span
from training import alike, tellings
from training.__main__ import encoder_files

SEED, TEXTS = 1, 330
WIDTH, MEANT = 320, 128  # of the layers, and of what comes out
LONGEST = 48  # words of a passage that are looked at
FEWEST, MOST, PARTED = 5, 60, 14  # words of a sentence that is learnt from, and from how many on a part of it is, too
OTHERS, TOLD = 64, 80  # passages and tellings of a step
RATE, WARM = 1.5e-3, 100
HEAT = 0.1
DISTANCES, CLAIMS = 20.0, 0.2  # what keeping the teacher's distances counts, and knowing claims


class Head(nn.Module):
    """As ``sayso.reading.meaning.Head``."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(384)
        self.first = nn.Linear(384, WIDTH)
        self.second = nn.Linear(WIDTH, WIDTH)
        self.counts = nn.Linear(WIDTH, 1)
        self.last = nn.Linear(WIDTH, MEANT)

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Unit vectors of passages, (N, MEANT), of words (N, W, 384) of which ``there`` (N, W) are some."""
        x = self.second(F.gelu(self.first(self.norm(states)), approximate="tanh"))
        counts = self.counts(x).squeeze(-1).masked_fill(~there, -1e4).softmax(-1)
        return F.normalize(self.last((x * counts[..., None]).sum(1)), dim=-1)

    def arrays(self) -> dict[str, NDArray[np.float16]]:
        """As they are shipped: the weights of the norm are part of the first layer, how words count of the second."""
        with torch.no_grad():
            first = self.first.weight * self.norm.weight
            bias = self.first.weight @ self.norm.bias + self.first.bias
            second = torch.cat([self.second.weight, self.counts.weight @ self.second.weight])
            counts = self.counts.weight @ self.second.bias + self.counts.bias
            made = {
                "first": first.T,
                "first_bias": bias,
                "second": second.T,
                "second_bias": torch.cat([self.second.bias, counts]),
                "last": self.last.weight.T,
                "last_bias": self.last.bias,
            }
            return {name: value.numpy().astype(np.float16) for name, value in made.items()}


@dataclass(frozen=True, slots=True)
class Passages:
    """States of the words of passages, one behind the other: (words, 384); passage k has those of ``at[k : k + 2]``."""

    states: NDArray[np.float16]
    at: NDArray[np.int64]

    @classmethod
    def of(cls, parts: Sequence[NDArray[np.float16]]) -> Passages:
        """From the states of each."""
        return cls(np.concatenate(parts), np.cumsum([0, *map(len, parts)]))

    def batch(self, chosen: Sequence[int]) -> tuple[Tensor, Tensor]:
        """States of some passages (N, W, 384) and which words there are (N, W)."""
        parts = [self.states[self.at[k] : self.at[k + 1]][:LONGEST] for k in chosen]
        states = torch.zeros(len(parts), max(map(len, parts)), 384)
        there = torch.zeros(states.shape[:2], dtype=torch.bool)
        for row, part in enumerate(parts):
            states[row, : len(part)] = torch.from_numpy(part.astype(np.float32))
            there[row, : len(part)] = True
        return states, there


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where each begins and ends, (W,), and its state, (W, 384)."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    states: NDArray[np.float16]

    @classmethod
    def of(cls, model: Model, text: str) -> Words:
        """As the encoder gives them."""
        tokens = model.tokenizer.tokenize(text)
        found = [e.states.words[e.core] for e in encode(model, tokens, Conventions())]
        return cls(tokens.begin, tokens.end, np.concatenate(found).astype(np.float16))

    def within(self, begin: int, end: int) -> NDArray[np.int64]:
        """The words that lie between two characters."""
        return np.flatnonzero((self.begin >= begin) & (self.end <= end))


def other_passages(model: Model, texts: Sequence[str], rng: random.Random) -> Iterator[tuple[str, NDArray[np.float16]]]:
    """Sentences, and parts of them, with the states of their words."""
    for text in texts:
        words = Words.of(model, text)
        for sentence in sentences(text):
            span: Span = sentence.span
            inside = words.within(span.begin, span.end)
            if not FEWEST <= len(inside) <= MOST:
                continue
            yield span.of(text), words.states[inside]
            if len(inside) >= PARTED:
                first = rng.randrange(0, len(inside) - FEWEST)
                part = inside[first : first + rng.randrange(FEWEST, MOST // 2)]
                yield text[words.begin[part[0]] : words.end[part[-1]]], words.states[part]


def told_passages(model: Model, told: Sequence[tellings.Telling]) -> Passages:
    """The states of the words of each telling's stretch, read in its sentence."""
    parts = []
    for t in told:
        words = Words.of(model, t.text)
        inside = words.within(t.begin, t.end)
        parts.append(words.states[inside if len(inside) else slice(0, 1)])
    return Passages.of(parts)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Other passages and tellings, what the teacher makes of each, and which tellings there are."""

    others: Passages
    others_taught: Tensor
    tellings: Passages
    tellings_taught: Tensor
    told: Sequence[tellings.Telling]


def distil(lesson: Lesson, steps: int) -> Head:
    """The head after ``steps`` of learning the teacher's distances."""
    torch.manual_seed(SEED)
    rng, head, by_scene = random.Random(SEED), Head(), alike.scenes(lesson.told)
    order = np.argsort(np.diff(lesson.others.at), kind="stable")
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min((step + 1) / WARM, 1 - step / steps + 0.01)
        window = rng.randrange(0, max(len(order) - 8 * OTHERS, 1))  # passages of about one length
        others = rng.sample(order[window : window + 8 * OTHERS].tolist(), min(OTHERS, len(order)))
        told = alike.drawn(by_scene, TOLD, rng)
        loss = _off(head(*lesson.others.batch(others)), lesson.others_taught[others])
        found = head(*lesson.tellings.batch(told))
        loss = loss + _off(found, lesson.tellings_taught[told])
        loss = loss + CLAIMS * alike.contrast(found, alike.one_claim([lesson.told[k] for k in told]), HEAT)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % 400 == 0:
            print(f"head {step + 1}: loss {loss.item():.3f}", flush=True)
    return head


def _off(found: Tensor, taught: Tensor) -> Tensor:
    """How far the distances of passages are from the teacher's."""
    return DISTANCES * ((found @ found.T - taught @ taught.T) ** 2).mean()


def texts(corpora: Path) -> list[str]:
    """News to learn distances from: a part of PolNeAR train, and our own articles."""
    documents, errors = compile_paths([Path(__file__).parent / "conflict"])
    if errors:
        raise ValueError("; ".join(errors[:3]))
    others = [row["text"] for row in read_jsonl(corpora / "polnear" / "train.jsonl")]
    return random.Random(SEED).sample(others, min(len(others), TEXTS)) + [d["text"] for d in documents]


def main() -> int:
    """Train and write ``meaning.npz`` and its hash."""
    ap = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--teacher-steps", type=int, default=900)
    ap.add_argument("--steps", type=int, default=2400)
    o = ap.parse_args()
    model, told = load(), tellings.load()
    passages, states = zip(*other_passages(model, texts(o.corpora), random.Random(SEED)), strict=True)
    teacher = alike.train(encoder_files(), told, passages, o.teacher_steps, SEED)
    taught = torch.from_numpy(teacher.table(passages)), torch.from_numpy(teacher.table([t.told for t in told]))
    lesson = Lesson(Passages.of(states), taught[0], told_passages(model, told), taught[1], told)
    write(distil(lesson, o.steps), PACKAGED)
    return 0


def write(head: Head, folder: Path) -> None:
    """Put a head into a folder of weights and its hash into ``model.json``."""
    path = folder / "meaning.npz"
    with path.open("wb") as file:
        np.savez(file, **head.arrays())
    settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    settings["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    raise SystemExit(main())
