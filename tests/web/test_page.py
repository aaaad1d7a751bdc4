from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.web.page import LIMIT, MOST, PAGE, SKIP, Asked, NotThere, there


def asked(**query: str) -> Asked:
    return Asked("/claims", {}, query)


@given(st.integers(1, MOST), st.integers(0, 100_000))
def test_numbers_within_their_bounds_are_taken(limit: int, skip: int) -> None:
    assert (asked(limit=str(limit)).limit, asked(skip=f" {skip} ").skip) == (limit, skip)


@given(st.text())
def test_anything_else_is_said_and_nothing_fails(given: str) -> None:
    try:
        found = asked(limit=given).number(LIMIT)
    except UsageError as error:
        assert "limit" in str(error)
    else:
        assert found is None or 1 <= found <= MOST


@pytest.mark.parametrize("given", ["0", "-1", "501", "1e3", "１２", "9" * 40])
def test_what_is_out_of_bounds_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="whole number from 1 to 500"):
        asked(limit=given).limit  # noqa: B018


def test_what_a_form_leaves_empty_is_not_asked_for() -> None:
    empty = asked(about="  ", limit="", skip="")
    assert (empty.get("about"), empty.limit, empty.skip, empty.number(SKIP)) == (None, PAGE, 0, None)
    assert not empty.flag("copies") and asked(copies="1").flag("copies")


def test_an_unknown_id_is_something_that_is_not_there() -> None:
    def look() -> None:
        raise UsageError("no claim has such an id")

    with pytest.raises(NotThere, match="no claim has such an id"):
        there(look)
    assert there(lambda: 7) == 7
