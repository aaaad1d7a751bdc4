"""What the tellers of one proposition tell of each other: towns that are no countries, countries taken for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sayso.weighing.sources.lexicon import lexicon, plain
from sayso.weighing.sources.organs import MOST, Named, sorted_by
from sayso.weighing.sources.phrases import INTERNATIONAL, Body, stem
from sayso.weighing.sources.profiles import Form, Profile
from sayso.weighing.sources.spelling import place_key

TOWNS: Final = frozenset(("local", "town", "medical"))  # branches whose bodies are called after their town
LEAST: Final = 2  # words of a name that say whose it is
PLACE: Final = 5  # letters of the names of places that are compared by their sound


def spelt(named: Iterable[Named]) -> dict[Named, Named]:
    """Bodies with the names of places in one spelling: the administration of Cherson is that of Kherson."""
    rows = set(named)
    known = lexicon().common
    words = {w for body, _ in rows for w in body.words if len(w) >= PLACE and w.isalpha() and w not in known}
    by_sound: dict[str, str] = {}
    for word in sorted(words):
        by_sound.setdefault(place_key(word), word)
    same = {w: by_sound[place_key(w)] for w in words if by_sound[place_key(w)] != w}
    out: dict[Named, Named] = {}
    for body, country in rows:
        if body.words & same.keys():
            head = "~" + same.get(body.head[1:], body.head[1:]) if body.head.startswith("~") else body.head
            kept = frozenset(same.get(w, w) for w in body.words)
            out[body, country] = (replace(body, head=head, words=kept), country)
    return out


def shortened(named: Iterable[Named]) -> dict[Named, Named]:
    """Bodies that others name with a word more: "Civic Forward" and its party, "Third Assault" and its brigade.

    Two words at least must be the same, three where a noun is one of them, and only one body may have them.
    """
    rows = set(named)
    whole = {row: row[0].words | ({row[0].head} if not row[0].head.startswith("~") else set()) for row in rows}
    by_word: dict[str, list[Named]] = {}
    for row in sorted(rows, key=sorted_by):
        for word in whole[row]:
            by_word.setdefault(word, []).append(row)
    out: dict[Named, Named] = {}
    for row in rows:
        body, country = row
        words, proper = whole[row], body.head.startswith("~")
        if len(words) < (LEAST if proper else LEAST + 1) or body.head[1:] in INTERNATIONAL:
            continue
        others = [o for o in by_word[min(words)][:MOST] if words < whole[o] and o[0].head != body.head]
        others = [o for o in others if None in (country, o[1]) or country == o[1]]
        longer = {o for o in others if not o[0].head.startswith("~")}
        if len({(o[0].head, o[0].words) for o in longer}) == 1:
            best = min(longer, key=lambda o: (o[1] is None, o[1] or ""))
            out[row] = (best[0], best[1] or country)
    return out


def bare(one: Profile, named: Named) -> bool:
    """True for the name of a country or its capital alone, or for an army of which no more is said."""
    body, country = named
    if body.head == "army" and not body.words and one.said.role is None:
        return True
    return body.head == "government" and country is not None and one.said.role is None and len(one.written.split()) == 1


def seats(profiles: set[Profile], known: Mapping[Profile, Profile], also: set[str]) -> dict[Profile, Profile]:
    """Bodies of a town that is no country to anybody else here: "the ministry in Brackholm" is some state's."""
    countries = {p.country for p in profiles if p.country and not p.said.seat} | also
    back: dict[Profile, list[Profile]] = {}
    for one, other in known.items():
        back.setdefault(other, []).append(one)
    out: dict[Profile, Profile] = {}
    for one in profiles:
        if one.said.seat and one.country == one.said.country and one.country not in countries:
            plain = replace(one, country=None, said=replace(one.said, country=None, seat=False))
            out |= dict.fromkeys((one, *back.get(one, ())), plain)
    return out


def states(profiles: set[Profile], known: Mapping[Profile, Profile], also: set[str]) -> dict[Profile, Profile]:
    """Names that were taken for a person's and are those of a country that other names are of ("Sulmar denies")."""
    countries = {p.country for p in profiles if p.country} | also
    families = {n[-1] for p in profiles if p.form is Form.PERSON for n in p.names if len(n) > 1}
    back: dict[Profile, list[Profile]] = {}
    for one, other in known.items():
        back.setdefault(other, []).append(one)
    out: dict[Profile, Profile] = {}
    for one in profiles:
        if one.form is not Form.PERSON or one.public or len(one.names[0]) > 1 or one.said.role is not None:
            continue
        own = one.said.country or stem(one.written)
        if own in countries and one.names[0][0] not in families and not one.written.isupper():
            body = Body("government", frozenset(), "executive", frozenset("s"))
            said = replace(one.said, body=body, country=own, sorts=body.sorts)
            state = replace(one, form=Form.BODY, names=(), said=said, country=own, public=True)
            out |= dict.fromkeys((one, *back.get(one, ())), state)
    return out


def bodies(profiles: set[Profile], known: Mapping[Profile, Profile]) -> dict[Profile, Profile]:
    """Names that were taken for people's and are those of a body, or of the town of the only body that has it.

    "Empty Chairs insists", where another text has that speak as a body; "Marun says" of the Marun District Hospital.
    """
    spoken = {plain(p.written): p for p in sorted(profiles, key=lambda p: p.written) if p.form is Form.BODY}
    of_town: dict[str, set[Body]] = {}
    for one in profiles:
        body = one.said.body
        for word in body.words if body is not None and body.branch in TOWNS else ():
            of_town.setdefault(word, set()).add(body)  # type: ignore[arg-type]
    back: dict[Profile, list[Profile]] = {}
    for one, other in known.items():
        back.setdefault(other, []).append(one)
    out: dict[Profile, Profile] = {}
    for one in profiles:
        private = one.form is Form.UNNAMED or (one.form is Form.PERSON and not one.public)
        if not private or not one.written[:1].isupper():
            continue
        name = plain(one.written)
        here = of_town.get(name, set()) if one.form is Form.PERSON and one.said.role is None else set()
        body = next(iter(here)) if len(here) == 1 else None
        found = spoken.get(name)
        if body is not None:
            said = replace(one.said, body=body, sorts=body.sorts)
            found = replace(one, form=Form.BODY, names=(), said=said, public=True)
        if found is not None:
            out |= dict.fromkeys((one, *back.get(one, ())), found)
    return out
