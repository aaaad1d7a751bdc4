"""A sentence encoder that tells what is told in other words, from which the head of meanings learns.

All-MiniLM-L6-v2 is trained on so that tellings of one claim lie together and others of the same story apart (supervised
contrastive loss, Khosla and others 2020), while sentences of other texts keep their distances. It is not shipped: 90 MB
for what a head of half a megabyte learns.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import Encoder
from training.tellings import Telling

Floats = NDArray[np.float32]

LONGEST = 40  # word pieces of a passage
TOLD, OTHERS = 64, 20  # tellings of two scenes, and other passages, in a step
HEAT = 0.07
KEPT = 10.0  # what keeping the distances of other passages counts
RATE, WARM = 5e-5, 50


class Teacher(nn.Module):
    """Passages as the mean of the states of their word pieces, (N, 384)."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        super().__init__()
        self.encoder = Encoder(0.1)
        self.encoder.load_pretrained(weights)
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.enable_padding()

    def forward(self, texts: Sequence[str]) -> Tensor:
        """Means of the word pieces of each text."""
        found = self.tokenizer.encode_batch(list(texts))
        ids = torch.tensor([e.ids for e in found])
        there = torch.tensor([e.attention_mask for e in found], dtype=torch.bool)
        none = torch.zeros_like(ids)
        bias = torch.zeros(there.shape).masked_fill(~there, -1e4)[:, None, None]
        states, _ = self.encoder(ids, none, none, none, bias)
        return (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)

    def table(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, (N, 384)."""
        out = np.zeros((len(texts), 384), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda k: len(texts[k]))
        self.eval()
        with torch.no_grad():
            for first in range(0, len(order), 64):
                some = order[first : first + 64]
                out[some] = F.normalize(self([texts[k] for k in some]), dim=-1).numpy()
        self.train()
        return out


def contrast(vectors: Tensor, same: Tensor, heat: float) -> Tensor:
    """The supervised contrastive loss of unit vectors (N, D); ``same`` (N, N) says which tell one claim."""
    self_ = torch.eye(len(vectors), dtype=torch.bool)
    likely = (vectors @ vectors.T / heat).masked_fill(self_, -1e4)
    likely = likely - likely.logsumexp(1, keepdim=True)
    same = same & ~self_
    some = same.any(1)
    return -(likely * same).sum(1)[some].div(same.sum(1)[some]).mean()


def scenes(told: Sequence[Telling]) -> dict[str, list[int]]:
    """The places of the tellings of each scene."""
    out: dict[str, list[int]] = {}
    for place, t in enumerate(told):
        out.setdefault(t.scene, []).append(place)
    return out


def drawn(by_scene: Mapping[str, Sequence[int]], most: int, rng: random.Random) -> list[int]:
    """Places of at most so many tellings of two scenes."""
    both = [place for name in rng.sample(list(by_scene), min(2, len(by_scene))) for place in by_scene[name]]
    return rng.sample(both, min(most, len(both)))


def one_claim(told: Sequence[Telling]) -> Tensor:
    """Which of these tell one claim, (N, N)."""
    known: dict[tuple[str, int], int] = {}
    claim = torch.tensor([known.setdefault((t.scene, t.claim), len(known)) for t in told])
    return claim[:, None] == claim[None]


def train(files: tuple[Path, Path], told: Sequence[Telling], others: Sequence[str], steps: int, seed: int) -> Teacher:
    """The teacher after ``steps``, about 1 s each on two cores; ``files`` are weights and tokenizer to begin with."""
    torch.manual_seed(seed)
    rng, by_scene = random.Random(seed), scenes(told)
    teacher = Teacher(*files)
    usual = torch.from_numpy(teacher.table(others))
    optimizer = torch.optim.AdamW(teacher.parameters(), weight_decay=0.01)
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min((step + 1) / WARM, 1 - step / steps + 0.01)
        here = [told[k] for k in drawn(by_scene, TOLD, rng)]
        there = rng.sample(range(len(others)), min(OTHERS, len(others)))
        vectors = F.normalize(teacher([*(t.told for t in here), *(others[k] for k in there)]), dim=-1)
        far, near = vectors[len(here) :], usual[there]
        loss = (
            contrast(vectors[: len(here)], one_claim(here), HEAT) + KEPT * ((far @ far.T - near @ near.T) ** 2).mean()
        )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % 100 == 0:
            print(f"teacher {step + 1}: loss {loss.item():.3f}", flush=True)
    return teacher
