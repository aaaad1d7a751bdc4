"""Event heads: triggers with their types, then for each trigger its arguments, modes and status.

As with attributions, arguments are tagged once for every trigger among the words around it, so that events may
share them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.heads import kairos
from sayso.reading.tokens import Ints
from sayso.types.event import MODES as MODES_OF
from sayso.types.event import Certainty, EventType, Occurrence, Phase, Reality, Role, Stance

Floats = NDArray[np.float32]

# Annotation conventions: Sayso's own, WikiEvents', and the two scales of factuality, which are not to be pooled.
CONVENTIONS = ("news", "kairos", "uds", "meantime")
TYPES = {"news": tuple(t.value for t in EventType), "kairos": kairos.TYPES}
# Trigger labels of all conventions stand side by side in one output: O, a beginning of each type, the inside of any.
TRIGGER_SLICES = {"news": slice(0, 2 + len(TYPES["news"]))}
TRIGGER_SLICES["kairos"] = slice(TRIGGER_SLICES["news"].stop, TRIGGER_SLICES["news"].stop + 2 + len(kairos.TYPES))
TRIGGERS = TRIGGER_SLICES["kairos"].stop
ROLES = tuple(r.value for r in Role)
ROLE_LABELS = ("O", *(f"{bio}-{r}" for r in ROLES for bio in "BI"))
KAIROS_ROLE_LABELS = ("O", *kairos.ROLES)  # inside or outside only: equal roles seldom touch
MODES = ("none", *sorted({m for modes in MODES_OF.values() for m in modes}))
# What a trigger's state is asked beside its arguments; the answers stand side by side in one output.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "mode": MODES,
    "occurrence": tuple(x.value for x in Occurrence),
    "phase": tuple(x.value for x in Phase),
    "reality": tuple(x.value for x in Reality),
    "certainty": tuple(x.value for x in Certainty),
    "stance": tuple(x.value for x in Stance),
}
ANSWERS = sum(map(len, QUESTIONS.values()))
TIME_LABELS = ("O", "B-TIME", "I-TIME")
# Words to each side of a trigger among which its arguments are sought: 2 % of ours reach farther.
REACH = 48
UNTYPED = sum(map(len, TYPES.values()))  # index of "no type given" behind those of all conventions
MAX_TRIGGER = 6  # words
DOUBTFUL = 0.1  # probability of a role below which a word does not hold two runs together


def type_index(kind: str, convention: str) -> int:
    """The number of a type among those of all conventions."""
    base = 0 if convention == "news" else len(TYPES["news"])
    return base + TYPES[convention].index(kind)


def answers(question: str) -> slice:
    """Where the answers to a question stand in the output."""
    begin = 0
    for name, labels in QUESTIONS.items():
        if name == question:
            return slice(begin, begin + len(labels))
        begin += len(labels)
    raise KeyError(question)


@dataclass(frozen=True, slots=True)
class TriggerSpan:
    """Words ``[begin, end)`` of a window that name an event of a type."""

    begin: int
    end: int
    type: str
    probability: float


def log_odds(p: float) -> float:
    """log(p / (1 - p)), within what four decimals can tell."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def calibrated(p: float, weights: tuple[float, float]) -> float:
    """Probability that a trigger and its type are right, by logistic regression on its log-odds (Platt 1999)."""
    return 1.0 / (1.0 + math.exp(-(weights[0] * log_odds(p) + weights[1])))


def decode_triggers(probabilities: Floats, convention: str, threshold: float) -> list[TriggerSpan]:
    """Triggers from (W, L) label probabilities of one convention: beginnings above ``threshold``, then inside labels.

    The probability of a beginning is that of all types together: what kind of event it is may be less sure than
    that there is one.
    """
    if not len(probabilities):
        return []
    kinds = TYPES[convention]
    begins = probabilities[:, 1:-1]
    total = begins.sum(axis=1)
    out: list[TriggerSpan] = []
    taken = 0
    for k in np.flatnonzero(total >= threshold).tolist():
        if k < taken:
            continue
        end = k + 1
        while end < len(total) and end - k < MAX_TRIGGER and probabilities[end, -1] > 0.5:
            end += 1
        out.append(TriggerSpan(k, end, kinds[int(begins[k].argmax())], float(begins[k].max())))
        taken = end
    return out


def decode_roles(probabilities: Floats) -> list[tuple[int, int, str, float]]:
    """Arguments of one trigger from (K, 15) label probabilities: (begin, end, role, mean probability) in its frame."""
    out: list[tuple[int, int, str, float]] = []
    best = probabilities.argmax(axis=1).tolist()
    k = 0
    while k < len(best):
        label = best[k]
        if label == 0:
            k += 1
            continue
        role = (label - 1) // 2
        end = k + 1
        while end < len(best) and best[end] == 2 * role + 2:
            end += 1
        begin = k
        if out and out[-1][2] == ROLES[role] and _goes_on(probabilities, out[-1][1], k, role):
            begin = out.pop()[0]
        share = probabilities[begin:end, 2 * role + 1] + probabilities[begin:end, 2 * role + 2]
        out.append((begin, end, ROLES[role], float(share.mean())))
        k = end
    return out


def _goes_on(probabilities: Floats, end: int, begin: int, role: int) -> bool:
    """Whether a run of a role up to ``end`` and one from ``begin`` are one: at most a doubtful word parts them."""
    if begin - end > 1:
        return False
    gap = probabilities[end:begin, 2 * role + 1 : 2 * role + 3].sum()
    return bool(probabilities[begin, 2 * role + 2] > DOUBTFUL and (begin == end or gap > DOUBTFUL))


def decode_kairos_roles(probabilities: Floats, threshold: float) -> list[tuple[int, int, str, float]]:
    """Arguments of one trigger from (K, 57) probabilities; a word counts where some role is likely enough."""
    out: list[tuple[int, int, str, float]] = []
    inner = probabilities[:, 1:].argmax(axis=1)
    there = (1 - probabilities[:, 0] >= threshold).tolist()
    k = 0
    while k < len(there):
        if not there[k]:
            k += 1
            continue
        end = k + 1
        while end < len(there) and there[end] and inner[end] == inner[k]:
            end += 1
        out.append((k, end, kairos.ROLES[int(inner[k])], float((1 - probabilities[k:end, 0]).mean())))
        k = end
    return out


def pair_flags(actor: tuple[int, int], recipient: tuple[int, int], frame: tuple[int, int]) -> Ints:
    """(K,) 1 for words of the actor, 2 for those of the recipient, else 0."""
    index = np.arange(*frame)
    flag = np.where((index >= actor[0]) & (index < actor[1]), 1, 0)
    return np.where((index >= recipient[0]) & (index < recipient[1]), 2, flag).astype(np.int64)
