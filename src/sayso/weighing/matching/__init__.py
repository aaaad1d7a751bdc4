"""Which assertions are about one proposition: candidates, a trained matcher, and clusters without chaining.

``blocks`` gives the keys by which candidates are found, ``match`` how likely two of them are about one proposition (and
``related`` whether they are about one event, planned or done), ``cluster`` makes propositions of the matches.
"""

from sayso.weighing.matching.blocking import blocks
from sayso.weighing.matching.clusters import cluster
from sayso.weighing.matching.matcher import match, related
from sayso.weighing.matching.rarity import rarities

__all__ = ["blocks", "cluster", "match", "rarities", "related"]
