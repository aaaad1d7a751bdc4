"""What stands behind a claim, as a tree: sides, origins, who says so, with copies put together.

Nothing here depends on the order of what comes in; each assertion stands in the tree once, or says where it does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.types.review import ListedReview
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Bounds, Carried, Joined, Origin, Proposition, Side, Step, Weighed

LATEST: Final = "~"  # stands behind every date
AMBIGUOUS: Final = "ambiguous"  # the rule of a reason: a name that fits several
DERIVED, CITES, RESTS, SAYS = "derived", "cites", "rests on", "says"


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim across articles with what its drawing needs.

    ``carried`` says which assertions have their words from another article; ``words`` are those behind spans, by
    document. Ids of claims in another modality are in ``proposition.related``. ``decisions`` are those of people about
    this claim, the earliest first. ``joined`` says why its assertions are taken to tell the same.
    """

    proposition: Proposition
    carried: tuple[Carried, ...]
    words: Mapping[tuple[str, Span], str]
    decisions: tuple[ListedReview, ...] = ()
    joined: tuple[Joined, ...] = ()

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.proposition.articles}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two origins of one side that may be one and were kept apart, and why; a person can join them."""

    one: Origin
    other: Origin
    why: str


def doubts(proposition: Proposition) -> tuple[Doubt, ...]:
    """The origins of a claim that are offered for review: names that fit several. Two private persons never are."""
    known = {o.id: o for o in proposition.weighed.origins}
    weighed = proposition.weighed
    found: dict[frozenset[str], Doubt] = {}
    for reason in (*weighed.support.reasons, *weighed.against.reasons):
        if reason.rule != AMBIGUOUS:
            continue
        one, *others = (known[id] for id in reason.origins if id in known)
        for other in others:
            if one.public or other.public:
                found.setdefault(frozenset((one.id, other.id)), Doubt(one, other, reason.sentence))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Branch:
    """One article that tells the claim on the word of an origin, and the copies of what it says there.

    ``also`` are further places of it that do. ``cites`` are steps to assertions of other articles that it leads to.
    """

    head: Assertion
    article: Article
    copies: tuple[Assertion, ...]
    cites: tuple[Step, ...]
    also: tuple[Assertion, ...] = ()

    @property
    def copied(self) -> int:
        """How many articles have words of it."""
        return len({a.document for a in self.copies} - {self.article.id})


@dataclass(frozen=True, slots=True)
class Root:
    """An origin on one side. ``rests`` are steps to those that it has it from; ``both``: it is on another side too."""

    origin: Origin
    branches: tuple[Branch, ...]
    rests: tuple[Step, ...]
    both: bool

    @property
    def copies(self) -> int:
        """How many copies its articles have."""
        return sum(branch.copied for branch in self.branches)


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a claim; ``bounds`` is ``None`` for what is neither for nor against. ``loose`` has no origin."""

    side: Side
    bounds: Bounds | None
    roots: tuple[Root, ...]
    loose: tuple[Branch, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Tree:
    """A claim: its sides that anybody is on, the one for it first."""

    traced: Traced
    halves: tuple[Half, ...]

    @property
    def proposition(self) -> Proposition:
        """The claim."""
        return self.traced.proposition


def tree(traced: Traced) -> Tree:
    """The tree of a claim."""
    proposition = traced.proposition
    tops = _tops(traced)
    grouped: dict[str, list[Assertion]] = {}
    for a in proposition.assertions:
        grouped.setdefault(tops[a.id], []).append(a)
    homes = _homes(proposition.weighed, tops)
    halves = [_half(traced, side, grouped, homes) for side in (Side.FOR, Side.AGAINST, Side.OPEN)]
    return Tree(traced, tuple(half for half in halves if half.roots or half.loose))


def _tops(traced: Traced) -> dict[str, str]:
    """For each assertion the one whose words it has in the end: itself where they are its own."""
    known = {a.id for a in traced.proposition.assertions}
    steps = traced.proposition.weighed.steps
    parents = {s.child: s.parent for s in steps if s.rule == DERIVED and {s.child, s.parent} <= known}
    parents |= {c.child: c.parent for c in traced.carried if c.parent is not None and {c.child, c.parent} <= known}
    out = {}
    for id in known:
        seen = [id]
        while (above := parents.get(seen[-1])) is not None and above not in seen:
            seen.append(above)
        out[id] = min(seen) if above is not None else seen[-1]  # in a ring nobody is first: one is chosen
    return out


def _homes(weighed: Weighed, tops: Mapping[str, str]) -> dict[str, tuple[Origin, ...]]:
    """The origins that each group of copies rests on, by the group's first."""
    found: dict[str, dict[str, Origin]] = {}
    for origin in weighed.origins:
        for id in origin.assertions:
            if id in tops:
                found.setdefault(tops[id], {})[origin.id] = origin
    return {top: tuple(origins.values()) for top, origins in found.items()}


def _half(
    traced: Traced, side: Side, grouped: Mapping[str, Sequence[Assertion]], homes: Mapping[str, tuple[Origin, ...]]
) -> Half:
    weighed = traced.proposition.weighed
    branches: dict[str, list[Branch]] = {}
    loose: list[Branch] = []
    for top in sorted(grouped):
        mine = [a for a in grouped[top] if a.side is side]
        if not mine:
            continue
        branch = _branch(traced, top, mine)
        for origin in homes.get(top, ()):
            branches.setdefault(origin.id, []).append(branch)
        if top not in homes:
            loose.append(branch)
    known = {origin.id: origin for origin in weighed.origins}
    sides = _sides(traced.proposition)
    rests = [step for step in weighed.steps if step.rule == RESTS]
    roots = [
        Root(
            known[id],
            _by_article(found),
            tuple(step for step in rests if step.child == id),
            len(sides.get(id, set()) - {Side.OPEN}) > 1,
        )
        for id, found in branches.items()
    ]
    bounds = {Side.FOR: weighed.support, Side.AGAINST: weighed.against}.get(side)
    return Half(side, bounds, tuple(sorted(roots, key=_root_order)), _by_article(loose))


def _sides(proposition: Proposition) -> dict[str, set[Side]]:
    """On which sides the assertions of each origin are."""
    side = {a.id: a.side for a in proposition.assertions}
    return {o.id: {side[id] for id in o.assertions if id in side} for o in proposition.weighed.origins}


def _branch(traced: Traced, top: str, mine: Sequence[Assertion]) -> Branch:
    articles = traced.articles
    head = next((a for a in mine if a.id == top), mine[0])
    steps = traced.proposition.weighed.steps
    ids = {a.id for a in mine}
    return Branch(
        head,
        articles.get(head.document) or Article(head.document, None, None, None, None, head.document),
        tuple(a for a in mine if a is not head),
        tuple(step for step in steps if step.rule == CITES and step.child in ids),
    )


def _by_article(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """The branches in the order of their dates, those of one article as one."""
    found: dict[str, Branch] = {}
    for branch in sorted(branches, key=_branch_order):
        first = found.get(branch.article.id)
        if first is None:
            found[branch.article.id] = branch
            continue
        found[branch.article.id] = replace(
            first,
            also=(*first.also, branch.head),
            copies=(*first.copies, *branch.copies),
            cites=tuple(dict.fromkeys((*first.cites, *branch.cites))),
        )
    return tuple(found.values())


def _branch_order(branch: Branch) -> tuple[str, str, int]:
    return branch.article.published or LATEST, branch.article.id, branch.head.place


def _root_order(root: Root) -> tuple[int, str, str]:
    """Those that most articles rest on first."""
    told = sum(1 + branch.copied for branch in root.branches)
    return -told, root.branches[0].article.published or LATEST, root.origin.id


def spans(proposition: Proposition) -> set[tuple[str, Span]]:
    """All places whose words a drawing shows: of what is claimed, of names and cues, of what shows a step."""
    found = {(step.document, step.span) for step in proposition.weighed.steps if step.span and step.document}
    for a in proposition.assertions:
        found.add((a.document, a.span))
        for teller in a.chain:
            found |= {(a.document, span) for span in (*teller.cue, *([teller.mention] if teller.mention else []))}
        found |= {(a.document, span) for span in (*a.witnessed, *a.withdrawal)}
    return found
