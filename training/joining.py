"""Weights of ``sayso.grounding.events.joining``: a logistic regression on pairs of gold mentions of one type.

Gold mentions share mode, status and arguments more neatly than a model's do, so each text is taken several times with
some of them left out or changed at random.

usage: python -m training.joining            (prints the table; no corpus is needed beside training/)
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from bench.eventgold import Row, gold_actors, gold_mentions, gold_reading
from bench.eventmarks import compile_folder
from bench.tasks.events import settings
from sayso.grounding.events.joining import features
from sayso.grounding.events.link import told
from sayso.types.event import MODES, Argument, EventMention, Occurrence, Phase, Reality, Role, Status
from sayso.types.span import Span

HERE = Path(__file__).parent
COPIES = 4
LOST, WRONG_MODE, WRONG_STATUS = 0.25, 0.25, 0.15  # shares of arguments, modes and statuses that a model gets wrong
PENALTY, STEPS, RATE = 1e-3, 3000, 1.0  # of gradient descent with a ridge
SEED = 7


def blurred(mention: EventMention, rng: random.Random) -> EventMention:
    """A mention with the errors of a model: words of arguments lost, another mode, another status."""
    kept: list[Argument] = [a for a in mention.arguments if a.role is Role.ABOUT or rng.random() > LOST]
    modes = (None, *MODES[mention.type])
    mode = rng.choice(modes) if rng.random() < WRONG_MODE else mention.mode
    status = mention.status
    if rng.random() < WRONG_STATUS:
        status = rng.choice(
            (
                Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED),
                Status(Occurrence.HAPPENED, Phase.PLANNED, Reality.CONDITIONAL),
                Status(Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED),
                Status(Occurrence.HAPPENED, Phase.PAST, Reality.DENIED),
            )
        )
    return replace(mention, arguments=tuple(kept), mode=mode, status=status)


def pairs(row: Row, rng: random.Random) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Features of each pair of mentions of one type in one text, and whether they are one event."""
    text = row["text"]
    number = {(e["type"], Span(*s)): e["number"] for e in row["events"] for s in (e["trigger"], *e["mentions"])}
    reading = gold_reading(row)
    reading = replace(reading, events=tuple(blurred(m, rng) for m in gold_mentions(row, reading.sentences)))
    found = told(reading, gold_actors(row), *settings(reading))
    for a, b in combinations(found, 2):
        if a.mention.type is b.mention.type:
            kind = a.mention.type.value
            yield features(text, a, b), number[kind, a.mention.trigger] == number[kind, b.mention.trigger]


def fit(rows: list[Row]) -> dict[str, float]:
    """Weights by feature, and that of "always"."""
    rng = random.Random(SEED)
    data = [pair for row in rows for _ in range(COPIES) for pair in pairs(row, rng)]
    names = ["always", *sorted({name for found, _ in data for name in found})]
    index = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    x[:, 0] = 1.0
    for k, (found, _) in enumerate(data):
        x[k, [index[name] for name in found]] = 1.0
    y = np.array([same for _, same in data], dtype=float)
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        w -= RATE * (x.T @ (p - y) / len(y) + PENALTY * np.r_[0.0, w[1:]])
    return {name: round(float(w[k]), 2) for name, k in index.items()}


def main() -> int:
    """Print the table of weights."""
    rows, errors = compile_folder(HERE / "conflict", HERE / "events")
    if errors:
        print("\n".join(errors), file=sys.stderr)
        return 2
    for name, weight in fit(rows).items():
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    sys.exit(main())
