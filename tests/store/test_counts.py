from __future__ import annotations

from pathlib import Path

from sayso.store.counts import Counts, Rejected, find_counts
from sayso.store.forget import save_forgotten
from sayso.store.readings import save_report
from sayso.store.taken import save_failure, save_input, save_outcomes, save_reread
from sayso.types.document import Rejection, Stage
from tests.reports import report
from tests.store.support import NOW, article, new_ledger, refused, take

FOUND = report()


def adds_up(counts: Counts) -> bool:
    return (
        counts.documents == counts.read + counts.waiting + counts.unreadable
        and counts.sightings == counts.documents + counts.copies
        and counts.read == sum(count for _, count in counts.read_by)
    )


def test_the_numbers_add_up_at_every_step(tmp_path: Path) -> None:
    failed = article("This one cannot be read.")
    with new_ledger(tmp_path) as ledger:
        empty = find_counts(ledger.read)
        assert (empty.documents, empty.sightings, empty.rejected, empty.read_by) == (0, 0, (), ())
        take(ledger, FOUND.document, failed, article("This one waits."), refused("a.txt:4"))
        take(ledger, FOUND.document, origin="again.txt")
        given = save_input(ledger, "stopped.jsonl", "hash", 9, NOW)
        save_outcomes(ledger, given, 0, [FOUND.document], NOW, last=False)
        first = find_counts(ledger.read)
        assert adds_up(first)
        assert (first.inputs, first.inputs_partly, first.sightings, first.copies) == (3, 1, 5, 2)
        assert (first.documents, first.read, first.waiting, first.unreadable) == (3, 0, 3, 0)
        save_report(ledger, FOUND, "1.2")
        save_failure(ledger, failed.id, Rejection("a.txt", Stage.READING, "reading-failed", "a.txt: failed"), NOW)
        second = find_counts(ledger.read)
        assert adds_up(second)
        assert (second.read, second.waiting, second.unreadable, second.again) == (1, 1, 1, 0)
        assert second.read_by == (("1.2", 1),) and second.claims == len(FOUND.claims)
        assert second.rejected == (Rejected("intake", "empty", 1), Rejected("reading", "reading-failed", 1))
        assert second.bytes > 4096
        save_reread(ledger, "1.3")
        third = find_counts(ledger.read)
        assert adds_up(third)
        assert (third.read, third.waiting, third.unreadable, third.again) == (1, 2, 0, 1)
        save_forgotten(ledger, [FOUND.document.id], "document", NOW)
        last = find_counts(ledger.read)
        assert adds_up(last)
        assert (last.documents, last.read, last.claims, last.voices, last.forgotten) == (2, 0, 0, 0, 1)


def test_inside_a_transaction_the_numbers_are_its_own(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, article("This one waits."))
        ledger.read.execute("BEGIN")
        assert find_counts(ledger.read).waiting == 1
        assert ledger.read.in_transaction
        ledger.read.execute("ROLLBACK")
