"""All tellers of a proposition joined into sources: what the chains of its assertions can end in.

Persons are joined first, then bodies, as a person may show that two names of a body are one; then spokesmen without a
name with those who have one. Order of intake decides nothing: everything is sorted by what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.text.name_keys import name_key
from sayso.types.weighing import Teller
from sayso.weighing.sources.camps import Camp, camp_of_organ, camp_of_paper, camp_of_people, camp_of_person, labels
from sayso.weighing.sources.documents import POSTED, document_sort, join_documents
from sayso.weighing.sources.lexicon import SORTS, lexicon, look_up
from sayso.weighing.sources.organs import Named, Organ, alike, join_organs, sorted_by, state_named
from sayso.weighing.sources.people import Person, join_known, recognised
from sayso.weighing.sources.phrases import LOCALS, Body, Described, stem
from sayso.weighing.sources.profiles import LAST, Form, Profile, profile
from sayso.weighing.sources.spelling import loose
from sayso.weighing.sources.telltale import bare, bodies, seats, shortened, spelt, states

NO_CAMP = Camp(None, SORTS, False, True)
# Pictures show what is there, whoever sends them round; papers speak for those who wrote them.
PAPERS = frozenset("letter decree memo report list statement document".split())
# One paper goes by many names; two of one claim may always be the same.
LETTERS = dict.fromkeys(("letter", "memo", "decree", "document", "list", "statement"), "paper") | {"call": "call"}


# Bodies that every country has: without its name, and beside a person's, they are anybody's.
EVERYWHERE = frozenset("presidency government monarchy parliament army embassy".split())


@dataclass(slots=True)
class Source:
    """Somebody whom chains can end in. ``may`` are ids of others that it may be, ``alike`` groups of private namesakes.

    ``identity`` is made of keys alone, so that it is the same in every order of intake.
    """

    identity: str
    form: Form
    name: str
    written: set[str]
    camp: Camp
    public: bool
    sorts: frozenset[str]
    may: set[str] = field(default_factory=set)
    alike: str | None = None
    names: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    bare: bool = False  # a country that is named as if it spoke, or an army
    military: bool = False


Holder = tuple[Source, frozenset[str], int]  # who holds which offices of a body, and how far he speaks for it
SPEAKS, SPOKES = 1, 2  # as its head, who has a word of his own; as its spokesman, who has not


class Sources:
    """The sources of all tellers that were handed in; look up with ``of``."""

    def __init__(
        self,
        told: Iterable[tuple[Teller, str]],
        places: Mapping[str, str] | None = None,
        countries: Iterable[str | None] = (),
        known: Iterable[Teller] = (),
    ) -> None:
        """``told``: tellers, each with the id of the text that it stands in.

        ``places`` are countries of places by the stem of a word of their names: what is of a place is of its country.
        ``countries`` are those of which others are that take part. ``known`` are tellers of other claims, which may
        say whose office somebody has, or how else a name is written; they are no sources here.
        """
        self._places = places or {}
        self._as: dict[Profile, Profile] = {}
        self.all: dict[str, Source] = {}
        self._of: dict[tuple[Profile, str], str] = {}
        self._times: dict[str, int] = {}  # how often each name is written
        rows: set[tuple[Profile, str]] = set()
        for teller, text in told:
            one = self._profile(teller)
            rows.add((one, text))
            self._times[one.written] = self._times.get(one.written, 0) + 1
        elsewhere = {self._placed(profile(t)) for t in known}
        self._as = recognised((p for p, _ in rows), elsewhere)
        also = {c for c in countries if c is not None}
        self._as |= seats({self._as.get(p, p) for p, _ in rows}, self._as, also)
        self._as |= states({self._as.get(p, p) for p, _ in rows}, self._as, also)
        self._as |= bodies({self._as.get(p, p) for p, _ in rows}, self._as)
        rows = {(self._as.get(p, p), text) for p, text in rows}
        public = {p for p, _ in rows if p.form is Form.PERSON and p.public}
        people = join_known(public, elsewhere)
        invented = {p.country for p, _ in rows if p.country and p.country[0] == "~"} | {c for c in also if c[0] == "~"}
        self.labels = labels(invented, {p.written for p, _ in rows})
        organised = {p: _body(p, invented) for p, _ in rows if p.form is Form.BODY}
        homes = {id(q): _own(q, invented) for q in people}
        spellings = spelt([*organised.values(), *(n for row in homes.values() for n in row)])
        organised = {p: spellings.get(n, n) for p, n in organised.items()}
        homes = {q: [spellings.get(n, n) for n in row] for q, row in homes.items()}
        full = [_body(p, invented) for p in elsewhere if p.form is Form.BODY]
        short = shortened([*organised.values(), *(n for row in homes.values() for n in row), *full])
        organised = {p: short.get(n, n) for p, n in organised.items()}
        homes = {q: [short.get(n, n) for n in row] for q, row in homes.items()}
        same = [row for q in people for row in alike(homes[id(q)])]
        organs = join_organs([*organised.values(), *(n for row in homes.values() for n in row)], same)
        placed = [(q, self._person(q, [organs[n] for n in homes[id(q)]])) for q in people]
        ids = {id(q): source.identity for q, source in placed}
        for person, source in placed:
            source.may |= {ids[id(other)] for other in person.may}
        self._organs(organised, organs, [(s, [organs[n] for n in homes[id(q)]], q) for q, s in placed])
        self._families: dict[str, set[str]] = {}
        for identity in ids.values():
            for words in self.all[identity].names:
                self._families.setdefault(words[-1], set()).add(identity)
        self._others(rows)

    def of(self, teller: Teller, text: str) -> str | None:
        """The identity of a teller's source in a text; ``None`` for outlets and for nobody."""
        found = self._profile(teller)
        return self._of.get((found, "")) or self._of.get((found, text))

    def poster(self, document: Teller) -> str | None:
        """Who put a letter or a picture about, by its name: on this he has no word of his own."""
        written = " ".join((document.name or "").split())
        name = LAST.search(written) if POSTED.search(written) else None
        if name is None:
            return None
        key = tuple(name_key(name[0]).split())
        fits = [i for i in sorted(self._families.get(key[-1], ())) if key in self.all[i].names] if key else []
        return fits[0] if len(fits) == 1 else None

    def _profile(self, teller: Teller) -> Profile:
        found = self._placed(profile(teller))
        return self._as.get(found, found)

    def _placed(self, found: Profile) -> Profile:
        """The profile with the country of the place that it is of."""
        if not self._places or (found.country is not None and found.country[0] != "~"):
            return found
        words = found.said.body.words if found.said.body is not None else frozenset()
        known = {self._places[w] for w in (found.country or "", *map(stem, words)) if w in self._places}
        return replace(found, country=known.pop()) if len(known) == 1 else found

    def _add(self, source: Source) -> Source:
        known = self.all.get(source.identity)
        while known is not None:  # namesakes: told apart by what is written of them
            source.identity += "|" + "|".join(sorted(source.written))
            known = self.all.get(source.identity)
        self.all[source.identity] = source
        return source

    def _person(self, person: Person, organs: list[Organ]) -> Source:
        camp = camp_of_person(person, organs)
        fullest = max(person.names, key=lambda n: (len(n), sum(map(len, n)), n))
        words = max(len(p.names[0]) for p in person.profiles)
        source = self._add(
            Source(
                identity="person|" + " ".join(fullest),
                form=Form.PERSON,
                name=self._usual(p.written for p in person.profiles if len(p.names[0]) == words),
                written={p.written for p in person.profiles},
                camp=camp,
                public=True,
                sorts=camp.sorts,
                names=set(person.names),
                roles={p.said.role for p in person.told if p.said.role},
            )
        )
        source.military = any(_in_arms(p) for p in person.told)
        self._of.update({(p, ""): source.identity for p in person.profiles})
        return source

    def _organs(
        self,
        bodies: dict[Profile, Named],
        organs: Mapping[Named, Organ],
        held: list[tuple[Source, list[Organ], Person]],
    ) -> None:
        """Bodies, and offices without a name: each is its spokesman where it has one by name, and no other."""
        speakers: dict[int, list[Holder]] = {}
        holders: dict[str, list[tuple[Source, Person]]] = {}  # of offices of no body in particular
        for source, own, person in held:
            for role in {seat(p.said) for p in person.told if p.said.role and p.said.held and not own}:
                holders.setdefault(role, []).append((source, person))
            roles = frozenset(seat(p.said) for p in person.told if p.said.role and p.said.held)
            for organ in {id(o): o for o in own}.values():
                if roles:
                    voice = max(p.said.speaks + (p.said.spokes and p.said.speaks) for p in person.told)
                    speakers.setdefault(id(organ), []).append((source, roles, voice))
        made: dict[tuple[int, str], Source] = {}
        waiting: list[tuple[Source, Organ]] = []
        called: dict[Named, list[Profile]] = {}
        for one, named in bodies.items():
            called.setdefault(named, []).append(one)
        for named, organ in sorted(organs.items(), key=lambda row: sorted_by(row[0])):
            for one in sorted(called.get(named, ()), key=lambda p: (p.written, p.country or "")):
                role = seat(one.said)
                role = "" if one.said.spokes or not {"v", "o"} & set(one.said.flags) else role
                fits = [] if organ.may else _holders(speakers.get(id(organ), []), role, organ)
                fits = fits or _by_office(holders.get(role, []) if role else [], organ)
                source = (
                    fits[0] if len(fits) == 1 else made.get((id(organ), role)) or self._add(_source_of(organ, role))
                )
                if len(fits) != 1 and (id(organ), role) not in made:
                    made[id(organ), role] = source
                    waiting.append((source, organ))
                source.written.add(one.written)
                self._of[one, ""] = source.identity
                if len(fits) != 1:
                    source.bare = bare(one, named) and (source.bare or len(source.written) == 1)
        self._makers = {s.identity: {stem(w) for w in o.words} for s, o in waiting if o.sorts and "s" not in o.sorts}
        for source, organ in waiting:
            source.name = self._usual(source.written)
            if source.camp.name and source.camp.name.startswith("body:"):
                self.labels.setdefault(source.camp.name, source.name)
            others = [made.get((id(o), "")) for o in organ.may]
            source.may |= {s.identity for s in others if s is not None}

    def _others(self, rows: set[tuple[Profile, str]]) -> None:
        """Private persons and people without a name, each in its text; documents, once."""
        papers, may = join_documents(p.written for p, _ in rows if p.form is Form.DOCUMENT)
        made: dict[str, Source] = {}
        for one, text in sorted(rows, key=lambda row: (row[0].form.value, row[0].written, row[1])):
            if one.form is Form.PERSON and not one.public:
                self._private(one, text)
            elif one.form is Form.UNNAMED:
                self._unnamed(one, text)
            elif one.form is Form.DOCUMENT:
                made[papers[one.written]] = self._document(one, papers[one.written])
        for host, others in may.items():
            made[host].may |= {made[o].identity for o in others}

    def _private(self, one: Profile, text: str) -> None:
        name = " ".join(one.names[0])
        alike_name = " ".join(map(loose, one.names[0]))
        identity = f"private|{name}|{text}"
        camp = Camp(None, one.said.sorts, False, True)
        source = self.all.get(identity) or self._add(
            Source(
                identity,
                Form.PERSON,
                one.written,
                set(),
                camp,
                False,
                camp.sorts,
                alike=alike_name,
                names=set(one.names),
            )
        )
        if len(one.names[0]) == 1:  # "Vess": may always be the Vess whom others name in full
            source.may |= self._families.get(name, set())
        self._put(one, text, source)

    def _unnamed(self, one: Profile, text: str) -> None:
        camp = camp_of_people(one)
        identity = f"unnamed|{text}|{camp.name}|{''.join(sorted(camp.sorts))}"
        source = self.all.get(identity) or self._add(
            Source(identity, Form.UNNAMED, one.written, set(), camp, False, camp.sorts)
        )
        self._put(one, text, source)

    def _document(self, one: Profile, host: str) -> Source:
        kind, told = document_sort(host)
        identity = f"document|{kind}|{' '.join(sorted(told))}"
        maker = self._maker(told)
        if maker is not None:  # what a company says its pictures show is what they show
            self._put(one, "", maker)
            return maker
        camp = camp_of_paper(host, one.country) if kind in PAPERS else NO_CAMP
        source = self.all.get(identity) or self._add(
            Source(identity, Form.DOCUMENT, host, set(), camp, True, camp.sorts)
        )
        if kind in LETTERS:
            source.alike = LETTERS[kind]
        self._put(one, "", source)
        return source

    def _maker(self, told: frozenset[str]) -> Source | None:
        """The company or group that a picture is named after, if it speaks itself."""
        fits = [s for s in self._makers for word in told if word in self._makers[s]]
        return self.all[fits[0]] if len(set(fits)) == 1 else None

    def _usual(self, written: Iterable[str]) -> str:
        """The name that most articles use; of those the one that says most, and is still short enough for a line."""
        return max(
            written,
            key=lambda w: (
                "," not in w and len(w) <= 70,
                self._times.get(w, 0),
                w.isascii(),
                len(w.split()),
                len(w),
                w,
            ),
            default="",
        )

    def _put(self, one: Profile, text: str, source: Source) -> None:
        source.written.add(one.written)
        source.name = self._usual(source.written)
        self._of[one, text] = source.identity


def seat(said: Described) -> str:
    """The office: president, ruler and head of state have one."""
    noun = look_up(lexicon().people, said.role) if said.role and said.speaks else None
    return noun.body if noun is not None and noun.body in EVERYWHERE else said.role or ""


def _body(one: Profile, countries: set[str]) -> Named:
    """The body that a profile names; for one without any noun its own words, or the country that they are."""
    body, state = _stated(one.said.body or Body("~" + one.written.casefold(), frozenset(), None, SORTS), countries)
    return body, state or one.country


def _in_arms(one: Profile) -> bool:
    """True for who is of an army, or has a rank."""
    ranked = one.said.body is None and "r" in one.said.flags and one.said.sorts == {"s"}
    return ranked or (one.said.body is not None and one.said.body.branch == "military")


def _stated(body: Body, countries: set[str]) -> tuple[Body, str | None]:
    """The body; for a name that others are of as of a country its government, and the country."""
    state = state_named(body, countries)
    return (Body("government", frozenset(), "executive", frozenset("s")), state) if state is not None else (body, None)


def _own(person: Person, countries: set[str]) -> list[Named]:
    """The bodies that a person is of, each with the person's country where the words name none."""
    sole = next(iter(person.countries)) if len(person.countries) == 1 else None
    rows = {(*_stated(p.said.body, countries), p.country or sole) for p in person.told if p.said.body is not None}
    named = {(body, home or country) for body, home, country in rows}
    known = ((b, c) for b, c in named if c or b.words or b.head not in EVERYWHERE)
    return sorted(known, key=sorted_by)


def _holders(speakers: list[Holder], role: str, organ: Organ) -> list[Source]:
    """Who has this office by name; for a body itself those who only speak for it, or head what is no state's."""
    if role:
        return [s for s, roles, _ in speakers if role in roles]
    least = SPOKES if organ.sorts == {"s"} and organ.branch not in LOCALS else SPEAKS
    return [s for s, _, voice in speakers if voice >= least]


def _by_office(holders: list[tuple[Source, Person]], organ: Organ) -> list[Source]:
    """Who has an office of which his text does not tell the body; now it is known which body he is of."""
    fits = [s for s, p in holders if not organ.country or {organ.country} >= p.countries]
    if len(fits) == 1 and fits[0].camp.name is None:
        fits[0].camp = camp_of_organ(organ)
        fits[0].sorts = fits[0].camp.sorts
    return fits


def _source_of(organ: Organ, role: str) -> Source:
    camp = camp_of_organ(organ)
    told = f"{organ.head}|{' '.join(sorted(organ.words))}|{organ.country or ''}"
    found = Source(f"body|{told}|{role}", Form.BODY, "", set(), camp, True, camp.sorts)
    found.military = organ.branch == "military"
    return found
