from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.store.connection import Reader, migrations
from sayso.store.ids import Named, find_across, find_article, find_id, find_short
from sayso.store.readings import save_report
from tests.reports import report
from tests.store.support import new_ledger, take

HEX = st.text("01", min_size=16, max_size=16)  # two digits, so that beginnings are shared


def of_ids(*ids: str) -> Reader:
    """A ledger in memory that holds nothing but these documents."""
    made = sqlite3.connect(":memory:")
    made.row_factory = sqlite3.Row
    made.executescript("".join(migrations()))
    for id in ids:
        made.execute(
            "INSERT INTO documents (id, text, format, language, body_begin, title)"
            " VALUES (?, 'x', 'plain', 'en', 0, 'Ti\nle')",
            (id,),
        )
    return Reader(made)


ONE = of_ids("d_00000000aaaaaaaa")


@settings(max_examples=20, deadline=None)
@given(st.lists(HEX, min_size=1, max_size=8, unique=True), st.data())
def test_a_beginning_names_the_one_thing_that_has_it(ends: list[str], data: st.DataObject) -> None:
    ids = [f"d_{end}" for end in ends]
    ledger = of_ids(*ids)
    id = data.draw(st.sampled_from(ids))
    begin = id[2 : data.draw(st.integers(6, 18))]
    fitting = [other for other in ids if other[2:].startswith(begin)]
    for written in (begin, f"d_{begin}", f"D_{begin} "):
        if len(fitting) == 1:
            assert find_id(ledger, written) == Named(id, claim=False)
        else:
            with pytest.raises(UsageError, match="may be any of these") as error:
                find_id(ledger, written)
            assert all(find_short(ledger, other) in str(error.value) for other in fitting)
    short = find_short(ledger, id)
    assert len(short) >= 9 and find_id(ledger, short).id == id
    ledger.close()


@given(st.text())
def test_whatever_is_typed_names_something_or_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        find_id(ONE, typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("d_00", "too short"),
        ("abc", "too short"),
        ("a%b'_c", "is no id"),
        ("٣٣٣٣", "is no id"),
        ("dead", "begins with"),
    ],
)
def test_what_names_nothing_is_told(typed: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        find_id(ONE, typed)


def test_claims_are_named_too(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        ledger.connection.execute("UPDATE claims SET id = 'c_00ab' || printf('%012d', place)")
        assert find_id(ledger.read, "c_00ab000000000003") == Named("c_00ab000000000003", claim=True)
        with pytest.raises(UsageError, match="Two brigades.*, and others"):
            find_id(ledger.read, "00ab")
        with pytest.raises(UsageError, match="no document or claim has an id that begins with 'dead'"):
            find_id(ledger.read, "dead")


def test_an_article_is_asked_for_and_no_claim(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        assert find_article(ledger.read, found.document.id[:9]) == found.document.id
        ledger.connection.execute("UPDATE claims SET id = 'c_0ab1' WHERE place = 0")
        with pytest.raises(UsageError, match="is the id of a claim"):
            find_article(ledger.read, "c_0ab1")


def test_a_claim_across_articles_is_named_by_any_claim_in_it(tmp_path: Path) -> None:
    from tests.store.test_propositions import COPY, FIRST, keep

    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        run = ledger.connection.execute
        for claim in (FIRST, COPY):
            run(
                "INSERT INTO claims (id, document, place, text, kind, certainty, stance, probability, 'begin', 'end',"
                " voice, voice_kind, chain) VALUES (?, ?, 0, 'x', 'event', 'high', 'none', 1, 0, 1, '', 'article', '')",
                (claim.id, claim.document),
            )
        across = "p_" + FIRST.id[2:]
        for given in (across, across[:8].upper(), FIRST.id[:9], COPY.id, COPY.id[2:9], "p_" + COPY.id[2:]):
            assert find_across(ledger.read, given) == across
        assert find_short(ledger.read, across) == "p_" + find_short(ledger.read, FIRST.id)[2:]
        with pytest.raises(UsageError, match="is the id of an article"):
            find_across(ledger.read, FIRST.document)
        run("DELETE FROM propositions")
        with pytest.raises(UsageError, match="was not compared"):
            find_across(ledger.read, across)
