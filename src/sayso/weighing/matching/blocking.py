"""How assertions of one proposition find each other: keys of claims, keys of articles, and vectors that lie near.

A claim that is told in like words shares a key of its own (``blocks``), whenever it is told. One in other words is
looked for in articles about the same (``article_keys``), among those of their claims that mean something like it
(``near``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

import numpy as np

from sayso.text.name_keys import name_key
from sayso.text.vectors import unpacked
from sayso.types.weighing import Article, Assertion
from sayso.weighing.matching.circumstances import FAMILIES
from sayso.weighing.matching.rarity import Rarity, usual_rarity
from sayso.weighing.matching.stems import kinds, root
from sayso.weighing.matching.view import named, proper

RARE, SINGLE = 6, 3  # words of a claim whose pairs are keys, and that are keys by themselves
NAMES, HEADED = 3, 2  # names of a claim, and of the title above it
DEEDS = 4  # the word for what happened, and groups of words that stand for it
MOST = 64  # keys of one assertion
# Names that an article is about: pairs of them are its keys within some days, those of the first ones at any time, and
# the first ones are by themselves.
ABOUT, EVER, ALONE = 12, 6, 8
TITLED = 2  # mentions that a name in a title counts as
DAYS = 14  # of a stretch; stretches overlap by half, so that half as many days apart always meet
NEAR = 0.15  # cosine from which claims of two articles about the same are compared


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


def article_keys(those: Iterable[Assertion], article: Article | None) -> tuple[str, ...]:
    """Keys of an article, given all its assertions, each once: two articles about the same nearly always share one.

    Those that are published within a week of each other share more of them.
    """
    counts: Counter[str] = Counter(name for a in those for name in proper(named(a)))
    for name in proper(article.title or "") if article else ():
        counts[name] += TITLED
    names = sorted(counts, key=lambda n: (-counts[n], -len(n), n))[:ABOUT]
    keys = [f"a:{one}:{other}" for one, other in combinations(sorted(names[:EVER]), 2)]
    for stretch in _stretches(article):
        keys += [f"a:{name}:{stretch}" for name in names[:ALONE]]
        keys += [f"a:{one}:{other}:{stretch}" for one, other in combinations(sorted(names), 2)]
    return tuple(dict.fromkeys(keys))


def _stretches(article: Article | None) -> Sequence[str]:
    """The two stretches of days in which an article was published; none for one without a date."""
    try:
        day = date.fromisoformat((article.published or "")[:10]).toordinal() if article else None
    except ValueError:
        day = None
    return () if day is None else (f"0{day // DAYS}", f"1{(day + DAYS // 2) // DAYS}")


def near(mine: Sequence[Assertion], others: Sequence[Assertion]) -> Iterator[tuple[int, int]]:
    """Which of ``mine`` mean something like which of ``others``: pairs of their places, in order."""
    here, there = (_vectors(those) for those in (mine, others))
    if here.size and there.size and here.shape[1] == there.shape[1]:
        yield from map(tuple, np.argwhere(here @ there.T >= NEAR).tolist())


def _vectors(those: Sequence[Assertion]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """What each means, (N, 128); zeros where that is unknown."""
    found = [unpacked(a.meaning) for a in those]
    width = max(map(len, found), default=0)
    rows = [v if len(v) == width else (0.0,) * width for v in found]
    return np.array(rows, dtype=np.float32).reshape(len(found), width)


def _class(word: str) -> str:
    """A word, or the first group of words that stand for it."""
    groups = kinds(word)
    return f"~{min(groups)}" if groups else word


def _rare(a: Assertion, rarity: Rarity) -> list[str]:
    """The rarest roots among the words of a claim, at most ``RARE``."""
    own = dict.fromkeys(root(w) for w in a.words)
    return sorted(own, key=lambda w: (-rarity(w), w))[:RARE]
