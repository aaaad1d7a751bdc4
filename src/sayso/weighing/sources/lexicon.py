"""The word lists of this folder, read once: nouns for people and bodies, countries, documents, outlets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

SORTS = frozenset("socembfa")  # whom somebody may be: see data/people.tsv
LONGEST = 4  # words of an entry


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun for people or a body says: ``sorts`` of people, ``flags``, and the body or branch of it."""

    sorts: frozenset[str]
    flags: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists with keys in lower case, without full stops; their columns are explained at the head of each file."""

    people: Mapping[str, Noun]
    bodies: Mapping[str, Noun]
    countries: Mapping[str, str]  # names, capitals, nationalities -> ISO 3166-1 alpha-2
    names: Mapping[str, str]  # code -> the country's name
    known: Mapping[str, tuple[str, str]]  # a body's name -> country, what it is
    documents: Mapping[str, str]
    common: frozenset[str]
    outlets: Mapping[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the lists that come with the package."""
    countries: dict[str, str] = {}
    names: dict[str, str] = {}
    for code, called, capitals, nations in _rows("countries.tsv", 4):
        names[code] = called.split("|")[0]
        for word in "|".join((called, capitals, nations)).split("|"):
            if word:
                countries.setdefault(plain(word), code)
    known = {}
    for code, what, called in _rows("known_bodies.tsv", 3):
        known.update({plain(name): (code, what) for name in called.split("|")})
    outlets = {}
    for (spelt,) in _rows("outlets.tsv", 1):
        spellings = spelt.split("|")
        outlets.update({plain(s): spellings[0] for s in spellings})
    return Lexicon(
        people=_nouns(_rows("people.tsv", 4)),
        bodies=_nouns((sorts, "", branch, nouns) for sorts, branch, nouns in _rows("bodies.tsv", 3)),
        countries=countries,
        names=names,
        known=known,
        documents={plain(n): kind for kind, nouns in _rows("documents.tsv", 2) for n in nouns.split(", ")},
        common=frozenset(" ".join(line for (line,) in _rows("common.txt", 1)).split()),
        outlets=outlets,
    )


def plain(words: str) -> str:
    """Words in the form of the keys: lower case, one spelling of "defence", no full stops, single spaces."""
    return " ".join(words.casefold().replace(".", "").replace("’", "'").replace("defense", "defence").split())


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun of the lists in the singular: "ministries", "spokesmen", "watches"; other words lose their "s" alone."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith(("ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


def look_up(table: Mapping[str, Noun], words: str) -> Noun | None:
    """The entry of a noun in singular or plural."""
    return table.get(words) or table.get(singular(words))


def _nouns(rows: Iterator[tuple[str, ...]]) -> dict[str, Noun]:
    out: dict[str, Noun] = {}
    for sorts, flags, body, nouns in rows:
        known = SORTS if sorts == "*" else frozenset(sorts) & SORTS
        entry = Noun(known, flags.replace("-", ""), None if body == "-" else body)
        for noun in nouns.split(", "):
            out.setdefault(plain(noun), entry)
    return out


def _rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    text = files("sayso.weighing").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield tuple((cells + [""] * columns)[:columns])
