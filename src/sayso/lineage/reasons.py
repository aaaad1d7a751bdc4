"""What spoke for a parent, in a few words for a person."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.lineage.weigh import Weighed

MOST = 4
LEAST = 0.1  # of score, under which a feature decided nothing
PHRASES = {
    "before": "published earlier",
    "credited": "credited by the copy",
    "named": "credited by others of the family",
    "itself a copy": "itself without a credit line",
    "majority": "its wording is that of most of the family",
    "alone": "the copy has words that nobody else has",
    "central": "closer to the others than the copy is",
    "in order": "in the order of most of the family",
    "left": "holds what the copy leaves out",
    "explains": "most of the copy's words are its own",
    "used": "nearly all of it is in the copy",
    "title": "its title is that of most of the family",
    "same address": "under the same address",
}


def reasons(parent: str, child: str, weighed: Weighed, by: Mapping[str, float]) -> tuple[str, ...]:
    """Phrases for what raised the score of ``parent`` over that of the reverse most, the strongest first."""
    number = {t.id: k for k, t in enumerate(weighed.members)}
    there, back = (number[parent], number[child]), (number[child], number[parent])
    for_, against = weighed.pairs.get(there, {}), weighed.pairs.get(back, {})
    gains = {name: by.get(name, 0.0) * (for_.get(name, 0.0) - against.get(name, 0.0)) for name in PHRASES}
    found = sorted((name for name, gain in gains.items() if gain > LEAST), key=lambda name: (-gains[name], name))
    return tuple(PHRASES[name] for name in found[:MOST]) or ("the same wording",)
