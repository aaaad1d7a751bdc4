"""Spots that are descriptions: noun phrases whose head is a noun for persons, bodies or groups."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from sayso.grounding.actors.spots import Form, Page, Spot
from sayso.grounding.actors.tokens import Token, singular
from sayso.types.actor import ActorKind
from sayso.types.span import Span

DEFINITE = frozenset("the this that these those his her its their our my your".split())
OWNERS = frozenset("his her its their our my your whose".split())
INDEFINITE = frozenset(
    "a an some any many several few no every each all both most more another other two three four five six seven "
    "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozens scores countless certain various "
    "such which what one".split()
)
# Words that end a noun phrase on its left; verbs that often stand before a bare plural among them.
STOPS = frozenset(
    "of in on at by for from to with without into onto over under against between among through during after before "
    "since until about near around across behind beyond within toward towards as than like despite and or but nor "
    "if because while when where that who whom whose which is are was were be been being am has have had having do "
    "does did will would can could shall should may might must not never he she it they we you i him them us me "
    "himself herself itself themselves there here said says say saying told tell tells asked asks claimed claims "
    "added adds accused accuses killed kills wounded injured attacked attack blamed urged ordered order orders "
    "forced called calls made makes gave give gives took take takes put saw sees found left met sent send let lets "
    "helped kept brought led so then also now just only even still yet again already once how why what whether out "
    "up down off via per both".split()
)
ADJECTIVES = frozenset(
    "armed military senior local rebel opposition government governmental exiled foreign western eastern northern "
    "southern central former security defence defense intelligence police army state federal regional national "
    "international young old top high-ranking retired pro-russian pro-government anti-government loyal islamist "
    "separatist kurdish naval air special elite ground land riot border human rights aid health un eu nato us u.s "
    "civilian political religious private unarmed masked hooded conscripted wounded captured key allied coalition "
    "enemy american friendly hostile independent official unidentified unnamed unknown dead party ruling junior new "
    "own fellow individual government-backed russian-backed iran-backed western-backed saudi-led un-backed".split()
)
# Endings of nouns that only persons bear.
AGENTS = (
    "woman",
    "sman",
    "tman",
    "kman",
    "dman",
    "eman",
    "yman",
    "keeper",
    "maker",
    "worker",
    "holder",
    "seller",
    "ologist",
)
LONGEST = 7  # words of a phrase before its head
KINDS = {
    "o": ActorKind.ORGANISATION,
    "t": ActorKind.ORGANISATION,
    "s": ActorKind.STATE,
    "f": ActorKind.FORCE,
    "x": ActorKind.OUTLET,
    "c": ActorKind.STATE,
    "g": ActorKind.GROUP,
}
GROUPED = frozenset("of for to in".split())
OF = frozenset({"of", "for"})


def nouns(page: Page, taken: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Descriptions that are actors by themselves, and all heads found, titles and bare ones included; both sorted.

    ``taken`` are the named spots, which no description enters.
    """
    named = {k for spot in taken for k in range(spot.first, spot.last + 1)}
    heads: list[Spot] = []
    k = 0
    while k < len(page.words):
        size = _size(page, k, named)
        if not size:
            k += 1
            continue
        spot = _phrase(page, k, k + size - 1, named)
        if heads and heads[-1].last == k - 1 and not page.words[k].apart and not page.words[k - 1].possessive:
            heads.pop()  # "army general": the army is no actor of its own here
        heads.append(spot)
        k += size
    return [s for s in heads if _stands(page, s, named)], heads


def _size(page: Page, k: int, named: set[int]) -> int:
    """Number of words from ``k`` on that make the longest noun of the lists, 0 for none."""
    words, lexicon = page.words, page.lexicon
    key = words[k].key
    longest = lexicon.starts.get(key) or lexicon.starts.get(singular(key)) or 0
    for size in range(min(longest, len(words) - k), 0, -1):
        numbers = range(k, k + size)
        if any(n in named for n in numbers) or any(words[n].apart or words[n - 1].possessive for n in numbers[1:]):
            continue
        *stem, last = [words[n].key for n in numbers]
        for form in (last, singular(last)):
            noun = " ".join([*stem, form])
            if lexicon.person(noun) is not None or lexicon.body(noun) is not None:
                return size
    return int(k not in named and _agent(key))


@lru_cache(maxsize=8192)
def _agent(key: str) -> bool:
    """True for a noun that its ending makes one for persons ("watchman", "machinists")."""
    return len(key) > 5 and singular(key).endswith(AGENTS)


def _phrase(page: Page, first: int, last: int, named: set[int]) -> Spot:
    words, lexicon = page.words, page.lexicon
    written = " ".join(w.key for w in words[first : last + 1])
    *stem, tail = written.split(" ")
    single = " ".join([*stem, singular(tail)])
    flags = lexicon.person(single)
    if flags is None and _agent(written):
        flags = "f" if single.endswith("woman") else ""
    body = lexicon.body(written)
    plural = single != written or body == "g"
    if flags is not None and not plural:
        kind = ActorKind.PERSON
    elif body is not None:
        kind = KINDS[body] if body in "fs" or not plural else ActorKind.GROUP
    else:
        kind = ActorKind.GROUP
    begin, determiner, owner = _left(page, first, named)
    narrowing = words[begin:first]
    after = _complement(page, last, named, GROUPED if kind is ActorKind.PERSON else OF)
    inside = frozenset(w.key for w in (*narrowing, *words[last + 2 : after + 1])) - DEFINITE - GROUPED
    if owner is not None:
        inside |= {words[owner].key}
    country = _country(
        page, [*range(begin, first), *range(last + 1, after + 1), *([owner] if owner is not None else [])]
    )
    gender = next((g for g in "mf" if flags is not None and g in flags and not plural), "")
    definite = determiner in DEFINITE or owner is not None
    marks = (flags or "") + (body or "").upper() + ("D" if determiner else "") + ("H" if determiner in OWNERS else "")
    origin = -1
    if owner is not None:
        origin = owner
        while origin in named and origin - 1 in named and not words[origin].apart:
            origin -= 1
    return Spot(
        origin=origin,
        span=Span(words[begin].begin, words[last].end),
        form=Form.NOUN,
        kind=kind,
        first=begin,
        last=last,
        noun=single,
        words=inside,
        country=country,
        gender=gender,
        plural=plural,
        definite=definite,
        flags=marks,
        tail=after,
    )


def _left(page: Page, first: int, named: set[int]) -> tuple[int, str, int | None]:
    """Where a phrase begins behind its determiner, the determiner or "", and the number of its owner's last word."""
    words = page.words
    k = first
    while k > 0 and first - k < LONGEST and not words[k].apart:
        before = words[k - 1]
        if before.key in DEFINITE or before.key in INDEFINITE or before.key.isdigit():
            return k, before.key, None
        if before.possessive:
            return k, "", k - 1
        if before.key in STOPS or (k - 1 in named and page.lexicon.demonym(before.key) is None):
            break
        k -= 1
    # No determiner: only words that surely belong to the noun stay with it.
    begin = first
    while begin > k and _surely(page, words[begin - 1]):
        begin -= 1
    return begin, "", None


def _surely(page: Page, word: Token) -> bool:
    return (
        word.key in ADJECTIVES or page.lexicon.demonym(word.key) is not None or page.lexicon.body(word.key) is not None
    )


def _complement(page: Page, last: int, named: set[int], links: Set[str]) -> int:
    """Number of the last word of "of the General Staff", "of Belarus" behind a head; ``last`` where there is none."""
    words = page.words
    if last + 2 >= len(words) or words[last].possessive or words[last + 1].key not in links or words[last + 1].apart:
        return last
    end = last
    for k in range(last + 2, min(len(words), last + 9)):
        word = words[k]
        if word.apart:
            break
        if word.possessive:
            return last
        known = page.lexicon.body(word.key) is not None or word.key in ADJECTIVES
        if word.capital or k in named or known or word.key[0].isdigit():
            end = k
        elif word.key not in ("the", "of", "and") or words[last + 1].key in ("in", "to"):
            break
    return end


def _country(page: Page, numbers: Sequence[int]) -> str | None:
    """The one country that the words name, as a nationality or by its name."""
    found = set()
    for k in numbers:
        word = page.words[k]
        code = page.lexicon.demonym(word.key) or page.lexicon.countries.get(word.key)
        pair = f"{page.words[k - 1].key} {word.key}" if k else ""
        code = page.lexicon.demonym(pair) or page.lexicon.countries.get(pair) or code
        if code is not None and word.capital:
            found.add(code)
    return found.pop() if len(found) == 1 else None


def _stands(page: Page, spot: Spot, named: set[int]) -> bool:
    """True for a phrase that may stand for an actor: not a title before a name, no bare noun in the singular."""
    after = spot.last + 1
    if after in named and not page.words[after].apart and not page.words[spot.last].possessive:
        return False
    if spot.plural or "D" in spot.flags or spot.definite:
        return True
    mass = spot.noun in ("police", "forces", "troops", "authorities", "armed forces", "parliament", "clergy", "staff")
    return mass or (spot.country is not None and spot.kind is not ActorKind.PERSON and spot.first < spot.last)
