"""Losses of the event heads; each looks only at what its corpus marks."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reading.heads import events
from training.event_batches import MERGED, EventBatch
from training.event_model import EventHeads
from training.padding import IGNORE

TRIGGER_WEIGHT, ROLE_WEIGHT, ANSWER_WEIGHT, TIME_WEIGHT = 30.0, 0.1, 0.3, 5.0
FACTUALITY_WEIGHT, PAIR_WEIGHT, WEAK_WEIGHT = 0.7, 0.5, 0.2
NEWS = events.TRIGGER_SLICES["news"]
YIELDS = [events.TYPES["news"].index(t) for t in ("CONCEDE", "RETREAT")]


def losses(heads: EventHeads, words: Tensor, b: EventBatch, bias: Callable[[Tensor], Tensor]) -> dict[str, Tensor]:
    """Weighted losses by head; a head without labels in the batch gives no entry. ``words`` (B, W, H)."""
    out = {}
    marked, weak, valued = (b.triggers != IGNORE).any(), (b.weak != IGNORE).any(), ~torch.isnan(b.factuality)
    if marked or weak:
        logits = heads.triggers(words, b.convention).float() + _closed(b.convention)[:, None]
        if marked:
            labels = b.triggers.flatten()
            total = F.cross_entropy(logits.flatten(0, 1), labels, ignore_index=IGNORE, reduction="sum")
            # by all words of the batch: where only some triggers are known, their few words must not outweigh the rest
            out["trigger"] = TRIGGER_WEIGHT * total / labels.numel()
        if weak:
            out["weak"] = WEAK_WEIGHT * _somewhere(logits, b)
    if (b.times != IGNORE).any():
        logits = heads.time_out(words).float().flatten(0, 1)
        out["time"] = TIME_WEIGHT * F.cross_entropy(logits, b.times.flatten(), ignore_index=IGNORE)
    if valued.any():
        told = heads.factuality(words, b.convention).float()[valued]
        out["factuality"] = FACTUALITY_WEIGHT * F.smooth_l1_loss(told, b.factuality[valued], beta=0.5)
    if len(b.window):
        out |= _of_triggers(heads, words, b, bias)
    if len(b.pair_window):
        logits = heads.pairs(words, b.pair_window, b.pair_start, b.pair_flag, bias(b.pair_mask)).float()
        out["pair"] = PAIR_WEIGHT * F.nll_loss(_with_merged(F.log_softmax(logits, -1)), b.pair_kind)
    return out


def _closed(convention: Tensor) -> Tensor:
    """(B, L) zero for the labels of each window's convention, very low for all others."""
    table = torch.full((len(events.CONVENTIONS), events.TRIGGERS), -1e4)
    for name, labels in events.TRIGGER_SLICES.items():
        table[events.CONVENTIONS.index(name), labels] = 0.0
    return table[convention]


def _somewhere(logits: Tensor, b: EventBatch) -> Tensor:
    """Noisy-or over the words: some word of the text is a trigger of that type (Maron and Lozano-Perez, 1998)."""
    rows = b.weak != IGNORE
    begins = torch.softmax(logits[rows][..., NEWS], -1)[..., 1:-1]
    begins = torch.cat([begins, begins[..., YIELDS].sum(-1, keepdim=True)], -1)
    kind = b.weak[rows][:, None, None].expand(-1, begins.shape[1], 1)
    # padding words are plain zeros behind the encoder's mask and seldom look like triggers
    nowhere = torch.log1p(-begins.gather(2, kind)[..., 0].clamp(max=0.999)).sum(1)
    return -torch.log((1 - nowhere.exp()).clamp(min=1e-4)).mean()


def _with_merged(log_probabilities: Tensor) -> Tensor:
    """(P, 19): behind the types, the merged one."""
    merged = torch.logsumexp(log_probabilities[:, YIELDS], 1, keepdim=True)
    assert log_probabilities.shape[1] == MERGED
    return torch.cat([log_probabilities, merged], 1)


def _of_triggers(
    heads: EventHeads, words: Tensor, b: EventBatch, bias: Callable[[Tensor], Tensor]
) -> dict[str, Tensor]:
    roles, kairos, answers = heads.frames(
        words, b.window, b.start, b.begin, b.last, b.kind, b.distance, b.paragraph, b.flag, bias(b.mask)
    )
    out = {}
    for name, logits, rows in (("role", roles, ~b.kairos), ("kairos", kairos, b.kairos)):
        labels = b.labels[rows]
        known = (labels != IGNORE).any(1)
        if known.any():
            total = F.cross_entropy(
                logits.float()[rows].flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="sum"
            )
            out[name] = ROLE_WEIGHT * total / known.sum()
    parts = [
        F.cross_entropy(answers.float()[:, events.answers(q)], labels, ignore_index=IGNORE)
        for q, labels in zip(events.QUESTIONS, b.answers.unbind(1), strict=True)
        if (labels != IGNORE).any()
    ]
    if parts:
        out["answers"] = ANSWER_WEIGHT * torch.stack(parts).sum()
    return out
