"""How rare the words of claims are: in a ledger, together with what is usual in news on conflict."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from math import log

Rarity = Callable[[str], float]
SEEN = 0.5  # articles that any word counts as seen in


@cache
def _usual() -> tuple[int, dict[str, int]]:
    """A number of articles, and in how many of them each root stands; made by ``training/matching.py``."""
    data = json.loads(files(__package__).joinpath("data/words.json").read_text("utf-8"))
    return data["articles"], data["frequency"]


@lru_cache(maxsize=2**16)
def usual_rarity(root: str) -> float:
    """The rarity of a root (``stems.root``) in news on conflict, between 0 and about 6.5."""
    articles, frequency = _usual()
    return log((articles + 1) / (frequency.get(root, 0) + SEEN))


def rarities(articles: int, frequency: Callable[[str], int]) -> Rarity:
    """The rarity of roots in a ledger: logarithm of the number of articles by that of those which have the root.

    ``frequency`` says in how many of a ledger's ``articles`` a root stands. What is usual in news is counted in, so
    that the word that all ten articles of a small ledger are about is not worth nothing.
    """
    usual, known = _usual()

    @lru_cache(maxsize=2**16)
    def rarity(root: str) -> float:
        return max(0.0, log((articles + usual + 1) / (frequency(root) + known.get(root, 0) + SEEN)))

    return rarity
