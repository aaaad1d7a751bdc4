"""Places with the claims that are there as a FeatureCollection (RFC 7946), by the rules of ``sayso.export.geojson``."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.export.row_records import PLACES, record
from sayso.text.codec import Record
from sayso.types.place import Precision
from sayso.types.whereabouts import ListedPlace


def collection(places: Iterable[ListedPlace], found: int) -> Record:
    """The places as features; ``found`` is how many there are in all."""
    return {"type": "FeatureCollection", "found": found, "features": [feature(place) for place in places]}


def feature(place: ListedPlace) -> Record:
    """A place. Only a town or less is a Point; of what is larger, ``middle`` is in the properties."""
    spot = [place.longitude, place.latitude]
    point = place.precision is Precision.POINT
    plain = record(PLACES, place)
    facts = {name: value for name, value in plain.items() if name not in ("latitude", "longitude")}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": spot} if point else None,
        "properties": {**facts, "middle": spot},
    }


def schema() -> Record:
    """The JSON Schema of ``collection``."""
    pair = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    point = {
        "type": "object",
        "required": ["type", "coordinates"],
        "properties": {"type": {"const": "Point"}, "coordinates": pair},
    }
    return {
        "type": "object",
        "required": ["type", "found", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "found": {"type": "integer", "description": "How many places there are in all."},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["type", "geometry", "properties"],
                    "properties": {
                        "type": {"const": "Feature"},
                        "geometry": {"anyOf": [{"type": "null"}, point]},
                        "properties": {"type": "object", "required": ["site", "precision", "claims", "middle"]},
                    },
                },
            },
        },
    }
