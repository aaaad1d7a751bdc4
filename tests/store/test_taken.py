from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.taken import (
    find_document,
    find_rejections,
    find_set_aside,
    find_span,
    find_waiting,
    save_attempts,
    save_failure,
    save_input,
    save_outcomes,
)
from sayso.types.document import Basis, Known, Rejection, Stage
from tests.store.support import NOW, article, new_ledger, refused, take

WIRE = "The bridge at Kelva fell on Monday."


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    given_ = article(
        WIRE, title="Bridge falls", publisher="The Post", published="2022-03-08", url="https://post.test/1"
    )
    with new_ledger(tmp_path) as ledger:
        take(ledger, given_)
        assert find_document(ledger.read, given_.id) == given_
        assert find_document(ledger.read, "d_nothing") is None
        assert [d for d, _ in find_waiting(ledger.read, 9, 10_000)] == [given_]


def test_taking_in_again_adds_nothing(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        first = take(ledger, article(WIRE), refused("a.txt:2"))
        again = save_input(ledger, "a.txt", "a.txt", 10, "2030-01-01T00:00:00Z")
        assert (again.n, again.outcomes, again.complete) == (first.n, 2, True)
        assert save_outcomes(ledger, again, 0, [article(WIRE), refused("a.txt:2")], NOW, last=True) == 0
        assert list(find_rejections(ledger.read)) == [refused("a.txt:2")]
        counts = [ledger.read.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "sightings")]
        assert counts == [1, 1]


def test_an_input_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        given_ = save_input(ledger, "big.jsonl", "hash", 10, NOW)
        assert save_outcomes(ledger, given_, 0, [article("One."), article("Two.")], NOW, last=False) == 2
        again = save_input(ledger, "big.jsonl", "hash", 10, NOW)
        assert (again.outcomes, again.complete) == (2, False)
        assert save_outcomes(ledger, again, 2, [article("Three.")], NOW, last=True) == 1


@pytest.mark.slow
@given(st.permutations(range(4)), st.integers(0, 9))
def test_the_earliest_dated_sighting_speaks_whatever_the_order(order: list[int], seed: int) -> None:
    sightings = [
        article(WIRE, publisher="Late", published="2022-03-09"),
        article(WIRE, publisher="First", published="2022-03-07"),
        article(WIRE, publisher="Undated"),
        article(WIRE, publisher="Also late", published="2022-03-09", url="https://b.test/"),
    ]
    folder = Path(_folder(seed))
    with new_ledger(folder) as ledger:
        for k in order:
            take(ledger, sightings[k], origin=f"{k}.txt")
        found = find_document(ledger.read, sightings[0].id)
        assert found is not None and found.publisher is not None
        assert found.publisher.value == "First"


def _folder(seed: int) -> str:
    import tempfile

    return tempfile.mkdtemp(prefix=f"ledger-{seed}-{random.random()}")


def test_a_text_whose_date_becomes_known_is_read_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, article(WIRE, published="2022-03-08"))
        ledger.connection.execute("DELETE FROM queue")
        take(ledger, article(WIRE, published="2022-03-09"), origin="b.txt")
        assert find_waiting(ledger.read, 9, 10_000) == ()
        take(ledger, article(WIRE, published="2022-03-07"), origin="c.txt")
        ((document, attempts),) = find_waiting(ledger.read, 9, 10_000)
        assert document.published is not None and (document.published.value, attempts) == ("2022-03-07", 0)


def test_what_cannot_be_read_leaves_the_queue_with_its_reason(tmp_path: Path) -> None:
    text = article(WIRE)
    failure = Rejection("a.txt", Stage.READING, "reading-failed", "a.txt: could not be read")
    with new_ledger(tmp_path) as ledger:
        take(ledger, text, article("Another text."))
        save_attempts(ledger, [text.id])
        assert {d.id: n for d, n in find_waiting(ledger.read, 9, 10_000)}[text.id] == 1
        assert len(find_waiting(ledger.read, 1, 10_000)) == 1
        assert len(find_waiting(ledger.read, 9, 1)) == 1
        save_failure(ledger, text.id, failure, NOW)
        save_failure(ledger, text.id, failure, NOW)
        assert list(find_rejections(ledger.read)) == [failure]
        assert [d.text for d, _ in find_waiting(ledger.read, 9, 10_000)] == ["Another text."]


@settings(max_examples=24)
@given(st.permutations(range(4)))
def test_how_a_text_was_met_does_not_depend_on_the_order(order: list[int]) -> None:
    plain, page = article(WIRE), replace(article(WIRE), format="html", body_begin=4)
    titled = article(WIRE, title="WIRE")
    known = replace(titled, title=Known("WIRE", Basis.TEXT))
    with tempfile.TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        for k in order:
            take(ledger, (plain, page, titled, known)[k], origin=f"{k}.txt")
        found = find_document(ledger.read, plain.id)
        assert found is not None
        assert (found.format, found.body_begin, found.title) == ("plain", 0, Known("WIRE", Basis.METADATA))


def test_what_was_forgotten_is_not_taken_in_again(tmp_path: Path) -> None:
    text = article(WIRE)
    with new_ledger(tmp_path) as ledger:
        ledger.connection.execute("INSERT INTO forgotten (id) VALUES (?)", (text.id,))
        take(ledger, text, article("Another text."))
        assert find_document(ledger.read, text.id) is None
        assert [(r.reason, WIRE in r.message) for r in find_rejections(ledger.read)] == [("forgotten", False)]


def test_what_was_set_aside_comes_last_first_and_by_reason(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        assert find_span(ledger.read) == (None, None)
        take(ledger, refused("a.txt"), refused("b.txt"), article("This can be read."))
        rows, found = find_set_aside(ledger.read, None, None, 10, 0)
        assert [row.origin for row in rows] == ["b.txt", "a.txt"] and found == 2
        assert (rows[0].stage, rows[0].reason, rows[0].taken) == (Stage.INTAKE, "empty", NOW)
        assert [row.origin for row in find_set_aside(ledger.read, Stage.INTAKE, "empty", 1, 1)[0]] == ["a.txt"]
        assert find_set_aside(ledger.read, Stage.READING, None, 9, 0) == ((), 0)
        assert find_span(ledger.read) == (NOW, NOW)
