"""Which candidate a text means: all names of the text decide together.

Each name has candidates; each candidate a score from what is known of it alone (size, kind, how the name belongs to it,
the words beside the name) and one from the company it keeps (country, region and nearness of the likely candidates of
the other names). The two are iterated, as in mean-field inference, from the first alone: spatial minimality and one
sense per discourse of Leidner (2007, "Toponym resolution in text"), with containment of Lieberman et al. (2010).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.grounding.places.gazetteer import Gazetteer, Hit, How
from sayso.grounding.places.names import fold
from sayso.types.place import Precision

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a text on its way: its candidates and what the text says beside it.

    ``inside`` are the places that the words next to the name name. ``times`` is how often the name stands in the text.
    """

    key: str
    hits: tuple[Hit, ...]
    times: int = 1
    inside: tuple[int, ...] = ()
    focus: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in nats. Set by hand; measure LGL, GeoVirus and the probe again after a change."""

    size: float = 1.0  # for each factor of ten in inhabitants
    country: float = 4.0  # countries and areas outrank towns of their name, which nearness alone could lift
    area: float = 3.0
    capital: float = 2.2  # as much as two factors of ten: Washington is seldom the state
    namesake: float = -4.0  # a town named like its country: the bare name means the country
    region: float = 1.0
    region_of_town: float = -0.7  # a region that bears the name of its big town: the bare name means the town
    district: float = -0.7
    other_name: float = -0.7
    strange_name: float = -2.5  # a further name that looks unlike the usual one: an old or foreign one
    trimmed: float = -1.0
    trimmed_district: float = -2.0  # "Douglas" for Douglas County
    inside: float = 10.0  # the words beside the name say so
    home: float = 2.0  # the outlet's country
    focus: float = 3.0  # a small place that the outlet is named after
    same_country: float = 2.5
    same_region: float = 2.0
    near: float = 2.5
    near_km: float = 120.0


WEIGHTS = Weights()
ROUNDS = 4
MOST, LEAST, TOTAL = 40, 8, 480  # candidates of a name at most, at least, and of a text: the work is quadratic
REASONS = (
    "size and kind",
    "the words beside the name",
    "the outlet's country",
    "the country of other names",
    "the region of other names",
    "nearness to other names",
)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of one name, best first, with probabilities by the score, and what put the best ahead."""

    hits: tuple[Hit, ...]
    probabilities: tuple[float, ...]
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """All candidates of a text side by side; shapes (candidates,)."""

    group: NDArray[np.int32]
    place: NDArray[np.int32]
    parts: Floats  # (candidates, reasons): the score, by what it rests on
    times: Floats
    apart: NDArray[np.bool_]  # (candidates, candidates): of names that are written differently


def rank(g: Gazetteer, names: tuple[Name, ...], home: str | None = None, w: Weights = WEIGHTS) -> tuple[Ranking, ...]:
    """A ranking for each of ``names``, in order; each name has at least one candidate."""
    if not names:
        return ()
    most = max(LEAST, min(MOST, TOTAL // len(names)))
    kept, parts = [], []
    for name in names:
        own = _own(g, name, home, w)
        order = np.argsort(-own.sum(axis=1), kind="stable")[:most]
        kept.append(tuple(name.hits[k] for k in order))
        parts.append(own[order])
    field = _Field(
        np.repeat(np.arange(len(names), dtype=np.int32), [len(hits) for hits in kept]),
        np.array([hit.place for hits in kept for hit in hits], np.int32),
        np.concatenate(parts),
        np.sqrt(np.array([n.times for n in names], np.float32)),
        _apart([name.key for name, hits in zip(names, kept, strict=True) for _ in hits]),
    )
    p = _settle(g, field, w)
    return tuple(_ranking(kept[k], field.parts[field.group == k], p[field.group == k]) for k in range(len(names)))


def _apart(keys: list[str]) -> NDArray[np.bool_]:
    number = {key: k for k, key in enumerate(dict.fromkeys(keys))}
    own = np.array([number[key] for key in keys])
    return np.asarray(own[:, None] != own[None, :])


def _own(g: Gazetteer, name: Name, home: str | None, w: Weights) -> Floats:
    """Scores of the candidates of one name by themselves, shape (candidates, reasons)."""
    place = np.array([hit.place for hit in name.hits], np.int32)
    kind, size = g.kind[place], g.population[place]
    numbers = {label: g.kinds.index(label) for label in ("country", "capital", "town", "adm-region", "adm-district")}
    towns = (numbers["town"], numbers["capital"])
    largest = max((float(s) for s, k in zip(size, kind, strict=True) if k in towns), default=0.0)
    out = np.zeros((len(place), len(REASONS)), np.float32)
    out[:, 0] = w.size * size
    states = kind == numbers["country"]
    by_name = np.array([_by_name(g, name, hit, w) for hit in name.hits], np.float32)
    out[:, 0] += w.country * states + w.capital * ((kind == numbers["capital"]) & (by_name > w.strange_name))
    out[:, 0] += w.namesake * (np.isin(g.held[place], g.held[place][states]) & np.isin(kind, towns))
    out[:, 0] += w.area * np.isin(g.precision[place], [k for k, p in enumerate(g.precisions) if p is Precision.AREA])
    out[:, 0] += np.where(size - largest > OF_TOWN, w.region, w.region_of_town) * (kind == numbers["adm-region"])
    out[:, 0] += w.district * (kind == numbers["adm-district"])
    out[:, 0] += by_name
    if name.inside:
        out[:, 1] = w.inside * within(g, place, np.array(name.inside, np.int32))
    if home:
        out[:, 2] = w.home * np.array([home in g.countries[c] for c in g.held[place].tolist()])
    if name.focus:
        out[:, 2] += w.focus * (kind == numbers["town"])
    return out


OF_TOWN = 0.7  # log10 of 5: a region with fewer than five times the inhabitants of a town is named after it
LIKE = 0.34  # of the letter pairs of two names; "Odessa" and "Odesa" share .67, "Berea" and "Aleppo" none
LIKE_LETTERS = 0.6  # of the letters; "Kiev" and "Kyiv" share .75


def _by_name(g: Gazetteer, name: Name, hit: Hit, w: Weights) -> float:
    if hit.how is How.TRIMMED:
        return w.trimmed_district if g.kinds[int(g.kind[hit.place])] == "adm-district" else w.trimmed
    if hit.how is not How.OTHER:
        return 0.0
    return w.other_name if _alike(name.key, fold(g.display[hit.place])) else w.strange_name


def _alike(a: str, b: str) -> bool:
    """Whether two folded names share pairs of letters (Odessa, Odesa), or begin alike and share many (Kiev, Kyiv)."""
    pairs, others = ({key[k : k + 2] for k in range(len(key) - 1)} for key in (a, b))
    if 2 * len(pairs & others) >= LIKE * (len(pairs) + len(others)):
        return True
    shared = sum(min(a.count(letter), b.count(letter)) for letter in set(a))
    return a[:1] == b[:1] and 2 * shared >= LIKE_LETTERS * (len(a) + len(b))


def within(g: Gazetteer, place: NDArray[np.int32], around: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which places lie in any of the larger places ``around``, shape (places,). No place lies in itself."""
    out = np.zeros(len(place), bool)
    for other in around.tolist():
        kind = g.kinds[int(g.kind[other])]
        if kind == "country":
            inside = g.held[place] == g.held[other]
        elif kind == "adm-region":
            inside = g.region[place] == g.region[other]
        elif kind == "adm-district":
            inside = g.district[place] == g.district[other]
        else:
            inside = _km(g, place, np.array([other]))[:, 0] < REACH_KM
        out |= inside & (place != other)
    return out


REACH_KM = 250.0  # a historic or disputed region has no list of its towns: what is nearer counts as inside


def _km(g: Gazetteer, a: NDArray[np.int32], b: NDArray[np.int32]) -> Floats:
    """Great-circle distances in km, shape (a, b)."""

    def unit(place: NDArray[np.int32]) -> Floats:
        lat, lon = np.radians(g.latitude[place]), np.radians(g.longitude[place])
        return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)

    chord = np.clip(2 - 2 * (unit(a) @ unit(b).T), 0, 4)
    return np.asarray(12742 * np.arcsin(np.sqrt(chord) / 2), np.float32)


def _settle(g: Gazetteer, field: _Field, w: Weights) -> Floats:
    """Probabilities of all candidates within their names; writes the parts that come from company."""
    place, group = field.place, field.group
    wide = np.isin(g.kind[place], g.kind_number("country"))
    areas = np.array([not codes for codes in g.countries])[g.held[place]]
    apart = field.apart
    land = (g.held[place][:, None] == g.held[place][None, :]) & apart & ~areas[:, None]
    region = g.region[place]
    inside = (region[:, None] == region[None, :]) & (region >= 0)[None, :] & apart
    pointed = ~wide & ~areas & (g.kind[place] != g.kind_number("adm-region")[0])
    near = np.exp(-_km(g, place, place) / w.near_km) * (apart & pointed[:, None] & pointed[None, :])
    p = _softmax(field.parts.sum(axis=1), group)
    for _ in range(ROUNDS):
        pull = p * field.times[group]
        for column, weight, relation in ((3, w.same_country, land), (4, w.same_region, inside), (5, w.near, near)):
            field.parts[:, column] = weight * (1 - np.exp(-(relation @ pull)))
        p = _softmax(field.parts.sum(axis=1), group)
    return p


def _softmax(score: Floats, group: NDArray[np.int32]) -> Floats:
    begins = np.flatnonzero(np.diff(group, prepend=-1))
    top = np.maximum.reduceat(score, begins)
    e = np.exp(score - top[group])
    return np.asarray(e / np.add.reduceat(e, begins)[group], np.float32)


def _ranking(hits: tuple[Hit, ...], parts: Floats, p: Floats) -> Ranking:
    order = np.argsort(-p, kind="stable")
    if len(order) == 1:
        return Ranking(hits, (1.0,), "the only place of that name")
    lead = parts[order[0]] - parts[order[1]]
    reason = REASONS[int(np.argmax(lead))] if lead.max() > 0 else REASONS[0]
    return Ranking(tuple(hits[k] for k in order), tuple(float(p[k]) for k in order), reason)
