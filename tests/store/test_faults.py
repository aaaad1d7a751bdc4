from __future__ import annotations

from pathlib import Path

from sayso.store.assertions import number_of
from sayso.store.connection import writer
from sayso.store.faults import (
    Fault,
    find_fault_of,
    find_place,
    find_weighing_faults,
    save_claim_faults,
    save_document_fault,
    save_tried_again,
)
from sayso.store.forget import save_forgotten
from sayso.store.matches import find_unweighed_count
from sayso.types.document import Rejection, Stage
from tests.store.claiming import assert_, named, read
from tests.tellings import RUSK, told

DOCUMENT = named("a")
CLAIM = told("x", DOCUMENT.id, RUSK)
WHY = Rejection("p_1", Stage.WEIGHING, "weighing-failed", "p_1: could not be weighed")


def test_a_fault_goes_with_what_it_is_about(tmp_path: Path) -> None:
    number = number_of(CLAIM.id)
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        read(ledger, DOCUMENT)
        assert_(ledger, DOCUMENT, CLAIM)
        save_claim_faults(ledger, [number], [Fault((number,), WHY)], "1")
        save_document_fault(ledger, DOCUMENT.id, "matching-failed", WHY, "1")
        assert [why.reason for why in find_weighing_faults(ledger.read)] == ["matching-failed", "weighing-failed"]
        assert find_fault_of(ledger.read, CLAIM.id) == WHY.message
        assert find_place(ledger.read, DOCUMENT.id) != DOCUMENT.id and find_place(ledger.read, "d_0") == "d_0"
        save_document_fault(ledger, DOCUMENT.id, "matching-failed", None, "1")
        assert len(find_weighing_faults(ledger.read)) == 1
        ledger.connection.execute("DELETE FROM unweighed")
        save_tried_again(ledger, "1")
        assert find_unweighed_count(ledger.read) == 0
        save_tried_again(ledger, "2")
        assert find_unweighed_count(ledger.read) == 1
        save_forgotten(ledger, [DOCUMENT.id], "document", "2026-01-02T03:04:05Z")
        assert find_weighing_faults(ledger.read) == ()
