"""Train the reader on all corpora at once, each with its own loss mask.

Each step mixes windows of every corpus; heads without labels in a window get no loss from it.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from bench.rewrite import load_spinner
from bench.spinner import Spinner
from sayso.reading.tokens import Tokenizer
from training import augment, corpora, event_loss
from training.batches import Batch, Piece, collate, pieces
from training.corpora import Example
from training.model import Reader, crf_nll
from training.padding import IGNORE

SIZE = 256  # word pieces of a training window
BUDGET = 10 * SIZE  # word pieces of a batch, padding included
SEED = 20220308
CUE_WEIGHT, ARGUMENT_WEIGHT, ENTITY_WEIGHT, POLARITY_WEIGHT, RESPUN_WEIGHT = 10.0, 0.1, 5.0, 0.3, 4.0
POLNEAR_SHARE = 0.4  # of its articles in each epoch
RESPUN_SHARE = 0.3  # of the texts known to be in their first words
PARAGRAPHS = 5  # single sentences that make up one training text
COMMON_CUE = 10  # occurrences in PolNeAR's train split that make a cue a plain word of saying


class Mixture:
    """The examples of each epoch: every corpus once, own articles several times, texts altered at random."""

    def __init__(self, folder: Path, own: tuple[Path, Path], spinner: Path) -> None:
        self.polnear = corpora.polnear(folder, "train")
        counts = collections.Counter(
            " ".join(x.text[b:e].lower() for b, e in a.cue) for x in self.polnear for a in x.attributions
        )
        self.common = frozenset(c for c, n in counts.items() if n >= COMMON_CUE and any(ch.isalpha() for ch in c))
        self.guests = augment.guests(self.polnear, self.common)
        self.gum = corpora.gum(folder, "train")
        self.own = own
        self.rare = corpora.entities(folder, "uner_ewt", "uner", "train")  # twice an epoch: names are few there
        self.names = [
            *self.rare,
            *corpora.entities(folder, "wikigold", "wikigold", "train"),
            *corpora.entities(folder, "re3d", "re3d", "train"),
            *corpora.entities(folder, "crossner_politics", "crossner", "train"),
        ]
        kairos = [*corpora.wikievents(folder, "train"), *corpora.rams(folder)]
        self.kairos = [*2 * kairos, *map(corpora.as_ours, kairos)]
        self.short = [
            *corpora.factuality(folder, "uds_ih2", "uds", "train"),
            *3 * corpora.factuality(folder, "meantime_factuality", "meantime", "train"),
            *4 * corpora.plv(folder),
            *4 * corpora.pair_sentences(own[0].parent / "sentences" / "pairs"),
        ]
        table = load_spinner(spinner, "a")  # half b is for measuring
        self.spinners = (table, Spinner(spinner, measuring=False), Spinner(spinner, measuring=False, more=table))

    def epoch(self, rng: random.Random) -> list[Example]:
        """Shuffled and altered examples of one epoch."""
        out = []
        for x in rng.sample(self.polnear, int(POLNEAR_SHARE * len(self.polnear))):
            draw = rng.random()
            if draw < 0.15:
                x = augment.nested(corpora.as_news(x, self.common), self.guests, rng)
            elif draw < 0.35:
                x = corpora.as_news(x, self.common)
            out.append(x)
        out += rng.sample(self.names, len(self.names) // 2) + rng.sample(self.kairos, len(self.kairos) // 2)
        out += self.gum + 3 * corpora.conflict(*self.own)
        sentences = self.own[0].parent / "sentences"
        for _ in range(3):
            out += augment.joined(corpora.sentences(sentences), PARAGRAPHS, rng)
            out += augment.joined(corpora.sentences(sentences / "kairos", "kairos"), PARAGRAPHS, rng)
        out = [self._altered(x, rng) for x in out] + self.short
        rng.shuffle(out)
        return out

    def _altered(self, x: Example, rng: random.Random) -> Example:
        if rng.random() < (0.15 if x.respun is None else RESPUN_SHARE):
            x = augment.respun(x, rng.choice(self.spinners), rng)
        if rng.random() < 0.15:
            x = augment.requoted(x, rng)
        if rng.random() < 0.10:
            x = augment.recased(x, rng)
        if rng.random() < 0.15:
            x = augment.relined(x, rng)
        return x


def batches(examples: list[Example], tokenizer: Tokenizer, rng: random.Random) -> list[list[Piece]]:
    """Windows of similar length together, up to ``BUDGET`` pieces a batch, in random order."""
    windows = [p for x in examples for p in pieces(x, tokenizer, SIZE, rng.randrange(SIZE))]
    windows = [p for p in windows if _teaches(p)]
    rng.shuffle(windows)
    windows.sort(key=lambda p: len(p.inputs.ids) // 32)
    out: list[list[Piece]] = [[]]
    for p in windows:
        if out[-1] and (len(out[-1]) + 1) * max(len(p.inputs.ids), len(out[-1][0].inputs.ids)) > BUDGET:
            out.append([])
        out[-1].append(p)
    rng.shuffle(out)
    return out


def _teaches(p: Piece) -> bool:
    told = p.events
    words = any((labels != IGNORE).any() for labels in (p.cue_labels, p.entity_labels, told.triggers))
    words = words or bool((p.respun_labels != IGNORE).any())
    return bool(words or told.pairs or told.weak != IGNORE or not np.isnan(told.factuality).all())


def loss_of(model: Reader, b: Batch) -> dict[str, torch.Tensor]:
    """Weighted losses by head; a head without labels in the batch gives no entry."""

    def bias(mask: torch.Tensor) -> torch.Tensor:
        return torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None]

    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, seen = model.states(b.ids, b.shape, b.quote, b.gap, b.first, bias(b.piece_mask))
        out = {}
        if (b.cue_labels != IGNORE).any():
            logits = model.cues(words, b.convention).float()
            out["cue"] = CUE_WEIGHT * F.cross_entropy(logits.flatten(0, 1), b.cue_labels.flatten(), ignore_index=IGNORE)
        if (b.entity_labels != IGNORE).any():
            logits = model.names(words, b.entity_convention).float()
            out["entity"] = ENTITY_WEIGHT * F.cross_entropy(
                logits.flatten(0, 1), b.entity_labels.flatten(), ignore_index=IGNORE
            )
        known = b.respun_labels != IGNORE
        if known.any():
            logits = model.respun(seen, bias(b.word_mask)).float()[known]
            target = b.respun_labels[known].float()
            out["respun"] = RESPUN_WEIGHT * F.binary_cross_entropy_with_logits(logits, target)
        if len(b.window):
            mask = b.frame_mask
            emissions, polarity = model.arguments(
                words,
                b.window,
                b.start,
                b.begin,
                b.last,
                b.distance,
                b.paragraph,
                b.flag,
                b.convention[b.window],
                bias(mask),
            )
            out["argument"] = ARGUMENT_WEIGHT * crf_nll(emissions, model.transitions, b.labels, mask).mean()
            judged = b.polarity >= 0
            if judged.any():
                p = F.log_softmax(polarity.float()[judged], -1)
                either = torch.cat([p, torch.logsumexp(p[:, 1:], -1, keepdim=True)], 1)
                out["polarity"] = POLARITY_WEIGHT * F.nll_loss(either, b.polarity[judged])
        out |= event_loss.losses(model.events, words, b.events, bias)
    return out


def optimizer_of(model: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW with slow steps for the pretrained encoder, fast ones for what is new, none for word embeddings."""
    model.encoder.word.weight.requires_grad_(False)
    fresh = {"encoder.shape.weight", "encoder.quote.weight", "encoder.gap.weight"}
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            old = name.startswith("encoder.") and name not in fresh
            groups.setdefault((rate if old else 5 * rate, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    return torch.optim.AdamW(
        [{"params": ps, "lr": lr, "weight_decay": wd} for (lr, wd), ps in groups.items()], fused=True
    )


def average(kept: dict[str, torch.Tensor], model: Reader, decay: float) -> None:
    """Exponential moving average of the weights (Polyak and Juditsky 1992), in place."""
    with torch.no_grad():
        for name, value in model.state_dict().items():
            kept[name].lerp_(value, 1 - decay)


@dataclass
class Progress:
    """What a run is made of and how far it has come."""

    model: Reader
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    kept: dict[str, torch.Tensor]
    step: int = 0
    seen: int = 0
    before: int = 0  # steps of earlier runs


def begin(encoder: Path, rate: float, steps: int, earlier: Path | None = None) -> Progress:
    """A model on the pretrained encoder, or on the weights of an ``earlier`` run.

    The rate rises for 6 % of the steps and falls to 2 % of its height.
    """
    model, before = Reader(), 0
    if earlier is None:
        model.encoder.load_pretrained(encoder)
    else:
        state = torch.load(earlier, map_location="cpu", weights_only=True)
        model.load_earlier(state["model"])
        before = int(state["step"])
    optimizer = optimizer_of(model, rate)
    warm = 0.06 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / (steps - warm)))
    )
    return Progress(model, optimizer, schedule, {k: v.clone() for k, v in model.state_dict().items()}, before=before)


def advance(progress: Progress, batch: Batch, decay: float) -> dict[str, float]:
    """One step; the losses by head. Stops the programme when one is not finite."""
    losses = loss_of(progress.model, batch)
    torch.stack(list(losses.values())).sum().backward()
    torch.nn.utils.clip_grad_norm_(progress.model.parameters(), 1.0)
    progress.optimizer.step()
    progress.optimizer.zero_grad()
    progress.schedule.step()
    progress.step += 1
    progress.seen += int(batch.piece_mask.sum())
    average(progress.kept, progress.model, min(decay, (1 + progress.step) / (20 + progress.step)))
    values = {k: v.item() for k, v in losses.items()}
    if not all(map(math.isfinite, values.values())):
        raise SystemExit(f"training: loss is not finite at step {progress.step}: {values}")
    return values


def save(progress: Progress, path: Path) -> None:
    """The averaged weights, written whole or not at all."""
    part = path.with_suffix(".part")
    torch.save({"model": progress.kept, "step": progress.before + progress.step}, part)
    part.replace(path)


def run(o: argparse.Namespace, encoder: Path, tokenizer_file: Path) -> Path:
    """Train as the command line says; the path of the averaged weights."""
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(o.threads)
    rng = random.Random(SEED)
    tokenizer = Tokenizer(tokenizer_file)
    mixture = Mixture(o.corpora, (o.own, o.own.parent / "events"), o.scorers / "make_rewrites.py")
    shuffle = np.random.default_rng(SEED)
    progress = begin(encoder, o.rate, o.steps, o.earlier)
    o.out.mkdir(parents=True, exist_ok=True)
    path: Path = o.out / "kept.pt"
    started, sums = time.time(), collections.Counter[str]()
    while progress.step < o.steps:
        for chosen in batches(mixture.epoch(rng), tokenizer, rng)[: o.steps - progress.step]:
            sums.update(advance(progress, collate(chosen, shuffle), o.decay) | {"n": 1})
            if progress.step % 50 == 0:
                means = {k: round(v / sums["n"], 4) for k, v in sums.items() if k != "n"}
                minutes = (time.time() - started) / 60
                told = {"step": progress.step, **means, "pieces/s": round(progress.seen / minutes / 60)}
                print(json.dumps(told | {"minutes": round(minutes, 1)}), flush=True)
                sums.clear()
            if progress.step % o.every == 0 or progress.step == o.steps:
                save(progress, path)
    return path


def parser() -> argparse.ArgumentParser:
    """The command line of training; the defaults made the weights that are shipped."""
    ap = argparse.ArgumentParser(
        prog="python -m training", description="Train the reader, then write and calibrate its graphs."
    )
    ap.add_argument("corpora", type=Path, help="folder of corpora")
    ap.add_argument("--own", type=Path, default=Path(__file__).parent / "conflict")
    ap.add_argument("--scorers", type=Path, help="folder with make_rewrites.py (default: 'bench' beside the corpora)")
    ap.add_argument("--out", type=Path, default=Path("out/training"))
    ap.add_argument("--install", action="store_true", help="put the finished weights into the package")
    ap.add_argument("--earlier", type=Path, help="weights (kept.pt) of an earlier run to go on from")
    ap.add_argument("--steps", type=int, default=2000)
    ap.add_argument("--head-steps", type=int, default=800, help="steps of the respun head on the finished encoder")
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--decay", type=float, default=0.998)
    ap.add_argument("--every", type=int, default=100, help="steps between checkpoints")
    ap.add_argument("--threads", type=int, default=2)
    return ap
