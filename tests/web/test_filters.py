from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.store.connection import reader
from sayso.types.listed import PropositionWanted
from sayso.types.weighing import Standing
from sayso.web.filters import choices, strip_of, wanted_of
from sayso.web.page import Asked
from tests.store.placed import put
from tests.store.support import new_ledger


def test_a_query_is_understood_as_on_the_command_line() -> None:
    query = {"about": "guns", "standing": "single", "since": "2022-03", "until": "2022-03-08", "at": "50.45,30.52"}
    found = wanted_of(Asked("/map", {}, {**query, "view": "UA", "min_origins": "2", "copies": "1"}), 7, 3)
    assert (found.about, found.standing, found.since, found.until) == (
        "guns",
        Standing.SINGLE,
        "2022-03-01",
        "2022-03-09",
    )
    assert (found.at, found.origins, found.copies, found.limit, found.skip) == ((50.45, 30.52), 2, True, 7, 3)


@pytest.mark.parametrize("at", ["Kyiv", "95,30", "50,181", "50", "1e3,2", "nan,0", "50;30"])
def test_a_place_that_is_none_is_refused(at: str) -> None:
    with pytest.raises(UsageError, match="latitude and longitude"):
        wanted_of(Asked("/map", {}, {"at": at}))


def test_the_form_offers_what_can_be_asked_for() -> None:
    assert choices()["standings"]["single"] == "single origin" and "ASSAULT" in choices()["types"]


def test_the_strip_marks_what_is_asked_for_and_follows_the_ledger(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as opened:
        assert strip_of(opened, PropositionWanted()) is None
        put(ledger, since="2022-03-08T00:00:00", until="2022-03-09T00:00:00")
        found = strip_of(opened, PropositionWanted(since="2022-03-08", until="2022-03-09"))
        assert found is not None
        assert [date.fromisoformat(bar.since) for bar in found.bars if bar.inside] == [date(2022, 3, 8)]
