from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given

from sayso.export.edtf import day, ends, interval
from sayso.types.time import Granularity
from tests.odd import odd_reports
from tests.reports import time

D = datetime
G = Granularity


@pytest.mark.parametrize(
    ("begin", "end", "unit", "written"),
    [
        (D(2022, 3, 8), D(2022, 3, 9), G.DAY, ("2022-03-08", "2022-03-08")),
        (D(2022, 3, 7), D(2022, 3, 14), G.WEEK, ("2022-03-07", "2022-03-13")),
        (D(2022, 3, 1), D(2022, 4, 1), G.MONTH, ("2022-03", "2022-03")),
        (D(2021, 12, 1), D(2022, 3, 1), G.SEASON, ("2021-12", "2022-02")),
        (D(2022, 1, 1), D(2023, 1, 1), G.YEAR, ("2022", "2022")),
        (D(1990, 1, 1), D(2000, 1, 1), G.DECADE, ("1990", "1999")),
        (D(2022, 3, 1), D(2022, 4, 1), G.DAY, ("2022-03-01", "2022-03-31")),
        (D(2021, 3, 8), D(2022, 3, 8), G.YEAR, ("2021-03-08", "2022-03-07")),
        (D(2022, 3, 7, 18), D(2022, 3, 8, 6), G.PART_OF_DAY, ("2022-03-07T18:00:00", "2022-03-08T05:59:59")),
        (None, D(2022, 4, 6), G.DAY, ("..", "2022-04-05")),
        (D(2022, 2, 24), None, G.DAY, ("2022-02-24", "..")),
        (D(999, 1, 1), D(1000, 1, 1), G.YEAR, ("0999", "0999")),
        (None, D(1, 1, 1), G.DAY, ("..", "0001-01-01")),
        (None, None, None, ("", "")),
    ],
)
def test_both_ends_belong_to_it_and_are_as_exact_as_the_record(begin, end, unit, written) -> None:
    assert ends(replace(time("Friday"), begin=begin, end=end, granularity=unit)) == written


def test_a_vague_day_is_marked() -> None:
    assert ends(replace(time("Friday", "2022-03-04"), approximate=True)) == ("2022-03-04~", "2022-03-04~")


def test_the_interval_is_the_records_own_or_made_of_its_ends() -> None:
    friday = time("Friday", "2022-03-04", edtf="2022-03-04?")
    assert interval(friday) == "2022-03-04?"
    assert interval(replace(friday, edtf=None)) == "2022-03-04"
    assert interval(replace(friday, edtf=None, end=None)) == "2022-03-04/.."
    assert interval(replace(friday, begin=None, end=None)) is None
    assert interval(None) is None


@given(odd_reports())
def test_a_begin_is_never_behind_its_end(report) -> None:
    for found in report.grounding.times:
        written = ends(found)
        assert (written == ("", "")) is not found.known
        known = [end for end in written if end not in ("", "..")]
        assert all(a <= b for a, b in pairwise(known))


@pytest.mark.parametrize(
    ("begin", "end", "vague", "one"),
    [
        (D(2022, 3, 8), D(2022, 3, 9), False, "2022-03-08"),
        (D(2022, 3, 8, 6), D(2022, 3, 8, 12), False, "2022-03-08"),
        (D(2022, 3, 8), D(2022, 3, 8), False, "2022-03-08"),
        (D(2022, 3, 8), D(2022, 3, 9), True, None),
        (D(2022, 3, 7, 18), D(2022, 3, 8, 6), False, None),
        (D(2022, 3, 7), None, False, None),
    ],
)
def test_one_day_is_told_only_where_it_is_one(begin, end, vague, one) -> None:
    assert day(replace(time("Friday"), begin=begin, end=end, approximate=vague)) == one
