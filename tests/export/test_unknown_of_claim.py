from __future__ import annotations

from dataclasses import replace

from sayso.export.unknown_of_claim import unknown
from sayso.types.weighing import OriginKind, Setting
from tests.tellings import ARTICLES, proposition, weighed

LAST = "What was not among the articles of this ledger: it may hold further origins, for and against."


def test_what_is_known_is_not_told() -> None:
    known = tuple(replace(article, url="https://x.example/", published="2031-03-01") for article in ARTICLES)
    whole = replace(weighed(), steps=())
    found = proposition(articles=known, weighed=whole, assertions=())
    assert unknown(found) == [LAST]


def test_time_place_dates_and_addresses_that_are_missing_are_told() -> None:
    told = unknown(proposition(setting=Setting()), waiting=2)
    assert told[0].startswith("When it is said to have happened") and told[1].startswith("Where it is said")
    assert "1 of 5 articles has no date." in told and "5 of 5 articles came without an address." in told
    assert "2 articles of the ledger are not compared with the others yet." in told and told[-1] == LAST


def test_voices_without_a_name_and_unsure_links_are_told() -> None:
    origins = tuple(replace(o, kind=OriginKind.UNNAMED) for o in weighed().origins[:2])
    told = unknown(proposition(weighed=replace(weighed(), origins=origins)))
    assert "On whose word: 1 telling in words of their own name nobody." in told
    assert any(row.startswith("Who they are: 2 origins without a name") for row in told)
    assert "3 links between articles and origins likely, and not certain." in told
