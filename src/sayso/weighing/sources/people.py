"""Which names are one person's: equal keys, initials and bare family names where only one bearer of them fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.weighing.sources.lexicon import SORTS
from sayso.weighing.sources.phrases import LOCALS, Body
from sayso.weighing.sources.profiles import LAST, Form, Profile
from sayso.weighing.sources.spelling import alike, loose, one_spelling, place_key

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
    known: list[Profile] = field(default_factory=list)  # of other claims

    @property
    def told(self) -> list[Profile]:
        """All that is said of this person, here and in other claims."""
        return [*self.profiles, *self.known]

    def learn(self, profile: Profile) -> None:
        """Another claim tells this of this person: it fills in what is not said here."""
        if not self.countries and profile.country is not None:
            self.countries.add(profile.country)
        if profile.said.body is not None and not any(_clash(profile.said.body, body) for body in self.bodies):
            self.bodies.append(profile.said.body)
        self.sorts = (self.sorts & profile.said.sorts) or self.sorts

    def add(self, profile: Profile) -> None:
        """This profile is of this person."""
        self.profiles.append(profile)
        self.names += [n for n in profile.names if n not in self.names]
        self.countries |= {profile.country} - {None}  # type: ignore[arg-type]
        if profile.said.body is not None and profile.said.body not in self.bodies:
            self.bodies.append(profile.said.body)
        self.sorts = (self.sorts & profile.said.sorts) or self.sorts


def recognised(profiles: Iterable[Profile], known: Iterable[Profile] = ()) -> dict[Profile, Profile]:
    """Others that are persons by name: where one text gives a name an office, it is nobody private in another one.

    The whole name must agree, given name and all; a private person with a calling of his own stays private. Who is
    called by a family name alone, and not introduced, is one whom readers know: the only one who is known to bear it.
    ``known`` are persons of whom other claims tell.
    """
    rows = list(profiles)
    bearers: dict[str, set[Names]] = {}
    for one in (*rows, *known):
        if one.form is Form.PERSON and one.public:
            for name in one.names:
                bearers.setdefault(loose(name[-1]), set()).add(name)
    names = {family: sorted(found)[:MOST] for family, found in bearers.items()}
    sole = {family for family, found in names.items() if _one_person(found)}
    out = {}
    for one in rows:
        person = one.form is Form.PERSON
        calling = one.said.role is not None and "r" not in one.said.flags  # "Mr" is none
        if (person and (one.public or calling)) or not one.names:
            continue
        name, family = one.names[0], loose(one.names[0][-1])
        found = any(len(b) > 1 and _agree(name, (*b[:-1], name[-1])) for b in names.get(family, ()))
        if found if len(name) > 1 else person and family in sole:
            said = replace(one.said, sorts=SORTS, body=None)
            last = LAST.search(one.written) if one.form is Form.UNNAMED else None
            written = last[0] if last is not None else one.written
            out[one] = replace(one, form=Form.PERSON, public=True, said=said, written=written)
    return out


def _one_person(bearers: Sequence[Names]) -> bool:
    """Whether names of one family name may all be one person's, whose whole name is among them."""
    whole = [(*b[:-1], loose(b[-1])) for b in bearers]
    return any(len(b) > 1 for b in whole) and all(_agree(a, b) for a in whole for b in whole)


def join_people(profiles: Iterable[Profile]) -> list[Person]:
    """Persons of public names. A name that fits two of them stays apart from both, and says whom it may be."""
    by_family: dict[str, list[Profile]] = {}
    turned = _turned(profiles := list(profiles))
    families = one_spelling(turned.get(n, n) for p in profiles for n in p.names)
    turned |= {n: (*m[:-1], families.get(m[-1], m[-1])) for p in profiles for n in p.names for m in (turned.get(n, n),)}
    turned |= _aliases(profiles, turned)
    for profile in profiles:
        by_family.setdefault(turned.get(profile.names[0], profile.names[0])[-1], []).append(profile)
    return [person for key in sorted(by_family) for person in _family(by_family[key], turned)]


def join_known(profiles: Iterable[Profile], known: Iterable[Profile]) -> list[Person]:
    """Persons of public names, also those that only ``known`` ones, of whom other claims tell, show to be one.

    What is known elsewhere joins names and says whose office a name has. It parts none that would be one without it:
    the only Vess of a claim stays that, whoever else bears the name in the ledger.
    """
    own = list(profiles)
    here = join_people(own)
    families = {loose(n[-1]) for p in own for n in p.names}
    also = [p for p in known if p.form is Form.PERSON and p.public and any(loose(n[-1]) in families for n in p.names)]
    if not also:
        return here
    first: dict[Profile, int] = {p: k for k, person in enumerate(here) for p in person.profiles}
    above = list(range(len(here)))

    def top(k: int) -> int:
        while above[k] != k:
            k = above[k]
        return k

    told: dict[int, list[Person]] = {}
    for person in join_people({*own, *also}):
        mine = sorted({top(first[p]) for p in person.profiles if p in first})
        for k in mine:
            above[top(k)] = top(mine[0])
        if mine:
            told.setdefault(mine[0], []).append(person)
    return _united(here, above, told, top)


def _united(
    here: Sequence[Person], above: Sequence[int], told: Mapping[int, Sequence[Person]], top: Callable[[int], int]
) -> list[Person]:
    """One person of all that ``top`` makes one, with what is told of him elsewhere."""
    out: dict[int, Person] = {}
    for k, person in enumerate(here):
        one = out.setdefault(top(k), Person())
        for profile in person.profiles:
            one.add(profile)
        one.names += [n for n in person.names if n not in one.names]
    for k, others in told.items():
        one = out[top(k)]
        for other in others:
            one.names += [n for n in other.names if n not in one.names]
            one.known += [p for p in other.profiles if p not in one.profiles]
    place = {id(person): k for k, person in enumerate(here)}
    for k, person in enumerate(here):
        one = out[top(k)]
        may = {top(place[id(o)]) for o in person.may} - {top(k)}
        one.may += [out[m] for m in sorted(may) if all(out[m] is not other for other in one.may)]
    for one in out.values():
        for profile in one.known:
            one.learn(profile)
    return list(out.values())


def _aliases(profiles: Iterable[Profile], turned: Mapping[Names, Names]) -> dict[Names, Names]:
    """Names of war as the names behind them: "Terek", where a text says that a person of another name is called so."""
    rows = list(profiles)
    own = {turned.get(p.names[0], p.names[0])[-1] for p in rows if len(p.names) > 1 or len(p.names[0]) > 1}
    out: dict[Names, Names] = {}
    for profile in sorted(rows, key=lambda p: (p.names, p.written)):
        main = turned.get(profile.names[0], profile.names[0])
        for name in profile.names[1:]:
            if name[-1] != main[-1] and name[-1] not in own:
                out.setdefault(name, main)
                out.setdefault(name[-1:], main[-1:])
    return out


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
    if not any(_agree(n, m) for n in names for m in person.names):
        return False
    if not profile.said.sorts & person.sorts and not whole:
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
    if one.head == other.head and one.head in (one.branch, other.branch):
        return False  # a minister of one text is the defence minister of another
    if one.branch != other.branch and not {one.branch, other.branch} <= LOCALS:
        return "executive" not in (one.branch, other.branch)
    places = [{place_key(w) for w in body.words} for body in (one, other)]
    return one.branch in LOCALS and all(places) and not places[0] & places[1]
