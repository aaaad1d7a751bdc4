import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.credits import credits
from sayso.types.lineage import CreditKind

BODY = "Two bridges over the Orlen were closed on Friday after shelling, the mayor said.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("ORLEN (AP) — Two bridges were closed.", CreditKind.TAG, "AP"),
        ("KYIV, March 8 (Reuters) - Two bridges were closed.", CreditKind.TAG, "Reuters"),
        ("VESSAR (Orlen Wire) - Two bridges were closed.", CreditKind.TAG, "Orlen Wire"),
        ("Orlen (Suspilne) – Two bridges were closed.", CreditKind.TAG, "Suspilne"),
        ("MOSCOW, March 8. /TASS/. Two bridges were closed.", CreditKind.TAG, "TASS"),
        (BODY + "(The Lisk Lantern)", CreditKind.TAG, "The Lisk Lantern"),
        (BODY + "Source: Lisk Lantern", CreditKind.SOURCE, "Lisk Lantern"),
        (BODY + "Source: kyivindependent.com", CreditKind.SOURCE, "kyivindependent.com"),
        (BODY + "This story was first published by The Lisk Lantern.", CreditKind.FIRST, "The Lisk Lantern"),
        ("The closure, as first reported by the Orlen Herald, lasts.", CreditKind.FIRST, "the Orlen Herald"),
        ("The article originally appeared on Lisk Today.", CreditKind.FIRST, "Lisk Today"),
        ("The Lisk Lantern first reported the closure.", CreditKind.FIRST, "The Lisk Lantern"),
        (BODY + "With reporting by Lisk Lantern.", CreditKind.REPORTING, "Lisk Lantern"),
        ("Lisk Lantern reports that two bridges were closed.", CreditKind.REPORTING, "Lisk Lantern"),
        ("Two bridges were closed, according to Suspilne.", CreditKind.REPORTING, "Suspilne"),
        ("According to the newspaper Zorya, they were closed.", CreditKind.REPORTING, "Zorya"),
        ("Associated Press writer Ann Hall contributed to this report.", CreditKind.REPORTING, "Associated Press"),
    ],
)
def test_wordings(text: str, kind: CreditKind, outlet: str) -> None:
    found = credits(text)
    assert [(c.kind, c.outlet) for c in found] == [(kind, outlet)]
    assert outlet in found[0].span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two bridges were closed, according to Anna Kovalenko.",
        "Two bridges were closed, according to the Defence Ministry.",
        "The closure was first reported by Christopher Hale, a driver.",
        "General Orlik reports that the road is open.",
        "Police reports that were seen by the mayor say so.",
        "Sen. Ann Hall (R-Texas) - a critic of the plan - said no.",
        "Additional reporting by Ann Hall and Peter Marsh.",
        "It was first reported on Monday.",
        "",
    ],
)
def test_persons_and_offices_are_no_outlets(text: str) -> None:
    assert credits(text) == ()


def test_a_headline_is_not_looked_at() -> None:
    text = "Lisk Lantern reports that bridges closed\n\nTwo bridges were closed."
    assert credits(text, body_begin=text.index("Two")) == ()


def test_each_outlet_is_given_once_and_quickly() -> None:
    text = "Two bridges were closed, according to Suspilne. " * 20_000
    begin = time.process_time()
    assert len(credits(text)) == 1
    assert time.process_time() - begin < 20


PIECES = (
    "(AP)",
    " — ",
    "first reported by ",
    "The ",
    "Orlen Herald",
    "\n\n",
    "Source: ",
    "according to ",
    "Suspilne",
    ". ",
    "х",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.integers(0, 20))
def test_spans_lie_in_the_body_and_hold_the_name(text: str, begin: int) -> None:
    begin = min(begin, len(text))
    for found in credits(text, begin):
        assert begin <= found.span.begin < found.span.end <= len(text)
        assert found.outlet in found.span.of(text)
