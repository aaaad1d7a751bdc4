"""Places: distance and country on LGL and GeoVirus, spans given and end to end, and the project's own probe.

No model is needed. ``python -m bench.tasks.place CORPORA`` prints all figures.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from time import process_time
from typing import Any

from bench.scorers import BenchError, read_jsonl, score, write_jsonl
from sayso.grounding.places.find import find
from sayso.grounding.places.gazetteer import gazetteer
from sayso.grounding.places.names import fold
from sayso.grounding.places.resolve import Setting, resolve
from sayso.types.place import Place
from sayso.types.span import Span

Row = dict[str, Any]
PROBE = Path(__file__).parents[1] / "place_probe.tsv"
CORPORA = ("lgl", "geovirus")
NEAR_KM = 161.0  # 100 miles, the customary limit
INVENTED = "none"
# Kinds of the probe whose middle is a matter of taste: only their country is asked.
WIDE = frozenset({"region", "sea", "strait", "river", "canal", "lake", "islands", "area"})


def place(row: Row, *, given: bool = True) -> Row:
    """Toponyms of one document in the scorer's format; of gold annotation only the spans are used, if given."""
    text = row["text"]
    spans = sorted({Span(*t["span"]) for t in row.get("toponyms") or ()}) if given else find(text)
    outlet = row.get("source")
    found = resolve(spans, Setting(text, outlet if isinstance(outlet, str) else None))
    return {"id": row["id"], "toponyms": [_toponym(p) for p in found]}


def _toponym(p: Place) -> Row:
    out: Row = {"span": [p.span.begin, p.span.end], "name": p.name}
    if p.location is not None:
        out |= {"lat": p.location.latitude, "lon": p.location.longitude}
        out["country"] = p.location.countries[0] if p.location.countries else None
        if p.location.id.startswith("geonames:"):
            out["geonames_id"] = p.location.id.partition(":")[2]
    return out


def places(corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Figures on the corpora and the probe."""
    figures: dict[str, float | None] = {}
    for corpus in CORPORA:
        path = corpora / corpus / f"{split}.jsonl"
        rows = read_jsonl(path)
        write_jsonl(out / f"{corpus}.given.pred.jsonl", [place(row) for row in rows])
        s = score(scorers / "score_place.py", path, out / f"{corpus}.given.pred.jsonl")
        figures |= {f"{corpus}_a161": s["a161"], f"{corpus}_country": s["country_accuracy"]}
        write_jsonl(out / f"{corpus}.found.pred.jsonl", [place(row, given=False) for row in rows])
        s = score(scorers / "score_place.py", path, out / f"{corpus}.found.pred.jsonl", "--mode", "matched")
        figures |= {f"{corpus}_found_f1": s["relaxed_f1"], f"{corpus}_end_to_end_f1": s["e2e_f1"]}
    return figures | probe(split)


def read_probe(split: str, path: Path = PROBE) -> list[tuple[tuple[str, ...], str, tuple[float, float] | None, str]]:
    """Spellings, countries, point and kind of each place. Raises ``BenchError`` naming file and line."""
    if not path.is_file():
        raise BenchError(f"{path} is missing")
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        try:
            names, country, lat, lon, kind, part = line.split("\t")
            point = (float(lat), float(lon)) if lat else None
        except ValueError:
            raise BenchError(f"{path}:{number}: six columns with numbers in the third and fourth are wanted") from None
        if part == split:
            out.append((tuple(names.split("|")), country, point, kind))
    return out


def probe(split: str = "dev") -> dict[str, float | None]:
    """Shares of spellings, each read alone: found, right country, near; and of invented names that are left alone."""
    found, country, near, left = [], [], [], []
    for names, wanted, point, kind in read_probe(split):
        for name in names:
            location = resolve([Span(0, len(name))], Setting(name))[0].location
            if wanted == INVENTED:
                left.append(location is None)
                continue
            found.append(location is not None)
            held = set() if wanted == "-" else set(wanted.split(","))
            country.append(
                location is not None and (bool(held & set(location.countries)) or held == set(location.countries))
            )
            if kind not in WIDE and point is not None:
                near.append(location is not None and _km(point, (location.latitude, location.longitude)) < NEAR_KM)
    pairs = (("found", found), ("country", country), ("near", near), ("invented_left", left))
    return {f"probe_{name}": sum(values) / len(values) if values else None for name, values in pairs}


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def speed() -> dict[str, float | None]:
    """Seconds to load the gazetteer and names looked up in a second, in time of the processor, on one core."""
    gazetteer.cache_clear()
    begun = process_time()
    g = gazetteer()
    load = process_time() - begun
    names = [name for row in read_probe("dev") for name in row[0]] * 20
    begun = process_time()
    for name in names:
        g.exact(fold(name))
    return {"gazetteer_load_s": load, "lookups_per_s": len(names) / (process_time() - begun)}


def main() -> int:
    """Print all figures as JSON."""
    corpora = Path(sys.argv[1])
    split = sys.argv[2] if len(sys.argv) > 2 else "dev"
    figures = places(corpora, corpora.resolve().parent / "bench", Path("out/bench/place"), split) | speed()
    print(json.dumps({name: value if value is None else round(value, 4) for name, value in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
