import csv
import io
import logging
from dataclasses import replace

from hypothesis import given

from sayso.export import View
from sayso.export.plover import ADDED, OURS, POLECAT, QUADS, write
from sayso.types.claim import Report
from sayso.types.event import MODES, EventType, Participant
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import PAST, at, places, report


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))


def happening(**fields) -> Report:
    """The story, its first claim changed into one that is told as a fact."""
    plain = report()
    meant = plain.grounding
    told = replace(meant.events[0], **({"status": PAST} | fields))
    claim = replace(meant.claims[0], status=PAST)
    return replace(plain, grounding=replace(meant, events=(told,), claims=(claim,)))


def test_a_demand_is_a_row_and_what_is_demanded_is_none() -> None:
    (row,) = rows(written(report(), REJECTION))
    expected = {
        "Event ID": "e8",
        "Event Date": "2022-03-04",
        "Event Type": "REQUEST",
        "Event Mode": "yield",
        "Quad Code": "VERBAL CONFLICT",
        "Actor Name": "Norrin",
        "Recipient Name": "",
        "Source": "The Harbour Post",
        "Publication Date": "2022-03-08",
        "Language": "en",
        "Event EDTF": "2022-03-04",
        "Root": "this article",
    }
    assert {name: row[name] for name in expected} == expected


def test_parties_have_names_countries_and_titles_and_private_persons_have_none() -> None:
    who = tuple(Participant(name, None, f"x_{name}") for name in ("Pavel Rusk", "Ada Venn"))
    (row,) = rows(written(happening(actors=who, place=places()[1])))
    assert (row["Actor Name"], row["Actor Country"], row["Actor Title"]) == (
        "Pavel Rusk;private person",
        "UKR",
        "Colonel",
    )
    assert (row["City"], row["Country"], row["GeoNames ID"], row["Raw Placename"]) == (
        "Kyiv",
        "Ukraine",
        "703448",
        "Kiev",
    )
    assert (row["Latitude"], row["Longitude"], row["Geo Precision"]) == ("50.45", "30.52", "point")


def test_a_vague_day_is_no_date() -> None:
    (row,) = rows(written(happening()))
    assert (row["Event Date"], row["Event EDTF"]) == ("", "2022-03-08~")


def test_modes_that_plover_lacks_are_dropped_and_its_types_kept() -> None:
    (row,) = rows(written(happening()))
    assert (row["Event Type"], row["Event Mode"]) == ("MOBILIZE", "")
    assert all(mode in MODES[kind] for kind, mode in OURS)
    assert set(QUADS) == set(EventType) - {EventType.FLEE, EventType.STATE}


def test_what_is_left_out_is_told_to_the_log(caplog) -> None:
    with caplog.at_level(logging.INFO, "sayso.export.plover"):
        assert rows(written(happening(type=EventType.FLEE))) == []
        rows(written(report()))
    told = [record.getMessage() for record in caplog.records]
    assert told[0].endswith("event e1 left out: PLOVER has no such type")
    assert len(told) == 9


def test_the_columns_of_polecat_come_first() -> None:
    assert written() == "\t".join((*POLECAT, *ADDED)) + "\n"
    assert (len(POLECAT), POLECAT[0], POLECAT[-1]) == (40, "Event ID", "Version")


def test_characters_lead_to_the_words_that_name_it() -> None:
    (row,) = rows(written(report()))
    assert (int(row["Char Begin"]), int(row["Char End"])) == (at("demanded").begin, at("demanded").end)


@given(odd_reports())
def test_an_odd_report_gives_whole_rows(odd) -> None:
    text = written(odd)
    lines = text.split("\n")
    assert lines.pop() == ""
    assert {line.count("\t") for line in lines} == {len(POLECAT) + len(ADDED) - 1}
    assert all(row["Event Type"] in [kind.value for kind in QUADS] for row in rows(text))
