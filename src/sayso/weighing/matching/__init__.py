"""Which assertions are about one proposition: candidates, a trained matcher, and clusters without chaining.

``blocks``, ``article_keys`` and ``near`` say how candidates are found, ``match`` how likely two of them are about one
proposition (and ``related`` whether they are about one event, planned or done), ``cluster`` makes propositions of the
matches.
"""

from sayso.weighing.matching.blocking import article_keys, blocks, near
from sayso.weighing.matching.clusters import cluster
from sayso.weighing.matching.matcher import match, related
from sayso.weighing.matching.rarity import rarities

__all__ = ["article_keys", "blocks", "cluster", "match", "near", "rarities", "related"]
