from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.places import PLACED, SPELLS, find_places, find_spells
from sayso.types.listed import PropositionWanted
from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import Spell
from tests.store.placed import CRIMEA, KYIV, UKRAINE, put
from tests.store.support import new_ledger

ALL = PropositionWanted()
DAY = {"since": "2022-03-08T00:00:00", "until": "2022-03-09T00:00:00"}
claims = st.lists(
    st.tuples(
        st.sampled_from([KYIV, UKRAINE, CRIMEA, {}]),
        st.sampled_from(list(Standing)),
        st.integers(0, 9),
        st.sampled_from([None, "2022-03-01T00:00:00", "2022-03-08T12:00:00"]),
        st.sampled_from([None, "2022-03-09T00:00:00"]),
    ),
    max_size=12,
)


def test_claims_of_one_place_are_one_row_with_the_origins_of_the_one_that_has_most(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        put(ledger, **KYIV, least=1, most=5)
        put(ledger, **KYIV, least=3, most=3, standing="contested", **DAY)
        put(ledger, **CRIMEA)
        put(ledger, least=9)
        found = find_places(ledger.read, ALL, 10)
    assert (found.places, found.claims) == (2, 3)
    assert [row.site for row in found.rows] == ["Kyiv", "Crimea"]
    first = found.rows[0]
    assert (first.claims, first.least, first.most, first.precision) == (2, 3, 5, Precision.POINT)
    assert set(first.standings) == {(Standing.CONTESTED, 1), (Standing.SINGLE, 1)}
    assert (first.since, first.until) == (DAY["since"], DAY["until"])


def test_places_that_are_not_listed_are_counted(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        put(ledger, **KYIV, least=2)
        put(ledger, **CRIMEA)
        found = find_places(ledger.read, ALL, 1)
    assert [row.site for row in found.rows] == ["Kyiv"] and (found.places, found.claims) == (2, 2)


def test_a_box_holds_what_is_in_it_and_countries_that_may_reach_into_it(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for place in (KYIV, CRIMEA, UKRAINE):
            put(ledger, **place)
        found = find_places(ledger.read, ALL, 10, (33.0, 44.0, 36.0, 46.0))
    assert {row.site for row in found.rows} == {"Crimea", "Ukraine"}


@pytest.mark.parametrize(
    ("asked", "sites"),
    [
        ({"standing": Standing.CONTESTED}, {"Kyiv"}),
        ({"site": "crimea"}, {"Crimea"}),
        ({"site": "Ukraine", "country": "UA"}, {"Kyiv", "Crimea"}),
        ({"since": "2022-03-09"}, {"Crimea"}),
        ({"origins": 2}, {"Kyiv"}),
        ({"at": (45.3, 34.4)}, {"Crimea"}),
        ({"type": "ASSAULT"}, set()),
    ],
)
def test_what_is_asked_for_is_what_is_there(tmp_path: Path, asked: dict[str, Any], sites: set[str]) -> None:
    with new_ledger(tmp_path) as ledger:
        put(ledger, **KYIV, **DAY, standing="contested", least=2)
        put(ledger, **CRIMEA, since="2022-04-01T00:00:00")
        assert {row.site for row in find_places(ledger.read, PropositionWanted(**asked), 10).rows} == sites


def test_what_was_read_in_copies_only_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        put(ledger, **KYIV, **DAY, copied=1)
        assert find_places(ledger.read, ALL, 10).rows == () and list(find_spells(ledger.read, ALL)) == []
        assert find_places(ledger.read, PropositionWanted(copies=True), 10).claims == 1
        assert list(find_spells(ledger.read, PropositionWanted(copies=True))) != []


def test_spells_are_those_of_all_time_whatever_stretch_is_asked_for(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for _ in range(2):
            put(ledger, **DAY)
        put(ledger, until="2020-01-01T00:00:00")
        put(ledger)
        found = list(find_spells(ledger.read, PropositionWanted(since="2023-01-01")))
    assert found == [
        Spell(None, "2020-01-01T00:00:00", Standing.SINGLE, 1),
        Spell(DAY["since"], DAY["until"], Standing.SINGLE, 2),
    ]


@settings(max_examples=25, deadline=None)
@given(claims)
def test_no_claim_is_counted_twice_or_lost(
    made: list[tuple[dict[str, Any], Standing, int, str | None, str | None]],
) -> None:
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        for place, standing, least, since, until in made:
            put(ledger, **place, standing=standing.value, least=least, since=since, until=until)
        found = find_places(ledger.read, ALL, 99)
        spells = list(find_spells(ledger.read, ALL))
    sites = Counter(place["site"] for place, *_ in made if place)
    assert {row.site: row.claims for row in found.rows} == sites and found.claims == sum(sites.values())
    assert all(sum(count for _, count in row.standings) == row.claims for row in found.rows)
    assert sum(spell.claims for spell in spells) == sum(bool(since or until) for *_, since, until in made)


@pytest.mark.parametrize("query", [PLACED, SPELLS])
def test_sums_are_made_of_an_index_alone(tmp_path: Path, query: str) -> None:
    asked = "p.copied = 0 AND p.type = 'X' AND p.mode = 'x' AND p.least >= 1 AND p.first_seen >= '' AND p.since < ''"
    asked += (
        " AND (p.site = '' COLLATE NOCASE OR p.country = '') AND p.standing = '' AND p.latitude = 0 AND p.longitude = 0"
    )
    with new_ledger(tmp_path) as ledger:
        plan = ledger.read.execute("EXPLAIN QUERY PLAN " + query.replace("%s", asked).replace("?", "1")).fetchall()
    assert any("USING COVERING INDEX propositions_by_" in row["detail"] for row in plan)
