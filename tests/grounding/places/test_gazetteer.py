from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.grounding.places.gazetteer import DATA, PAGE, How, gazetteer
from sayso.grounding.places.names import fold
from sayso.types.place import Precision


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("gazetteer.npz", "gazetteer.json"):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


def test_a_town_has_its_geonames_id_point_and_country() -> None:
    g = gazetteer()
    (town,) = [t for hit in g.exact("kyiv") if (t := g.location(hit.place)).id == "geonames:703448"]
    assert (town.name, town.country, town.precision) == ("Kyiv", "UA", Precision.POINT)
    assert town.latitude == pytest.approx(50.45, abs=0.02)
    assert town.longitude == pytest.approx(30.52, abs=0.02)


def test_what_geonames_lacks_comes_from_the_list_by_hand() -> None:
    g = gazetteer()
    (strait,) = {g.location(hit.place) for hit in g.exact("kerch strait")}
    assert (strait.id, strait.country, strait.precision) == ("sayso:kerch-strait", None, Precision.AREA)


def test_a_name_says_how_it_belongs() -> None:
    g = gazetteer()
    assert {hit.how for hit in g.exact("ukrainian")} == {How.PEOPLE}
    assert How.SHORT in {hit.how for hit in g.exact("ill")}


def test_first_and_last_name_can_be_looked_up() -> None:
    g = gazetteer()
    for number in (0, len(g.key_ends) - 1):
        assert g.exact(g.key(number).decode())
    assert g.exact("\n") == g.exact("\U0010ffff") == ()  # before the first and behind the last


def test_names_at_the_edges_of_pages_can_be_looked_up() -> None:
    g = gazetteer()
    assert len(g.guide) == -(-len(g.key_ends) // PAGE)
    for number in (PAGE - 1, PAGE, 2 * PAGE - 1, 2 * PAGE, (len(g.guide) - 1) * PAGE - 1, (len(g.guide) - 1) * PAGE):
        assert g.exact(g.key(number).decode()) != ()


@given(st.integers(min_value=0))
def test_every_name_finds_itself(number: int) -> None:
    g = gazetteer()
    key = g.key(number % len(g.key_ends)).decode()
    assert fold(key) == key or fold(key) == key.removeprefix("the ")
    assert g.exact(key)


@given(st.text(alphabet="qxz", min_size=8, max_size=12))
def test_letters_at_random_are_no_place(key: str) -> None:
    assert gazetteer().exact(key) == ()


def test_similar_spellings_must_look_alike() -> None:
    g = gazetteer()
    assert g.exact("severodoneckiy") == ()
    assert g.rough("vorkhanivka") == ()
    for spelling in ("avdiyevka", "khmeymeem"):
        assert g.exact(spelling) == ()
        assert g.rough(spelling) != ()


def test_a_damaged_file_is_refused(copy: Path) -> None:
    path = copy / "gazetteer.npz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        gazetteer(copy)


def test_another_format_is_refused(copy: Path) -> None:
    record = json.loads((copy / "gazetteer.json").read_text(encoding="utf-8"))
    (copy / "gazetteer.json").write_text(json.dumps(record | {"format": 99}), encoding="utf-8")
    with pytest.raises(ModelError, match="format 99"):
        gazetteer(copy)


@pytest.mark.parametrize("text", ["", "{}", "[1]"])
def test_a_spoilt_record_is_refused(copy: Path, text: str) -> None:
    (copy / "gazetteer.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"gazetteer\.json cannot be read"):
        gazetteer(copy)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no gazetteer"):
        gazetteer(tmp_path)


def test_the_file_is_small() -> None:
    assert (DATA / "gazetteer.npz").stat().st_size <= 10 * 2**20
