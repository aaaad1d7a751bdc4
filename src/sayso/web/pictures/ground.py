"""The map: land, contested areas, and places with the claims that are there, each drawn as exactly as it is known.

A town is a dot, a district or region a ring around its middle, a country a shade over all of it; what has no outline
(a sea, a river) is a dashed ring. A mark is as large as there are origins behind the claim there that has most, and is
parted as its claims stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from sayso.export.visible import prose
from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace
from sayso.web.pictures.outlines import FINE, contested_path, country_path, country_spots, land_path
from sayso.web.pictures.projection import WIDTH, View
from sayso.web.pictures.strip import ORDER

LEAST, MORE, LARGEST = 4.0, 3.0, 20.0  # units: radius without an origin, for the root of their number, and at most
THINNEST: Final = 6.5  # units: the radius of the smallest ring that shows what is inside
LINE: Final = 3.0  # units: how thick a ring is, as in map.css
LETTER, HIGH = 8.4, 15  # units of a letter of a label, and of its line
LABELS: Final = 60  # marks whose names are written where there is room
HATCH: Final = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0V5"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: what it is called, where its link leads, and what it says to those who do not see it."""

    place: ListedPlace
    name: str
    href: str
    told: str


@dataclass(frozen=True, slots=True)
class _Box:
    """What a label or a mark takes up, in units."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def drawing(view: View, marks: Sequence[Mark], told: str) -> Markup:
    """The map of a view with its marks, the most important ones first in ``marks``; ``told`` is its name."""
    height = round(view.height)
    shades = [mark for mark in marks if _is_shade(view, mark)]
    spots = [mark for mark in marks if not _is_shade(view, mark)]
    spots = [mark for mark in spots if view.shows(mark.place.longitude, mark.place.latitude)]
    largest_first = sorted(spots, key=lambda mark: -_radius(mark.place))
    parts = (
        f'<svg class="map" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{escape(told)}">{HATCH}',
        f'<rect class="sea" width="{WIDTH}" height="{height}"/>',
        _scaled(f'<path class="land" d="{land_path(view)}"/><path class="land" d="{contested_path(view)}"/>'),
        *(_shade(view, mark) for mark in shades),
        _scaled(f'<path class="hatched" d="{contested_path(view)}"/>'),
        *(_spot(view, mark) for mark in largest_first),
        *_labels(view, shades, spots),
        "</svg>",
    )
    return Markup("".join(parts))


def leading(place: ListedPlace) -> Standing:
    """How most claims of a place stand; of two as many, what is more in dispute."""
    return max(place.standings, key=lambda pair: (pair[1], -ORDER.index(pair[0])))[0]


def _is_shade(view: View, mark: Mark) -> bool:
    place = mark.place
    return bool(place.precision is Precision.COUNTRY and place.country and country_path(view, place.country))


def _scaled(inner: str) -> str:
    return f'<g transform="scale({1 / FINE})">{inner}</g>'


def _linked(mark: Mark, kind: str, inner: str) -> str:
    told = escape(prose(mark.told))
    return f'<a class="{kind}" href="{escape(mark.href)}" aria-label="{told}"><title>{told}</title>{inner}</a>'


def _shade(view: View, mark: Mark) -> str:
    place = mark.place
    name = f"shade {leading(place).name.lower()} s{min(place.least, 3)}"
    return _linked(mark, "place", _scaled(f'<path class="{name}" d="{country_path(view, place.country or "")}"/>'))


def _radius(place: ListedPlace) -> float:
    radius = min(LEAST + MORE * math.sqrt(place.least), LARGEST)
    return radius if place.precision is Precision.POINT else max(radius, THINNEST)


def _spot(view: View, mark: Mark) -> str:
    place = mark.place
    at = f'cx="{view.x(place.longitude):.1f}" cy="{view.y(place.latitude):.1f}"'
    radius = _radius(place)
    if place.precision is Precision.POINT:
        under = f'<circle class="under" {at} r="{radius + 1.2:.1f}"/>'
        return _linked(mark, "place dot", under + "".join(_wedges(view, place, radius)))
    kind = "ring" if place.precision in (Precision.DISTRICT, Precision.REGION) else "ring loose"
    under = f'<circle class="under" {at} r="{radius + LINE / 2 + 1:.1f}"/>'
    return _linked(mark, f"place {kind}", under + "".join(_arcs(place, f'{at} r="{radius:.1f}"')))


def _shares(place: ListedPlace) -> Iterator[tuple[str, float, float]]:
    """The standings of a place, each with where its share of the claims begins and ends, in [0, 1]."""
    begun = 0
    counts = dict(place.standings)
    for standing in ORDER:
        if count := counts.get(standing, 0):
            yield standing.name.lower(), begun / place.claims, (begun + count) / place.claims
            begun += count


def _wedges(view: View, place: ListedPlace, r: float) -> Iterator[str]:
    """The parts of a dot, clockwise from the top."""
    x, y = view.x(place.longitude), view.y(place.latitude)
    for name, begin, end in _shares(place):
        if end - begin == 1:
            yield f'<circle class="full {name}" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'
            continue
        ends = [(x + r * math.sin(2 * math.pi * v), y - r * math.cos(2 * math.pi * v)) for v in (begin, end)]
        (x1, y1), (x2, y2) = ends
        large = int(end - begin > 0.5)
        arc = f"M{x:.1f} {y:.1f}L{x1:.2f} {y1:.2f}A{r:.1f} {r:.1f} 0 {large} 1 {x2:.2f} {y2:.2f}z"
        yield f'<path class="full {name}" d="{arc}"/>'


def _arcs(place: ListedPlace, at: str) -> Iterator[str]:
    """The parts of a ring, clockwise from the top."""
    for name, begin, end in _shares(place):
        share = (end - begin) * 100
        dashes = f' stroke-dasharray="{share:.1f} {100 - share:.1f}" stroke-dashoffset="{25 - begin * 100:.1f}"'
        yield f'<circle class="line {name}" {at} pathLength="100"{dashes if share < 100 else ""}/>'


def _labels(view: View, shades: Iterable[Mark], spots: Sequence[Mark]) -> Iterator[str]:
    """Names beside marks, then those of countries, where there is room."""
    taken = [_around(view, mark.place) for mark in spots]
    shaded = set()
    for mark in shades:
        x, y = view.x(mark.place.longitude), view.y(mark.place.latitude)
        shaded.add(mark.place.country)
        text = f"{mark.name} {mark.place.claims:,}"
        yield from _written(view, taken, text, "country shaded", ((x, y, "middle"),))
    for mark in spots[:LABELS]:
        x, y, r = view.x(mark.place.longitude), view.y(mark.place.latitude), _radius(mark.place) + 5
        text = f"{mark.name} {mark.place.claims:,}" if mark.place.claims > 1 else mark.name
        places = ((x + r, y, "start"), (x - r, y, "end"), (x, y - r - 6, "middle"), (x, y + r + 8, "middle"))
        yield from _written(view, taken, text, "name", places)
    for code, name, longitude, latitude, wide in country_spots():
        wide_enough = wide / (view.east - view.west) * WIDTH > len(name) * LETTER
        if code not in shaded and wide_enough and view.shows(longitude, latitude):
            yield from _written(view, taken, name, "country", ((view.x(longitude), view.y(latitude), "middle"),))


def _around(view: View, place: ListedPlace) -> _Box:
    x, y, r = view.x(place.longitude), view.y(place.latitude), _radius(place)
    return _Box(x - r, y - r, x + r, y + r)


def _written(
    view: View, taken: list[_Box], text: str, kind: str, places: Iterable[tuple[float, float, str]]
) -> Iterator[str]:
    """The text at the first of the places where it covers nothing; nothing where there is none."""
    long = len(text) * LETTER
    for x, y, anchor in places:
        left = x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        box = _Box(left, y - HIGH / 2, left + long, y + HIGH / 2)
        inside = box.left >= 2 and box.right <= WIDTH - 2 and box.top >= 2 and box.bottom <= view.height - 2
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            drawn = f'class="{kind}" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}"'
            yield f'<text {drawn} aria-hidden="true">{escape(prose(text))}</text>'
            return
