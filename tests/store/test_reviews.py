from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pytest

from sayso.store.connection import Writer
from sayso.store.forget import save_forgotten
from sayso.store.matches import find_unweighed, find_unweighed_count
from sayso.store.reviews import (
    find_documents_of,
    find_homes,
    find_latest_reviews,
    find_left_documents,
    find_naming,
    find_review,
    find_review_count,
    find_reviews,
    find_reviews_of,
    find_side,
    find_standing_reviews,
    save_review,
    save_unnamed,
)
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, Spot
from sayso.types.weighing import Side
from tests.store.claiming import assert_, named, read
from tests.store.support import NOW, new_ledger
from tests.tellings import COUNCIL, RUSK, told

A, B = named("a"), named("b")
ONE, TWO = told("one", A.id, RUSK), told("two", B.id, COUNCIL)
HOMES = {ONE.id: A.id, TWO.id: B.id}
NOTE = Decision(0, NOW, "Ilse", Action.NOTE, "p_1", (ONE.id,), words="Ask ADA  Venn.")
WHOLE = Decision(
    0, NOW, "Ilse", Action.WITH, ONE.id, (ONE.id,), (TWO.id,), (TWO.id,), Side.AGAINST, "words", VoiceKind.PERSON, True,
    (Spot(ONE.id, 1),), (Spot(TWO.id, 1),),
)  # fmt: skip


def filled(ledger: Writer) -> None:
    read(ledger, A, B)
    assert_(ledger, A, ONE)
    assert_(ledger, B, TWO)
    ledger.connection.execute("DELETE FROM unweighed")


def test_a_decision_comes_back_whole(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        kept = save_review(ledger, WHOLE, HOMES)
        assert kept == replace(WHOLE, number=1) == find_review(ledger.read, 1)
        assert all(getattr(WHOLE, f.name) for f in fields(Decision) if f.name not in ("number", "undoes", "undone_by"))
        assert find_unweighed_count(ledger.read) == 2
        assert find_review(ledger.read, 2) is None


def test_taking_back_is_a_decision_of_its_own(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        save_review(ledger, WHOLE, HOMES)
        save_review(ledger, NOTE, HOMES)
        assert [d.number for d in find_standing_reviews(ledger.read)] == [1], "a note bears on nothing"
        ledger.connection.execute("DELETE FROM unweighed")
        undo = Decision(0, NOW, "Ben", Action.UNDO, None, undoes=1)
        assert save_review(ledger, undo, {}).number == 3
        assert find_unweighed_count(ledger.read) == 2, "what it bore on is found anew"
        first = find_review(ledger.read, 1)
        assert first == replace(WHOLE, number=1, undone_by=3)
        assert find_standing_reviews(ledger.read) == ()
        assert [d.number for d in find_reviews(ledger.read)] == [1, 2, 3]
        assert [d.number for d in find_reviews_of(ledger.read, [TWO.id])] == [1, 3]


def test_nobody_can_change_what_was_decided(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        save_review(ledger, NOTE, HOMES)
        save_review(ledger, Decision(0, NOW, "Ben", Action.UNDO, None, undoes=1), {})
        run = ledger.connection.execute
        for change in ("\"by\" = 'Ben'", "at = '2030-01-01'", "undone_by = NULL", 'detail = \'{"words":"other"}\''):
            with pytest.raises(sqlite3.IntegrityError, match="not changed"):
                run(f"UPDATE reviews SET {change} WHERE n = 1")
        with pytest.raises(sqlite3.IntegrityError, match="stay"):
            run("DELETE FROM reviews")


def test_the_actions_are_those_that_the_table_takes(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for action in Action:
            save_review(ledger, Decision(0, NOW, "Ilse", action, None), {})
        assert [d.action for d in find_reviews(ledger.read)] == list(Action)


def test_what_was_forgotten_stays_in_history_without_its_words(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        save_review(ledger, NOTE, HOMES)
        save_review(ledger, replace(NOTE, about=(ONE.id, TWO.id), words="of both"), HOMES)
        assert find_documents_of(ledger.read, [ONE.id, "c_none"]) == {ONE.id: A.id}
        save_forgotten(ledger, [A.id], "document", NOW)
        assert [d.words for d in find_reviews(ledger.read)] == [None, "of both"]
        assert find_left_documents(ledger.read, 1) == set()
        assert find_left_documents(ledger.read, 2) == {B.id}
        assert find_homes(ledger.read, [ONE.id, TWO.id]) == {TWO.id: None}


def test_a_name_goes_out_of_what_people_wrote(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        save_review(ledger, NOTE, HOMES)
        save_review(ledger, replace(NOTE, words="Nothing."), HOMES)
        ledger.connection.execute("DELETE FROM unweighed")
        assert find_naming(ledger.read, "ada venn") == (1,)
        save_unnamed(ledger, (1,))
        assert find_unweighed_count(ledger.read) == 1, "a name that a person gave for an origin counts no more"
        assert [d.words for d in find_reviews(ledger.read)] == [None, "Nothing."]
        assert find_naming(ledger.read, "ada venn") == find_naming(ledger.read, "") == ()


def test_what_was_put_together_is_found_anew_when_one_of_it_leaves_or_comes_back(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        save_review(ledger, replace(WHOLE, leaves=()), HOMES)
        ledger.connection.execute("DELETE FROM unweighed")
        assert_(ledger, B)  # read anew, it says nothing of this any more
        (left,) = find_unweighed(ledger.read, 9)
        ledger.connection.execute("DELETE FROM unweighed")
        assert_(ledger, B, TWO)
        assert left in find_unweighed(ledger.read, 9)


def test_the_side_of_a_claim_is_told_by_one_with_words_of_its_own(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        assert find_side(ledger.read, "p_none") is None


def test_the_latest_decisions_are_counted_and_found_in_parts(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        filled(ledger)
        for by in ("Ilse", "Ben", "Ilse"):
            save_review(ledger, replace(NOTE, by=by), HOMES)
        found = [d.number for d in find_latest_reviews(ledger.read, 2, 1)]
        assert found == [2, 1] and find_review_count(ledger.read) == 3
        assert [d.number for d in find_latest_reviews(ledger.read, 9, by="Ilse")] == [3, 1]
        assert find_review_count(ledger.read, "Ilse") == 2 and find_review_count(ledger.read, "Nobody") == 0
