from __future__ import annotations

import pytest
from lxml import html

from sayso.web.pictures.beads import MOST, beads


@pytest.mark.parametrize(("least", "most"), [(1, 1), (1, 5), (0, 3), (3, 3), (2, 400)])
def test_there_is_a_full_bead_for_each_at_least_and_an_open_one_for_each_that_may_be(least: int, most: int) -> None:
    drawn = html.fragment_fromstring(str(beads(least, most)))
    assert len(drawn.cssselect(".sure")) == least
    assert len(drawn.cssselect("circle")) == min(most, MOST)


def test_nobody_is_a_dash() -> None:
    drawn = html.fragment_fromstring(str(beads(0, 0, "against")))
    assert len(drawn.cssselect(".none")) == 1 and "against" in drawn.get("class")
