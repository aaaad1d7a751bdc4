from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export import trace_words
from sayso.types.weighing import Bounds, Modality, OriginKind, Setting, Side, Standing
from tests.tellings import proposition, weighed


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (Bounds(0, 0), "nobody who counts"),
        (Bounds(1, 1), "exactly 1 independent origin"),
        (Bounds(2, 2), "exactly 2 independent origins"),
        (Bounds(1, 1200), "at least 1, at most 1,200 independent origins"),
    ],
)
def test_bounds_are_told_as_what_they_are(bounds: Bounds, told: str) -> None:
    assert trace_words.bounds(bounds) == told


def test_names_are_few_and_the_others_counted() -> None:
    assert trace_words.several(["a", "b", "c"]) == "a, b and c"
    assert trace_words.several(list("abcde")) == "a, b, c and 2 more"
    assert trace_words.between(1, 3) == "1 to 3" and trace_words.between(2, 2) == "2"


def test_a_private_person_has_neither_name_nor_spellings() -> None:
    spokesman, private = weighed().origins[:2]
    assert trace_words.spellings(spokesman) == ("Pavlo Rusk",)
    nameless = replace(spokesman, name="d_0123456789abcdef", kind=OriginKind.UNSOURCED)
    assert trace_words.origin_name(nameless) == "an article of unknown outlet"
    assert trace_words.camp(replace(spokesman, camp="state:UA")) == "Ukraine"
    mission = replace(spokesman, name="Sound Monitoring Mission", camp="body:mission monitor monitoring sound")
    assert trace_words.camp(mission) == ""
    assert trace_words.camp(replace(spokesman, camp="body:rusk pavel")) == trace_words.camp(private) == ""
    assert trace_words.kind(private) == "named there, no public role given" and trace_words.kind(spokesman) == "named"
    assert trace_words.origin_name(private) == trace_words.PRIVATE and trace_words.spellings(private) == ()


def test_there_are_words_for_everything() -> None:
    assert set(trace_words.STANDINGS) == set(Standing) and set(trace_words.MODALITIES) == set(Modality)
    assert set(trace_words.SIDES) == set(Side) and set(trace_words.KINDS) == set(OriginKind)
    assert [trace_words.doubt(x) for x in (0.0, 0.3, 0.6)] == ["", ", probably", ", perhaps"]
    assert trace_words.summary(proposition(modality=Modality.PLAN)).count("planned") == 1


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2031-03-01T00:00:00", "2031-03-02T00:00:00", "event of 1 Mar 2031"),
        ("2020-01-01T00:00:00", "2021-01-01T00:00:00", "event of 1 Jan 2020 to 31 Dec 2020"),
        ("2031-03-01T04:00:00", None, "event of 1 Mar 2031"),
        ("2031-03-01", "soon", "event of 1 Mar 2031"),
    ],
)
def test_a_year_is_not_told_as_a_day(since: str, until: str | None, told: str) -> None:
    assert trace_words.summary(proposition(setting=Setting(since, until))).endswith(told)
