"""Predicted events against gold ones: when two are one, and how many pairs there are.

A predicted event is a gold one if the types are equal, and the sets of actors and the sets of recipients agree: as many
on both sides, each with a counterpart of its own. A predicted participant is a gold one if its words, or any mention of
its actor, overlap the gold words or a place where the gold name stands in the text. Unknown agrees with unknown only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.types.actor import Actor
from sayso.types.event import Event, Occurrence, Participant, Phase, Reality, Status
from sayso.types.span import Span

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Counts:
    """Right answers, predictions and gold things of one measure."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 1 without any."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold things that are found; 1 without any."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 1.0


def pairing(left: int, right: int, fits: Callable[[int, int], bool]) -> dict[int, int]:
    """A largest one-to-one pairing of ``range(left)`` with ``range(right)`` (augmenting paths, Kuhn 1955)."""
    options = [[j for j in range(right) if fits(i, j)] for i in range(left)]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in options[i]:
            if j not in tried:
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(left):
        place(i, set())
    return {i: j for j, i in taken.items()}


def places_of_name(name: str, text: str) -> list[Span]:
    """Where a name stands in a text as whole words, letter by letter."""
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def agree(gold: Sequence[Row], found: Sequence[Participant], text: str, actors: Mapping[str, Actor]) -> bool:
    """Whether two sets of participants agree."""
    if len(gold) != len(found):
        return False
    wanted = [[*([Span(*g["span"])] if g["span"] else []), *places_of_name(g["name"], text)] for g in gold]
    given = [_places(p, actors) for p in found]
    pairs = pairing(len(gold), len(found), lambda i, j: any(a.overlap(b) for a in wanted[i] for b in given[j]))
    return len(pairs) == len(gold)


def _places(p: Participant, actors: Mapping[str, Actor]) -> list[Span]:
    actor = actors.get(p.actor_id) if p.actor_id is not None else None
    return [*([p.span] if p.span is not None else []), *(m.span for m in (actor.mentions if actor else ()))]


def triggers(gold: Row) -> list[Span]:
    """All words that name a gold event."""
    return [Span(*s) for s in (gold["trigger"], *gold["mentions"])]


def met(gold: Row, found: Event) -> bool:
    """Whether a mention of a predicted event overlaps a word of a gold one."""
    return any(t.overlap(m.trigger) for t in triggers(gold) for m in found.mentions)


@dataclass(frozen=True, slots=True)
class Judged:
    """One document: pairs (gold number, predicted number) by measure, and its gold and predicted events."""

    gold: Sequence[Row]
    found: Sequence[Event]
    pairs: Mapping[str, Mapping[int, int]]
    published: date | None = None

    def counts(self, measure: str) -> Counts:
        """Right, predicted and gold."""
        return Counts(len(self.pairs[measure]), len(self.found), len(self.gold))


def judge(row: Row, found: Sequence[Event], actors: Sequence[Actor]) -> Judged:
    """The pairs of one document by each measure.

    "event": type, actors and recipients. "told": the same, and a trigger overlaps. "actor": type and actors.
    "trigger": type, and a trigger overlaps. "spot": a trigger overlaps, whatever the type.
    """
    gold, text = row["events"], row["text"]
    by_id = {a.id: a for a in actors}
    size = range(len(gold)), range(len(found))
    typed = {(i, j) for i in size[0] for j in size[1] if gold[i]["type"] == found[j].type.value}
    spot = {(i, j) for i in size[0] for j in size[1] if met(gold[i], found[j])}
    actor = {(i, j) for i, j in typed if agree(gold[i]["actor"], found[j].actors, text, by_id)}
    event = {(i, j) for i, j in actor if agree(gold[i]["recipient"], found[j].recipients, text, by_id)}
    sets = {"event": event, "told": event & spot, "actor": actor, "trigger": typed & spot, "spot": spot}
    pairs = {name: _pairs(len(gold), len(found), fitting) for name, fitting in sets.items()}
    return Judged(gold, found, pairs, date.fromisoformat(row["date"]) if row.get("date") else None)


def _pairs(left: int, right: int, fitting: set[tuple[int, int]]) -> dict[int, int]:
    return pairing(left, right, lambda i, j: (i, j) in fitting)


def plain(status: Status) -> bool:
    """Whether a status says that the event simply happened."""
    return (
        status.occurrence is Occurrence.HAPPENED
        and status.phase is not Phase.PLANNED
        and status.reality in (Reality.ASSERTED, Reality.REPORTED)
    )


def gold_status(gold: Row) -> Status:
    """The status of a gold event."""
    s = gold["status"]
    return Status(Occurrence(s["polarity"]), Phase(s["time"]), Reality(s["reality"]))


def teller(gold: Row, found: Sequence[Event]) -> Event | None:
    """The predicted event that a mention on the gold trigger belongs to, one of the gold type before others; else one
    on a further word of the gold event."""
    words = triggers(gold)
    for group in (words[:1], words[1:]):
        met_there = [e for e in found if any(t.overlap(m.trigger) for t in group for m in e.mentions)]
        if met_there:
            return min(met_there, key=lambda e: (e.type.value != gold["type"], e.trigger))
    return None
