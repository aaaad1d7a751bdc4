"""Keys of names that are one name in two spellings, within one proposition: "Tomas Velk" is "Tomasz Welk" there.

Keys keep apart what no table of romanization confuses; newspapers do not keep to tables. Where two names stand behind
one and the same claim, a weaker likeness is enough: the same given name, and family names of one sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.text.name_keys import name_key

# "sz" is read as s and as sh, "ch" as in church and in loch: of a name that is known, either may be meant.
SIBILANTS = str.maketrans({"S": "s", "C": "s", "Z": "s", "z": "s", "J": "s"})
LEAST = 4  # sounds of the shorter of two names that may differ in one
VOWELS = re.compile(r"[eiu]+a?$")  # signs of vowels at the end of short keys
SIGNS = re.compile(r"[eiu]*(a?)$")  # those before the sign of a woman's name
SHORT = 4


@lru_cache(maxsize=8192)
def loose(key: str) -> str:
    """The key without what spellings of one name differ in."""
    return key.translate(SIBILANTS)


@lru_cache(maxsize=8192)
def place_key(word: str) -> str:
    """The key of a place's name: "ch" is a sound of its own in one language and kh in another."""
    key = name_key(word)
    return "H" + key[1:] if word.startswith(("ch", "kh")) and key else key


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two keys may be of one given name."""
    if one == other:
        return True
    a, b = loose(one), loose(other)
    if a == b or glide(one, other):
        return True
    if min(len(one), len(other)) > 1 and max(len(one), len(other)) <= SHORT:
        return _bare(a) == _bare(b) != ""
    return False


def glide(one: str, other: str) -> bool:
    """Whether one key begins with the "j" of a language in which that is a "y": Jerin and Yerin, Jana and Yana."""
    j, y = (one, other) if one[:1] == "J" else (other, one)
    return j[:1] == "J" and y[:1] == "A" and len(y) > 1 and SIGNS.sub(r"\1", j[1:]) == SIGNS.sub(r"\1", y[1:]) != ""


def _bare(key: str) -> str:
    """Without signs of vowels at the end, and the sign of a woman's name behind one: Rika and Rica are one."""
    return VOWELS.sub("", key)


def one_spelling(names: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For keys of family names the one that stands for all spellings; those that have no other are left out.

    Family names of one loose key are one. One that has a sound more than another one is the same only where a given
    name is the same and no initial.
    """
    given: dict[str, set[str]] = {}
    for name in names:
        given.setdefault(name[-1], set()).update(name[:-1])
    out: dict[str, str] = {}
    by_loose: dict[str, list[str]] = {}
    for family in sorted(given):
        by_loose.setdefault(loose(family), []).append(family)
    heads: dict[str, list[str]] = {}
    for key in sorted(by_loose, key=lambda k: (-len(k), k)):
        host = next((h for h in heads.get(key[:1], ()) if _one_more(h, key) and _both(by_loose, given, h, key)), key)
        heads.setdefault(key[:1], []).append(key) if host == key else None
        for family in by_loose[key]:
            out[family] = host
    sounds: dict[str, list[str]] = {}
    for family in sorted(f for f in given if f[:1] == "A"):
        sounds.setdefault(SIGNS.sub(r"\1", family[1:]), []).append(family)
    for family in sorted(f for f in given if f[:1] == "J"):
        near = sounds.get(SIGNS.sub(r"\1", family[1:]), ())
        other = next((f for f in near if glide(family, f) and _share(given[family], given[f])), None)
        if other is not None:
            out[family] = out.get(other, other)
    return {family: host for family, host in out.items() if family != host}


def _both(by_loose: dict[str, list[str]], given: dict[str, set[str]], one: str, other: str) -> bool:
    a, b = ({g for f in by_loose[k] for g in given[f]} for k in (one, other))
    return _share(a, b)


def _share(one: Iterable[str], other: Iterable[str]) -> bool:
    a, b = ({g for g in row if len(g) > 1} for row in (one, other))
    return any(alike(x, y) for x in a for y in b)


def _one_more(long: str, short: str) -> bool:
    """True where the one is the other with one more sound inside or behind; a woman's name is not her brother's."""
    if len(long) != len(short) + 1 or len(short) < LEAST or (long[-1] == "a") != (short[-1] == "a"):
        return False
    return any(long[:k] + long[k + 1 :] == short for k in range(1, len(long)))
