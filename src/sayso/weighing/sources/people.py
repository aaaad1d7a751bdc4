"""Which names are one person's: equal keys, initials and bare family names where only one bearer of them fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.weighing.sources.lexicon import SORTS
from sayso.weighing.sources.phrases import LOCALS, Body
from sayso.weighing.sources.profiles import LAST, Form, Profile
from sayso.weighing.sources.spelling import alike, one_spelling

MOST = 60  # bearers of one family name that a name is compared with; names beyond stay apart
Names = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """One person in the making. ``names`` are keys, the fullest first; ``may`` are others who may be the same."""

    profiles: list[Profile] = field(default_factory=list)
    names: list[Names] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    bodies: list[Body] = field(default_factory=list)
    sorts: frozenset[str] = SORTS
    may: list[Person] = field(default_factory=list)

    def add(self, profile: Profile) -> None:
        """This profile is of this person."""
        self.profiles.append(profile)
        self.names += [n for n in profile.names if n not in self.names]
        self.countries |= {profile.country} - {None}  # type: ignore[arg-type]
        if profile.said.body is not None and profile.said.body not in self.bodies:
            self.bodies.append(profile.said.body)
        self.sorts = (self.sorts & profile.said.sorts) or self.sorts


def recognised(profiles: Iterable[Profile]) -> dict[Profile, Profile]:
    """Others that are persons by name: where one text gives a name an office, it is nobody private in another one.

    The whole name must agree, given name and all; a private person with a calling of his own stays private.
    """
    by_family: dict[str, set[Names]] = {}
    rows = list(profiles)
    for one in rows:
        if one.form is Form.PERSON and one.public:
            for name in one.names:
                if len(name) > 1:
                    by_family.setdefault(name[-1], set()).add(name)
    out = {}
    for one in rows:
        person = one.form is Form.PERSON
        if (person and (one.public or one.said.role is not None)) or not one.names or len(one.names[0]) < 2:
            continue
        if any(_agree(one.names[0], known) for known in sorted(by_family.get(one.names[0][-1], ()))[:MOST]):
            said = replace(one.said, sorts=SORTS, body=None)
            last = LAST.search(one.written) if one.form is Form.UNNAMED else None
            written = last[0] if last is not None else one.written
            out[one] = replace(one, form=Form.PERSON, public=True, said=said, written=written)
    return out


def join_people(profiles: Iterable[Profile]) -> list[Person]:
    """Persons of public names. A name that fits two of them stays apart from both, and says whom it may be."""
    by_family: dict[str, list[Profile]] = {}
    turned = _turned(profiles := list(profiles))
    families = one_spelling(turned.get(n, n) for p in profiles for n in p.names)
    turned |= {n: (*m[:-1], families.get(m[-1], m[-1])) for p in profiles for n in p.names for m in (turned.get(n, n),)}
    for profile in profiles:
        by_family.setdefault(turned.get(profile.names[0], profile.names[0])[-1], []).append(profile)
    return [person for key in sorted(by_family) for person in _family(by_family[key], turned)]


def _turned(profiles: Sequence[Profile]) -> dict[Names, Names]:
    """Names with the family name first, as most of the others have them; else as the alphabet has them."""
    seen: dict[Names, dict[Names, int]] = {}
    for profile in profiles:
        name = profile.names[0]
        if len(name) > 1:
            rows = seen.setdefault(tuple(sorted(name)), {})
            rows[name] = rows.get(name, 0) + 1
    families = {p.names[0][0] for p in profiles if len(p.names[0]) == 1}
    out = {}
    for rows in seen.values():
        best = min(rows, key=lambda n: (n[-1] not in families, -rows[n], n))
        out.update({name: best for name in rows if name != best})
    return out


def _family(profiles: Sequence[Profile], turned: dict[Names, Names]) -> list[Person]:
    """The bearers of one family name, those first of whom most is told."""
    persons: list[Person] = []
    told = sorted(profiles, key=lambda p: _order(p, turned))
    for profile in told:
        names = [turned.get(n, n) for n in profile.names]
        fits = [p for p in persons[:MOST] if _fits(profile, names, p)]
        closer = [p for p in fits if any(n in p.names for n in names if len(n) > 1)]
        fits = closer or fits
        closer = [p for p in fits if profile.said.body is not None and profile.said.body in p.bodies]
        fits = closer if len(closer) == 1 else fits
        if len(fits) == 1:
            fits[0].add(profile)
            fits[0].names += [n for n in names if n not in fits[0].names]
        else:
            person = Person(may=fits)
            person.names += names
            person.add(profile)
            persons.append(person)
    return persons


def _order(profile: Profile, turned: dict[Names, Names]) -> tuple[object, ...]:
    name = turned.get(profile.names[0], profile.names[0])
    given = sum(len(w) > 1 for w in name)
    body = profile.said.body
    return (-given, -len(name), profile.country is None, body is None, name, profile.country or "", profile.written)


def _fits(profile: Profile, names: Sequence[Names], person: Person) -> bool:
    whole = any(len(n) > 1 and n in person.names for n in names)
    local = profile.said.body is not None and profile.said.body.branch in LOCALS
    local = local and any(b.branch in LOCALS for b in person.bodies)
    # Of a town that two states hold to be theirs, one text has the mayor of the one, another text of the other.
    if profile.country and person.countries and profile.country not in person.countries and not (whole and local):
        return False
    if not profile.said.sorts & person.sorts:
        return False
    if not any(_agree(n, m) for n in names for m in person.names):
        return False
    return not any(_clash(profile.said.body, body) for body in person.bodies)


def _agree(one: Names, other: Names) -> bool:
    """True when no given name contradicts: initials stand for names, and names that are not given for any."""
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    rest = iter(long)
    return all(any(alike(word, o) or (word[0] == o[0] and 1 in (len(word), len(o))) for o in rest) for word in short)


def _clash(one: Body | None, other: Body) -> bool:
    """True when nobody is of both bodies: a mayor of one town is no coast guard, nor the mayor of another."""
    if one is None or not one.branch or not other.branch:
        return False
    if one.branch != other.branch and not {one.branch, other.branch} <= LOCALS:
        return "executive" not in (one.branch, other.branch)
    return one.branch in LOCALS and bool(one.words) and bool(other.words) and not one.words & other.words
