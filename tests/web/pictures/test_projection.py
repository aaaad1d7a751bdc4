from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pictures.projection import HIGHEST, LOWEST, STEEPEST, WIDTH, WORLD, View, around, fitting

lons = st.floats(-179, 179)
lats = st.floats(-60, 78)
boxes = st.tuples(lons, lats, lons, lats).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]) + 0.01, max(b[1], b[3]) + 0.01)
)


def shows(view: View, longitude: float, latitude: float) -> bool:
    return -1e-6 <= view.x(longitude) <= WIDTH + 1e-6 and -1e-6 <= view.y(latitude) <= view.height + 1e-6


@given(boxes)
def test_a_view_shows_its_box_and_is_true_to_shape_in_its_middle(box: tuple[float, float, float, float]) -> None:
    view = around(box)
    west, south, east, north = box
    assert LOWEST <= view.height <= HIGHEST
    assert (view.x(view.west), view.x(view.east)) == (0, WIDTH)
    assert -180 - 1e-6 <= view.west <= view.east <= 180 + 1e-6
    assert shows(view, (west + east) / 2, (south + north) / 2)
    if north - south < 30 and (east - west) < 60:
        assert all(shows(view, lon, lat) for lon in (west, east) for lat in (south, north))
        middle = min((view.south + view.north) / 2, STEEPEST)
        degree = (view.x(1) - view.x(0)) / (view.y(0) - view.y(1))
        assert degree == pytest.approx(math.cos(math.radians(middle)), rel=1e-6)


@given(boxes, lons, lons, lats, lats)
def test_east_is_right_and_north_is_up(
    box: tuple[float, float, float, float], a: float, b: float, c: float, d: float
) -> None:
    view = around(box)
    if a < b:
        assert view.x(a) < view.x(b) or b - a < 1e-9
    if c < d:
        assert view.y(c) > view.y(d) or d - c < 1e-9


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(10, 60)), min_size=1, max_size=20))
def test_places_that_are_to_fit_are_in_sight(places: list[tuple[float, float]]) -> None:
    view = fitting(places)
    assert all(view.shows(lon, lat) for lon, lat in places)


def test_without_a_place_the_world_is_shown() -> None:
    assert fitting([]) == WORLD
    assert WORLD.shows(-179, -50) and WORLD.shows(179, 78)


@given(boxes)
def test_nearer_and_farther_keep_the_middle(box: tuple[float, float, float, float]) -> None:
    view = around(box)
    nearer = view.zoomed(0.5)
    assert nearer.unit <= view.unit + 1e-9
    assert nearer.shows((view.west + view.east) / 2, (view.south + view.north) / 2)
    assert view.zoomed(2).unit >= view.unit - 1e-9


def test_moving_shows_what_lay_beside() -> None:
    view = around((22, 44, 41, 53))
    east = view.moved(0.4, 0)
    assert east.west > view.west and east.shows(view.east, 48)
    assert view.moved(-9, 0).west == pytest.approx(-180)
