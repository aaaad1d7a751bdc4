"""The map: where the events of claims across articles are, each as exactly as it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.errors import UsageError
from sayso.export import geojson_places, trace_words, words
from sayso.export.place_words import PRECISIONS, country
from sayso.export.row_records import PLACES
from sayso.store.connection import Reader
from sayso.store.places import Places, find_places
from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace
from sayso.web.filters import FILTERS, choices, strip_of, wanted_of
from sayso.web.page import Asked, Page, Param, Rows, Shown
from sayso.web.pictures.ground import Mark, drawing
from sayso.web.pictures.outlines import country_box, country_path
from sayso.web.pictures.projection import WORLD, View, around, fitting
from sayso.web.pictures.strip import ORDER
from sayso.web.render import link

SHOWN, MOST = 200, 500  # places: unless told otherwise, and at once
USUAL: Final = 0.95  # of the claims lie in the view that is shown first
CLOSER, FARTHER, ASIDE = 0.5, 2.0, 0.4  # what a step of zooming and moving does to the view
BOX: Final = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?(?:,-?\d{1,3}(?:\.\d{1,6})?){3}", re.ASCII)
CODE: Final = re.compile(r"[A-Za-z]{2}", re.ASCII)
VIEW: Final = Param(
    "view",
    'What is shown: west, south, east and north in degrees, an ISO 3166-1 code, "all" (places) or "world".'
    " Where it is left out, most claims are in sight.",
)
LIMIT: Final = Param("limit", "At most so many places.", {"type": "integer", "minimum": 1, "maximum": MOST})


def look(ledger: Reader, asked: Asked) -> Shown:
    """The places of the claims that are asked for, and the part of the map that is."""
    wanted = wanted_of(asked)
    most = asked.number(LIMIT) or SHOWN
    view = view_of(asked.get(VIEW.name))
    box = None if view is None else (view.west, view.south, view.east, view.north)
    found = find_places(ledger, wanted, most, box)
    if view is None:
        view = fitting(all_of(found.rows) if asked.get(VIEW.name) == "all" else usual(found.rows))
    else:
        found = _in_sight(found, view)
    filters = {name: value for name, value in asked.query.items() if name in _NAMES}
    marks = [_mark(place, filters) for place in found.rows]
    told = f"Map with {words.number(len(found.rows), 'place')} of claims; the table below has the same"
    return Shown(
        title="Map",
        context={
            "drawing": drawing(view, marks, told),
            "rows": [_row(mark) for mark in marks],
            "places": found.places,
            "claims": found.claims,
            "controls": _controls(view, asked),
            "strip": strip_of(ledger, wanted),
            "order": [(s.name.lower(), trace_words.STANDINGS[s].lower()) for s in ORDER],
            **choices(),
        },
        record=lambda: geojson_places.collection(found.rows, found.places),
        rows=Rows(PLACES, found.rows, found.places),
    )


def view_of(given: str | None) -> View | None:
    """The view that is asked for; ``None`` where it follows from what is found. Raises ``UsageError``."""
    if given is None or given == "all":
        return None
    if given == "world":
        return WORLD
    if BOX.fullmatch(given):
        west, south, east, north = (float(part) for part in given.split(","))
        if -180 <= west < east <= 180 and -90 <= south < north <= 90:
            return around((west, south, east, north))
    elif CODE.fullmatch(given) and (box := country_box(given.upper())):
        return around(box)
    raise UsageError(f"view {given[:60]!r} is nowhere; write west,south,east,north in degrees, UA, all or world")


def all_of(rows: Sequence[ListedPlace]) -> list[tuple[float, float]]:
    """Longitude and latitude of every place."""
    return [(row.longitude, row.latitude) for row in rows]


def usual(rows: Sequence[ListedPlace]) -> list[tuple[float, float]]:
    """Where most claims are: without what lies far out; whole countries count only where there is nothing else."""
    near = [row for row in rows if row.precision not in (Precision.COUNTRY, Precision.AREA)]
    if not near:
        boxes = [box for row in rows if row.country and (box := country_box(row.country))]
        return [corner for west, south, east, north in boxes for corner in ((west, south), (east, north))]
    lons = _middle([(row.longitude, row.claims) for row in near])
    lats = _middle([(row.latitude, row.claims) for row in near])
    return [(lons[0], lats[0]), (lons[1], lats[1])]


def _middle(found: list[tuple[float, int]]) -> tuple[float, float]:
    """Between which values ``USUAL`` of the claims are."""
    found.sort()
    out = (1 - USUAL) / 2 * sum(count for _, count in found)
    ends = []
    for order in (found, found[::-1]):
        passed = 0.0
        for value, count in order:
            passed += count
            if passed > out:
                ends.append(value)
                break
    return ends[0], ends[1]


def _in_sight(found: Places, view: View) -> Places:
    """Without the countries that do not reach into the view."""
    gone = [row for row in found.rows if row.precision is Precision.COUNTRY and not _reaches(row, view)]
    rows = tuple(row for row in found.rows if row not in gone)
    return replace(found, rows=rows, places=found.places - len(gone), claims=found.claims - sum(r.claims for r in gone))


def _reaches(row: ListedPlace, view: View) -> bool:
    path = country_path(view, row.country) if row.country else None
    return view.shows(row.longitude, row.latitude) if path is None else path != ""


def _mark(place: ListedPlace, filters: dict[str, str]) -> Mark:
    name = place.site or (country(place.country) if place.country else f"{place.latitude}, {place.longitude}")
    within = country(place.country) if place.country and place.precision is not Precision.COUNTRY else None
    whole = f"{name}, {within}" if within else name
    stands = words.listed([f"{count:,} {standing.value}" for standing, count in _ordered(place)])
    origins = f"up to {words.number(place.least, 'origin')}, at least" if place.least else "no origin"
    return Mark(
        place=place,
        name=name,
        href=link("/claims", filters, place=place.site, at=f"{place.latitude},{place.longitude}"),
        told=f"{whole} ({PRECISIONS[place.precision]}): {words.number(place.claims, 'claim')}, {stands}; {origins}",
    )


def _ordered(place: ListedPlace) -> list[tuple[Standing, int]]:
    return sorted(place.standings, key=lambda pair: ORDER.index(pair[0]))


def _row(mark: Mark) -> dict[str, object]:
    """A place as its line in the table shows it."""
    place = mark.place
    return {
        "it": place,
        "name": mark.name,
        "href": mark.href,
        "within": country(place.country) if place.country and place.precision is not Precision.COUNTRY else "",
        "exact": PRECISIONS[place.precision],
        "stands": [
            (standing.name.lower(), trace_words.STANDINGS[standing].lower(), dict(place.standings)[standing])
            for standing in ORDER
            if standing in dict(place.standings)
        ],
    }


def _controls(view: View, asked: Asked) -> list[tuple[str, str, str]]:
    """The ways to other parts of the map: sign, name and address of each."""
    moves = (
        ("+", "Closer", view.zoomed(CLOSER)),
        ("−", "Farther", view.zoomed(FARTHER)),
        ("←", "West", view.moved(-ASIDE, 0)),
        ("→", "East", view.moved(ASIDE, 0)),
        ("↑", "North", view.moved(0, ASIDE)),
        ("↓", "South", view.moved(0, -ASIDE)),
    )
    made = [(sign, name, link(asked.base, asked.query, view=_box(to))) for sign, name, to in moves]
    ways = (("Most claims", None), ("All places", "all"), ("World", "world"))
    return made + [(name, name, link(asked.base, asked.query, view=to)) for name, to in ways]


def _box(view: View) -> str:
    return ",".join(f"{value:.2f}" for value in (view.west, max(view.south, -90), view.east, min(view.north, 90)))


_NAMES: Final = frozenset(param.name for param in FILTERS)
PAGE: Final = Page(
    name="map",
    path="/map",
    help="The places of claims across articles as GeoJSON: how many claims, how they stand, on how many origins.",
    look=look,
    params=(*FILTERS, VIEW, LIMIT),
    menu="Map",
    styles=("strip.css", "map.css"),
    scripts=("strip.js", "map.js"),
    schema=geojson_places.schema,
)
