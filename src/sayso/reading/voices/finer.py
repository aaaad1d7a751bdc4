"""Finer types of mentions by gazetteer: countries, nationalities, armed forces, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import Word, singular
from sayso.types.attribution import Producer
from sayso.types.reading import EntityType, Mention
from sayso.types.span import Span

CIVIL = frozenset({"group", "ministry", "department", "bank", "university", "museum", "institute"})
BEFORE_TITLES = frozenset({"vice", "deputy", "prime", "foreign", "first", "chief", "interior", "defence", "lieutenant"})
MAX_NAME = 5  # words of the longest country names


def finer(
    text: str, found: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon, version: str
) -> tuple[Mention, ...]:
    """The model's mentions with finer types, and nationalities, countries and titles that it has no type for.

    A mention that a rule made keeps the model's type as ``coarse``; one that only a rule found has the
    type itself as ``coarse`` where none of the model's fits. ``found`` are the words of the text. Sorted by place.
    """
    out = [_refined(text, m, lexicon, version) for m in mentions]
    out += _added(text, found, out, lexicon, version)
    return tuple(sorted(set(out), key=lambda m: (m.span.begin, m.span.end, m.type.value)))


def _rule(name: str, version: str) -> Producer:
    return Producer(f"rule:{name}", version)


def _plain(name: str) -> str:
    name = " ".join(name.casefold().replace("’", "'").split())
    return name.removesuffix("'s").removeprefix("the ").rstrip(".")


def _refined(text: str, mention: Mention, lexicon: Lexicon, version: str) -> Mention:
    """One mention of the model with the finer type that the lists give it, if any."""
    name = _plain(mention.span.of(text))
    parts = re.split(r"[\s-]+", name)
    armed = any("m" in (lexicon.organisations.get(p) or "") for p in parts) or _armed(name, lexicon)
    if mention.type is EntityType.ORGANISATION and armed and parts[-1] not in CIVIL:
        return _as(mention, EntityType.ARMED_FORCE, "military", version)
    if mention.type in (EntityType.PLACE, EntityType.ORGANISATION) and name in lexicon.countries:
        return _as(mention, EntityType.COUNTRY, "country", version)
    if mention.type in (EntityType.PLACE, EntityType.ORGANISATION) and name in lexicon.nationalities:
        return _as(mention, EntityType.NATIONALITY, "norp", version)
    return mention


def _armed(name: str, lexicon: Lexicon) -> bool:
    """True for a name that ends in an armed force of several words, such as "Coast Guard"."""
    return any(
        "m" in flags and " " in noun and (name.endswith(noun) or f"{noun} of " in name)
        for noun, flags in lexicon.organisations.items()
    )


def _as(mention: Mention, kind: EntityType, rule: str, version: str) -> Mention:
    return replace(mention, type=kind, producers=(*mention.producers, _rule(rule, version)))


def _added(text: str, found: Sequence[Word], taken: Sequence[Mention], lexicon: Lexicon, version: str) -> list[Mention]:
    """Nationalities and countries outside the mentions, and titles right before a person's name."""
    out: list[Mention] = []
    covered = [False] * len(text)
    for m in taken:
        covered[m.span.begin : m.span.end] = [True] * (m.span.end - m.span.begin)
    k = 0
    while k < len(found):
        size, kind, rule = _gazetteer(text, found, k, lexicon)
        if size and not any(covered[found[k].begin : found[k + size - 1].end]):
            span = Span(found[k].begin, found[k + size - 1].begin + len(_unowned(text, found[k + size - 1])))
            out.append(Mention(span, kind, _coarse(kind), 1.0, (_rule(rule, version),)))
            k += size
            continue
        k += 1
    persons = {m.span.begin: m for m in taken if m.type is EntityType.PERSON}
    for k, word in enumerate(found):
        if word.begin in persons and (begin := _title(text, found, k, lexicon)) is not None:
            span = Span(begin, found[k - 1].end)
            if not any(covered[span.begin : span.end]):
                out.append(Mention(span, EntityType.TITLE, EntityType.TITLE, 1.0, (_rule("title", version),)))
    return out


def _coarse(kind: EntityType) -> EntityType:
    return EntityType.PLACE if kind is EntityType.COUNTRY else kind


def _unowned(text: str, word: Word) -> str:
    raw = text[word.begin : word.end]
    return raw[:-2] if raw.endswith(("'s", "’s")) else raw


def _gazetteer(text: str, found: Sequence[Word], k: int, lexicon: Lexicon) -> tuple[int, EntityType, str]:
    """Number of words from ``k`` on that name a nationality or a country, longest first; 0 when none."""
    if not found[k].capital and found[k].key != "the":
        return 0, EntityType.COUNTRY, ""
    for size in range(min(MAX_NAME, len(found) - k), 0, -1):
        part = found[k : k + size]
        if not all(w.capital or w.key in ("of", "the", "and") for w in part) or any(w.comma for w in part[1:]):
            continue
        if any(w.possessive for w in part[:-1]):
            continue
        name = " ".join(w.key for w in part)
        if name in lexicon.nationalities and not text[part[0].begin : part[-1].end].islower():
            return size, EntityType.NATIONALITY, "norp"
        if name in lexicon.countries and (len(name) > 3 or text[part[0].begin : part[-1].end].isupper() or "." in name):
            return size, EntityType.COUNTRY, "country"
    return 0, EntityType.COUNTRY, ""


def _title(text: str, found: Sequence[Word], k: int, lexicon: Lexicon) -> int | None:
    """Where the title right before the name at ``found[k]`` begins ("Deputy Prime Minister" X), or ``None``."""
    begin = None
    while k > 0 and not found[k].comma and text[found[k - 1].end : found[k].begin].strip(" .") == "":
        word = found[k - 1]
        flags = lexicon.roles.get(word.key) or lexicon.roles.get(singular(word.key))
        if begin is None and (flags is None or not set(flags) & set("tpos")):
            return None
        if not word.capital or (flags is None and word.key not in BEFORE_TITLES):
            return begin
        begin = word.begin
        k -= 1
    return begin
