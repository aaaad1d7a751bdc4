import csv
import io
import logging
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given

from sayso.export import View
from sayso.export.acled import COLUMNS, write
from sayso.export.acled_types import DISORDER
from sayso.types.event import EventType, Participant
from sayso.types.place import Precision
from tests.export.test_plover import happening
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import KYIV, places, report, time, times

D = datetime


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_an_event_is_a_row() -> None:
    shelling = happening(type=EventType.ASSAULT, mode="heavy-weapons", time=times()[1], place=places()[1])
    (row,) = rows(written(shelling, REJECTION))
    expected = {
        "event_id": "e1",
        "event_date": "2022-03-02",
        "year": "2022",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Two brigades",
        "actor2": "",
        "country": "Ukraine",
        "location": "Kyiv",
        "latitude": "50.45",
        "longitude": "30.52",
        "geo_precision": "1",
        "source": "The Harbour Post",
        "notes": "Two brigades of the Velmar army have not crossed the Sella.",
        "certainty": "high",
        "root": "this article",
        "denied_by": "",
    }
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("begin", "end", "vague", "dated"),
    [
        (D(2022, 3, 2), D(2022, 3, 3), False, ("2022-03-02", "1")),
        (D(2022, 3, 2), D(2022, 3, 3), True, ("2022-03-02", "2")),
        (D(2022, 3, 2, 18), D(2022, 3, 3, 6), False, ("2022-03-02", "2")),
        (D(2022, 3, 7), D(2022, 3, 14), False, ("2022-03-10", "2")),
        (D(2022, 3, 1), D(2022, 4, 1), False, ("2022-03-16", "3")),
        (D(2022, 1, 1), D(2023, 1, 1), False, ("", "")),
        (None, D(2022, 3, 3), False, ("", "")),
        (D(2022, 3, 2), None, False, ("", "")),
    ],
)
def test_a_date_is_as_exact_as_its_step_says(begin, end, vague, dated) -> None:
    when = replace(time("Friday"), begin=begin, end=end, approximate=vague, edtf="told")
    (row,) = rows(written(happening(type=EventType.PROTEST, mode="demo", time=when)))
    assert (row["event_date"], row["time_precision"]) == dated
    assert row["event_edtf"] == "told"


@pytest.mark.parametrize(
    ("precision", "step"),
    [(Precision.POINT, "1"), (Precision.DISTRICT, "2"), (Precision.REGION, "3"), (Precision.COUNTRY, "")],
)
def test_the_middle_of_a_country_is_no_location(precision, step) -> None:
    where = replace(places()[1], location=replace(KYIV, precision=precision))
    (row,) = rows(written(happening(type=EventType.PROTEST, mode="demo", place=where)))
    assert (row["geo_precision"], row["country"]) == (step, "Ukraine")
    assert (row["latitude"] != "") is (step != "")


def test_both_sides_of_a_fight_are_actors_and_private_persons_are_civilians() -> None:
    sides = tuple(Participant(name, None, f"x_{name}") for name in ("4th Brigade", "Norrin"))
    (row,) = rows(written(happening(type=EventType.ASSAULT, mode="battle", actors=sides)))
    assert (row["actor1"], row["actor2"]) == ("4th Brigade", "Norrin")
    victim = (Participant("Ada Venn", None, "x_Ada Venn"),)
    (row,) = rows(written(happening(type=EventType.COERCE, mode="arrest", recipients=victim)))
    assert row["actor2"] == "Civilians"


def test_what_is_not_told_as_a_fact_or_has_no_type_is_left_out_and_told_to_the_log(caplog) -> None:
    with caplog.at_level(logging.INFO, "sayso.export.acled"):
        assert rows(written(report())) == []
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 9
    assert any(message.endswith("e8 left out: ACLED has no one type for REQUEST/yield") for message in told)


@given(odd_reports())
def test_an_odd_report_gives_rows_of_the_codebook(odd) -> None:
    for row in rows(written(odd)):
        assert list(row) == list(COLUMNS)
        assert row["event_type"] in DISORDER
        assert (row["event_date"] == "") is (row["time_precision"] == "")
        assert (row["latitude"] == "") is (row["geo_precision"] == "")
