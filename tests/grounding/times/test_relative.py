from datetime import date

import pytest

from sayso.types.time import AnchorKind
from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("[Almost two weeks in], the invasion of Ukraine has stalled.", "2022-03-08", "2022-03-10"),
        ("On [the second day of the invasion] of Ukraine it rained.", "2022-02-25", "2022-02-26"),
        ("On [day 12 of the war] in Ukraine it rained.", "2022-03-07", "2022-03-08"),
        ("In [the first week of the invasion] of Ukraine it rained.", "2022-02-24", "2022-03-03"),
        ("[On the eve of the invasion] of Ukraine it rained.", "2022-02-23", "2022-02-24"),
        ("[Two days after] Russia invaded Ukraine it rained.", "2022-02-26", "2022-02-27"),
        ("It rained [within days of the invasion] of Ukraine.", "2022-02-24", "2022-03-03"),
        ("It rained in [the opening hours of the invasion] of Ukraine.", "2022-02-24", "2022-02-25"),
        ("[Since the start of the invasion] of Ukraine it has rained.", "2022-02-24", None),
        ("[In the days before the invasion] of Ukraine it rained.", "2022-02-17", "2022-02-24"),
    ],
)
def test_counted_from_a_public_event(marked: str, begin: str, end: str | None) -> None:
    assert ends(marked) == (begin, end)
    anchor = read(marked).anchor
    assert anchor is not None and anchor.kind is AnchorKind.TABLE
    assert anchor.name == "Russia's full-scale invasion of Ukraine"


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("A day after the explosion", "2022-02-04", "2022-02-05"),
        ("The night before the explosion", "2022-02-02T18:00:00", "2022-02-03T06:00:00"),
        ("Hours after the explosion", "2022-02-03", "2022-02-04"),
        ("Within 48 hours of the blast", "2022-02-03", "2022-02-06"),
        ("A week after the explosion", "2022-02-07", "2022-02-14"),
        ("The day after", "2022-02-04", "2022-02-05"),
    ],
)
def test_counted_from_an_event_that_the_text_dates(words: str, begin: str, end: str) -> None:
    marked = f"An explosion shook the depot on 3 February. [{words}], the guards were replaced."
    assert ends(marked) == (begin, end)


def test_an_event_without_date_leaves_the_length_and_a_reason() -> None:
    found = read("[Two days after the parade] he was gone.")
    assert found.value == "P2D" and not found.known
    assert "dates the event" in (found.reason or "")


def test_an_event_cannot_lie_after_the_document() -> None:
    assert not read("[Two days after] Russia invaded Ukraine it rained.", date(2021, 5, 1)).known


def test_counting_that_leads_past_the_document_began_at_the_wrong_event() -> None:
    found = read("It was [300 days into the war] in Ukraine.")
    assert not found.known and "after the document's date" in (found.reason or "")


def test_almost_two_weeks_in_is_not_after_the_day_it_is_written_on() -> None:
    marked = "[Almost two weeks in], the invasion of Ukraine has stalled."
    assert ends(marked, date(2022, 3, 7)) == ("2022-03-07", "2022-03-08")
    found = read(marked, date(2022, 3, 1))
    assert not found.known and found.reason and "after the document's date" in found.reason
