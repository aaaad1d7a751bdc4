from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store.claimed import (
    PRIVATE,
    find_copied_count,
    find_proposition_count,
    find_proposition_of,
    find_propositions,
    find_propositions_numbered,
    find_propositions_of,
    find_told_here,
    find_undated_proposition_count,
)
from sayso.store.connection import Writer
from sayso.types.listed import PropositionSort, PropositionWanted
from sayso.types.weighing import Standing
from tests.store.asked import asked_ledger
from tests.store.support import new_ledger
from tests.store.test_propositions import keep


@pytest.fixture(scope="module")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """Two articles of one story, weighed."""
    with asked_ledger(tmp_path_factory.mktemp("claimed")) as ledger:
        list(link_new(ledger))
        list(weigh_new(ledger))
        yield ledger


def texts(ledger: Writer, **asked: object) -> list[str]:
    return [row.text for row in find_propositions(ledger.read, PropositionWanted(**asked))]  # type: ignore[arg-type]


def test_both_articles_tell_each_claim_and_are_one_text(weighed: Writer) -> None:
    rows = list(find_propositions(weighed.read, PropositionWanted()))
    assert rows and rows[0].articles == 2 and rows[0].texts == 1
    whole = dict(weighed.read.execute("SELECT id, whole FROM propositions"))
    assert set(whole.values()) == {0, 1}
    assert rows == sorted(rows, key=lambda r: (r.articles, whole[r.id], r.against_most, r.most, r.id), reverse=True)
    assert find_proposition_count(weighed.read, PropositionWanted(), 1000) == len(rows)
    assert find_proposition_count(weighed.read, PropositionWanted(), 2) == 2


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ({"about": "gun* Friday"}, "Norrin demanded"),
        ({"about": "whoever", "about_keys": ("4 brigade",)}, "The 4th Brigade went"),
        ({"by": "ministry"}, "Denied: Shells had hit"),
        ({"by": "whoever", "by_keys": ("AlS mrv",)}, "We will call"),
        ({"type": "ASSAULT", "mode": "heavy-weapons"}, "Denied: Shells had hit"),
        ({"site": "kyiv"}, "Denied: Shells had hit"),
        ({"site": "Ukraine", "country": "UA"}, "Denied: Shells had hit"),
        ({"since": "2022-03-03", "until": "2022-03-05"}, "Norrin demanded"),
    ],
)
def test_claims_are_chosen_by_what_is_asked(weighed: Writer, asked: dict[str, object], begins: str) -> None:
    found = texts(weighed, **asked)
    assert found and all(text.startswith(begins) for text in found), found


def test_what_an_article_claims_leads_to_the_claims_across_articles(weighed: Writer) -> None:
    rows = {row.id: row for row in find_propositions(weighed.read, PropositionWanted(copies=True))}
    (document,) = weighed.read.execute("SELECT document FROM claims WHERE id LIKE 'c_00ab%'").fetchone()
    told = find_told_here(weighed.read, document)
    assert told and {t.proposition for t in told.values()} <= set(rows)
    for id, here in told.items():
        row = rows[here.proposition]
        assert here.claim == id and (here.standing, here.least, here.most) == (row.standing, row.least, row.most)
    assert find_told_here(weighed.read, "d_none") == {}


def test_what_cannot_be_found_is_not_found(weighed: Writer) -> None:
    assert texts(weighed, by="Ada Venn") == []  # a private person
    assert texts(weighed, about="?") == texts(weighed, new="2023-01-01") == texts(weighed, origins=99) == []
    assert texts(weighed, standing=Standing.WITHDRAWN) == []
    dated = PropositionWanted(since="2030-01-01")
    assert list(find_propositions(weighed.read, dated)) == []
    assert find_undated_proposition_count(weighed.read, dated, 1000) > 0


@pytest.mark.parametrize("sort", list(PropositionSort))
def test_every_order_gives_all_of_them(weighed: Writer, sort: PropositionSort) -> None:
    assert sorted(texts(weighed, sort=sort)) == sorted(texts(weighed))
    assert len(texts(weighed, sort=sort, limit=2)) == 2


def test_private_persons_are_not_named_in_a_list(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        ledger.connection.execute("UPDATE origins SET supports = 1")
        (row,) = find_propositions(ledger.read, PropositionWanted())
        assert row.who_is_for == ("Pavel Rusk", PRIVATE) and row.who_is_against == ()
        (shown,) = ledger.connection.execute("SELECT who_is_for FROM claims_across_articles").fetchone()
        assert shown == f"Pavel Rusk; {PRIVATE}"
        ledger.connection.execute("UPDATE origins SET kind = 'unsourced', public = 1")
        (again,) = find_propositions(ledger.read, PropositionWanted())
        ledger.connection.execute("UPDATE origins SET name = 'd_0123456789abcdef' WHERE name = 'Ada Venn'")
        (nameless,) = find_propositions(ledger.read, PropositionWanted())
        assert nameless.who_is_for[-1] == "an article of unknown outlet (naming nobody)"
        assert again == replace(row, who_is_for=("Ada Venn (naming nobody)", "Pavel Rusk (naming nobody)"))
        assert ledger.connection.execute("SELECT count(*) FROM claim_tellings").fetchone()[0] == 0  # no claims here


def test_what_only_copies_say_is_left_out_and_counted(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        list(link_new(ledger))
        list(weigh_new(ledger))
        every = texts(ledger)
        ledger.connection.execute("UPDATE propositions SET copied = 1 WHERE id = (SELECT min(id) FROM propositions)")
        assert len(texts(ledger)) == len(every) - 1
        assert texts(ledger, copies=True) == every
        assert find_copied_count(ledger.read, PropositionWanted(), 1000) == 1
        assert find_copied_count(ledger.read, PropositionWanted(copies=True), 1000) == 0


def test_claims_are_found_by_their_ids_in_the_order_of_lists(weighed: Writer) -> None:
    rows = list(find_propositions(weighed.read, PropositionWanted()))
    assert list(find_propositions_of(weighed.read, [rows[2].id, rows[0].id, "p_0"])) == [rows[0], rows[2]]
    assert list(find_propositions_of(weighed.read, [])) == []


def test_claims_are_found_by_number_and_by_what_an_article_claims(weighed: Writer) -> None:
    every = {row.id: row for row in find_propositions(weighed.read, PropositionWanted())}
    numbers = dict(weighed.read.execute("SELECT n, id FROM propositions ORDER BY id DESC").fetchall())
    found = find_propositions_numbered(weighed.read, [*numbers, 10_000])
    assert [row.id for row in found] == list(numbers.values()) and set(found) <= set(every.values())
    claim = weighed.read.execute("SELECT id FROM claims WHERE text LIKE 'The guns%'").fetchone()[0]
    across = find_proposition_of(weighed.read, claim)
    assert across is not None and across == every[across.id]
    assert find_proposition_of(weighed.read, "c_none") is None
