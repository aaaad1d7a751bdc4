from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings

from sayso.export import status
from sayso.export.claims import entries
from sayso.store.connection import Writer
from sayso.store.lists import (
    find_article_count,
    find_articles,
    find_claim_count,
    find_claims,
    find_claims_of,
    find_undated_article_count,
    find_undated_count,
)
from sayso.store.readings import save_report
from sayso.types.listed import ArticleSort, ArticleWanted, ClaimSort, ClaimWanted, State, Told
from tests.odd import odd_reports
from tests.store.asked import asked_ledger
from tests.store.support import new_ledger, take

LATER = 10  # claims of each of the two articles


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with asked_ledger(tmp_path_factory.mktemp("asked")) as made:
        yield made


def texts(ledger: Writer, **wanted: Any) -> list[str]:
    """The first words of the claims found of the first article."""
    found = find_claims(ledger.read, ClaimWanted(**wanted))
    return [row.text.split(" ")[0] for row in found if row.id.startswith("c_00ab")]


def test_articles_come_latest_first_and_undated_ones_last(ledger: Writer) -> None:
    rows = list(find_articles(ledger.read, ArticleWanted()))
    assert [row.published for row in rows] == ["2022-03-10", "2022-03-08", None]
    assert [row.state for row in rows] == [State.READ, State.READ, State.WAITING]
    assert [(row.claims, row.met) for row in rows] == [(10, 1), (10, 1), (0, 1)]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (ArticleWanted(since="2022-03-09"), ["=Later"]),
        (ArticleWanted(until="2022-03-10"), ["Velmar brigades stay on their bank"]),
        (ArticleWanted(outlet="harbour"), ["Velmar brigades stay on their bank"]),
        (ArticleWanted(outlet="%"), []),
        (ArticleWanted(state=State.WAITING), [None]),
        (ArticleWanted(sort=ArticleSort.TITLE, limit=1), ["=Later"]),
        (ArticleWanted(sort=ArticleSort.OUTLET, limit=1), ["=Later"]),
        (ArticleWanted(sort=ArticleSort.CLAIMS, limit=1), ["=Later"]),
    ],
)
def test_articles_are_chosen(ledger: Writer, wanted: ArticleWanted, titles: list[str | None]) -> None:
    assert [row.title for row in find_articles(ledger.read, wanted)] == titles
    assert find_article_count(ledger.read, wanted) >= len(titles)


@pytest.mark.parametrize("sort", list(ArticleSort))
def test_pages_of_articles_follow_upon_each_other(ledger: Writer, sort: ArticleSort) -> None:
    every = [row.id for row in find_articles(ledger.read, ArticleWanted(sort=sort))]
    parts = [find_articles(ledger.read, ArticleWanted(sort=sort, limit=1, skip=k)) for k in range(4)]
    assert [row.id for part in parts for row in part] == every and len(every) == 3


def test_articles_are_counted_up_to_a_limit(ledger: Writer) -> None:
    assert [find_article_count(ledger.read, ArticleWanted(), most) for most in (None, 2, 9)] == [3, 2, 3]


def test_the_claims_of_an_article_stand_in_reading_order(ledger: Writer) -> None:
    (later, first, waits) = find_articles(ledger.read, ArticleWanted())
    assert [c.id for c in find_claims_of(ledger.read, first.id)] == [f"c_00ab{k:012d}" for k in range(LATER)]
    assert len(list(find_claims_of(ledger.read, later.id))) == LATER
    assert list(find_claims_of(ledger.read, waits.id)) == []


def test_articles_without_a_date_are_counted(ledger: Writer) -> None:
    assert find_undated_article_count(ledger.read, ArticleWanted(since="2030")) == 1
    assert find_undated_article_count(ledger.read, ArticleWanted(since="2030", state=State.READ)) == 0


def test_claims_come_from_the_article_read_last_in_reading_order(ledger: Writer) -> None:
    rows = list(find_claims(ledger.read, ClaimWanted()))
    assert [row.published for row in rows] == ["2022-03-10"] * LATER + ["2022-03-08"] * LATER
    assert [row.id[6:] for row in rows[:LATER]] == [f"{k:012d}" for k in range(LATER)]
    assert find_claim_count(ledger.read, ClaimWanted(limit=1), 1000) == 2 * LATER
    assert find_claim_count(ledger.read, ClaimWanted(), 7) == 7


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"about": "norrin"}, ["The", "Norrin"]),
        ({"about": '"guns be"'}, ["Norrin", "The"]),
        ({"about": "Rusk", "about_keys": ("pavel rusk",)}, ["Colonel"]),
        ({"about": "brygada", "about_keys": ("brigade",)}, ["The"]),  # by key, in whatever spelling
        ({"about": "nothing", "about_keys": ("brig",)}, []),  # no part of a key
        ({"about": "-"}, []),
        ({"by": "Marrou", "by_keys": ("mrv",)}, ["We"]),
        ({"by": "the ministry"}, ["Shells"]),
        ({"by": "Ada Venn", "by_keys": ("Adu vnu",)}, []),  # a private person is not followed
        ({"by": "sources", "about": "norrin"}, ["The"]),
        ({"type": "RETREAT"}, ["The", "The", "Colonel", "The"]),
        ({"type": "RETREAT", "mode": "defect"}, ["The"]),
        ({"site": "kyiv"}, ["Shells"]),
        ({"site": "Ukraine", "country": "UA"}, ["Shells"]),
        ({"site": "sella"}, ["Two"]),
        ({"site": "Norrin"}, []),
        ({"country": "UA"}, ["Shells"]),
        ({"since": "2022-03-03"}, ["Two", "Shells", "Norrin"]),
        ({"since": "2022-03-03", "until": "2022-03-08"}, ["Shells", "Norrin"]),
        ({"until": "2022-03-03"}, ["The"]),
    ],
)
def test_claims_are_chosen(ledger: Writer, wanted: dict[str, Any], expected: list[str]) -> None:
    assert texts(ledger, **wanted) == expected
    assert find_claim_count(ledger.read, ClaimWanted(**wanted), 1000) == 2 * len(expected)


def test_claims_are_sorted(ledger: Writer) -> None:
    dates = [row.since or "" for row in find_claims(ledger.read, ClaimWanted(sort=ClaimSort.DATE))]
    assert dates == sorted(dates, reverse=True) and dates[0] > dates[-1] == ""
    sure = [row.probability for row in find_claims(ledger.read, ClaimWanted(sort=ClaimSort.CONFIDENCE))]
    assert sure == sorted(sure, reverse=True)
    days = [row.published or "" for row in find_claims(ledger.read, ClaimWanted(sort=ClaimSort.ARTICLE))]
    assert days == sorted(days, reverse=True)


def test_claims_of_unknown_time_are_counted(ledger: Writer) -> None:
    assert find_undated_count(ledger.read, ClaimWanted(since="2022-01-01"), 1000) == 12
    assert find_undated_count(ledger.read, ClaimWanted(since="2022-01-01", type="STATE"), 1000) == 2


def tags(told: Told) -> set[str]:
    """What the outputs call a claim of this status."""
    return {
        Told.HAPPENED: {"happened", "under way", "background", "condition"},
        Told.DID_NOT: {"DID NOT HAPPEN", "NOT HAPPENING", "WILL NOT HAPPEN", "NOT SO", "NOT EXPECTED"},
        Told.PLANNED: {"PLANNED", "EXPECTED"},
        Told.CONDITIONAL: {"CONDITIONAL"},
        Told.DENIED: {"DENIED"},
        Told.REPORTED: {"REPORTED"},
        Told.WITHHELD: {"DOES NOT SAY"},
    }[told]


@settings(max_examples=12, deadline=None)
@given(odd_reports())
def test_a_status_is_what_the_outputs_call_it(tmp_path_factory: pytest.TempPathFactory, found: Any) -> None:
    ids = [a.id for a in found.reading.attributions]
    assume(len(set(ids)) == len(ids))
    named = tuple(replace(c, id=f"c_{k}") for k, c in enumerate(found.claims))
    found = replace(found, grounding=replace(found.grounding, claims=named))
    with new_ledger(tmp_path_factory.mktemp("odd")) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1")
        rows = {row.id: row for row in find_claims(ledger.read, ClaimWanted())}
        for told in Told:
            chosen = {row.id for row in find_claims(ledger.read, ClaimWanted(status=told))}
            expected = {
                e.claim.id
                for e in entries(found)
                if status.tag(e.claim, e.polarity) in tags(told)
                and (e.claim.status or told in (Told.DENIED, Told.WITHHELD))
            }
            assert chosen == expected, told
        for entry in entries(found):
            row = rows[entry.claim.id]
            assert status.tag_of(row.kind, row.status, row.polarity) == status.tag(entry.claim, entry.polarity)
