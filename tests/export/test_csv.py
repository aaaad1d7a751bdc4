import csv
import io

from hypothesis import given

from sayso.export import View
from sayso.export.csv_ import COLUMNS, write
from sayso.export.tables import safe
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import STORY, report


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_each_claim_is_one_row_with_all_that_is_known() -> None:
    found = rows(written(report(), REJECTION, report()))
    assert [row["claim_id"] for row in found] == [claim.id for claim in report().claims] * 2
    hit = found[3]
    expected = {
        "claim": "Shells had hit a hospital in Kiev overnight.",
        "kind": "event",
        "status": "DENIED",
        "occurrence": "happened",
        "phase": "past",
        "reality": "denied",
        "polarity": "denied",
        "event_type": "ASSAULT",
        "event_mode": "heavy-weapons",
        "who": "",
        "to_whom": "a hospital",
        "on_whose_word": "The ministry",
        "voice_kind": "organisation",
        "chain": "The ministry > this article",
        "begin": "2022-03-07T18:00:00",
        "end": "2022-03-08T05:59:59",
        "granularity": "part of day",
        "time_words": "overnight",
        "place": "Kyiv",
        "place_words": "Kiev",
        "country": "UA",
        "latitude": "50.45",
        "longitude": "30.52",
        "precision": "point",
        "certainty": "high",
        "stance": "none",
        "probability": "0.90",
        "title": "Velmar brigades stay on their bank",
        "outlet": "The Harbour Post",
        "published": "2022-03-08",
        "url": "",
    }
    assert {name: hit[name] for name in expected} == expected


def test_the_passage_stands_at_its_characters() -> None:
    for row in rows(written(report())):
        assert STORY[int(row["char_begin"]) : int(row["char_end"])] == row["passage"]


def test_what_is_unknown_is_empty_and_says_why() -> None:
    found = {row["claim_id"]: row for row in rows(written(report()))}
    resigned, crossed, shame = found["c6"], found["c1"], found["c10"]
    assert (resigned["begin"], resigned["time_unknown"]) == ("", "no month has a day 31")
    assert (crossed["latitude"], crossed["place_unknown"]) == ("", "the gazetteer has no place of that name")
    assert (crossed["begin"], crossed["end"]) == ("2022-03-08~", "2022-03-08~")
    assert (shame["event_id"], shame["occurrence"], shame["time_unknown"]) == ("", "", "")


def test_a_spreadsheet_sees_the_encoding_and_the_line_ends_of_rfc_4180() -> None:
    data = written(report()).encode()
    assert data.startswith(b"\xef\xbb\xbfclaim_id,")
    assert data.count(b"\r\n") == data.count(b"\n") == 11


def test_nothing_at_all_is_a_header() -> None:
    assert written() == "\ufeff" + ",".join(COLUMNS) + "\r\n"


def test_a_report_is_written_before_the_next_is_asked_for() -> None:
    out = io.StringIO()

    def outcomes():
        yield report()
        assert out.getvalue().count("\r\n") == 11

    write(outcomes(), out, View())


@given(odd_reports())
def test_an_odd_report_gives_a_row_for_each_claim_and_no_formula(odd) -> None:
    found = rows(written(odd))
    assert [row["claim"] for row in found] == [safe(claim.text) for claim in odd.claims]
    numbers = ("latitude", "longitude")
    for row in found:
        assert list(row) == list(COLUMNS)
        for name, cell in row.items():
            assert name in numbers or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\ud800" not in written(odd)
