"""Outlines of countries and contested areas, as paths of a view: no finer than it shows, nothing that it does not.

``data/outlines.json`` is TopoJSON with a level for each corner, made by ``tools/make_outlines.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sayso.export.place_words import country
from sayso.web.pictures.projection import WIDTH, View

# Of tools/make_outlines.py: degrees that a unit of the picture stands for at level 0, half as many at each further one.
COARSEST, LEVELS = 0.4, 5
FINE: Final = 2  # parts of a unit that corners are rounded to; what draws a path scales it down by as much
EDGE: Final = 12  # units around the picture in which lines are still as they are, for their width
SMALLEST: Final = 1.2  # units: smaller islands are not drawn
KEPT: Final = 64  # views whose paths are remembered

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line: longitudes, latitudes and levels of its corners, and the box around them."""

    x: Numbers
    y: Numbers
    level: NDArray[np.int8]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Rings of countries by ISO 3166-1 alpha-2 code, and of contested areas by name."""

    countries: dict[str, tuple[Ring, ...]]
    contested: dict[str, tuple[Ring, ...]]


@cache
def outlines() -> Outlines:
    """What the file has."""
    found = json.loads(files("sayso.web").joinpath("data/outlines.json").read_text("utf-8"))
    scale = np.array([*found["transform"]["scale"], 1.0])
    arcs = [_whole(np.array(arc, dtype=np.float64)) * scale for arc in found["arcs"]]
    return Outlines(*(_shapes(found["objects"][kind], arcs) for kind in ("countries", "contested")))


def _whole(arc: Numbers) -> Numbers:
    """Corners from what each adds to the one before; levels are as they are."""
    arc[:, :2] = np.cumsum(arc[:, :2], axis=0)
    return arc


def _shapes(collection: dict[str, Any], arcs: Sequence[Numbers]) -> dict[str, tuple[Ring, ...]]:
    return {
        shape["id"]: tuple(_ring(parts, arcs) for polygon in shape["arcs"] for parts in polygon)
        for shape in collection["geometries"]
    }


def _ring(parts: Sequence[int], arcs: Sequence[Numbers]) -> Ring:
    lines = [arcs[k] if k >= 0 else arcs[~k][::-1] for k in parts]
    every = np.concatenate([line[:-1] for line in lines])  # the last corner of each is the first of the next one
    x, y = every[:, 0], every[:, 1]
    box = (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
    return Ring(x, y, every[:, 2].astype(np.int8), box)


@lru_cache(maxsize=KEPT)
def land_path(view: View) -> str:
    """All countries of a view as one path, ``FINE`` parts to a unit, to be filled by the rule "evenodd"."""
    return _path(view, (ring for rings in outlines().countries.values() for ring in rings))


@lru_cache(maxsize=KEPT)
def contested_path(view: View) -> str:
    """All contested areas of a view as one path."""
    return _path(view, (ring for rings in outlines().contested.values() for ring in rings))


@lru_cache(maxsize=KEPT * 16)
def country_path(view: View, code: str) -> str | None:
    """A country as a path; empty where the view does not show it, ``None`` where its outline is not known."""
    rings = outlines().countries.get(code)
    return None if rings is None else _path(view, rings)


def country_box(code: str) -> tuple[float, float, float, float] | None:
    """West, south, east and north of the largest piece of a country, and of what lies near; ``None`` if not known.

    What lies far (French Guiana) would make a view of the country one of the world.
    """
    rings = outlines().countries.get(code)
    if not rings:
        return None
    main = max(rings, key=lambda ring: _span(ring.box))
    west, south, east, north = main.box
    reach = max(east - west, north - south) / 2
    near = [
        ring.box
        for ring in rings
        if ring.box[0] > west - reach and ring.box[2] < east + reach
        if ring.box[1] > south - reach and ring.box[3] < north + reach
    ] or [main.box]
    return min(b[0] for b in near), min(b[1] for b in near), max(b[2] for b in near), max(b[3] for b in near)


@cache
def country_spots() -> tuple[tuple[str, str, float, float, float], ...]:
    """Where names of countries stand: code, name, longitude and latitude, and how many degrees there are for it.

    That is the middle of gravity of the largest piece. The largest countries come first.
    """
    found = []
    for code, rings in outlines().countries.items():
        main = max(rings, key=lambda ring: _span(ring.box))
        x, y = main.x, main.y
        across = x * np.roll(y, -1) - np.roll(x, -1) * y
        whole = across.sum() / 2
        if not whole:
            continue
        middle = [float(((v + np.roll(v, -1)) * across).sum() / (6 * whole)) for v in (x, y)]
        found.append((abs(float(whole)), code, country(code), middle[0], middle[1], main.box[2] - main.box[0]))
    return tuple(row[1:] for row in sorted(found, reverse=True))


def _span(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) * math.cos(math.radians((box[1] + box[3]) / 2))


def _path(view: View, rings: Iterable[Ring]) -> str:
    level = min(max(math.ceil(math.log2(COARSEST / view.unit)), 0), LEVELS - 1)
    return "".join(filter(None, (_drawn(view, ring, level) for ring in rings)))


def _drawn(view: View, ring: Ring, level: int) -> str:
    west, south, east, north = ring.box
    if east < view.west or west > view.east or north < view.south or south > view.north:
        return ""
    if max(view.x(east) - view.x(west), view.y(south) - view.y(north)) < SMALLEST:
        return ""
    shown = ring.level <= level
    x = (ring.x[shown] - view.west) / (view.east - view.west) * WIDTH
    y = (view.north - ring.y[shown]) / (view.north - view.south) * view.height
    x, y = _bounded(x, y, view.height)
    points = np.rint(np.column_stack((x, y)) * FINE).astype(np.int64)
    steps = np.diff(points, axis=0)
    kept = steps.any(axis=1)
    steps = steps[kept]
    if len(steps) < 2:
        return ""
    body = "".join(f"{dx if dx < 0 else f' {dx}'}{dy if dy < 0 else f' {dy}'}" for dx, dy in steps.tolist())
    return f"M{points[0][0]} {points[0][1]}l{body.strip()}z"


def _bounded(x: Numbers, y: Numbers, height: float) -> tuple[Numbers, Numbers]:
    """The ring without the corners that lie on the same far side of the picture as those before and behind them.

    What is drawn stays as it is: lines between points of one side do not come into the picture.
    """
    for axis, sign, limit in ((0, -1, EDGE), (0, 1, WIDTH + EDGE), (1, -1, EDGE), (1, 1, height + EDGE)):
        out = sign * (x, y)[axis] > limit
        dropped = out & np.roll(out, 1) & np.roll(out, -1)
        x, y = x[~dropped], y[~dropped]
    return x, y
