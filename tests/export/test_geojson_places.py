from __future__ import annotations

from jsonschema import Draft202012Validator

from sayso.export.geojson_places import collection, schema
from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace


def place(precision: Precision) -> ListedPlace:
    stands = ((Standing.CONTESTED, 2), (Standing.UNSOURCED, 1))
    return ListedPlace("Kyiv", "UA", 50.45, 30.52, precision, 3, 1, 2, stands, None, "2022-03-09T00:00:00")


def test_only_a_town_or_less_is_a_point() -> None:
    found = collection([place(precision) for precision in Precision], 7)
    Draft202012Validator(schema()).validate(found)
    assert found["found"] == 7
    for precision, feature in zip(Precision, found["features"], strict=True):
        point = {"type": "Point", "coordinates": [30.52, 50.45]}
        assert feature["geometry"] == (point if precision is Precision.POINT else None)
        assert feature["properties"]["middle"] == [30.52, 50.45]
        assert feature["properties"]["precision"] == precision.value


def test_each_standing_has_its_number() -> None:
    facts = collection([place(Precision.POINT)], 1)["features"][0]["properties"]
    assert {s.name.lower(): facts[s.name.lower()] for s in Standing} == {
        "contested": 2, "unsourced": 1, "single": 0, "corroborated": 0, "denied": 0, "withdrawn": 0,
    }  # fmt: skip
