"""Weights of ``sayso.weighing.matching``: a logistic regression on pairs of assertions that share a block.

Two sources: gold mentions of ECB+ train, each with the words around it, once with and once without knowing how alike
the articles are; and the claims of the stories of ``bench/stories/dev`` as our reader finds them, a pair counting as
many from ECB+. A claim that no gold one lies at may tell it all the same, so such pairs count less. Two weights
are set by hand: who tells the same sentence tells the same, whatever else the data say.

usage: python -m training.matching CORPORA [--words]     (--words counts the words of our own articles anew instead)
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import sayso
from bench.coreference import candidates, gold_triggers, reports, scene
from bench.markup import compile_paths
from bench.scorers import read_jsonl
from bench.storygold import Story, folders, load
from sayso.engine.propositions import MOST_KEYS
from sayso.text.vectors import cosine
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion
from sayso.weighing.assertions import assertions
from sayso.weighing.matching import article_keys, blocks, near
from sayso.weighing.matching.features import FEATURES, measure
from sayso.weighing.matching.matcher import Weights, meant
from sayso.weighing.matching.pairing import Pair
from sayso.weighing.matching.rarity import usual_rarity
from sayso.weighing.matching.stems import roots
from sayso.weighing.matching.view import view

Floats = NDArray[np.float64]

HERE = Path(__file__).parent
DATA = Path(sayso.__file__).parent / "weighing" / "matching" / "data"
KEPT = Path("out/bench/coreference")
NAMES = tuple(f.__name__ for f in FEATURES)
FIXED = {"same_text": 2.0, "copied": 1.0}
SEED, SAMPLE = 1, 70_000  # pairs of ECB+ that are looked at
KNOWN, UNKNOWN = 1.2, 0.24  # what a pair of ECB+ counts, with and without knowing how alike the articles are
LOOSE = 0.3  # what a pair of a gold claim and a claim that no gold one lies at counts
RIDGE, STEPS = 1.0, 20
LEAST = 4  # articles that a word stands in to be listed
OVERLAP = 0.3  # Jaccard index from which a claim is the gold one of its place


@dataclass(frozen=True, slots=True)
class Examples:
    """Features of pairs, whether the two are about one thing, and what each pair counts."""

    x: Floats
    y: Floats
    counts: Floats


def usual_words(articles: Path) -> dict[str, Any]:
    """In how many of our own articles each root stands."""
    documents, errors = compile_paths([articles])
    if errors:
        raise ValueError("; ".join(errors[:3]))
    found = Counter(word for d in documents for word in set(roots(d["text"])))
    return {"articles": len(documents), "frequency": {w: n for w, n in sorted(found.items()) if n >= LEAST}}


def measured(pairs: Iterable[Pair]) -> Floats:
    """Features of pairs; shape (pairs, features)."""
    return np.array([[f(pair) for f in FEATURES] for pair in pairs], dtype=float).reshape(-1, len(FEATURES))


def news(corpora: Path) -> Examples:
    """Pairs of gold mentions of ECB+ train, known likeness first."""
    rows = read_jsonl(corpora / "ecbplus" / "train.jsonl")
    found = scene(rows, reports(rows, KEPT / "reports.train.pkl"), gold_triggers)
    chain = {(r["id"], tuple(e["trigger"])): e["chain"] for r in rows for e in r["events"] if e["gold"]}
    labels = [chain[a.document, (a.span.begin, a.span.end)] for a in found.assertions]
    listed = candidates(found)
    rng = np.random.default_rng(SEED)
    taken = [listed[k] for k in sorted(rng.permutation(len(listed))[:SAMPLE])]
    views, rarity = [view(a, found.articles) for a in found.assertions], found.rarity()
    likenesses = [found.likeness(found.assertions[i], found.assertions[j]) for i, j in taken]
    pairs = [Pair(views[i], views[j], rarity, alike) for (i, j), alike in zip(taken, likenesses, strict=True)]
    x = measured(pairs)
    y = np.array([labels[i] == labels[j] for i, j in taken], dtype=float)
    return Examples(np.vstack([x, unknown(x)]), np.r_[y, y], np.repeat([KNOWN, UNKNOWN], len(y)))


def unknown(x: Floats) -> Floats:
    """Features as if nobody said how alike the articles are."""
    out = x.copy()
    for name in ("likeness", "unlike", "trigger_likeness", "kin_likeness"):
        out[:, NAMES.index(name)] = 0.0
    out[:, NAMES.index("unknown_likeness")] = 1.0 - x[:, NAMES.index("same_article")]
    return out


@dataclass(frozen=True, slots=True)
class Placed:
    """An assertion of a story, the gold claim that it is, and those whose words it overlaps."""

    assertion: Assertion
    story: str
    claim: str | None
    near: frozenset[str]


def placed(story: Story) -> Iterator[tuple[Placed, Article]]:
    """All assertions of a story with their articles."""
    for document in {d.id: d for d in story.documents}.values():
        report = sayso.read(
            text=document.text,
            title=document.title.value if document.title else None,
            publisher=document.publisher.value if document.publisher else None,
            published=document.published.value if document.published else None,
        )
        article = Article(
            document.id,
            document.publisher.value if document.publisher else None,
            document.published.value if document.published else None,
            document.title.value if document.title else None,
            document.url.value if document.url else None,
            document.id,
        )
        tellings = [t for c in story.claims for t in c.tellings if t.document == document.id]
        found = assertions(report)
        claims = {best.id: t.claim for t in tellings if (best := teller(t.span, found))}
        for a in found:
            near = frozenset(t.claim for t in tellings if t.span.overlap(a.span))
            yield Placed(a, story.name, claims.get(a.id), near), article


def teller(span: Span, found: Iterable[Assertion]) -> Assertion | None:
    """The assertion that tells what stands at ``span``: that with the largest overlap (Jaccard)."""

    def share(a: Assertion) -> float:
        return span.overlap(a.span) / (max(span.end, a.span.end) - min(span.begin, a.span.begin))

    best = max(found, key=lambda a: (share(a), -a.place), default=None)
    return best if best is not None and share(best) >= OVERLAP else None


def told(stories: Iterable[Story]) -> Examples:
    """Pairs of claims of the stories that are compared and have one modality, where it is known what they are."""
    both = [pair for story in stories for pair in placed(story)]
    mine, articles = [p for p, _ in both], {a.id: a for _, a in both}
    pairs, y, counts = [], [], []
    for i, j in sorted(met([p.assertion for p in mine], articles)):
        one, other = mine[i], mine[j]
        same = one_thing(one, other)
        if same is None or one.assertion.modality is not other.assertion.modality:
            continue
        pairs.append(Pair(view(one.assertion, articles), view(other.assertion, articles), usual_rarity))
        y.append(float(same))
        sure = (one.claim and other.claim) or one.story != other.story
        counts.append(1.0 if sure else LOOSE)
    return Examples(measured(pairs), np.array(y), np.array(counts))


def met(those: Sequence[Assertion], articles: Mapping[str, Article]) -> set[tuple[int, int]]:
    """Places of the pairs that a ledger of all these would compare, the lower one first."""
    posted, by_article = defaultdict(list), defaultdict(list)
    for k, a in enumerate(those):
        by_article[a.document].append(k)
        for key in blocks(a, articles[a.document].title)[:MOST_KEYS]:
            posted[key].append(k)
    out = {pair for listed in posted.values() for pair in combinations(listed, 2)}
    about = defaultdict(set)
    for document, places in by_article.items():
        for key in article_keys([those[k] for k in places], articles[document]):
            about[key].add(document)
    sisters = {pair for listed in about.values() for pair in combinations(sorted(listed), 2)}
    for one, other in sisters | {(document, document) for document in by_article}:
        here, there = by_article[one], by_article[other]
        found = near([those[k] for k in here], [those[k] for k in there])
        out |= {(min(here[i], there[j]), max(here[i], there[j])) for i, j in found if here[i] != there[j]}
    return out


def one_thing(one: Placed, other: Placed) -> bool | None:
    """Whether two assertions are one gold claim; ``None`` where the gold does not say."""
    if one.story != other.story:
        return False
    if one.claim and other.claim:
        return one.claim == other.claim
    if one.claim:
        return None if one.claim in other.near else False
    if other.claim:
        return None if other.claim in one.near else False
    return None


def in_other_words(stories: Iterable[Story], table: Weights) -> Examples:
    """All pairs of claims of one story and one modality: their log-odds by the weights, and how alike they mean."""
    x, y = [], []
    for story in stories:
        both = list(placed(story))
        articles = {a.id: a for _, a in both}
        for one, other in combinations([p for p, _ in both], 2):
            same, alike = one_thing(one, other), cosine(one.assertion.meaning, other.assertion.meaning)
            if same is None or alike is None or one.assertion.modality is not other.assertion.modality:
                continue
            pair = Pair(view(one.assertion, articles), view(other.assertion, articles), usual_rarity)
            x.append(meant(table.score(measure(pair)), alike))
            y.append(float(same))
    return Examples(np.array(x), np.array(y), np.ones(len(y)))


def logistic(data: Examples) -> Floats:
    """Weights of a logistic regression by Newton's method, without a ridge."""
    w = np.zeros(data.x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(data.x @ w, -30, 30)))
        hessian = data.x.T @ (data.x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(len(w))
        w = w + np.linalg.solve(hessian, data.x.T @ (data.y - p))
    return w


def fitted(data: Examples) -> Floats:
    """Weights by Newton's method with a ridge, those of ``FIXED`` being given."""
    given = np.array([FIXED.get(name, 0.0) for name in NAMES])
    free = np.array([name not in FIXED for name in NAMES])
    x, offset, w = data.x[:, free], data.x @ given, np.zeros(int(free.sum()))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(offset + x @ w, -30, 30)))
        hessian = x.T @ (x * (data.counts * p * (1 - p))[:, None]) + RIDGE * np.eye(len(w))
        w = w + np.linalg.solve(hessian, x.T @ (data.counts * (data.y - p)) - RIDGE * w)
    given[free] = w
    return given


def main() -> int:
    """Fit, write the weights and say what they rest on."""
    ap = argparse.ArgumentParser(prog="python -m training.matching", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--words", action="store_true", help="count the words of our own articles anew instead")
    o = ap.parse_args()
    if o.words:
        (DATA / "words.json").write_text(json.dumps(usual_words(HERE / "conflict"), indent=0) + "\n", encoding="utf-8")
        return 0
    parts = [news(o.corpora), told(load(folder) for folder in folders("dev"))]
    data = Examples(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("x", "y", "counts")))
    weights = {name: round(float(w), 3) for name, w in zip(NAMES, fitted(data), strict=True)}
    rest = in_other_words((load(folder) for folder in folders("dev")), Weights(weights, ()))
    meaning = logistic(rest)
    table = {"weights": weights, "meaning": [round(float(w), 3) for w in meaning]}
    (DATA / "weights.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    for name, part in zip(("ECB+", "stories"), parts, strict=True):
        print(f"{name}: {len(part.y):,} pairs, {part.y.mean():.3f} of them one thing")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
