"""Where a place stands on the map: an equidistant cylindrical projection, true to shape in the middle of the view.

Snyder, "Map Projections: A Working Manual" (USGS, 1987), section 12: x is the longitude times the cosine of the
standard parallel, y the latitude. The standard parallel is the middle of what is shown, so that any view looks as on
a map of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 1000  # units of the picture
LOWEST, HIGHEST = 420, 560  # units: how high the picture may be
WORLD_BOX: Final = (-180.0, -56.0, 180.0, 80.0)  # degrees: nobody lives beyond
NARROWEST: Final = 1.5  # degrees of latitude that are shown at least: the outlines know no more
STEEPEST: Final = 75.0  # degrees: no standard parallel lies nearer to a pole
MARGIN: Final = 0.08  # of the extent, on each side of what is to fit


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows: degrees (WGS 84), and the height of the picture in units; it is ``WIDTH`` wide."""

    west: float
    south: float
    east: float
    north: float
    height: float

    @property
    def unit(self) -> float:
        """Degrees of latitude that one unit of the picture stands for."""
        return (self.north - self.south) / self.height

    def x(self, longitude: float) -> float:
        """Units from the left edge; outside of 0 to ``WIDTH`` where the view does not show it."""
        return (longitude - self.west) / (self.east - self.west) * WIDTH

    def y(self, latitude: float) -> float:
        """Units from the upper edge."""
        return (self.north - latitude) / (self.north - self.south) * self.height

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether a place is in the picture."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def zoomed(self, factor: float) -> View:
        """The view of so many times the extent, around the same middle."""
        across, up = (self.east - self.west) * factor / 2, (self.north - self.south) * factor / 2
        lon, lat = (self.west + self.east) / 2, (self.south + self.north) / 2
        return around((lon - across, lat - up, lon + across, lat + up))

    def moved(self, right: float, up: float) -> View:
        """The view so many of its own widths to the right and heights up, as far as there is ground."""
        across, high = (self.east - self.west) * right, (self.north - self.south) * up
        return around((self.west + across, self.south + high, self.east + across, self.north + high))


def around(box: tuple[float, float, float, float]) -> View:
    """The least view with a box (west, south, east, north, as RFC 7946 has it) in it, all within the world."""
    west, south, east, north = box
    middle = (south + north) / 2
    narrow = math.cos(math.radians(min(max(middle, -STEEPEST), STEEPEST)))
    high = max(north - south, NARROWEST)
    across = max((east - west) * narrow, high * WIDTH / HIGHEST)
    limit = (WORLD_BOX[2] - WORLD_BOX[0]) * narrow
    across = min(across, limit)
    height = min(max(high * WIDTH / across, LOWEST), HIGHEST)
    high = across * height / WIDTH
    left, right = _within((west + east) / 2, across / narrow / 2, WORLD_BOX[0], WORLD_BOX[2])
    return View(left, middle - high / 2, right, middle + high / 2, height)


def _within(middle: float, half: float, least: float, most: float) -> tuple[float, float]:
    if half * 2 >= most - least:
        return least, most
    middle = min(max(middle, least + half), most - half)
    return middle - half, middle + half


def fitting(places: Iterable[tuple[float, float]]) -> View:
    """The least view with all places (longitude, latitude) in it and some ground around them; none: the world."""
    found = list(places)
    if not found:
        return WORLD
    lons, lats = [lon for lon, _ in found], [lat for _, lat in found]
    across, high = (max(max(v) - min(v), 4 * NARROWEST) * MARGIN for v in (lons, lats))
    return around((min(lons) - across, min(lats) - high, max(lons) + across, max(lats) + high))


WORLD: Final = around(WORLD_BOX)
