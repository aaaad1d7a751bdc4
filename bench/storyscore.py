"""How well a ledger tells a story: its propositions against the gold of ``bench.storygold``.

A telling of the gold and an assertion of the ledger are one where their spans overlap best within one article. Then:
claims as clusters of tellings (B-cubed, Bagga and Baldwin 1998; a telling that was not found is a cluster of its own),
roots by name or place, bounds and standings by equality. The same claims are counted as counters of outlets and of
texts would count them, and once more from the clusters and sides of the gold: what is wrong there, origins are wrong.
With the sources of the gold too, what is still wrong is wrong with counting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bench.storygold import GoldClaim, Pair, Root, Story, Telling
from bench.storyroots import paired
from bench.storysources import sourced
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Bounds, Carried, Proposition, Side, Teller, Weighed
from sayso.weighing.known import NOTHING, Known, known

Weigh = Callable[[Sequence[Assertion], Mapping[str, Article], Sequence[Carried], Known], Weighed]
# A shorter stretch shared by two spans is chance: the end of one sentence, or a name that both clauses hold.
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What a ledger makes of the articles of a story: ``texts`` gives each document the id of its family of copies."""

    propositions: tuple[Proposition, ...]
    texts: Mapping[str, str]
    articles: Mapping[str, Article]
    carried: tuple[Carried, ...] = ()
    named: Mapping[str, tuple[Teller, ...]] = field(default_factory=dict)  # to whom each document gives an office


@dataclass(frozen=True, slots=True)
class Counted:
    """Bounds, standing and roots of one claim as found: ``right``, ``extra`` and ``missed`` are roots."""

    support: Pair
    against: Pair
    standing: str
    right: int
    extra: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One telling of the gold: in which proposition it was found, on which side, and its share in B-cubed."""

    story: str
    claim: str
    article: str
    quote: str
    side: str
    proposition: str | None
    found_side: str | None
    found_root: str | None
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the gold, what was found for it (``None``: nothing), and what others would count.

    ``oracle`` is counted from the clusters and sides of the gold, ``sources`` from its sources too. ``members`` are the
    assertions of the proposition, ``extra_members`` those of them that tell no claim of the gold. ``outlets`` and
    ``texts`` are those of the tellings for the claim.
    """

    story: str
    claim: str
    text: str
    main: bool
    support: Pair
    against: Pair
    standing: str
    roots: int
    proposition: str | None
    found: Counted | None
    oracle: Counted | None
    sources: Counted | None
    members: int
    extra_members: int
    outlets: int
    texts: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The rows of one or more stories."""

    claims: tuple[ClaimRow, ...]
    tellings: tuple[ToldRow, ...]

    def __add__(self, other: Scored) -> Scored:
        return Scored(self.claims + other.claims, self.tellings + other.tellings)


def matched(story: Story, propositions: Iterable[Proposition]) -> dict[Telling, tuple[Proposition, Assertion]]:
    """Which assertion each telling is; one that overlaps none is left out.

    Within an article the pair with the largest overlap (Jaccard) goes first. Assertions of one span that stand in
    several propositions tell the same in each; of these the one counts where most of the claim is already.
    """
    by_document: dict[str, list[tuple[Proposition, Assertion]]] = {}
    for proposition in propositions:
        for assertion in proposition.assertions:
            by_document.setdefault(assertion.document, []).append((proposition, assertion))
    levels = [
        level for claim in story.claims for t in claim.tellings for level in _levels(t, by_document.get(t.document, ()))
    ]
    levels.sort(key=lambda level: (-level.overlap, level.telling.article, level.telling.span.begin))
    out: dict[Telling, tuple[Proposition, Assertion]] = {}
    taken: set[tuple[str, str]] = set()  # an assertion is taken once for each address that has its text
    homes: Counter[tuple[str, str]] = Counter()

    def free(level: _Level) -> list[tuple[Proposition, Assertion]]:
        return [(p, a) for p, a in level.pairs if (level.telling.article, a.id) not in taken]

    def take(level: _Level) -> None:
        telling = level.telling
        out[telling] = max(free(level), key=lambda pair: homes[telling.claim, pair[0].id])
        taken.add((telling.article, out[telling][1].id))
        homes[telling.claim, out[telling][0].id] += 1

    waiting: set[Telling] = set()
    for level in levels:
        left = free(level)
        if level.telling in out or level.telling in waiting or not left:
            continue
        if len({p.id for p, _ in left}) > 1:
            waiting.add(level.telling)
        else:
            take(level)
    for level in levels:
        if level.telling in waiting and level.telling not in out and free(level):
            take(level)
    return out


@dataclass(frozen=True, slots=True)
class _Level:
    """Assertions that overlap a telling equally well."""

    overlap: float
    telling: Telling
    pairs: tuple[tuple[Proposition, Assertion], ...]


def _levels(telling: Telling, pairs: Iterable[tuple[Proposition, Assertion]]) -> list[_Level]:
    rated: dict[float, list[tuple[Proposition, Assertion]]] = {}
    for pair in sorted(pairs, key=lambda pair: (pair[1].place, pair[1].id)):
        if overlap := _overlap(telling.span, pair[1].span):
            rated.setdefault(overlap, []).append(pair)
    return [_Level(overlap, telling, tuple(pairs)) for overlap, pairs in rated.items()]


def _overlap(one: Span, other: Span) -> float:
    """Jaccard index of two spans; 0 where less than ``LEAST_SHARE`` of the shorter one is shared."""
    shared = min(one.end, other.end) - max(one.begin, other.begin)
    shorter = min(one.end - one.begin, other.end - other.begin)
    if shared <= 0 or shared < LEAST_SHARE * shorter:
        return 0.0
    return shared / (max(one.end, other.end) - min(one.begin, other.begin))


def score(story: Story, found: Found, weigh: Weigh | None = None) -> Scored:
    """All rows of one story; ``weigh`` is asked for the oracle's counts."""
    pairs = matched(story, found.propositions)
    tellings = [t for claim in story.claims for t in claim.tellings]
    homes = {t: pairs[t][0].id if t in pairs else None for t in tellings}
    rows = tuple(_told(story, t, tellings, homes, pairs.get(t)) for t in tellings)
    return Scored(tuple(_claim(story, claim, found, pairs, weigh) for claim in story.claims), rows)


def _told(
    story: Story,
    telling: Telling,
    tellings: Sequence[Telling],
    homes: Mapping[Telling, str | None],
    pair: tuple[Proposition, Assertion] | None,
) -> ToldRow:
    home = homes[telling]
    cluster = [t for t in tellings if t is telling or (home is not None and homes[t] == home)]
    both = sum(t.claim == telling.claim for t in cluster)
    return ToldRow(
        story=story.name,
        claim=telling.claim,
        article=telling.article,
        quote=telling.quote,
        side=telling.side.value,
        proposition=home,
        found_side=pair[1].side.value if pair else None,
        found_root=pair[1].chain[-1].name if pair and pair[1].chain else None,
        precision=both / len(cluster),
        recall=both / sum(t.claim == telling.claim for t in tellings),
    )


def _claim(
    story: Story,
    claim: GoldClaim,
    found: Found,
    pairs: Mapping[Telling, tuple[Proposition, Assertion]],
    weigh: Weigh | None,
) -> ClaimRow:
    mine = [pairs[t] for t in claim.tellings if t in pairs]
    held = Counter(p.id for p, _ in mine)
    others = Counter(p.id for p, _ in pairs.values())
    best = min((p for p, _ in mine), key=lambda p: (-held[p.id], others[p.id], p.id), default=None)
    known = {a.id for _, a in pairs.values()}
    sided = {pairs[t][1].id: replace(pairs[t][1], side=t.side) for t in claim.tellings if t in pairs}
    supporting = [t for t in claim.tellings if t.side is Side.FOR]
    return ClaimRow(
        story=story.name,
        claim=claim.id,
        text=claim.text,
        main=claim.main,
        support=claim.support,
        against=claim.against,
        standing=claim.standing.value,
        roots=len(_roots(story, claim)),
        proposition=best.id if best else None,
        found=_counted(story, claim, best.assertions, best.weighed) if best else None,
        oracle=_oracle(story, claim, tuple(sided.values()), found, weigh) if weigh and sided else None,
        sources=_sources(story, claim, pairs, found, weigh) if weigh else None,
        members=len(best.assertions) if best else 0,
        extra_members=sum(a.id not in known for a in best.assertions) if best else 0,
        outlets=len({t.publisher or t.article for t in supporting}),
        texts=len({found.texts.get(t.document, t.document) for t in supporting}),
    )


def _oracle(story: Story, claim: GoldClaim, assertions: Sequence[Assertion], found: Found, weigh: Weigh) -> Counted:
    ids = {a.id for a in assertions}
    carried = [c for c in found.carried if c.child in ids]
    documents = {a.document for a in assertions}
    names = known(t for d in sorted(documents) for t in found.named.get(d, ()))
    return _counted(story, claim, assertions, weigh(assertions, found.articles, carried, names))


def _sources(
    story: Story,
    claim: GoldClaim,
    pairs: Mapping[Telling, tuple[Proposition, Assertion]],
    found: Found,
    weigh: Weigh,
) -> Counted:
    tellers = (t for p in found.propositions for a in p.assertions for t in a.chain)
    read = {t: pairs[t][1] for t in claim.tellings if t in pairs}
    assertions, articles = sourced(story, claim, read, tellers)
    return _counted(story, claim, assertions, weigh(assertions, articles, [], NOTHING))


def _roots(story: Story, claim: GoldClaim) -> list[Root]:
    ids = dict.fromkeys((*claim.roots(Side.FOR), *claim.roots(Side.AGAINST)))
    return [story.roots[id] for id in ids]


def _counted(story: Story, claim: GoldClaim, assertions: Sequence[Assertion], weighed: Weighed) -> Counted:
    sided = {a.id: a.document for a in assertions if a.side is not Side.OPEN}
    origins = [o for o in weighed.origins if any(id in sided for id in o.assertions)]
    roots = _roots(story, claim)
    telling = [t for t in claim.tellings if t.side is not Side.OPEN]
    places = {root.id: {t.document for t in telling if root.id in t.roots} for root in roots}
    where = {o.id: {sided[a] for a in o.assertions if a in sided} for o in origins}
    pairs = paired(roots, places, origins, where)
    return Counted(
        support=_bounds(weighed.support),
        against=_bounds(weighed.against),
        standing=weighed.standing.value,
        right=len(pairs),
        extra=tuple(f"{o.kind.value} {o.name}" for o in origins if o.id not in pairs.values()),
        missed=tuple(r.id for r in roots if r.id not in pairs),
    )


def _bounds(given: Bounds) -> Pair:
    return given.least, given.most
