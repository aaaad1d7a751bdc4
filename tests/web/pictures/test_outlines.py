from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.web.pictures.outlines import (
    FINE,
    contested_path,
    country_box,
    country_path,
    country_spots,
    land_path,
    outlines,
)
from sayso.web.pictures.projection import WIDTH, WORLD, View, around

UKRAINE = around((22, 44, 41, 53))
NUMBER = re.compile(r"-?\d+")
Point = tuple[float, float]


def rings(path: str) -> list[list[Point]]:
    """The corners of each ring of a path, in units."""
    out = []
    for piece in path.split("z")[:-1]:
        begin, _, steps = piece.removeprefix("M").partition("l")
        x, y = (int(v) for v in NUMBER.findall(begin))
        points = [(x / FINE, y / FINE)]
        values = [int(v) for v in NUMBER.findall(steps)]
        for dx, dy in zip(values[::2], values[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / FINE, y / FINE))
        out.append(points)
    return out


def inside(path: str | None, view: View, longitude: float, latitude: float) -> bool:
    """Whether a path, filled by the rule "evenodd", covers a place."""
    x, y = view.x(longitude), view.y(latitude)
    crossed = 0
    for points in rings(path or ""):
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("name", "place", "code"),
    [
        ("Simferopol", (34.1, 45.0), "UA"),
        ("Kyiv", (30.5, 50.4), "UA"),
        ("Luhansk", (39.3, 48.6), "UA"),
        ("the Golan", (35.78, 33.0), "SY"),
        ("Haifa", (35.1, 32.7), "IL"),
        ("Laayoune", (-12.9, 27.0), "EH"),
        ("Sukhumi", (41.2, 42.95), "GE"),
        ("Hargeisa", (44.07, 9.56), "SO"),
        ("Kyrenia", (33.3, 35.25), "CY"),
        ("Maseru", (27.9, -29.5), "LS"),
        ("Anadyr", (176.0, 65.0), "RU"),
        ("Uelen", (-171.5, 66.5), "RU"),
    ],
)
def test_borders_are_those_of_the_un(name: str, place: Point, code: str) -> None:
    lon, lat = place
    view = around((lon - 6, lat - 4, lon + 6, lat + 4))
    holders = {other for other in outlines().countries if inside(country_path(view, other), view, lon, lat)}
    assert holders == {code}, name
    assert inside(land_path(view), view, lon, lat)


@pytest.mark.parametrize(
    ("place", "hatched"),
    [
        ((34.1, 45.0), True),
        ((-12.9, 27.0), True),
        ((74.8, 34.1), True),
        ((73.7, 34.4), True),
        ((79.3, 35.2), True),
        ((41.2, 42.95), True),
        ((44.0, 42.35), True),
        ((29.45, 46.93), True),
        ((35.2, 31.9), True),
        ((35.78, 33.0), True),
        ((30.5, 50.4), False),
        ((44.8, 41.7), False),
        ((77.2, 28.6), False),
        ((34.8, 32.0), False),
    ],
)
def test_contested_areas_are_hatched_and_what_lies_beside_them_is_not(place: Point, hatched: bool) -> None:
    lon, lat = place
    view = around((lon - 4, lat - 3, lon + 4, lat + 3))
    assert inside(contested_path(view), view, lon, lat) is hatched


@settings(max_examples=60, deadline=None)
@given(st.floats(-170, 170), st.floats(-50, 70), st.floats(2, 40), st.floats(-0.45, 0.45), st.floats(-0.45, 0.45))
def test_what_a_view_leaves_out_changes_nothing_in_it(
    lon: float, lat: float, high: float, right: float, up: float
) -> None:
    """The outline of the largest country that is there is the same, drawn for this view or for one around it."""
    view = around((lon - high, lat - high / 2, lon + high, lat + high / 2))
    x, y = lon + right * (view.east - view.west), lat + up * (view.north - view.south)
    if not view.shows(x, y):
        return
    for code in ("RU", "CA", "BR", "CN"):
        wide = view.zoomed(1.4)
        drawn, around_it = (inside(country_path(v, code), v, x, y) for v in (view, wide))
        near = _near(country_path(view, code), view.x(x), view.y(y))
        assert drawn == around_it or near


def _near(path: str | None, x: float, y: float) -> bool:
    """Whether a point lies so near to a line that a coarser one may pass on its other side."""
    for points in rings(path or ""):
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            long = (x2 - x1) ** 2 + (y2 - y1) ** 2 or 1
            t = min(max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long, 0), 1)
            if (x1 + t * (x2 - x1) - x) ** 2 + (y1 + t * (y2 - y1) - y) ** 2 < 15**2:
                return True
    return False


def test_paths_stay_by_the_picture_and_grow_no_longer_than_it_shows() -> None:
    assert len(land_path(WORLD)) < 60_000 and len(land_path(UKRAINE)) < 20_000
    assert any(0 <= x <= WIDTH for points in rings(land_path(UKRAINE)) for x, _ in points)


def test_what_a_view_does_not_show_has_no_path_and_what_nobody_knows_has_none() -> None:
    assert country_path(UKRAINE, "BR") == "" and country_path(UKRAINE, "XX") is None
    assert country_box("XX") is None


def test_a_country_is_fitted_without_its_far_islands() -> None:
    west, south, east, north = country_box("FR") or (0, 0, 0, 0)
    assert -6 < west < east < 11 and 40 < south < north < 52


def test_names_of_countries_stand_in_them() -> None:
    spots = {code: (lon, lat) for code, _, lon, lat, _ in country_spots()}
    for code in ("UA", "BR", "MN", "TD"):
        lon, lat = spots[code]
        view = around((lon - 6, lat - 4, lon + 6, lat + 4))
        assert inside(country_path(view, code), view, lon, lat)
