"""The sides of a claim as its page tells them: each origin, why it counts, and who says so in which words.

A claim may have ten thousand articles: so much is shown as a page has room for, the rest is counted and a link away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.export import trace_words
from sayso.export.trace_tree import Branch, Half, Root, Tree
from sayso.types.attribution import VoiceKind
from sayso.types.event import Certainty
from sayso.types.review import Action, Fate, ListedReview
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Bounds, OriginKind, Reason, Side, Step
from sayso.web.excerpts import Excerpt, excerpt
from sayso.web.pictures.plan import ALL, NOBODY, doubts

ORIGINS: Final = 50  # origins of one side that are told
ENTRIES: Final = 80  # articles of all origins together that are told with their words
MOST: Final = 500  # of either, where more is asked for
COPIES: Final = 50  # copies of one article that are told
LINKS: Final = 600  # copies of all articles together that are told, but for those of an origin that is asked for
QUIET: Final = (OriginKind.CHANNEL, OriginKind.UNSOURCED, OriginKind.CIRCLE)
OWN: Final = ("least", "most", "names", "unsourced")  # reasons that are told of a side, or in other words of an origin


@dataclass(frozen=True, slots=True)
class Place:
    """A claim of an article, and where its words stand."""

    id: str
    document: str
    span: Span
    outlet: str | None
    published: str | None
    doubt: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What one place of an article says, in its words, and on whose word: names from the nearest to the last."""

    id: str
    text: str
    excerpt: Excerpt
    voices: tuple[str, ...]
    hedged: bool
    firsthand: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that tells the claim: its words, what it leads on to, and its copies; ``left`` are not told."""

    place: Place
    title: str | None
    said: tuple[Said, ...]
    cites: tuple[Place, ...]
    copies: tuple[Place, ...]
    copied: int
    decided: tuple[ListedReview, ...]

    @property
    def left(self) -> int:
        """How many copies are not told."""
        return max(0, self.copied - len(self.copies))


@dataclass(frozen=True, slots=True)
class Source:
    """An origin on one side. ``counts`` is "sure", "maybe" or "none"; ``left`` articles are not told."""

    key: str
    name: str
    kind: OriginKind | None
    kind_words: str
    camp: str
    spellings: tuple[str, ...]
    both: bool
    rests: tuple[tuple[str, str, str], ...]
    counts: str
    why: str
    reasons: tuple[str, ...]
    articles: int
    copied: int
    entries: tuple[Entry, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Told:
    """A side; ``left`` origins are not told."""

    side: Side
    bounds: Bounds | None
    sources: tuple[Source, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Which branches of which origins are told: by side and key of the origin."""

    halves: tuple[tuple[Half, tuple[tuple[Root | None, tuple[Branch, ...], int], ...], int], ...]

    def documents(self) -> set[str]:
        """The articles whose words are told."""
        return {b.article.id for _, rows, _ in self.halves for _, branches, _ in rows for b in branches}


def shown(tree: Tree, opened: str) -> Shown:
    """What of a claim is told; ``opened`` is the id of an origin of which more is asked for, ``ALL``, or empty."""
    sides = []
    for half in tree.halves:
        sources: list[tuple[Root | None, tuple[Branch, ...]]] = [(root, root.branches) for root in half.roots]
        sources += [(None, half.loose)] if half.loose else []
        most = MOST if opened == ALL else ORIGINS
        asked = [one for one in sources[most:] if key_of(one[0]) == opened]
        sides.append((half, [*sources[:most], *asked], len(sources)))
    counts = [len(branches) for _, sources, _ in sides for root, branches in sources if key_of(root) != opened]
    room = _room(counts, MOST if opened == ALL else ENTRIES)
    halves = []
    for half, sources, number in sides:
        rows = []
        for root, branches in sources:
            most = MOST if key_of(root) == opened else room
            rows.append((root, branches[:most], max(0, len(branches) - most)))
        halves.append((half, tuple(rows), number - len(rows)))
    return Shown(tuple(halves))


def key_of(root: Root | None) -> str:
    """What is asked for to see more of an origin."""
    return root.origin.id if root else NOBODY


def _room(counts: Sequence[int], most: int) -> int:
    """How many articles each origin may have so that all of them stay below ``most``; one at least."""
    room = max(counts, default=1)
    while room > 1 and sum(min(count, room) for count in counts) > most:
        room -= max(1, room // 8)
    return room


def sides(tree: Tree, chosen: Shown, texts: Mapping[str, str], opened: str) -> tuple[Told, ...]:
    """The sides of a claim. ``texts`` are those of the articles that ``chosen`` tells."""
    entries = sum(len(branches) for _, rows, _ in chosen.halves for _, branches, _ in rows)
    teller = _Teller(tree, texts, opened, max(3, min(COPIES, LINKS // max(entries, 1))))
    return tuple(
        Told(half.side, half.bounds, tuple(teller.source(half, *row) for row in rows), left)
        for half, rows, left in chosen.halves
    )


class _Teller:
    """What all origins of a claim share."""

    def __init__(self, tree: Tree, texts: Mapping[str, str], opened: str, copies: int) -> None:
        self.tree = tree
        self.most_copies = copies
        self.texts = texts
        self.opened = opened
        self.articles = tree.traced.articles
        self.known = {a.id: a for a in tree.proposition.assertions}
        self.origins = {o.id: o for o in tree.proposition.weighed.origins}
        self.doubts = doubts(tree.proposition.weighed.steps)
        self.decided: dict[str, list[ListedReview]] = {}
        for row in tree.traced.decisions:
            if row.fate is Fate.HOLDS and row.action in (Action.SIDE, Action.ROOT):
                for id in row.about:
                    self.decided.setdefault(id, []).append(row)

    def source(self, half: Half, root: Root | None, branches: Sequence[Branch], left: int) -> Source:
        """An origin with its articles."""
        every = root.branches if root else half.loose
        most = max(self.most_copies, MOST // max(len(branches), 1)) if self.opened == key_of(root) else self.most_copies
        entries = tuple(self.entry(branch, most) for branch in branches)
        copied = sum(branch.copied for branch in every)
        if root is None:
            name, told = "of no known origin", "nothing shows on whose word this is"
            return Source(
                NOBODY, name, None, told, "", (), False, (), "none", "", (), len(every), copied, entries, left
            )
        origin = root.origin
        counts, why = _counts(half.bounds, origin.id, origin.kind)
        return Source(
            origin.id,
            trace_words.origin_name(origin),
            origin.kind,
            trace_words.kind(origin),
            trace_words.camp(origin),
            trace_words.spellings(origin),
            root.both,
            tuple(self._rests(half, root.rests)),
            counts,
            why,
            tuple(r.sentence for r in _reasons(half.bounds) if r.rule not in OWN and origin.id in r.origins),
            len(every),
            copied,
            entries,
            left,
        )

    def _rests(self, half: Half, steps: Sequence[Step]) -> Iterator[tuple[str, str, str]]:
        """Whom an origin has it from: the name, the place on the page, the doubt."""
        here = {root.origin.id for root in half.roots}
        for step in steps:
            other = self.origins.get(step.parent)
            if other is not None:
                place = f"#{half.side.value}-{other.id}" if other.id in here else ""
                yield trace_words.origin_name(other), place, trace_words.doubt(step.doubt)

    def entry(self, branch: Branch, most: int) -> Entry:
        """An article, with ``most`` of its copies."""
        every = (branch.head, *branch.also)
        copies = tuple(self._copies(branch))
        return Entry(
            self.place(branch.head, branch.article, self.doubts.get(branch.head.id, 0.0)),
            branch.article.title,
            tuple(self._said(every)),
            tuple(self._cites(branch)),
            copies[:most],
            len(copies),
            tuple(dict.fromkeys(row for a in every for row in self.decided.get(a.id, ()))),
        )

    def place(self, a: Assertion, article: Article | None, doubt: float = 0.0, turned: bool = False) -> Place:
        """Where an assertion stands."""
        facts = (article.outlet, article.published) if article else (None, None)
        return Place(a.id, a.document, a.span, *facts, trace_words.doubt(doubt).removeprefix(", "), turned)

    def _copies(self, branch: Branch) -> Iterator[Place]:
        """The copies, one place of each article."""
        seen = {branch.article.id}
        for a in branch.copies:
            if a.document not in seen:
                seen.add(a.document)
                turned = a.side is not branch.head.side and a.side is not Side.OPEN
                yield self.place(a, self.articles.get(a.document), self.doubts.get(a.id, 0.0), turned)

    def _cites(self, branch: Branch) -> Iterator[Place]:
        """What an article leads on to."""
        for step in branch.cites:
            other = self.known.get(step.parent)
            if other is not None:
                yield self.place(other, self.articles.get(other.document), step.doubt)

    def _said(self, every: Sequence[Assertion]) -> Iterator[Said]:
        """What an article says, nothing twice."""
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for a in every:
            found = excerpt(self.texts.get(a.document, ""), a)
            voices = tuple(voice(a, k) for k in range(1, len(a.chain)))
            same = (found.plain or a.text, voices)
            if same in seen:
                continue
            seen.add(same)
            hedged = a.certainty in (Certainty.LOW, Certainty.MIDDLE)
            yield Said(a.id, a.text, found, voices, hedged, bool(a.witnessed), bool(a.withdrawal))


def voice(a: Assertion, place: int) -> str:
    """A voice as the article has it; a private person is not named outside of the article's own words."""
    teller = a.chain[place]
    if teller.kind is VoiceKind.PERSON and not teller.public:
        return trace_words.PRIVATE
    name = teller.name or "nobody named"
    return f"{name}, {teller.office}" if teller.office and teller.office.casefold() not in name.casefold() else name


def _reasons(bounds: Bounds | None) -> tuple[Reason, ...]:
    return bounds.reasons if bounds else ()


def _counts(bounds: Bounds | None, id: str, kind: OriginKind) -> tuple[str, str]:
    """Whether an origin counts for sure, perhaps or not, and that in words."""
    found = {r.rule: r for r in _reasons(bounds) if id in r.origins}
    if bounds is None:
        return "none", "neither for nor against: shown, not counted"
    if "withdrawn" in found:
        return "none", "no longer counted here"
    if "least" in found and kind not in QUIET:
        together = len(found["camp"].origins) - 1 if "camp" in found else 0
        return "sure", "counted once with others, as below" if together else "counted as an independent origin"
    if "least" in found:
        return "maybe", "whom it is from is not known: all such count once at least, as somebody said so"
    if "most" in found:
        return "maybe", "counted for the upper bound only: it may rest on another one"
    return "none", "not counted"
