from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.time_words import interval, when
from sayso.types.time import AnchorKind, TimeAnchor
from tests.reports import STORY, at, time

D = datetime


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (D(2022, 3, 8), D(2022, 3, 9), "8 Mar 2022"),
        (D(2022, 3, 8), D(2022, 3, 11), "8 to 10 Mar 2022"),
        (D(2022, 2, 24), D(2022, 3, 9), "24 Feb to 8 Mar 2022"),
        (D(2021, 12, 30), D(2022, 1, 2), "30 Dec 2021 to 1 Jan 2022"),
        (D(2022, 3, 1), D(2022, 4, 1), "Mar 2022"),
        (D(2021, 12, 1), D(2022, 3, 1), "Dec 2021 to Feb 2022"),
        (D(2022, 1, 1), D(2023, 1, 1), "2022"),
        (D(1990, 1, 1), D(2000, 1, 1), "1990 to 1999"),
        (D(2022, 3, 8, 5, 30), D(2022, 3, 8, 5, 31), "8 Mar 2022, 05:30"),
        (D(2022, 3, 8, 6), D(2022, 3, 8, 12), "8 Mar 2022, 06:00 to 12:00"),
        (D(2022, 3, 8, 18), D(2022, 3, 9), "8 Mar 2022, 18:00 to 24:00"),
        (D(2022, 3, 8, 18), D(2022, 3, 9, 6), "8 Mar 2022, 18:00 to 9 Mar 2022, 06:00"),
        (None, D(2022, 4, 6), "no later than 5 Apr 2022"),
        (None, D(2022, 4, 6, 12), "no later than 6 Apr 2022, 12:00"),
        (D(2022, 2, 24), None, "24 Feb 2022 or later"),
        (D(2022, 3, 8), D(2022, 3, 8), "8 Mar 2022"),
        (None, None, "not known"),
        (None, D(1, 1, 1), "no later than 1 Jan 1"),
    ],
)
def test_an_interval_names_days_that_belong_to_it(begin: D | None, end: D | None, shown: str) -> None:
    assert interval(replace(time("Friday"), begin=begin, end=end)) == shown


def test_vague_words_and_zones_stay() -> None:
    clock = replace(time("Friday"), begin=D(2022, 3, 8, 5, 30), end=D(2022, 3, 8, 5, 31))
    assert interval(replace(clock, approximate=True, zone="local time")) == "about 8 Mar 2022, 05:30 local time"


@pytest.mark.parametrize(
    ("anchor", "behind"),
    [
        (None, ""),
        (
            TimeAnchor(AnchorKind.DOCUMENT, "document date", D(2022, 3, 8)),
            ", counted from the article's date, 8 Mar 2022",
        ),
        (TimeAnchor(AnchorKind.EXPRESSION, "March 2", D(2022, 3, 2)), ", counted from “March 2”, 2 Mar 2022"),
        (
            TimeAnchor(AnchorKind.EVENT, "the blast", D(2022, 3, 1)),
            ", counted from “the blast”, 1 Mar 2022 (dated in the article)",
        ),
        (
            TimeAnchor(AnchorKind.TABLE, "the invasion", D(2022, 2, 24)),
            ", counted from 24 Feb 2022, the invasion (table of dated events)",
        ),
    ],
)
def test_the_anchor_is_named(anchor: TimeAnchor | None, behind: str) -> None:
    found = time("Friday", "2022-03-04", anchor=anchor)
    assert when(found, None, STORY) == f"4 Mar 2022: “Friday”{behind}"


def test_what_is_not_known_or_not_said_says_why() -> None:
    assert when(None, "no words of time stand with it", STORY) == "not said (no words of time stand with it)"
    assert when(None, None, STORY) == "not said"
    unknown = replace(time("June 31"), span=at("June 31"))
    assert when(replace(unknown, reason="no month has a day 31"), None, STORY).endswith("(no month has a day 31)")
    assert when(unknown, None, STORY) == "not known: “June 31” (no reason recorded)"


@given(st.none() | st.datetimes(), st.none() | st.datetimes())
def test_any_two_ends_can_be_said(begin: D | None, end: D | None) -> None:
    assert interval(replace(time("Friday"), begin=begin, end=end))
