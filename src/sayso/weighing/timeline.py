"""The history of one claim: who said it when, who denied it, and how it changed from one article to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.types.attribution import VoiceKind
from sayso.types.timeline import ITSELF, NOBODY, PRIVATE, History, Moment, MomentKind, Turn, Words
from sayso.types.weighing import Article, Assertion, Carried, Proposition, Side
from sayso.weighing.dates import earliest, instants
from sayso.weighing.figures import Figure, Known, alike, compared, figures, firmness, sureness
from sayso.weighing.known import NOTHING
from sayso.weighing.known import Known as Named
from sayso.weighing.turns import turns

CITES: Final = "cites"
DENIAL: Final = "first denial"


def timeline(proposition: Proposition, carried: Sequence[Carried], known: Known, named: Named = NOTHING) -> History:
    """The history of a claim.

    ``carried`` says which assertions have their words from another article; ``known`` are the words behind the spans
    of its assertions, by document, and ``named`` what its articles tell of those who are named. Copies of one text are
    one moment behind it. Articles without a date stand at the end, and nothing is said of what came before or after
    them. How the claim stood is weighed anew at fifty dates at
    most, fewer where there are thousands of assertions. Raises nothing.
    """
    return _Teller(proposition, carried, known, named).history()


@dataclass(frozen=True, slots=True)
class _Group:
    """One telling: an assertion, what else its article says on that side on the same word, and copies."""

    head: Assertion
    every: tuple[Assertion, ...]
    copies: tuple[Assertion, ...]


class _Teller:
    """What all moments of one claim share."""

    def __init__(self, proposition: Proposition, carried: Sequence[Carried], known: Known, named: Named) -> None:
        self.claim = proposition
        self.named = named
        self.known = known
        self.articles = {a.id: a for a in proposition.articles}
        self.assertions = {a.id: a for a in proposition.assertions}
        self.rows = sorted(proposition.assertions, key=self._order)
        ids = self.assertions.keys()
        self.carried = carried
        self.parents = {c.child: c.parent for c in carried if c.parent in ids and c.child in ids}
        self.cited = {s.child: s.parent for s in proposition.weighed.steps if s.rule == CITES and s.parent in ids}
        self.origin = {id: o.id for o in proposition.weighed.origins for id in o.assertions}
        self.public = {id: o.public for o in proposition.weighed.origins for id in o.assertions}
        self.figures = {a.id: figures(a, known) for a in self.rows}

    def history(self) -> History:
        """All moments in order, and how the claim stood."""
        points = turns(self.claim, self.carried, self.named)
        raised = {id for point in points for id in point.raised}
        out: list[Moment] = []
        started: set[Side] = set()
        for group in self._groups():
            out.append(self._telling(group, raised, started))
            out += self._copies(group)
        out += self._numbers()
        out += self._certainty()
        out.sort(key=self._moment_order)
        shown: tuple[Turn, ...] = tuple(point.turn for point in points if point.turn is not None)
        return History((self.claim,), tuple(out), shown)

    def _published(self, assertion: Assertion) -> str | None:
        """The date of an article; ``None`` also for one that is no date."""
        article = self.articles.get(assertion.document)
        return article.published if article and instants(article.published) else None

    def _order(self, a: Assertion) -> tuple[bool, float, str, int, str]:
        published = self._published(a)
        return published is None, earliest(published), a.document, a.place, a.id

    def _moment_order(self, m: Moment) -> tuple[object, ...]:
        """Undated tellings last; what happened to a telling behind it."""
        undated = m.published is None
        place = list(MomentKind).index(m.kind)
        return undated, earliest(m.published), m.article, self.assertions[m.assertion].place, m.assertion, place

    def _groups(self) -> Iterator[_Group]:
        """Tellings in the order of their dates: what one article says on one side on one word is one."""
        tops: dict[str, list[Assertion]] = {}
        heads: dict[tuple[str, Side, str], list[Assertion]] = {}
        for a in self.rows:
            top = self._top(a)
            if top is a:
                voice = self.origin.get(a.id, a.id) if not a.withdrawal else a.id
                heads.setdefault((a.document, a.side, voice), []).append(a)
            else:
                tops.setdefault(top.id, []).append(a)
        for every in heads.values():
            copies = {c.document: c for a in every for c in reversed(tops.get(a.id, []))}
            yield _Group(self._best(every), tuple(every), tuple(sorted(copies.values(), key=self._order)))

    def _top(self, a: Assertion) -> Assertion:
        """The assertion whose words one has; a copy that was turned round has its own. Rings have their least."""
        seen = [a.id]
        while (above := self.parents.get(seen[-1])) is not None and above not in seen:
            if self.assertions[above].side is not self.assertions[seen[-1]].side:
                return self.assertions[seen[-1]]
            seen.append(above)
        return self.assertions[min(seen) if above is not None else seen[-1]]

    def _best(self, every: Sequence[Assertion]) -> Assertion:
        """Of what one article says there, what gives a number or is surest; else what comes first."""
        return min(every, key=lambda a: (not a.withdrawal, not self.figures[a.id], -firmness(a), a.place))

    def _telling(self, group: _Group, raised: set[str], started: set[Side]) -> Moment:
        head = group.head
        kind = self._kind(group, raised, started)
        first = kind is MomentKind.DENIED and Side.AGAINST not in started
        if self._published(head) is not None:
            started.add(head.side)
        return self._moment(kind, head, note=DENIAL if first else "")

    def _kind(self, group: _Group, raised: set[str], started: set[Side]) -> MomentKind:
        head = group.head
        if self._published(head) is None:
            return MomentKind.UNDATED
        if head.withdrawal:
            return MomentKind.WITHDRAWN
        if head.side is not Side.FOR:
            return MomentKind.DENIED if head.side is Side.AGAINST else MomentKind.OPEN
        if head.side not in started:
            return MomentKind.FIRST
        return MomentKind.CONFIRMED if any(a.id in raised for a in group.every) else MomentKind.TOLD

    def _copies(self, group: _Group) -> Iterator[Moment]:
        """One moment for all copies of a telling; it stands where the telling does."""
        if group.copies:
            dates = [d for c in group.copies if (d := self._published(c)) is not None]
            names = dict.fromkeys(n for c in group.copies if (n := self._outlet(c)) is not None)
            first = group.copies[0]
            yield self._moment(
                MomentKind.COPIED,
                group.head,
                before=self._words(group.head),
                words=self._words(first),
                copies=(len(group.copies), max(dates, key=earliest, default=None), tuple(names)),
            )

    def _numbers(self) -> Iterator[Moment]:
        """Numbers that nobody gave before; of copies, those that the article they copy has otherwise."""
        seen: list[Figure] = []
        latest: dict[Side, tuple[Figure, ...]] = {}
        told: dict[Side, Assertion] = {}
        for a in self.rows:
            mine = self.figures[a.id]
            if self._published(a) is None and a.id not in self.parents:
                continue
            above = self.parents.get(a.id)
            others = self.figures[above] if above is not None else latest.get(a.side, ())
            for figure in mine:
                if not any(f.value == figure.value and f.thing == figure.thing for f in seen) or above is not None:
                    yield from self._number(a, figure, others, told.get(a.side))
            if above is None and mine:
                latest[a.side] = mine
            seen += mine
            told.setdefault(a.side, a)

    def _number(
        self, a: Assertion, figure: Figure, others: Sequence[Figure], first: Assertion | None
    ) -> Iterator[Moment]:
        before = compared(figure, others)
        if before is None:
            if not others and first is not None and first.document != a.document:
                yield self._moment(MomentKind.NUMBER, a, words=figure.words)
        elif before.value != figure.value:
            yield self._moment(MomentKind.NUMBER, a, before=before.words, words=figure.words)
        elif not alike(before, figure):
            yield self._moment(MomentKind.WORDED, a, before=before.words, words=figure.words)

    def _certainty(self) -> Iterator[Moment]:
        """Tellings that sound surer, or less sure, than the one that they have it from.

        Of what leaves a claim open nothing is said: that it sounds unsure is what it says.
        """
        first: dict[tuple[Side, str | None], Assertion] = {}
        for a in self.rows:
            place = (a.side, self.origin.get(a.id))
            above = self.parents.get(a.id) or self.cited.get(a.id)
            other = self.assertions[above] if above is not None else first.get(place)
            if self._published(a) is not None:
                first.setdefault(place, a)
            if other is None or a.side is Side.OPEN or other.side is not a.side or other.document == a.document:
                continue
            if (above is None and self._published(a) is None) or self._worded(a) == self._worded(other):
                continue
            if firmness(a) != firmness(other):
                kind = MomentKind.HARDENED if firmness(a) > firmness(other) else MomentKind.SOFTENED
                note = f"{sureness(other)} before, {sureness(a)} here"
                yield self._moment(kind, a, before=self._words(other), words=self._words(a), note=note)
            elif len(a.chain) == 1 < len(other.chain) and other.chain[-1].name and not a.witnessed:
                note = "told as fact; before on somebody's word"
                yield self._moment(MomentKind.HARDENED, a, before=self._words(other), words=self._words(a), note=note)

    def _worded(self, a: Assertion) -> tuple[str, bool]:
        return " ".join(self._words(a).text.casefold().split()), len(a.chain) == 1

    def _words(self, a: Assertion) -> Words:
        """What the article says, in its own words where they are known."""
        return Words(a.document, a.span, self.known.get((a.document, a.span)) or a.text)

    def _saying(self, a: Assertion) -> Words | None:
        """The first words by which its root says it."""
        cue = a.chain[-1].cue[:1] if a.chain else ()
        text = self.known.get((a.document, cue[0])) if cue else None
        return Words(a.document, cue[0], text) if text else None

    def _outlet(self, a: Assertion) -> str | None:
        article: Article | None = self.articles.get(a.document)
        return article.outlet if article else None

    def _moment(
        self,
        kind: MomentKind,
        a: Assertion,
        *,
        words: Words | None = None,
        before: Words | None = None,
        note: str = "",
        copies: tuple[int, str | None, tuple[str, ...]] = (1, None, ()),
    ) -> Moment:
        source, voice = teller(a, public=self.public.get(a.id, True))
        return Moment(
            kind=kind,
            claim=self.claim.id,
            assertion=a.id,
            side=a.side,
            published=self._published(a),
            article=a.document,
            outlet=self._outlet(a),
            source=source,
            voice=voice,
            after=words or self._words(a),
            before=before,
            saying=self._saying(a),
            note=note,
            count=copies[0],
            until=copies[1],
            outlets=copies[2],
        )


def teller(a: Assertion, *, public: bool = True) -> tuple[str | None, str]:
    """On whose word an assertion is: a name as written, or ``None`` and what else there is to say.

    Private persons have no name here.
    """
    last = a.chain[-1] if a.chain else None
    if last is None or last.kind is VoiceKind.ARTICLE:
        return None, ITSELF
    if last.kind is VoiceKind.PERSON and not (last.public and public):
        return None, PRIVATE
    return (last.name, last.kind.value) if last.name else (None, NOBODY)
