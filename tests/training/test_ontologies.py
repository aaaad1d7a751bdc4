"""Types of other ontologies."""

from __future__ import annotations

from sayso.reading.heads import kairos
from sayso.types.event import EventType
from training import ontologies


def test_every_type_named_exists() -> None:
    assert set(ontologies.OURS) <= set(kairos.TYPES)
    assert {EventType(t) for t in ontologies.OURS.values()} <= set(EventType)
    assert {t for t in ontologies.RAMS.values() if t} <= set(kairos.TYPES)


def test_the_most_exact_row_counts() -> None:
    assert ontologies.of_rams("life.injure.injurycausedbyviolentevents") == "Life.Injure"
    assert ontologies.of_rams("life.injure.illnessdegradationsickness") is None
    assert ontologies.of_rams("justice.judicialconsequences.convict") == "Justice.Convict"
    assert ontologies.of_rams("government.vote.n/a") is None
