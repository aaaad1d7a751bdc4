"""The table of dated conflict events and the list of words for events, read once from ``data/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from sayso.grounding.times import intervals as cal


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its words, whether it lasts, and the group of kinds that may stand for one another."""

    name: str
    lasting: bool
    group: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the table: its first day, phrases that name it alone, and the kinds that mean it in its context.

    ``strict`` are those kinds that mean it only when a context word stands in the same sentence.
    """

    begin: date
    name: str
    kinds: frozenset[str]
    strict: frozenset[str]
    context: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The table and the patterns that find its phrases, its context words and the words for events in a text."""

    kinds: Mapping[str, Kind]  # by word, in lower case
    event_words: re.Pattern[str]
    entries: tuple[Entry, ...]
    phrases: Mapping[str, Entry]  # by phrase, in lower case
    phrase_words: re.Pattern[str]
    by_context: Mapping[str, tuple[Entry, ...]]  # by context word as written
    context_words: re.Pattern[str]


def _alternatives(words: list[str]) -> str:
    """One of ``words``, the longest first; those with one first letter together, as trying each everywhere is slow."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in groups.items())


def _lines(name: str) -> list[str]:
    text = files("sayso.grounding.times").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _kinds() -> dict[str, Kind]:
    out: dict[str, Kind] = {}
    for line in _lines("events.txt"):
        head, words = line.split(":", 1)
        name, _, group = head.partition("/")
        kind = Kind(name.rstrip("+"), name.endswith("+"), group or None)
        for quoted, single in re.findall(r'"([^"]+)"|(\S+)', words):
            out.setdefault(quoted or single, kind)
    return out


@cache
def table() -> Table:
    """The table, read from the package's data on first use."""
    kinds, entries = _kinds(), []
    phrases: dict[str, Entry] = {}
    by_context: dict[str, list[Entry]] = {}
    for line in _lines("anchors.tsv"):
        day, name, named, means, context = (line.split("\t") + [""] * 5)[:5]
        listed = [k for k in means.split("|") if k]
        words = frozenset(w for w in context.split("|") if w)
        entry = Entry(
            date.fromisoformat(day),
            name,
            frozenset(k.rstrip("!") for k in listed),
            frozenset(k.rstrip("!") for k in listed if k.endswith("!")),
            words,
        )
        entries.append(entry)
        for phrase in filter(None, named.split("|")):
            phrases[phrase.lower()] = entry
        for word in words:
            by_context.setdefault(word, []).append(entry)
    return Table(
        kinds,
        re.compile(rf"(?<![\w-])(?:{_alternatives(list(kinds))})(?![\w-])", re.I),
        tuple(entries),
        phrases,
        re.compile(rf"(?<![\w-])(?:{_alternatives(list(phrases))})(?![\w-])", re.I),
        {word: tuple(found) for word, found in by_context.items()},
        re.compile(rf"(?<![\w-])(?:{_alternatives(list(by_context))})(?![\w-])"),
    )


@cache
def periods() -> Mapping[str, tuple[str, str]]:
    """First and last day (or year) of named periods of history, by their names in lower case without "the"."""
    out = {}
    for line in _lines("periods.tsv"):
        first, last, names = line.split("\t")
        out.update({name.lower(): (first, last) for name in names.split("|")})
    return out


def begin_of(entry: Entry) -> datetime:
    """Midnight of the event's first day."""
    return cal.at(entry.begin)
