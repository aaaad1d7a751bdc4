"""The rows of one ledger as those of another world: what each column holds, and how that is said there."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, TypeAlias

from bench.renaming import Vocabulary, Words, hashed
from bench.worldslots import WHERE, Slots
from sayso.engine.propositions import lead, placed
from sayso.engine.settling import Group, basis_of
from sayso.lineage.sketch import sketch
from sayso.store.assertions import find_weighed_articles, number_of
from sayso.store.connection import Reader
from sayso.store.keys import index_words
from sayso.store.matches import find_carried
from sayso.store.packing import unpack
from sayso.store.propositions import Bare
from sayso.types.weighing import Article, Assertion, Carried
from sayso.weighing.reviewed import NOTHING

Row: TypeAlias = tuple[Any, ...]
DAYS: Final = 14  # from one world to the next
LEVEL: Final = 6  # of zlib, as the program has it
HALF: Final = 2  # of the numbers of a meaning, one in so many changes places: claims of two worlds are half alike
DAY: Final = re.compile(r"(?<!\d)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dXW-])")
FIXED: Final = ("this article", "nobody named")
# What each column holds: see World.said; "+table" a number of that table, "#" that of an assertion.
HOLDS: Final = {
    "inputs": {"n": "+inputs", "origin": "origin", "sha256": "print"},
    "documents": {
        **{"n": "+documents", "id": "id", "text": "say", "sighting": "+sightings", "title": "say", "published": "date"},
        **{"publisher": "say", "url": "url"},
    },
    "sightings": {
        **{"n": "+sightings", "document": "id", "input": "+inputs", "origin": "origin", "title": "say"},
        **{"publisher": "say", "published": "date", "url": "url"},
    },
    "readings": {"document": "id", "report": "report"},
    "voices": {"document": "id", "id": "id", "name": "say", "key": "key", "published": "date"},
    "claims": {
        **{"n": "+claims", "id": "id", "document": "id", "text": "say", "voice": "say", "voice_key": "key"},
        **{"chain": "chain", "since": "date", "until": "date", "edtf": "date", "site": "say"},
    },
    "participants": {"claim": "+claims", "name": "say", "key": "key"},
    "families": {"first": "id", "root": "say"},
    "members": {"document": "id", "family": "id"},
    "derivations": {"child": "id", "parent": "id", "family": "id"},
    "quotes": {"child": "id", "parent": "id"},
    "assertions": {"number": "#", "id": "id", "document": "id", "told": "assertion"},
    "carried": {"child": "#", "parent": "#", "source": "id"},
    "propositions": {
        **{"n": "+propositions", "id": "id", "text": "say", "standing_reason": "names", "standing_since": "date"},
        **{"first_seen": "date", "last_seen": "date", "since": "date", "until": "date", "site": "say"},
        **{"weighed": "weighed"},
    },
    "origins": {"proposition": "+propositions", "id": "id", "name": "say", "camp": "camp"},
    "tellings": {"number": "#", "proposition": "+propositions"},
    "namings": {"document": "id", "told": "tellers"},
}
# Tables whose rows hang together in other ways.
OTHERS: Final = {
    "links": ("first", "second", "joins", "first_share", "second_share", "wording", "order", "passages"),
    "matches": ("first", "second", "related", "probability", "reasons"),
    "kinship": ("document", "family", "parents"),
    "sketches": ("number", "document", "size"),
    "features": ("feature", "number"),
    "blocks": ("key", "day", "number"),
    "documents_index": ("rowid", "title", "text"),
    "claims_index": ("rowid", "text", "voice", "keys", "voice_keys"),
}
PACKED: Final = ("report", "assertion", "weighed", "tellers")


class Base:
    """A ledger whose rows are told anew, as rows of values and slots."""

    def __init__(self, ledger: Reader) -> None:
        self.tables = {
            table: ledger.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in (*HOLDS, "links")
        }
        self.matches = ledger.execute("SELECT * FROM matches").fetchall()
        self.kinship = ledger.execute("SELECT * FROM kinship").fetchall()
        self.blocked = {n for (n,) in ledger.execute("SELECT DISTINCT number FROM blocks")}
        ids = [row["id"] for row in self.tables["documents"]]
        self.articles = len(ids)
        self.weighed = find_weighed_articles(ledger, ids)
        self.ids = {row["number"]: row["id"] for row in self.tables["assertions"]}
        self.taken = find_carried(ledger, self.ids)
        self.most = {
            holds["n"][1:]: max((row["n"] for row in self.tables[table]), default=0)
            for table, holds in HOLDS.items()
            if "n" in holds
        }
        self.slots: dict[bytes, Slots] = {}
        for table, holds in HOLDS.items():
            for column, kind in holds.items():
                if kind in PACKED:
                    for row in self.tables[table]:
                        self.slots[row[column]] = Slots.of(row[column], WHERE[kind])
        self.origins = {row["id"]: (row["kind"], row["name"]) for row in self.tables["origins"]}
        self.vocabulary = self._vocabulary()
        self.columns = {table: _columns(ledger, table) for table in HOLDS} | OTHERS
        self.keys = self._keys()

    def _keys(self) -> dict[int, list[str]]:
        """Keys of those who take part, by the number of the claim, in the order in which they are told."""
        out: dict[int, list[str]] = defaultdict(list)
        for row in sorted(self.tables["participants"], key=lambda row: (row["role"], row["place"])):
            if row["key"] and row["key"] not in out[row["claim"]]:
                out[row["claim"]].append(row["key"])
        return out

    def _vocabulary(self) -> Vocabulary:
        documents = self.tables["documents"]
        texts = [row[name] for row in documents for name in ("text", "title") if row[name]]
        known = [row["publisher"] for row in documents if row["publisher"]]
        for row in self.tables["readings"]:
            told = json.loads(zlib.decompress(row["report"]))["grounding"]
            known += [place["name"] for place in told["places"] if place["location"]]
            known += [place["location"]["name"] for place in told["places"] if place["location"]]
            known += [actor["name"] for actor in told["actors"] if actor["country"]]
        return Vocabulary(texts, known)


def _columns(ledger: Reader, table: str) -> tuple[str, ...]:
    return tuple(name for _, name, *_ in ledger.execute(f"PRAGMA table_info({table})"))


class Told(dict[str, str]):
    """What texts of one kind are in a world, as JSON: worked out when it is asked for."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say

    def __missing__(self, text: str) -> str:
        found = self[text] = json.dumps(self.say(text), ensure_ascii=False)
        return found


class World:
    """The rows of one world: ``number`` says in which words and when, ``place`` where its rows stand in the ledger."""

    def __init__(self, base: Base, ledger: Reader, number: int, place: int = 0, taken: set[int] | None = None) -> None:
        self.base, self.ledger, self.number = base, ledger, number
        self.taken = set() if taken is None else taken  # numbers of sketches
        self.words = Words(base.vocabulary, number)
        self.later = timedelta(days=-DAYS * number)
        self.ids: dict[str, str] = {}
        for row in base.tables["documents"]:
            self.ids[row["id"]] = "d_" + sha256(self.words.say(row["text"]).encode()).hexdigest()[:16]
        self.days: dict[str, str] = {}
        self.numbers = {n: number_of(self.id(id)) for n, id in base.ids.items()}
        self.kinds: dict[str, Callable[[Any], Any]] = {
            **{"id": self.id, "say": self.words.say, "names": self.words.say_names, "date": self.date},
            **{"key": self.words.keyed, "stem": self.words.stemmed, "meaning": self.meaning, "camp": self.camp},
            **{"origin": self.origin, "print": self.print_, "url": self.url, "chain": self.chain},
            **{kind: self.packed for kind in PACKED},
            "#": self.numbers.__getitem__,
        }
        for table, most in base.most.items():
            self.kinds["+" + table] = (most * place).__add__
        self.told = {kind: Told(say) for kind, say in self.kinds.items() if kind not in PACKED}

    def id(self, id: str) -> str:
        """Another id; that of a named origin stays where its name does."""
        found = self.ids.get(id)
        if found is None:
            head, digits = id.split("_")
            kind, name = self.base.origins.get(id, ("", ""))
            if not self.number or kind in ("named", "channel") and self.words.say(name) == name:
                found = id
            elif head == "p":
                found = "p_" + self.id("c_" + digits)[2:]
            else:
                found = f"{head}_{hashed(self.number, head, digits):016x}"[: len(id)]
            self.ids[id] = found
        return found

    def date(self, text: str) -> str:
        """Days, months and years in a text of ISO 8601 or EDTF, of this world's time."""
        found = self.days.get(text)
        if found is None:
            found = self.days[text] = DAY.sub(self._day, text) if self.number else text
        return found

    def _day(self, match: re.Match[str]) -> str:
        year, month, day = match.groups()
        if month and int(month) > 12:  # a season or a quarter of EDTF
            return match[0]
        moment = date(int(year), int(month or 1), int(day or 1)) + self.later
        return moment.isoformat()[: len(match[0])]

    def meaning(self, packed: str) -> str:
        """A vector as far from the others of its world, and half alike to that of any other world."""
        if not self.number or not packed:
            return packed
        raw = b64decode(packed)
        half = len(raw) // HALF
        turn = self.number % half
        return b64encode(raw[:half] + raw[half + turn :] + raw[half : half + turn]).decode("ascii")

    def camp(self, camp: str) -> str:
        """The camp that goes by such a name here."""
        head, _, name = camp.partition(":")
        return f"{head}:{self.words.say(name)}"

    def origin(self, origin: str) -> str:
        """Where a text was found."""
        return f"world-{self.number}/{origin}" if self.number else origin

    def print_(self, print_: str) -> str:
        """A hash of an input."""
        return sha256(f"{print_} {self.number}".encode()).hexdigest() if self.number else print_

    def url(self, url: str) -> str:
        """An address of its own."""
        return f"{url}{'&' if '?' in url else '?'}edition={self.number}" if self.number else url

    def chain(self, chain: str) -> str:
        """Names, parted as the program parts them."""
        return " > ".join(name if name in FIXED else self.words.say(name) for name in chain.split(" > "))

    def packed(self, packed: bytes) -> bytes:
        """What the store packed, with this world's texts in its slots."""
        return zlib.compress(self.plain(packed).encode(), LEVEL)

    def plain(self, packed: bytes) -> str:
        """The same as JSON."""
        slots = self.base.slots[packed]
        parts = [slots.first]
        for kind, value, literal in slots.rest:
            parts += (self.told[kind][value], literal)
        return "".join(parts)

    def rows(self) -> Iterator[tuple[str, list[Row]]]:
        """Tables and what is to be put into them, in order."""
        others = self._others()
        for table in self.base.columns:
            if table == "claims":
                yield table, [self._claim(row) for row in self.base.tables[table]]
            elif table == "propositions":
                yield table, self._propositions()
            elif table in HOLDS:
                yield table, self._plain(table)
            else:
                yield table, others[table]

    def _plain(self, table: str) -> list[Row]:
        holds, columns = HOLDS[table], self.base.columns[table]
        kinds = [self.kinds.get(holds.get(column, "")) for column in columns]
        return [
            tuple([say(value) if say and value is not None else value for say, value in zip(kinds, row, strict=True)])
            for row in self.base.tables[table]
        ]

    def _claim(self, row: Mapping[str, Any]) -> Row:
        keys, voice_keys = self._keys(row)
        return self._row("claims", row, {"keys": keys, "voice_keys": voice_keys})

    def _keys(self, row: Mapping[str, Any]) -> tuple[str, str]:
        """Keys of who takes part in a claim, and of its voice, as words of the index."""
        keys = dict.fromkeys(self.words.keyed(key) for key in self.base.keys[row["n"]])
        return index_words(keys), index_words([self.words.keyed(row["voice_key"])] if row["voice_key"] else [])

    def _row(self, table: str, row: Mapping[str, Any], own: Mapping[str, Any]) -> Row:
        """A row as it is told here, with some values of its own."""
        holds = HOLDS[table]
        out = []
        for column in self.base.columns[table]:
            value, say = row[column], self.kinds.get(holds.get(column, ""))
            out.append(own[column] if column in own else say(value) if say and value is not None else value)
        return tuple(out)

    def _others(self) -> dict[str, list[Row]]:
        base = self.base
        kinship = [(self.id(d), self.id(f) if f else f, self._parents(by)) for d, f, by in base.kinship]
        matches = []
        for first, second, related, probability, why in base.matches:
            pair = sorted((self.numbers[first], self.numbers[second]))
            matches.append((*pair, related, probability, self.words.say_names(why)))
        sketches, features = self._sketched()
        texts = [told for _, told in self._texts("documents", "title", "text")]
        claims = [(*told, *self._keys(row)) for row, told in self._texts("claims", "text", "voice")]
        return {
            **{"links": [self._link(row) for row in base.tables["links"]], "matches": sorted(matches)},
            **{"kinship": kinship, "sketches": sketches, "features": features, "blocks": self._blocks()},
            **{"documents_index": texts, "claims_index": claims},
        }

    def _texts(self, table: str, *columns: str) -> Iterator[tuple[Any, Row]]:
        for row in self.base.tables[table]:
            said = [self.words.say(row[column]) if row[column] else row[column] for column in columns]
            yield row, (self.kinds["+" + table](row["n"]), *said)

    def _parents(self, told: str | None) -> str | None:
        if not told:
            return told
        return "; ".join(sorted(f"{self.id(id)} {why}" for id, why in (by.split(" ", 1) for by in told.split("; "))))

    def _link(self, row: Mapping[str, Any]) -> Row:
        first, second = self.id(row["first"]), self.id(row["second"])
        shares, passages = (row["first_share"], row["second_share"]), row["passages"]
        if first > second:
            first, second, shares = second, first, shares[::-1]
            passages = json.dumps(sorted([c, d, a, b] for a, b, c, d in json.loads(passages)), separators=(",", ":"))
        return first, second, row["joins"], *shares, row["wording"], row["order"], passages

    def _sketched(self) -> tuple[list[Row], list[Row]]:
        sketches, features = [], []
        for row in self.base.tables["documents"]:
            found = sketch(self.words.say(row["text"])).features.tolist()
            id = self.id(row["id"])
            number = int(id[2:10], 16) - 2**31
            while number in self.taken:
                number += 1
            self.taken.add(number)
            sketches.append((number, id, len(found)))
            features += [(feature, number) for feature in found]
        return sketches, sorted(features)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """What weighing knows of the documents of this world."""
        say, out = self.words.say, {}
        for a in self.base.weighed.values():
            dated, title = self.date(a.published) if a.published else None, say(a.title) if a.title else None
            url = self.url(a.url) if a.url else None
            out[self.id(a.id)] = Article(self.id(a.id), a.outlet, dated, title, url, self.id(a.text_id))
        return out

    def _blocks(self) -> list[Row]:
        own: dict[str, dict[int, Assertion]] = defaultdict(dict)
        for row in self.base.tables["assertions"]:
            if row["number"] in self.base.blocked:
                made = unpack(Assertion, self.bare[self.id(row["id"])].told)
                own[made.document][self.numbers[row["number"]]] = made
        there = [p for those in own.values() for p in (*placed(those, self.articles), *lead(those, self.articles))]
        return sorted({(key, p.day, p.number) for p in there for key in p.keys})

    @cached_property
    def bare(self) -> dict[str, Bare]:
        """The assertions of this world as they are kept, by id."""
        rows = self.base.tables["assertions"]
        return {
            self.id(r["id"]): Bare(
                self.numbers[r["number"]], self.id(r["document"]), r["modality"], self.packed(r["told"])
            )
            for r in rows
        }

    def _propositions(self) -> list[Row]:
        members: dict[int, list[str]] = defaultdict(list)
        for row in self.base.tables["tellings"]:
            members[row["proposition"]].append(self.id(self.base.ids[row["number"]]))
        taken = [
            Carried(self.id(c.child), self.id(c.parent) if c.parent else None, self.id(c.source), c.span)
            for c in self.base.taken
        ]
        named = {self.id(row["document"]): self.packed(row["told"]) for row in self.base.tables["namings"]}
        group = Group(self.bare, {c.child: c for c in taken}, self.articles, named, self.ledger, NOTHING)
        return [
            self._row("propositions", row, {"basis": basis_of(group, members[row["n"]])})
            for row in self.base.tables["propositions"]
        ]
