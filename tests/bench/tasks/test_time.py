from datetime import datetime

from bench.scorers import read_jsonl
from bench.tasks.time import PROBE, overlap, probe, time
from sayso.types.span import Span

ROW = {"id": "a", "text": "It rained last week and on Friday.", "dct": "2022-03-08"}


def test_rows_become_predictions_in_the_scorers_format() -> None:
    found = time(ROW)
    assert [(t["type"], t["value"]) for t in found["timex"]] == [("DATE", "2022-W09"), ("DATE", "2022-03-04")]
    given = time({**ROW, "timex": [{"span": [27, 33], "type": "?", "value": "wrong"}]}, given=True)
    assert given["timex"] == [{"span": [27, 33], "type": "DATE", "value": "2022-03-04"}]


def test_tei_has_no_parts_of_days_and_no_lengths() -> None:
    row = {"id": "a", "text": "For the past two months it rained, and this morning.", "dct": "2022-03-08"}
    assert [t["value"] for t in time(row, tei=True)["timex"]] == ["2022-01-09/2022-03-08", "2022-03-08"]


def test_seasons_with_a_year_are_their_months_and_the_ends_of_a_range_stand_apart() -> None:
    row = {
        "id": "a",
        "text": "From the 1890s to the 1920s ships ran; one sank in the winter of 1921.",
        "dct": "2022-03-08",
    }
    assert [t["value"] for t in time(row, tei=True)["timex"]] == ["189X", "192X", "1921-12/1922-03"]


def test_a_week_that_is_not_over_ends_with_the_document() -> None:
    row = {"id": "a", "text": "It rained this week.", "dct": "2022-03-09"}
    assert [t["value"] for t in time(row, tei=True)["timex"]] == ["2022-03-07/2022-03-09"]


def test_overlap_of_intervals() -> None:
    one, two, three = (datetime(2022, 3, d) for d in (1, 2, 3))
    assert overlap((one, three), (one, two)) == 0.5
    assert overlap((one, None), (one, None)) == 1.0
    assert overlap((one, None), (two, None)) == 0.0
    assert overlap((one, None), (one, two)) == 0.0


def test_the_probe_is_sound_and_its_dev_part_is_read() -> None:
    items = read_jsonl(PROBE)
    assert len({i["id"] for i in items}) == len(items) >= 200
    for item in items:
        assert Span(*item["span"]).of(item["text"]).strip()
        if item["interval"] and all(item["interval"]):
            assert item["interval"][0] < item["interval"][1]
    assert probe("dev")["precision"] > 0.9
