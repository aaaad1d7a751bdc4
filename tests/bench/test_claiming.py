from __future__ import annotations

from pathlib import Path

from bench.claiming import keep, one_more, world
from sayso.store.assertions import find_waiting_claims
from sayso.store.connection import writer
from sayso.store.propositions import find_proposition_count
from tests.store.claiming import named
from tests.tellings import COUNCIL, RUSK, told

FIRST, SECOND = named("first", "2022-03-01"), named("second", "2022-03-02")
STORY = [(SECOND, (told("b", SECOND.id, COUNCIL),)), (FIRST, (told("a", FIRST.id, RUSK),))]


def test_each_world_has_its_own_names_and_days() -> None:
    one, other = world(STORY, 1), world(STORY, 2)
    assert [document.text.split(",")[0] for document, _ in one] == ["Words of first", "Words of second"]
    assert {d.id for d, _ in one}.isdisjoint(d.id for d, _ in other)
    mine, theirs = one[0][1][0], other[0][1][0]
    assert mine.id != theirs.id and mine.taking[0].key != theirs.taking[0].key and mine.type == theirs.type
    assert (mine.setting.since or "") < (theirs.setting.since or "")


def test_one_more_is_weighed_and_timed(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        keep(ledger, world(STORY, 0), "0")
        times = list(one_more(ledger, world(STORY, 1)))
        assert len(times) == 2 and all(t >= 0 for t in times)
        assert find_waiting_claims(ledger.read) == 0 and find_proposition_count(ledger.read) >= 2
