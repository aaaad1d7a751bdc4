from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bench.eventmatch import Counts
from bench.tasks.events import days_shared, figures, given, gold_row, interval, prediction
from sayso.grounding.times.normalise import read_times
from sayso.types.event import Occurrence
from tests.bench.test_eventgold import ROW


def test_gold_mentions_make_no_status_errors() -> None:
    found = figures([ROW], [given(ROW)])
    assert found["status_errors"] == 0.0
    assert found["occurrence_accuracy"] == found["certainty_accuracy"] == found["about_accuracy"] == 1.0
    assert found["event_r"] == 0.5
    assert found["time_f1"] == Counts().f1


def test_a_non_event_told_as_an_event_is_a_status_error() -> None:
    answer = given(ROW)
    happened = tuple(replace(e, status=replace(e.status, occurrence=Occurrence.HAPPENED)) for e in answer.events)
    found = figures([ROW], [replace(answer, events=happened)])
    assert (found["status_errors"], found["status_overcautious"]) == (1.0, 0.0)
    assert found["occurrence_accuracy"] == 0.5


@pytest.mark.parametrize(
    ("edtf", "begin", "end"),
    [
        ("2022-03-02", "2022-03-02", "2022-03-03"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2022-03-01/2022-03-03", "2022-03-01", "2022-03-04"),
        ("2022-03-02T05:30", "2022-03-02T05:30", "2022-03-02T05:31"),
        ("2022-03-02T05", "2022-03-02T05:00", "2022-03-02T06:00"),
        ("../2022-03-08", None, "2022-03-09"),
        ("2022~", "2022-01-01", "2023-01-01"),
    ],
)
def test_edtf_names_a_half_open_interval(edtf: str, begin: str | None, end: str | None) -> None:
    assert interval(edtf) == tuple(None if e is None else datetime.fromisoformat(e) for e in (begin, end))


def test_times_are_compared_in_whole_days_and_end_with_the_document() -> None:
    published = date(2022, 3, 8)
    (morning,) = read_times("It began on the morning of 2 March.", published)[-1:]
    (since,) = read_times("It goes on since 2 March.", published)
    assert days_shared("2022-03-02", morning, published) == 1.0
    assert days_shared("2022-03-02/2022-03-08", since, published) == 1.0
    assert days_shared("2022-03-09", since, published) < 0.5
    assert days_shared("2022-03-02", None, published) == 0.0


def test_rows_have_the_form_of_the_scorer() -> None:
    answer = given(ROW)
    predicted, gold = prediction(ROW, answer.events), gold_row(ROW)
    assert predicted["text"] == gold["text"]

    def items(row: dict[str, object]) -> list[tuple[object, object]]:
        events = row["events"]
        assert isinstance(events, list)
        return sorted((e["type"], e["trigger"]) for e in events)

    assert items(predicted) == items(gold)
    chains = {e["chain"] for e in predicted["events"]}
    assert len(chains) == len(answer.events)
