from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.compared import (
    find_headings,
    find_outlet,
    find_outlets_like,
    find_related_to,
    find_told,
    find_weighed,
)
from sayso.store.connection import Reader, reader
from sayso.store.propositions import find_proposition
from tests.cli.asked import asker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("side")
    asker(found, weighed=True)
    return found


@pytest.fixture
def ledger(folder: Path) -> Iterator[Reader]:
    with reader(folder / "a.sayso") as found:
        yield found


def test_an_outlet_is_found_by_its_name_in_any_case(ledger: Reader) -> None:
    found = find_outlet(ledger, " evening  WIRE ")
    assert found is not None
    assert found[0] == "Evening Wire" and len(found[1]) == 1 and found[1][0].startswith("d_")
    assert find_outlet(ledger, "Evening") is None and find_outlet(ledger, "%") is None
    assert find_outlets_like(ledger, "wire", 5) == ("Evening Wire",) and find_outlets_like(ledger, "wire", 0) == ()


def test_what_an_article_tells_is_what_the_claims_hold_of_it(ledger: Reader) -> None:
    found = find_outlet(ledger, "The Harbour Post")
    assert found is not None
    told = find_told(ledger, found[1])
    assert told
    for id, assertions in told.items():
        claim = find_proposition(ledger, id)
        assert claim is not None
        assert set(assertions) == {a for a in claim.assertions if a.document in found[1]}
        assert find_weighed(ledger, id) == claim.weighed
        assert find_headings(ledger, [id])[id].text == claim.text
        assert set(claim.related) >= set(find_related_to(ledger, assertions))


def test_nothing_is_found_of_nothing(ledger: Reader) -> None:
    assert find_told(ledger, []) == {} and find_told(ledger, ["d_none"]) == {}
    assert find_headings(ledger, ["p_none"]) == {} and find_weighed(ledger, "p_none") is None
