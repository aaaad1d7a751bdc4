"""The head that finds a spinner's words, trained alone on the finished encoder.

Spun copies cost nothing, so that it may see far more of them than the other heads could bear beside it; the encoder
stays as it is, and with it every other answer.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from bench.rewrite import load_spinner
from bench.spinner import Spinner
from sayso.reading.tokens import Tokenizer
from training import augment, corpora
from training.batches import collate
from training.corpora import Example
from training.model import Reader
from training.padding import IGNORE
from training.train import SEED, batches

SHARE = 0.5  # of the texts that are spun
RATES = (0.05, 0.9)
RATE, WARM = 1e-3, 0.05
DECAY = 0.995


class Texts:
    """Texts in their first words, half of them spun anew in every epoch."""

    def __init__(self, folder: Path, own: tuple[Path, Path], generator: Path) -> None:
        known = [*corpora.polnear(folder, "train"), *corpora.gum(folder, "train"), *corpora.conflict(*own)]
        known += [replace(x, respun=()) for x in corpora.wikievents(folder, "train")]
        self.clean = [Example(x.id, x.text, None, (), None, (), respun=()) for x in known if x.respun is not None]
        table = load_spinner(generator, "a")  # half b is for measuring
        self.spinners = (table, Spinner(generator, measuring=False), Spinner(generator, measuring=False, more=table))

    def epoch(self, rng: random.Random) -> list[Example]:
        """All texts once."""
        out = []
        for x in rng.sample(self.clean, len(self.clean)):
            if rng.random() < SHARE:
                x = augment.respun(x, rng.choice(self.spinners), rng, RATES)
            if rng.random() < 0.3:
                x = augment.requoted(x, rng)
            if rng.random() < 0.05:
                x = augment.recased(x, rng)
            out.append(x)
        return out


def run(o: argparse.Namespace, weights: Path, tokenizer_file: Path) -> Path:
    """Train the head on ``weights`` for ``o.head_steps`` steps; the path of the same weights with the new head."""
    torch.manual_seed(SEED)
    torch.set_num_threads(o.threads)
    rng, shuffle = random.Random(SEED), np.random.default_rng(SEED)
    state = torch.load(weights, map_location="cpu", weights_only=True)
    model = Reader()
    model.load_earlier(state["model"])
    model.eval()
    model.respun.train()
    kept = {k: v.clone() for k, v in model.respun.state_dict().items()}
    optimizer = torch.optim.AdamW(model.respun.parameters(), lr=RATE, weight_decay=0.01)
    texts = Texts(o.corpora, (o.own, o.own.parent / "events"), o.scorers / "make_rewrites.py")
    tokenizer = Tokenizer(tokenizer_file)
    step, total, started = 0, 0.0, time.time()
    while step < o.head_steps:
        for chosen in batches(texts.epoch(rng), tokenizer, rng)[: o.head_steps - step]:
            b = collate(chosen, shuffle)
            for group in optimizer.param_groups:
                group["lr"] = RATE * min((step + 1) / (WARM * o.head_steps), 1 - step / o.head_steps + 0.02)
            mask = torch.zeros(b.piece_mask.shape).masked_fill(~b.piece_mask, -1e4)[:, None, None]
            words = torch.zeros(b.word_mask.shape).masked_fill(~b.word_mask, -1e4)[:, None, None]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                with torch.no_grad():
                    _, seen = model.states(b.ids, b.shape, b.quote, b.gap, b.first, mask)
                logits = model.respun(seen, words).float()
            known = b.respun_labels != IGNORE
            loss = F.binary_cross_entropy_with_logits(logits[known], b.respun_labels[known].float())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.respun.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.item()
            with torch.no_grad():
                for name, value in model.respun.state_dict().items():
                    kept[name].lerp_(value, 1 - min(DECAY, (1 + step) / (20 + step)))
            if step % 50 == 0:
                minutes = round((time.time() - started) / 60, 1)
                print(json.dumps({"step": step, "respun": round(total / 50, 4), "minutes": minutes}), flush=True)
                total = 0.0
    full = state["model"] | {f"respun.{name}": value for name, value in kept.items()}
    path: Path = o.out / "headed.pt"
    torch.save({"model": {k: v for k, v in full.items() if k in model.state_dict()}, "step": state["step"]}, path)
    return path
