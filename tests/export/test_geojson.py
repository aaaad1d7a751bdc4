import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from sayso.export import View
from sayso.export.geojson import write
from sayso.types.place import Precision
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import KYIV, STORY, report


def written(*outcomes) -> dict:
    out = io.StringIO()
    write(outcomes, out, View())
    return json.loads(out.getvalue())


def follows_rfc_7946(collection: dict) -> None:
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        if feature["geometry"] is not None:
            assert set(feature["geometry"]) == {"type", "coordinates"}
            assert feature["geometry"]["type"] == "Point"
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90


def test_a_claim_with_a_town_is_a_point_and_longitude_comes_first() -> None:
    collection = written(report(), REJECTION)
    follows_rfc_7946(collection)
    found = {feature["id"]: feature for feature in collection["features"]}
    assert list(found) == [claim.id for claim in report().claims]
    assert found["c4"]["geometry"] == {"type": "Point", "coordinates": [30.52, 50.45]}
    told = found["c4"]["properties"]
    assert (told["status"], told["told_as_fact"], told["place"], told["precision"]) == (
        "DENIED",
        False,
        "Kyiv",
        "point",
    )
    assert (told["begin"], told["end"]) == ("2022-03-07T18:00:00", "2022-03-08T05:59:59")
    assert told["passage"] == STORY[told["begin_char"] : told["end_char"]]


def test_a_claim_without_a_place_is_a_feature_that_says_why() -> None:
    found = {feature["id"]: feature for feature in written(report())["features"]}
    assert {key for key, feature in found.items() if feature["geometry"] is None} == set(found) - {"c4"}
    assert found["c1"]["properties"]["place_unknown"] == "the gazetteer has no place of that name"
    assert found["c5"]["properties"]["place_unknown"] == "no words of place stand with it"
    assert found["c10"]["properties"]["place_unknown"] == "an opinion has no place"


@pytest.mark.parametrize("precision", [p for p in Precision if p is not Precision.POINT])
def test_a_large_place_is_no_dot_on_a_map(precision: Precision) -> None:
    plain = report()
    events = plain.grounding.events
    wide = replace(events[3], place=replace(events[3].place, location=replace(KYIV, precision=precision)))
    meant = replace(plain.grounding, events=(wide,), claims=(plain.claims[3],))
    (feature,) = written(replace(plain, grounding=meant))["features"]
    assert feature["geometry"] is None
    assert (feature["properties"]["precision"], feature["properties"]["middle"]) == (precision.value, [30.52, 50.45])


def test_nothing_at_all_is_an_empty_collection() -> None:
    assert written() == {"type": "FeatureCollection", "features": []}


def test_a_report_is_written_before_the_next_is_asked_for() -> None:
    out = io.StringIO()

    def outcomes():
        yield report()
        assert out.getvalue().count('"Feature"') == 10

    write(outcomes(), out, View())


@given(odd_reports())
def test_an_odd_report_is_a_collection_with_a_feature_for_each_claim(odd) -> None:
    collection = written(odd)
    follows_rfc_7946(collection)
    assert [feature["properties"]["claim"] for feature in collection["features"]] == [c.text for c in odd.claims]
