from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.history import find_history, find_latest
from sayso.engine.propositions import weigh_new
from sayso.store.connection import Writer
from sayso.store.forget import save_forgotten
from sayso.store.propositions import find_proposition
from sayso.types.review import Action, Fate
from sayso.types.weighing import Side
from tests.engine.claimed import asserting
from tests.engine.deciding import ASSERTIONS, DOCUMENTS, claim_of, claims, review, told_ledger
from tests.store.support import NOW

Patch = pytest.MonkeyPatch


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: Patch) -> Iterator[Writer]:
    with told_ledger(tmp_path / "l", monkeypatch) as found:
        yield found


def test_a_claim_shows_what_was_decided_about_it_and_all_shows_all(ledger: Writer) -> None:
    review(ledger, Action.NOTE, "b1", "Aid of the 20th.")
    review(ledger, Action.APART, "a3")
    review(ledger, Action.UNDO, None, "2", by="Ben")
    assert [row.number for row in find_history(ledger.read)] == [1, 2, 3]
    (note,) = find_history(ledger.read, ASSERTIONS["b1"].id)
    assert (note.words, note.claim, note.fate) == ("Aid of the 20th.", claim_of(ledger, "b1"), Fate.HOLDS)
    apart, undo = find_history(ledger.read, claim_of(ledger, "a1"))
    assert (apart.fate, apart.undone_by, undo.undoes) == (Fate.UNDONE, "Ben", 2)
    assert apart.text == "Velmar troops crossed the Sella."


def test_the_latest_come_first_a_few_at_a_time(ledger: Writer) -> None:
    for key in ("a1", "a2", "b1"):
        review(ledger, Action.ACCEPT, key, by="Ben" if key == "b1" else "Ilse")
    assert [row.number for row in find_latest(ledger.read, 2)] == [3, 2]
    assert [row.number for row in find_latest(ledger.read, 2, 2)] == [1]
    assert [row.number for row in find_latest(ledger.read, 9, by="Ilse")] == [2, 1]


def test_a_side_is_told_as_of_the_claim_today(ledger: Writer) -> None:
    review(ledger, Action.SIDE, "a4", "against")
    assert [row.side for row in find_history(ledger.read)] == [Side.AGAINST]
    review(ledger, Action.APART, "a4")
    assert [row.side for row in find_history(ledger.read, "c_" + ASSERTIONS["a4"].id[2:])][0] is Side.FOR


def venn(ledger: Writer) -> str:
    """The origin that the third article's private person is."""
    found = find_proposition(ledger.read, claim_of(ledger, "a3"))
    assert found is not None
    return next(o.id for o in found.weighed.origins if o.assertions == (ASSERTIONS["a3"].id,))


def test_what_was_forgotten_says_so_and_bears_on_nothing(ledger: Writer) -> None:
    review(ledger, Action.NOTE, "a3", "Ask Ada Venn.")
    review(ledger, Action.ROOT, "a2", "Ada Venn")
    review(ledger, Action.SAME, claim_of(ledger, "a1"), venn(ledger), "Pavel Rusk")
    review(ledger, Action.WITH, "a5", "b1")
    save_forgotten(ledger, [DOCUMENTS["a3"].id], "document", NOW)
    list(weigh_new(ledger))
    note, root, same, moved = find_history(ledger.read)
    assert (note.fate, note.words, note.claim, note.text) == (Fate.FORGOTTEN, None, None, None)
    assert "Ada Venn" not in repr((note, same, root)) and root.origins == ("an origin that is not here any more",)
    assert same.fate is Fate.HOLDS and moved.fate is Fate.HOLDS
    assert claims(ledger) == ["a1 a2 a4", "a5 b1 b2"]


def test_a_root_holds_as_long_as_any_article_of_the_claim_names_it(ledger: Writer) -> None:
    review(ledger, Action.ROOT, "a5", "the council of Norrin")
    for key, name in (("a2", "the council of Norrin"), ("a4", "an origin that is not here any more")):
        save_forgotten(ledger, [DOCUMENTS[key].id], "document", NOW)
        list(weigh_new(ledger))
        (row,) = find_history(ledger.read)
        assert row.origins == (name,)
        found = find_proposition(ledger.read, claim_of(ledger, "a5"))
        assert found is not None
        assert (name in {o.name for o in found.weighed.origins}) == (key == "a2")


def test_what_was_put_together_stays_so_when_one_of_it_is_forgotten(ledger: Writer) -> None:
    review(ledger, Action.WITH, claim_of(ledger, "a1"), claim_of(ledger, "b1"))
    for key in ("a1", "b2"):
        save_forgotten(ledger, [DOCUMENTS[key].id], "document", NOW)
        list(weigh_new(ledger))
    assert claims(ledger) == ["a2 a3 a4 a5 b1"]


def test_what_is_read_anew_and_no_longer_there_says_so(ledger: Writer, monkeypatch: Patch) -> None:
    review(ledger, Action.SIDE, "a4", "open")
    home = DOCUMENTS["a4"].id
    asserting(monkeypatch, {})
    ledger.connection.execute("DELETE FROM readings WHERE document = ?", (home,))
    ledger.connection.execute("INSERT INTO readings VALUES (?, '2', x'')", (home,))
    list(weigh_new(ledger))
    (row,) = find_history(ledger.read)
    assert (row.fate, row.claim) == (Fate.REREAD, None)
    asserting(monkeypatch, {home: [ASSERTIONS["a4"]]})
    ledger.connection.execute("DELETE FROM readings WHERE document = ?", (home,))
    ledger.connection.execute("INSERT INTO readings VALUES (?, '3', x'')", (home,))
    list(weigh_new(ledger))
    (row,) = find_history(ledger.read)
    assert (row.fate, row.side) == (Fate.HOLDS, Side.OPEN), "it holds again where the claim is read again"
