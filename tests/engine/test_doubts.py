"""Names that fit several are offered for review; joined by a person, they raise no count, and undoing restores it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.review import Asked, decide
from sayso.export.trace_tree import doubts
from sayso.store.connection import Writer
from sayso.store.propositions import find_proposition
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action
from sayso.types.span import Span
from sayso.types.weighing import Proposition, Teller
from tests.engine.claimed import asserting, weighed_ledger
from tests.engine.deciding import list_claims
from tests.store.claiming import named
from tests.store.support import NOW
from tests.tellings import told


def teller(name: str, office: str | None) -> Teller:
    return Teller(f"v_{name}", VoiceKind.PERSON, name, None, None, office, True, Span(40, 50))


TELLERS = (
    teller("Pavel Rusk", "mayor of Harkava"),
    teller("Marta Rusk", "analyst at the Steppe Monitor"),
    teller("Rusk", None),
)
DOCUMENTS = [named(f"d{k}", f"2031-03-0{k + 1}", publisher=f"Paper {k}") for k in range(3)]


def claim(ledger: Writer) -> Proposition:
    (id,) = ledger.connection.execute("SELECT id FROM propositions").fetchone()
    found = find_proposition(ledger.read, id)
    assert found is not None
    return found


def test_a_name_that_fits_two_is_offered_and_joining_never_raises_a_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = zip(DOCUMENTS, TELLERS, strict=True)
    asserting(monkeypatch, {d.id: [told(k, d.id, t)] for k, (d, t) in enumerate(said)})
    with weighed_ledger(tmp_path, DOCUMENTS) as ledger:
        list_claims(ledger)
        before = claim(ledger)
        offered = doubts(before)
        assert {d.one.name for d in offered} == {"Rusk"} and len(offered) == 2
        assert "may be" in offered[0].why and {d.other.name for d in offered} == {"Pavel Rusk", "Marta Rusk"}
        pair = offered[0]
        asked = Asked(Action.SAME, before.id, (pair.one.id, pair.other.id))
        made = decide(ledger, asked, "Ilse", NOW)
        after = claim(ledger)
        assert after.weighed.support.most == before.weighed.support.most - 1
        assert after.weighed.support.least <= before.weighed.support.least
        assert doubts(after) == ()
        decide(ledger, Asked(Action.UNDO, None, (str(made.number),)), "Ilse", NOW)
        assert claim(ledger).weighed == before.weighed
