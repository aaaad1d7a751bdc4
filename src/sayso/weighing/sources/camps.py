"""Camps: those who may speak from one knowledge, as the organs of one state do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.weighing.sources.lexicon import SORTS, lexicon
from sayso.weighing.sources.organs import Organ
from sayso.weighing.sources.people import Person
from sayso.weighing.sources.phrases import INTERNATIONAL, describe, items_of, stem
from sayso.weighing.sources.profiles import Profile

WORD = re.compile(r"[^\W\d_]+")
STATE = frozenset("s")


@dataclass(frozen=True, slots=True)
class Camp:
    """A camp as far as it is known. ``stateless`` is an organ of a state that nothing tells the country of;

    ``open`` one that people without a name may be of, though no country or body of theirs is known to be its own.
    """

    name: str | None
    sorts: frozenset[str]
    stateless: bool
    open: bool


def camp_of_organ(organ: Organ) -> Camp:
    """A body's camp: its state, the organisation of states that it is of, or itself.

    A town hall is of its state where that is named; else it speaks for itself, as nobody's organ.
    """
    if organ.head[1:] in INTERNATIONAL:
        return Camp(f"body:{organ.head[1:]}", organ.sorts, False, False)
    if organ.branch == "town" and organ.country is None:
        return Camp(None, organ.sorts, False, True)
    if organ.sorts == STATE:
        return _state(organ.country)
    words = " ".join(sorted(organ.words | {organ.head.lstrip("~")}))
    return Camp(f"body:{words}", organ.sorts, False, organ.sorts == SORTS)


def camp_of_person(person: Person, organs: Sequence[Organ]) -> Camp:
    """The camp of the body that a person is of; of its state, where a rank or an office is all that is known."""
    if organs:
        camps = [camp_of_organ(o) for o in organs]
        return min(camps, key=lambda c: (c.stateless, c.sorts != STATE, c.name or ""))
    if person.sorts == STATE:
        return _state(min(person.countries) if len(person.countries) == 1 else None)
    return Camp(None, person.sorts, False, True)


def camp_of_people(people: Profile) -> Camp:
    """The camp of people without a name: a state's, if they can only be of one and its country is named."""
    body = people.said.body
    if people.said.sorts == STATE:
        return _state(people.country)
    if body is not None and body.sorts != SORTS and "s" not in body.sorts and body.words:
        return camp_of_organ(Organ(body.head, body.words, people.country, body.sorts, body.branch))
    return Camp(None, people.said.sorts, False, True)


def camp_of_paper(written: str, country: str | None) -> Camp:
    """Whose paper it is: a state's, where a country is named and nobody but its organs."""
    said = describe(written)
    country = said.country or country
    people = [i.noun for i in items_of(written) if i.kind == "people" and i.noun is not None]
    private = any("s" not in noun.sorts for noun in people)
    if not private and (said.body is not None and said.body.state or (country and "s" in said.sorts)):
        return _state(country)
    return Camp(None, SORTS, False, True)


def state(country: str | None) -> str | None:
    """The name of the camp of a state: its code, or the stem of a name that no table has."""
    return f"state:{country}" if country else None


def called(camp: str, labels: Mapping[str, str]) -> str:
    """A camp in words for a reader; ``labels`` are those of countries that no table has."""
    kind, _, name = camp.partition(":")
    if camp in labels:
        return labels[camp]
    if kind == "state":
        return lexicon().names.get(name) or name.lstrip("~").title()
    return " ".join(w.title() if len(w) > 3 else w.upper() for w in name.split())


def _state(country: str | None) -> Camp:
    return Camp(state(country), STATE, country is None, country is None)


def labels(countries: set[str], written: Iterable[str]) -> dict[str, str]:
    """Countries that no table has, in the articles' words: as a noun if one of them has it so."""
    words: dict[str, set[str]] = {}
    for word in {w for name in written for w in WORD.findall(name) if w[:1].isupper()}:
        if stem(word) in countries:
            words.setdefault(stem(word), set()).add(word)
    adjectives = ("an", "ese", "ish", "i")
    return {f"state:{c}": min(own, key=lambda w: (w.endswith(adjectives), len(w), w)) for c, own in words.items()}
