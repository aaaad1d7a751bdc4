"""How likely two assertions are about one proposition: a logistic regression over the features of a pair.

Weights are in ``data/weights.json``, made by ``python -m training.matching``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from sayso.text.vectors import cosine
from sayso.types.weighing import Article, Assertion, Match
from sayso.weighing.matching.circumstances import abroad
from sayso.weighing.matching.features import measure
from sayso.weighing.matching.pairing import Pair
from sayso.weighing.matching.phrases import phrase
from sayso.weighing.matching.rarity import Rarity, usual_rarity
from sayso.weighing.matching.view import view

ABROAD = 0.2  # the most for events in two countries; not 0, as names of places are mistaken for others
ALIKE = 0.5  # cosine from which two claims are said to be alike in meaning
MOST_REASONS, LEAST_SAYING = 4, 0.25  # log-odds below which a feature is no reason
UNLIKELY = 0.05  # below this nobody asks for reasons: most pairs are, and reasons take as long as all else


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by feature; ``meaning`` weighs what ``meant`` makes of them and of how alike the words' meanings are."""

    weights: Mapping[str, float]
    meaning: tuple[float, ...]

    def score(self, features: Mapping[str, float]) -> float:
        """Log-odds of a pair."""
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())


@cache
def weights() -> Weights:
    """The weights in the package."""
    raw = json.loads(files(__package__).joinpath("data/weights.json").read_text("utf-8"))
    return Weights(raw["weights"], tuple(raw["meaning"]))


def meant(score: float, alike: float) -> tuple[float, ...]:
    """What the log-odds of a pair are made of where the cosine of what they mean is known."""
    return 1.0, score, alike, alike * abs(alike)


def against(feature: str) -> bool:
    """Whether a feature is meant to keep two assertions apart; only what acts as it is meant is given as a reason."""
    return feature.startswith("other_") or feature in ("abroad", "articles_apart", "unlike")


def match(
    a: Assertion,
    b: Assertion,
    articles: Mapping[str, Article],
    rarity: Rarity | None = None,
    likeness: float | None = None,
) -> Match:
    """How likely two assertions are about one proposition.

    ``articles`` by id. ``rarity`` is that of words in the ledger (``rarity.rarities``), by default what is usual in
    news. ``likeness`` is how alike the two articles are, in [0, 1] (cosine of their
    words, weighted by rarity); without it their titles serve. Probability 0 means that they never are: a plan is no
    deed (``related`` says whether it is of the same event).
    """
    if a.modality is not b.modality:
        first, second = (a, b) if a.id <= b.id else (b, a)
        return Match(first.id, second.id, 0.0, (f"{first.modality.value} and {second.modality.value}",))
    return related(a, b, articles, rarity, likeness)


def related(
    a: Assertion,
    b: Assertion,
    articles: Mapping[str, Article],
    rarity: Rarity | None = None,
    likeness: float | None = None,
) -> Match:
    """How likely two assertions are about one event, be it planned, threatened or done; arguments as of ``match``."""
    first, second = (a, b) if a.id <= b.id else (b, a)
    pair = Pair(view(first, articles), view(second, articles), rarity or usual_rarity, likeness)
    features = measure(pair)
    table = weights()
    score, alike = table.score(features), cosine(a.meaning, b.meaning)
    if alike is not None:
        score = sum(w * x for w, x in zip(table.meaning, meant(score, alike), strict=True))
    probability = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
    if abroad(pair):
        probability = min(probability, ABROAD)
    if probability < UNLIKELY:
        return Match(first.id, second.id, round(probability, 4), ())
    said = {name: table.weights.get(name, 0.0) * value for name, value in features.items()}
    telling = sorted((-abs(v), name) for name, v in said.items() if abs(v) >= LEAST_SAYING and (v < 0) is against(name))
    phrases = [p for _, name in telling if (p := phrase(name, pair))]
    if alike is not None and alike >= ALIKE:
        phrases.insert(0, f"alike in meaning ({alike:.2f})")
    return Match(first.id, second.id, round(probability, 4), tuple(dict.fromkeys(phrases))[:MOST_REASONS])
