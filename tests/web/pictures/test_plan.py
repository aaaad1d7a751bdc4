from __future__ import annotations

import pytest

from sayso.export.trace_tree import tree
from sayso.web.pictures.plan import ALL, FEW, MOST, OTHERS, ROWS, SPOTS, Plan, plan
from tests.tellings import flooded, traced
from tests.web.test_sides import many


def boxes(found: Plan) -> int:
    rows = [row for lane in found.lanes for row in lane.rows]
    return len(rows) + sum(1 + len(spot.copies) for row in rows for spot in row.spots)


def test_a_small_claim_is_drawn_whole_but_for_its_copies() -> None:
    found = plan(tree(traced()))
    assert [len(lane.rows) for lane in found.lanes] == [2, 1, 1]
    assert found.lanes[0].rows[0].spots[0].grouped == 1 and not found.whole
    assert plan(tree(traced()), ALL).whole and plan(tree(traced()), "o_1").whole


def test_five_hundred_copies_are_one_pile_until_they_are_asked_for() -> None:
    found = plan(tree(flooded(520)))
    assert boxes(found) == 8 and found.lanes[0].rows[0].spots[0].grouped == 521
    opened = plan(tree(flooded(520)), "o_1")
    spot = opened.lanes[0].rows[0].spots[0]
    assert len(spot.copies) > 350 and len(spot.copies) + spot.grouped == 521
    assert [lane.half.side for lane in opened.lanes if lane.rows] == [lane.half.side for lane in found.lanes]
    assert boxes(opened) <= MOST


@pytest.mark.parametrize("opened", ["", ALL, "o_2", "o_199", "nobody", "<b>"])
@pytest.mark.parametrize(("origins", "articles"), [(200, 1), (1, 2000), (40, 40), (3, 7)])
def test_no_claim_draws_more_boxes_than_can_be_read(origins: int, articles: int, opened: str) -> None:
    found = plan(tree(many(origins, articles)), opened)
    assert 0 < boxes(found) <= MOST
    (lane,) = found.lanes
    assert len(lane.rows) + lane.more == origins
    for row in lane.rows:
        assert len(row.spots) + row.more == articles


def test_what_is_not_asked_for_stays_short() -> None:
    (lane,) = plan(tree(many(40, 40))).lanes
    assert len(lane.rows) == ROWS and {len(row.spots) for row in lane.rows} == {FEW}
    (lane,) = plan(tree(many(2, 40))).lanes
    assert {len(row.spots) for row in lane.rows} == {SPOTS}
    (lane,) = plan(tree(many(40, 40)), "o_39").lanes
    assert lane.rows[-1].opened and len(lane.rows[-1].spots) == 40 and len(lane.rows) == ROWS + 1
    (lane,) = plan(tree(many(2, 4000)), "o_0").lanes
    assert len(lane.rows) == 2 and MOST - OTHERS - 1 <= len(lane.rows[0].spots) < MOST


def test_one_article_more_is_drawn_and_not_only_counted() -> None:
    (lane,) = plan(tree(many(1, SPOTS + 1))).lanes
    assert len(lane.rows[0].spots) == SPOTS + 1
