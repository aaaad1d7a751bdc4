"""Keys that assertions of one proposition nearly always share one of, whatever types a reader gave them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sayso.text.name_keys import name_key
from sayso.types.weighing import Assertion
from sayso.weighing.matching.features import FAMILIES
from sayso.weighing.matching.rarity import Rarity, usual_rarity
from sayso.weighing.matching.stems import kinds, root
from sayso.weighing.matching.view import name_words

RARE = 7
MOST = 200


def blocks(a: Assertion, rarity: Rarity = usual_rarity) -> tuple[str, ...]:
    """Keys of an assertion, those that say most first, each once; two are compared if they share one.

    A denial has the keys of its claim, a plan those of the deed. ``rarity`` (of ``match``) chooses the words; without
    it names, numbers and long words count as rare. The keys of one assertion stay valid when rarities change a little.
    """
    return tuple(dict.fromkeys(_keys(a, rarity)))[:MOST]


def _keys(a: Assertion, rarity: Rarity) -> Iterator[str]:
    trigger = [root(a.trigger)] if a.trigger else []
    deeds = [*trigger, *(f"~{g}" for g in sorted(kinds(a.trigger)))]
    site = name_key(a.setting.site) if a.setting.site else ""
    who = list(dict.fromkeys(t.key for t in a.taking if t.key))[:3]
    names = list(dict.fromkeys(w for t in a.taking for w in sorted(name_words(t.name))))[:6]
    rare = _rare(a, rarity)
    yield from (f"n:{number}:{word}" for number in a.numbers[:3] for word in rare[:2])
    yield from (f"w:{one}:{other}" for one, other in combinations(sorted(rare), 2))
    yield from (f"d:{word}:{deed}" for word in rare for deed in deeds)
    if site:
        yield from (f"p:{site}:{deed}" for deed in deeds)
        if a.setting.since:
            yield f"p:{site}:{a.setting.since[:10]}"
    yield from (f"t:{word}:{deed}" for word in names for deed in trigger)
    yield from (f"k:{key}:{deed}" for key in who for deed in deeds)
    if a.type is not None:
        yield from (f"f:{key}:{FAMILIES[a.type]}" for key in who)


def _rare(a: Assertion, rarity: Rarity) -> list[str]:
    """The rarest roots among the words of a claim, at most ``RARE``."""
    own = dict.fromkeys(root(w) for w in a.words)
    return sorted(own, key=lambda w: (-rarity(w), w))[:RARE]
