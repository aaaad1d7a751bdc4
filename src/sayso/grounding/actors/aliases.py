"""Names joined with names: equal ones, other spellings, short forms, acronyms, seats of a government."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.grounding.actors.chains import BODIES, Chains
from sayso.grounding.actors.spots import Form, Page, Spot
from sayso.text.name_keys import name_key, same_name
from sayso.types.actor import ActorKind

_BRACKETED = re.compile(r"\s*\((?:the |or )?[\"“‘']?([A-Z][A-Z0-9&.-]{1,9})[\"”’']?\)")
_SMALL = frozenset("of the and for in on de la du des".split())
CAPITALS = (2, 8)  # letters of an acronym
MOST = 50  # names with one word in common that are compared; more than articles have


def join_names(page: Page, chains: Chains, found: Sequence[Spot]) -> None:
    """Join the named spots, longest names first, so that a short form finds the fullest name."""
    names = [s for s in found if s.form is Form.NAME]
    _states(chains, names)
    groups: dict[tuple[bool, str], list[Spot]] = {}
    for spot in names:
        if spot.kind is not ActorKind.STATE:
            key = name_key(" ".join(spot.key)) if spot.kind is ActorKind.PERSON else " ".join(spot.key)
            groups.setdefault((spot.kind is ActorKind.PERSON, key or " ".join(spot.key)), []).append(spot)
    for group in groups.values():
        for spot in group[1:]:
            chains.join(group[0], spot, "name")
    short = _acronyms(page, names)
    heads = sorted(groups.values(), key=lambda g: (-len(g[0].key), g[0].span.begin))
    _mistyped(chains, heads)
    by_word: dict[str, list[list[Spot]]] = {}
    for group in heads:
        spot = group[0]
        near = {id(h): h for word in _handles(spot) for h in by_word.get(word, ())[:MOST]}
        hosts = [h for h in near.values() if _short_for(spot, h[0], page)]
        hosts = [h for h in hosts if chains.of[h[0]].agrees(chains.of[spot]) or _loose(h[0], spot)]
        if hosts:
            host = min(hosts, key=lambda h: _distance(h, spot))
            chains.join(host[0], spot, "alias")
        for word in _handles(spot):
            by_word.setdefault(word, []).append(group)
    for full, acronym in short:
        chains.join(full, acronym, "acronym")


def _handles(spot: Spot) -> set[str]:
    """Words by which a fuller name is looked up: its own, and for persons their keys."""
    keys = {"=" + k for w in spot.key if (k := name_key(w))} if spot.kind is ActorKind.PERSON else set()
    return keys | set(spot.key)


def _states(chains: Chains, names: Sequence[Spot]) -> None:
    """One state for all names and seats of a country."""
    first: dict[str, Spot] = {}
    for spot in names:
        if spot.kind is ActorKind.STATE and spot.country is not None:
            host = first.setdefault(spot.country, spot)
            if host is not spot:
                chains.join(host, spot, "name" if spot.key == host.key else "alias")


def _mistyped(chains: Chains, groups: Sequence[Sequence[Spot]]) -> None:
    """One name taken for a person here and for a body there is what most of its places say."""
    by_words: dict[tuple[str, ...], list[Sequence[Spot]]] = {}
    for group in groups:
        by_words.setdefault(group[0].key, []).append(group)
    for same in by_words.values():
        same.sort(key=lambda g: (-len(g), g[0].span.begin))
        for other in same[1:]:
            chains.join(same[0][0], other[0], "name")


def _short_for(short: Spot, full: Spot, page: Page) -> bool:
    """True for a surname or given name, another spelling of the whole, or the telling words of a body's name."""
    if short.kind is ActorKind.PERSON and full.kind is ActorKind.PERSON:
        if len(short.key) == 1 and len(full.key) > 1:
            word = short.key[0]
            return word in full.key or name_key(word) in (name_key(full.key[-1]), name_key(full.key[0]))
        return same_name(" ".join(short.key), " ".join(full.key))
    if len(short.key) >= len(full.key):
        return False
    if short.kind is ActorKind.PERSON or full.kind is ActorKind.PERSON:
        return len(short.key) == 1 and short.key[0] == full.key[-1] and full.kind is ActorKind.PERSON
    if short.kind not in BODIES or full.kind not in BODIES or short.country != full.country and short.country:
        return False
    if len(short.key) > 1:
        return full.key[-len(short.key) :] == short.key or full.key[: len(short.key)] == short.key
    common = page.lexicon.body(short.key[0]) is not None or page.lexicon.demonym(short.key[0]) is not None
    return not common and short.key[0] in (full.key[0], full.key[-1])


def _loose(full: Spot, short: Spot) -> bool:
    """A surname alone that the model took for a body is still the person's."""
    return full.kind is ActorKind.PERSON and short.key[0] == full.key[-1]


def _distance(group: Sequence[Spot], spot: Spot) -> tuple[int, int]:
    """Names before this one come first, the nearest of them above all."""
    before = [spot.span.begin - s.span.begin for s in group if s.span.begin <= spot.span.begin]
    return (0, min(before)) if before else (1, group[0].span.begin)


def _acronyms(page: Page, names: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Acronyms with their full names: in brackets behind it, or its initials."""
    bodies = [s for s in names if s.kind in BODIES]
    capitals = [s for s in bodies if len(s.key) == 1 and s.span.of(page.text).replace(".", "").isupper()]
    explained: dict[str, Spot] = {}
    initials: dict[str, Spot] = {}
    for full in bodies:
        if len(full.key) > 1:
            bracketed = _BRACKETED.match(page.text, full.span.end)
            if bracketed is not None:
                explained.setdefault(bracketed.group(1), full)
            initials.setdefault("".join(word[0] for word in full.key), full)
            initials.setdefault("".join(word[0] for word in full.key if word not in _SMALL), full)
    out: list[tuple[Spot, Spot]] = []
    for spot in capitals:
        letters = spot.span.of(page.text).replace(".", "").casefold()
        host = explained.get(spot.span.of(page.text)) or initials.get(letters)
        if host is not None and CAPITALS[0] <= len(letters) <= CAPITALS[1]:
            out.append((host, spot))
    return out
