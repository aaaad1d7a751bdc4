"""Standings, and since when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.types.weighing import Side, Standing, Teller
from sayso.weighing.weigh import weigh
from tests.weighing.told import article, articles, body, outlet, person, said, taking, unnamed

HELD = articles(*(article(name, None, f"2024-05-0{k}") for k, name in enumerate("abcd", 1)))
NAVY = body("the Velmar navy")


@pytest.mark.parametrize(
    ("rows", "standing", "since"),
    [
        ([said("b"), said("c")], Standing.UNSOURCED, "2024-05-02"),
        ([said("b"), said("c", outlet("Quillon"))], Standing.SINGLE, "2024-05-02"),
        ([said("c"), said("b", unnamed("officials"))], Standing.SINGLE, "2024-05-02"),
        ([said("a", NAVY), said("b"), said("d", body("Civic Forward"))], Standing.CORROBORATED, "2024-05-04"),
        ([said("a", NAVY), said("c", person("Ilan Torv"), side=Side.AGAINST)], Standing.CONTESTED, "2024-05-03"),
        ([said("d", NAVY), said("c", person("Ilan Torv"), side=Side.AGAINST)], Standing.CONTESTED, "2024-05-04"),
        ([said("a", NAVY), said("b", side=Side.AGAINST)], Standing.SINGLE, "2024-05-01"),
        ([said("a", NAVY), said("c", NAVY, side=Side.AGAINST, withdrawal=True)], Standing.WITHDRAWN, "2024-05-03"),
    ],
)
def test_the_first_that_fits(rows: list, standing: Standing, since: str) -> None:  # type: ignore[type-arg]
    told = weigh(rows, HELD, [])
    assert (told.standing, told.standing_since) == (standing, since)
    assert told.standing_reason.endswith(".")


@pytest.mark.parametrize(
    ("who", "country"), [("Dravonian jets", None), ("Dravonia", None), ("Ilan Torv", None), ("Belarusian troops", "BY")]
)
def test_those_whom_it_concerns_deny_it(who: str, country: str | None) -> None:
    denier = {
        "Ilan Torv": person("Torv"),
        "Belarusian troops": person("Lukashenko", "president", "BY"),
    }.get(who, body("the Dravonian foreign ministry"))
    row = replace(said("a", NAVY), taking=(taking(who, country),))
    told = weigh([row, said("b", denier, side=Side.AGAINST)], HELD, [])
    assert told.standing is Standing.DENIED


def test_an_undated_second_source_gives_no_date() -> None:
    rows = [said("a", NAVY), said("x", body("Civic Forward"))]
    assert weigh(rows, HELD, []).standing_since is None


def test_an_organ_of_a_state_that_nothing_tells_of_may_be_of_one_that_takes_part() -> None:
    denial = said("b", person("Teodra Valk", "spokeswoman of the foreign ministry"), side=Side.AGAINST)
    rows = [said("a", body("the Velmar navy"), by=(taking("Belarusian troops", "BY"),)), denial]
    assert weigh(rows, HELD, []).standing is Standing.DENIED
    baker = said("b", person("Ada Venn", public=False), side=Side.AGAINST)
    assert weigh([rows[0], baker], HELD, []).standing is Standing.CONTESTED


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Two Sarvian officers crossed the river.", person("Goran Petrak", "spokesman of the Sarvian general staff")),
        ("Two Sarvian officers crossed the river.", person("Goran Petrak", "Colonel")),
        ("The commander of the Sons of the Ridge is dead.", person("Tamrani", "spokesman of the Sons of the Ridge")),
        ("The 72nd brigade ceased to exist.", unnamed("two men of the 72nd")),
    ],
)
def test_whose_they_are_of_whom_the_claim_tells_takes_part(text: str, denier: Teller) -> None:
    row = replace(said("a", NAVY), text=text)
    denial = said("b", denier, side=Side.AGAINST)
    assert weigh([row, denial], HELD, []).standing is Standing.DENIED
    assert weigh([said("a", NAVY), denial], HELD, []).standing is Standing.CONTESTED


def test_who_is_named_as_the_source_in_the_words_of_a_claim_takes_no_part() -> None:
    row = replace(said("a", body("the Velmar navy")), text="Two boats sank, the Velmar navy said.")
    told = weigh([row, said("b", body("the Velmar coast guard"), side=Side.AGAINST)], HELD, [])
    assert told.standing is Standing.CONTESTED


def test_a_mayor_is_no_organ_of_a_state_that_takes_part() -> None:
    row = said("a", NAVY, by=(taking("Belarusian troops", "BY"),))
    denial = said("b", person("Fadil Arum", "mayor of Ledna"), side=Side.AGAINST)
    assert weigh([row, denial], HELD, []).standing is Standing.CONTESTED


def test_no_reason_names_a_private_person() -> None:
    baker = said("b", person("Ada Venn", public=False), side=Side.AGAINST)
    for found in (weigh([said("a", NAVY), baker], HELD, []), weigh([replace(baker, side=Side.FOR)], HELD, [])):
        told = [found.standing_reason, *(r.sentence for b in (found.support, found.against) for r in b.reasons)]
        assert "person of one article" in found.standing_reason and "Venn" not in " ".join(told)
