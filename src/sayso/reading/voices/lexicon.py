"""The word lists of the voice rules: plain data files, read once by whoever holds a ``Lexicon``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from sayso.reading.voices.words import singular


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists, keys in lower case. Flags are explained at the head of each file in ``data/``."""

    roles: Mapping[str, str]
    organisations: Mapping[str, str]
    hearsay: frozenset[str]
    crowds: frozenset[str]
    documents: frozenset[str]
    channels: frozenset[str]
    media: frozenset[str]
    media_names: frozenset[str]
    outlets: frozenset[str]
    genders: Mapping[str, str]
    generic: frozenset[str]  # first words of names that need their owner: "Foreign Ministry"
    countries: frozenset[str]
    capitals: frozenset[str]
    nationalities: frozenset[str]
    synonyms: Mapping[str, frozenset[str]]
    cues: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]  # words and beginnings of words

    def cue(self, kind: str, keys: Iterable[str]) -> bool:
        """True when a word of a cue belongs to a class of ``cues.txt``."""
        whole, beginnings = self.cues[kind]
        return any(key in whole or key.startswith(beginnings) for key in keys)

    def same_noun(self, one: str, other: str) -> bool:
        """True when two singular nouns may stand for the same voice."""
        one, other = one.rsplit(" ", 1)[-1], other.rsplit(" ", 1)[-1]
        return one == other or other in self.synonyms.get(one, frozenset())

    def role(self, noun: str) -> str | None:
        """Flags of a noun for persons ("" when it has none), ``None`` when it is no such noun."""
        flags = self.roles.get(noun)
        return flags if flags is not None else self.roles.get(singular(noun))

    def organisation(self, noun: str) -> str | None:
        """Flags of a head noun of organisations, ``None`` when it is none."""
        flags = self.organisations.get(noun)
        if flags is not None and "p" not in flags:
            return flags
        flags = self.organisations.get(singular(noun))
        return flags if flags is not None and ("p" not in flags or singular(noun) != noun) else None

    def known_outlet(self, name: str) -> bool:
        """True when a name is in the list of news media."""
        return name.casefold().removeprefix("the ") in self.outlets

    def is_outlet(self, name: str) -> bool:
        """True when a name is a known news medium or holds a word that makes it one."""
        if self.known_outlet(name):
            return True
        key = name.casefold().removeprefix("the ")
        parts = key.replace("-", " ").split()
        return len(parts) > 1 and any(p in self.media_names for p in (parts[0], parts[-1]))


def load_lexicon() -> Lexicon:
    """Read the lists that come with the package (about 3,000 entries, a few milliseconds)."""
    countries, capitals, nationalities = _countries()
    unnamed = _flagged("unnamed.txt")
    return Lexicon(
        roles=_flagged("roles.txt"),
        organisations=_flagged("organisations.txt"),
        hearsay=frozenset(noun for noun, flags in unnamed.items() if "n" in flags),
        crowds=frozenset(noun for noun, flags in unnamed.items() if "n" not in flags),
        documents=frozenset(_flagged("documents.txt")),
        channels=frozenset(_flagged("channels.txt")),
        media=frozenset(_flagged("media.txt")),
        media_names=frozenset(_flagged("media_names.txt")),
        outlets=frozenset(name for line in _lines("outlets.txt") for name in line.casefold().split("|")),
        genders=_genders(),
        generic=frozenset(_flagged("generic.txt")),
        countries=countries,
        capitals=capitals | {name.casefold() for name in _lines("seats.txt")},
        nationalities=nationalities,
        synonyms=_synonyms(),
        cues=_cues(),
    )


def _lines(name: str) -> Iterator[str]:
    text = files("sayso.reading.voices").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _flagged(name: str) -> dict[str, str]:
    """Entry -> flags; an entry without flags has ''."""
    out: dict[str, str] = {}
    for line in _lines(name):
        entry, _, flags = line.partition("\t")
        out[entry.strip().casefold()] = flags.strip()
    return out


def _genders() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in _lines("first_names.txt"):
        gender, _, names = line.partition("\t")
        out.update((name, gender) for name in names.casefold().split())
    return out


def _cues() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    stems: dict[str, list[str]] = {}
    for line in _lines("cues.txt"):
        kind, _, found = line.partition("\t")
        stems.setdefault(kind, []).extend(found.split())
    return {
        kind: (frozenset(s for s in found if s[-1] != "*"), tuple(s[:-1] for s in found if s[-1] == "*"))
        for kind, found in stems.items()
    }


def _synonyms() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for line in _lines("synonyms.txt"):
        for noun in line.split():
            out[noun] = out.get(noun, frozenset()) | frozenset(line.split())
    return out


def _countries() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    columns: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for line in _lines("countries.tsv"):
        _, *cells = line.casefold().split("\t")
        for column, cell in zip(columns, cells, strict=True):
            column.update(name.rstrip(".") for name in cell.split("|") if name)
    names, capitals, people = columns
    plurals = {p + "s" for p in people if not p.endswith(("s", "sh", "ch", "ese", "z"))}
    return frozenset(names), frozenset(capitals), frozenset(people | plurals)
