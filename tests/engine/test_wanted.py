from __future__ import annotations

import pytest

from sayso.engine.wanted import across_wanted, each_wanted, member
from sayso.errors import UsageError
from sayso.types.listed import ClaimSort, PropositionSort, Told
from sayso.types.weighing import Standing


def test_what_is_typed_becomes_what_is_asked() -> None:
    found = across_wanted(
        {"about": "Kyiv", "place": "Ukraine", "since": "2022-03", "until": "2022-03", "standing": "single"}, 10, 20
    )
    assert (found.country, found.since, found.until) == ("UA", "2022-03-01", "2022-04-01")
    assert (found.standing, found.sort, found.limit, found.skip) == (Standing.SINGLE, PropositionSort.ARTICLES, 10, 20)
    each = each_wanted({"type": "assault/heavy-weapons", "status": "did-not"})
    assert (each.type, each.mode, each.status, each.sort) == (
        "ASSAULT",
        "heavy-weapons",
        Told.DID_NOT,
        ClaimSort.LATEST,
    )


@pytest.mark.parametrize("given", [{"standing": "true"}, {"sort": "best"}, {"type": "WAR"}, {"since": "soon"}])
def test_what_there_is_none_of_is_said(given: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(given.values()))):
        across_wanted(given)  # type: ignore[arg-type]


def test_an_error_calls_things_as_they_were_typed() -> None:
    with pytest.raises(UsageError, match="--since 'soon'"):
        each_wanted({"since": "soon"}, names={"since": "--since"})


def test_both_forms_of_a_standing_are_known() -> None:
    assert member(Standing, "single origin") is Standing.SINGLE
    assert across_wanted({"standing": "single origin"}).standing is Standing.SINGLE
