"""Names of outlets as keys: "Suspilne", "the Suspilne broadcaster", "Suspilne Chernihiv", "suspilne.media"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.weighing.sources.lexicon import lexicon, plain

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,8})(?:[/:]\S*)?$", re.I)
# Words that come and go with the name of one outlet.
LOOSE = frozenset(
    """
    the a news agency newspaper online com org net tv broadcaster website magazine channel site portal radio station
    daily weekly paper newswire wire service media outlet its live english edition telegram public local
    """.split()
)
# A name of one of these words alone says too little to be the beginning of a longer one.
PLAIN = frozenset(
    """
    times post herald star sun mail guardian independent observer telegraph tribune world national today morning evening
    express mirror journal gazette chronicle standard courier dispatch press information union voice free first new
    """.split()
)
ACRONYM = 2  # an acronym has more letters


@lru_cache(maxsize=16384)
def outlet_words(name: str) -> tuple[str, ...]:
    """The words that tell an outlet from others; all of them where nothing else is left."""
    address = ADDRESS.match(name.strip())
    if address:
        parts = address[1].casefold().split(".")
        return (parts[-2].replace("-", "") if len(parts) > 1 else parts[0],)
    known = lexicon().outlets.get(plain(name.removeprefix("the ").removeprefix("The ")), name)
    words = [w.casefold().replace("’", "'").removesuffix("'s") for w in WORD.findall(known)]
    return tuple([w for w in words if w not in LOOSE] or words)


def stands_for(short: str, words: Sequence[str]) -> bool:
    """Whether each word gives its beginning to an acronym: VADA is the Varre Dispatch Agency."""
    if not words:
        return not short
    word = words[0].upper()
    return any(
        short[:k] == word[:k] and stands_for(short[k:], words[1:]) for k in range(1, min(len(word), len(short)) + 1)
    )


class Outlets:
    """Which names are of one outlet: the same key, or a key that another one goes on from."""

    def __init__(self, names: Iterable[str]) -> None:
        names = set(names)
        words = {outlet_words(n) for n in names}
        self._joined = {"".join(w): "".join(w) for w in words}
        short = {w for w in words if len(w) > 1 or (w and w[0] not in PLAIN and len(w[0]) > 2)}
        for row in sorted(words, key=lambda w: (len(w), w)):
            head = next((row[:k] for k in range(1, len(row)) if row[:k] in short), None)
            if head is not None:
                self._joined["".join(row)] = "".join(head)

        letters: dict[str, set[str]] = {}
        for name in names:
            own = WORD.findall(name)
            if len(own) > ACRONYM:
                letters.setdefault("".join(w[0] for w in own if w[0].isupper()), set()).add(self.key(name))
        short_names = {name: name.replace(".", "").strip() for name in names}
        long = [WORD.findall(name) for name in sorted(names)]
        long = [own for own in long if len(own) > ACRONYM]
        for name, short_name in short_names.items():
            full = letters.get(short_name, set())
            if not full and short_name.isupper() and short_name.isalpha() and len(short_name) > ACRONYM:
                full = {self.key(" ".join(own)) for own in long if stands_for(short_name, own)}
            if len(full) == 1:
                self._joined["".join(outlet_words(name))] = next(iter(full))

    def key(self, name: str) -> str:
        """The key of a name that was handed in before; "" for one without words."""
        own = "".join(outlet_words(name))
        return self._joined.get(own, own)
