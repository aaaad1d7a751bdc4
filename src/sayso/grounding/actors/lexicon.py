"""The lists of the actor rules, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sayso.grounding.actors.tokens import singular


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists with keys in lower case; the flags are explained at the head of each file in ``data/``."""

    persons: Mapping[str, str]
    bodies: Mapping[str, str]
    genders: Mapping[str, str]
    countries: Mapping[str, str]  # name -> ISO 3166-1 alpha-2
    seats: Mapping[str, str]  # capital or palace -> code
    demonyms: Mapping[str, str]  # in the singular -> code
    starts: Mapping[str, int]  # first word of a noun for persons or bodies -> words of the longest such noun

    def person(self, noun: str) -> str | None:
        """Flags of a noun for a single person in singular form, ``None`` when it is no such noun."""
        return self.persons.get(noun)

    def body(self, noun: str) -> str | None:
        """Kind of a noun for a body or a group as it is written, else of its singular; ``None`` for others."""
        kind = self.bodies.get(noun)
        if kind is None:
            kind = self.bodies.get(singular(noun))
            kind = None if kind == "g" else kind
        return kind

    def demonym(self, key: str) -> str | None:
        """Code of the country that a nationality belongs to ("Belarusian", "Belarusians")."""
        return self.demonyms.get(key) or (self.demonyms.get(key[:-1]) if key.endswith("s") else None)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the lists that come with the package (some 3,000 entries, a few milliseconds)."""
    countries: dict[str, str] = {}
    seats: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for code, names, capitals, people in _rows("states.tsv", 4):
        countries |= {name.rstrip("."): code for name in names.split("|") if name}
        seats |= {name: code for name in capitals.split("|") if name}
        demonyms |= {name: code for name in people.split("|") if name}
    for code, names in _rows("seats.tsv", 2):
        seats |= {name: code for name in names.split("|")}
    persons, bodies = _listed("persons.txt"), _listed("bodies.txt")
    starts: dict[str, int] = {}
    for noun in (*persons, *bodies):
        first, *rest = noun.split(" ")
        starts[first] = max(starts.get(first, 0), 1 + len(rest))
    return Lexicon(
        persons=persons,
        bodies=bodies,
        starts=starts,
        genders={name: gender for gender, names in _rows("given_names.txt", 2) for name in names.split()},
        countries=countries,
        seats=seats,
        demonyms=demonyms,
    )


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    text = files("sayso.grounding.actors").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, *cells = line.split("\t")
            cells = [cell.casefold() for cell in cells]
            yield [code, *cells, *[""] * (columns - 1 - len(cells))]


def _listed(name: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for flags, nouns in _rows(name, 2):
        for noun in nouns.split(", "):
            out.setdefault(noun, flags)
    return out
