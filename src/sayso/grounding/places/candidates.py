"""Which places a written name can mean: exact names first, then names inside it, then names spelt much like it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.grounding.places.gazetteer import Gazetteer, Hit, How
from sayso.grounding.places.names import fold

REGION_WORDS = frozenset(
    "province region oblast governorate state republic krai kray prefecture department territory voivodeship canton "
    "emirate muhafazah wilayat regions provinces oblasts".split()
)
DISTRICT_WORDS = frozenset(
    "county district raion rayon parish municipality subdistrict borough counties tehsil co".split()
)
TOWN_WORDS = frozenset("city town village settlement township twp suburb".split())
SITE_WORDS = frozenset(
    "airport airbase airfield base port crossing checkpoint camp bridge harbour harbor prison dam border area areas "
    "outskirts countryside hospital university junction front axis direction sector".split()
)
TWO_WORD_SITES = ("air base", "refugee camp", "border crossing", "power plant", "nuclear power plant", "airport road")
PARTS = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest upper lower greater downtown mainland rural occupied inner "
    "outer coastal metropolitan suburban midtown former".split()
)
WIDE = ("adm-region", "region", "disputed", "historic", "macroregion", "country", "island")
DISTRICTS = ("adm-district",)
BIG_TOWN = 4.7  # log10 of 50,000: a region named after a town is named after a big one
LONGEST_SHORT = 5  # letters of an abbreviation; longer ones are names


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates for one name, and the rule that found them."""

    hits: tuple[Hit, ...]
    rule: str


ARTICLES = frozenset("al el ar as ash an ad adh at ath az es er en".split())
SUN = {"r": "ar", "s": "as", "n": "an", "d": "ad", "t": "at", "z": "az"}  # letters that assimilate the article
ARAB = frozenset("AE BH DJ DZ EG EH ER IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE".split())
SIMILAR = "similar spelling"
NOTHING = Found((), "no such name")


def candidates(g: Gazetteer, name: str) -> Found:
    """All places that ``name`` can mean, without a look at its text; empty when the gazetteer has none."""
    possessive = name[:-2] if name[-2:] in ("'s", "’s") else name
    key = fold(possessive)
    hits = _written_so(_exact(g, key), possessive)
    if hits:
        return Found(hits, "name")
    if key.endswith("s"):
        people = tuple(hit for hit in g.exact(key[:-1]) if hit.how is How.PEOPLE)
        if people:
            return Found(people, "the people of a place")
    return _with_word(g, key) or _part(g, key) or _rough(g, key) or NOTHING


def _exact(g: Gazetteer, key: str) -> tuple[Hit, ...]:
    hits = g.exact(key)
    known = {hit.place for hit in hits}
    return hits + tuple(hit for hit in _with_article(g, key) if hit.place not in known)


def _with_article(g: Gazetteer, key: str) -> tuple[Hit, ...]:
    """Arabic names with the article that ``key`` leaves out, or without the one that it has: Raqqa, al-Raqqa."""
    first, _, rest = key.partition(" ")
    bare = rest if first in ARTICLES and rest else key
    readings = {bare, f"al {bare}", f"{SUN.get(bare[:1], 'al')} {bare}"} - {key}
    out = {
        h.place: Hit(h.place, How.TRIMMED)
        for r in sorted(readings)
        for h in g.exact(r)
        if h.how in (How.MAIN, How.OTHER)
    }
    return tuple(hit for hit in out.values() if ARAB & set(g.countries[int(g.held[hit.place])]))


def _written_so(hits: tuple[Hit, ...], name: str) -> tuple[Hit, ...]:
    """Abbreviations only where ``name`` is written like one: "in", "or" are words; "IN", "Ore." are states."""
    letters = [c for c in name if c.isalpha()]
    short = tuple(hit for hit in hits if hit.how is How.SHORT)
    if short and name.endswith(".") and name.count(".") == 1 and len(letters) <= LONGEST_SHORT:
        return short
    as_written = len(letters) > 2 or all(c.isupper() for c in letters)
    return hits if as_written and name[:1].isupper() else tuple(hit for hit in hits if hit.how is not How.SHORT)


def _with_word(g: Gazetteer, key: str) -> Found | None:
    """A name with a word for what it is: "Anbar province", "city of Homs", "Kharkiv airport"."""
    words = key.split()
    for word, rest in _readings(words):
        hits = _exact(g, rest) or g.rough(rest)
        if not hits:
            continue
        if word in REGION_WORDS:
            return Found(_regions(g, hits), f"name and the word {word!r}")
        if word in DISTRICT_WORDS:
            inside = _of_kind(g, hits, DISTRICTS)
            return Found(inside or hits, f"name and the word {word!r}")
        towns = tuple(h for h in hits if h not in _of_kind(g, hits, (*WIDE, *DISTRICTS)))
        return Found(towns or hits, f"name and the word {word!r}")
    return None


def _readings(words: list[str]) -> list[tuple[str, str]]:
    """(kind word, name) for all readings of a key as a name and a word for its kind."""
    out = []
    known = REGION_WORDS | DISTRICT_WORDS | TOWN_WORDS | SITE_WORDS
    if len(words) > 2 and words[1] == "of" and words[0] in known:
        out.append((words[0], " ".join(words[2:])))
    for site in TWO_WORD_SITES:
        size = site.count(" ") + 1
        if len(words) > size and words[-size:] == site.split():
            out.append((site, " ".join(words[:-size])))
    if len(words) > 1 and words[-1] in known:
        out.append((words[-1], " ".join(words[:-1])))
    if len(words) > 1 and words[0] in known:
        out.append((words[0], " ".join(words[1:])))
    return out


def _regions(g: Gazetteer, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The regions among ``hits``; else the regions in which big towns of that name lie, for many bear their names."""
    wide = _of_kind(g, hits, WIDE)
    if wide:
        return wide
    around = {int(g.region[h.place]) for h in hits if g.population[h.place] >= BIG_TOWN and g.region[h.place] >= 0}
    if not around:
        return hits
    regions = np.isin(g.region, list(around)) & (g.kind == g.kinds.index("adm-region"))
    return tuple(Hit(int(place), How.TRIMMED) for place in np.flatnonzero(regions)) or hits


def _of_kind(g: Gazetteer, hits: tuple[Hit, ...], names: tuple[str, ...]) -> tuple[Hit, ...]:
    return tuple(h for h in hits if g.kinds[int(g.kind[h.place])] in names)


def _part(g: Gazetteer, key: str) -> Found | None:
    """A part of something large stands at its middle: "northern Syria", "downtown Aleppo"."""
    first, _, rest = key.partition(" ")
    if first not in PARTS or not set(rest.split()) - PARTS - REGION_WORDS - TOWN_WORDS:
        return None
    found = _with_word(g, rest)
    hits = g.exact(rest) or (g.exact(rest[:-1]) if rest.endswith("s") else ()) or (found.hits if found else ())
    wide = set(_of_kind(g, hits, WIDE))
    large = tuple(h for h in hits if h.how is not How.SHORT and (h in wide or g.population[h.place] >= BIG_TOWN))
    return Found(large, f"part of a place ({first})") if large else None


def _rough(g: Gazetteer, key: str) -> Found | None:
    hits = g.rough(key) or (g.rough(key[:-1]) if key.endswith("s") else ())
    return Found(hits, SIMILAR) if hits else None
