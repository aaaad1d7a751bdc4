"""A ledger of articles about troops at two places, and decisions about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.engine.review import Asked, decide
from sayso.store.connection import Writer
from sayso.types.document import Document
from sayso.types.event import Role
from sayso.types.review import Action, ListedReview
from sayso.types.weighing import Assertion, Setting, Side, Taking, Teller
from tests.engine.claimed import asserting, weighed_ledger
from tests.store.claiming import named
from tests.store.support import NOW
from tests.tellings import COUNCIL, RUSK, VENN, told

SIDES = {"a4": Side.AGAINST}
CHAINS: dict[str, tuple[Teller, ...]] = {
    "a1": (RUSK,),
    "a2": (COUNCIL,),
    "a3": (VENN,),
    "a4": (COUNCIL,),
    "b1": (RUSK,),
}
KEYS = ("a1", "a2", "a3", "a4", "a5", "b1", "b2")
DOCUMENTS = {key: named(key, f"2031-03-0{k}", publisher=f"Paper {key}") for k, key in enumerate(KEYS, 1)}


def crossing(key: str) -> Assertion:
    """What an article says: of troops that crossed the Sella (a), of doctors who brought aid to Norrin (b)."""
    document, chain, side = DOCUMENTS[key].id, CHAINS.get(key, ()), SIDES.get(key, Side.FOR)
    if key[0] == "a":
        return told(key, document, *chain, side=side)
    return told(
        key, document, *chain, side=side, text="Doctors of Halvany reached Norrin.", mode=None, trigger="reach",
        taking=(Taking(Role.ACTOR, "doctors of Halvany", "doctors of halvany"),), words=("doctor", "reach", "norrin"),
        setting=Setting("2031-04-20T00:00:00", "2031-04-21T00:00:00", "Norrin", "PL"),
    )  # fmt: skip


ASSERTIONS = {key: crossing(key) for key in KEYS}


@contextmanager
def told_ledger(folder: Path, monkeypatch: pytest.MonkeyPatch, *parts: list[Document]) -> Iterator[Writer]:
    """A ledger of all articles, or of these, part by part."""
    asserting(monkeypatch, {DOCUMENTS[key].id: [ASSERTIONS[key]] for key in KEYS})
    with weighed_ledger(folder, *(parts or (list(DOCUMENTS.values()),))) as ledger:
        list_claims(ledger)
        yield ledger


def list_claims(ledger: Writer) -> None:
    """Let claims be found by their ids, as those of a reading are."""
    ledger.connection.execute(
        'INSERT INTO claims (id, document, place, text, kind, certainty, stance, probability, "begin", "end", voice,'
        " voice_kind, chain) SELECT id, document, place, '', 'event', 'high', 'none', 0.9, 0, 1, '', 'article', ''"
        " FROM assertions WHERE id NOT IN (SELECT id FROM claims)"
    )


def claim_of(ledger: Writer, key: str) -> str:
    """The claim across articles that an article's claim belongs to."""
    query = "SELECT p.id FROM propositions p JOIN tellings t ON t.proposition = p.n JOIN assertions a USING (number)"
    (row,) = ledger.connection.execute(f"{query} WHERE a.id = ?", (ASSERTIONS[key].id,)).fetchall()
    return str(row[0])


def claims(ledger: Writer) -> list[str]:
    """Which articles each claim has: ``a1 a2``."""
    keys = {a.id: key for key, a in ASSERTIONS.items()}
    query = "SELECT t.proposition, a.id FROM tellings t JOIN assertions a USING (number)"
    found: dict[int, list[str]] = {}
    for n, id in ledger.connection.execute(query):
        found.setdefault(n, []).append(keys[id])
    return sorted(" ".join(sorted(part)) for part in found.values())


def review(
    ledger: Writer, action: Action, claim: str | None, *values: str, kind: str | None = None, by: str = "Ilse"
) -> ListedReview:
    """Decide; ``claim`` and ``values`` may be keys of articles, which stand for what these claim."""
    ids = [ASSERTIONS[v].id if v in ASSERTIONS else v for v in values]
    given = ASSERTIONS[claim].id if claim in ASSERTIONS else claim
    return decide(ledger, Asked(action, given, tuple(ids), kind), by, NOW)
