"""Keys that assertions of one proposition nearly always share one of, whatever types a reader gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.text.name_keys import name_key
from sayso.text.vectors import unpacked
from sayso.types.weighing import Assertion
from sayso.weighing.matching.circumstances import FAMILIES
from sayso.weighing.matching.rarity import Rarity, usual_rarity
from sayso.weighing.matching.stems import kinds, root
from sayso.weighing.matching.view import named, proper

RARE, SINGLE = 6, 3  # words of a claim whose pairs are keys, and that are keys by themselves
NAMES, HEADED = 3, 2  # names of a claim, and of the title above it
DEEDS = 4  # the word for what happened, and groups of words that stand for it
MEANT, TABLES, PLANES = 2, 5, 4  # names that stand with planes, tables of planes, planes of a table
MOST = 64  # keys of one assertion


def blocks(a: Assertion, title: str | None = None, rarity: Rarity = usual_rarity) -> tuple[str, ...]:
    """Keys of an assertion, those that say most first, each once; two are compared if they share one.

    A denial has the keys of its claim, a plan those of the deed. ``title`` is that of its article, whose names stand
    for those whom a claim calls "he". ``rarity`` (of ``match``) chooses the words; keys are only comparable where it is
    the same, so that a ledger leaves it at what is usual.
    """
    return tuple(dict.fromkeys(_keys(a, title or "", rarity)))[:MOST]


def _keys(a: Assertion, title: str, rarity: Rarity) -> Iterator[str]:
    trigger = [root(a.trigger)] if a.trigger else []
    deeds = [*trigger, *(f"~{g}" for g in sorted(kinds(a.trigger)))][:DEEDS]
    site = name_key(a.setting.site) if a.setting.site else ""
    who = list(dict.fromkeys(t.key for t in a.taking if t.key))[:2]
    names = sorted(proper(named(a)), key=lambda n: (-len(n), n))[:NAMES]
    headed = sorted(proper(title) - set(names), key=lambda n: (-len(n), n))[:HEADED]
    rare = _rare(a, rarity)
    yield from _alike(a, (*names, *headed))
    yield from (f"n:{number}:{word}" for number in a.numbers[:2] for word in rare[:2])
    yield from (f"w:{one}:{other}" for one, other in combinations(sorted(map(_class, rare)), 2))
    if site:
        yield from (f"p:{site}:{deed}" for deed in deeds)
        if a.setting.since:
            yield f"p:{site}:{a.setting.since[:10]}"
    yield from (f"k:{key}:{deed}" for key in who for deed in deeds)
    yield from (f"d:{name}:{deed}" for name in names for deed in deeds)
    yield from (f"d:{word}:{deed}" for word in rare for deed in deeds if word not in trigger)
    if a.type is not None:
        yield from (f"f:{key}:{FAMILIES[a.type]}" for key in who)
    yield from (f"d:{name}:{deed}" for name in headed for deed in deeds)
    yield from (f"s:{name}" for name in names)
    yield from (f"s:{word}" for word in rare[:SINGLE])


def _alike(a: Assertion, names: Sequence[str]) -> Iterator[str]:
    """Keys that claims alike in meaning often share, each with a name: on which side of some planes a vector lies.

    Planes through the origin part two vectors as rarely as the angle between them is small (Charikar 2002,
    "Similarity estimation techniques from rounding algorithms"); the directions kept are as good as random ones.
    """
    vector = unpacked(a.meaning)
    for name in names[:MEANT]:
        for table in range(0, min(len(vector), TABLES * PLANES), PLANES):
            bits = "".join("1" if x > 0 else "0" for x in vector[table : table + PLANES])
            yield f"m:{name}:{table}:{bits}"


def _class(word: str) -> str:
    """A word, or the first group of words that stand for it."""
    groups = kinds(word)
    return f"~{min(groups)}" if groups else word


def _rare(a: Assertion, rarity: Rarity) -> list[str]:
    """The rarest roots among the words of a claim, at most ``RARE``."""
    own = dict.fromkeys(root(w) for w in a.words)
    return sorted(own, key=lambda w: (-rarity(w), w))[:RARE]
