"""The assertions of one proposition with what is asked of them again and again: texts, dates, outlets, real chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.types.attribution import VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Carried, Side, Teller
from sayso.weighing.dates import earliest, latest, surely_before
from sayso.weighing.known import NOTHING, Known
from sayso.weighing.sources.camps import labels
from sayso.weighing.sources.joining import Sources
from sayso.weighing.sources.lexicon import lexicon
from sayso.weighing.sources.outlets import WORD, Outlets, outlet_words
from sayso.weighing.sources.phrases import describe, items_of, nation, stem
from sayso.weighing.sources.profiles import Form, profile

# Places where anybody posts: channels, whatever a reading takes them for.
PLATFORMS = frozenset("telegram twitter x facebook youtube tiktok vkontakte instagram whatsapp viber signal".split())
MEDIA = frozenset("television tv radio broadcaster channel agency newspaper paper portal".split())
SAME_WORDS = 0.8  # of the shorter of two copied stretches
ITSELF = "itself"  # the id of a voice: a body that publishes its own word
# Branches of bodies whose nouns are names of newspapers too ("The Harbour Monitor").
PAPERS_TOO = frozenset({"monitor", "media"})


@dataclass(frozen=True, slots=True)
class Told:
    """One assertion. ``text`` is the text whose word it is: its own, or the one that it was taken from.

    ``chain`` are the tellers that count: without the article, hearsay, and its own outlet behind others. ``parent``
    is the number of the assertion that it was carried over from. ``first`` and ``last`` are when its article may
    have appeared, in seconds.
    """

    assertion: Assertion
    text: str
    outlet: str | None
    published: str | None
    first: float
    last: float
    chain: tuple[Teller, ...]
    parent: int | None
    carried: Carried | None

    @property
    def order(self) -> tuple[float, str]:
        """Earlier articles first; the id decides where dates do not."""
        return self.first, self.assertion.id


class Ledger:
    """What was handed in to be weighed, in an order that does not depend on the order of intake."""

    def __init__(
        self,
        assertions: Sequence[Assertion],
        articles: Mapping[str, Article],
        carried: Sequence[Carried],
        known: Known = NOTHING,
    ) -> None:
        rows = sorted({a.id: a for a in assertions}.values(), key=lambda a: a.id)
        self.number = {a.id: k for k, a in enumerate(rows)}
        self.articles = articles
        names = {n for a in rows for n in (publisher(articles.get(a.document)),) if n}
        names |= {t.name for a in rows for t in a.chain if t.kind is not VoiceKind.ARTICLE and t.name}
        names |= {n for c in carried for n in (publisher(articles.get(c.source)),) if n}
        self.outlets = Outlets(names)
        self._bodies = {describe(t.name).body for a in rows for t in a.chain if t.name and _organisation(t)} - {None}
        published = {n for a in rows if (n := publisher(articles.get(a.document)))}
        self._published = {self.outlets.key(n) for n in published}
        self._titles = {outlet_words(n) for n in published}
        self._written = sorted((self.outlets.key(n), frozenset(n.casefold().split())) for n in published)
        speaking, citing = {n for n in published if self._speaks(n)}, self._citing(rows)
        self._silent = {self.outlets.key(n) for n in speaking} - citing
        self._relaying = {describe(n).body: k for n in sorted(speaking) if (k := self.outlets.key(n)) in citing}
        links = self._links(rows, carried)
        self.told = [self._tell(a, *links.get(k, (None, None))) for k, a in enumerate(rows)]
        self.sides = self._sides()
        own = (one for one in self.told if one.parent is None)
        countries = {describe(t.name).country for a in rows for t in a.taking} - {None}
        self.sources = Sources(
            ((t, one.text) for one in own for t in one.chain), _places(rows), countries, known.tellers
        )
        camps = {s.camp.name.removeprefix("state:") for s in self.sources.all.values() if s.camp.name}
        written = {w for a in rows for t in a.chain for w in (t.name, t.office) if w}
        written |= {t.name for a in rows for t in a.taking}
        self.sources.labels |= labels({c for c in camps if c[:1] == "~"}, written)

    def camp(self, name: str | None) -> str | None:
        """A camp as a record has it: a state that no table has by the name that the articles give it."""
        if name is None or not name.startswith("state:~") or name not in self.sources.labels:
            return name
        return f"state:{self.sources.labels[name]}"

    def outlet_key(self, teller: Teller) -> str | None:
        """The key of the outlet that a teller is; ``None`` for everybody else."""
        if teller.name is None:
            return None
        form = profile(teller).form
        key = self.outlets.key(teller.name)
        if teller.voice_id == ITSELF or (key in self._silent and form is not Form.OUTLET):
            return None
        if form is Form.OUTLET:
            return self._described(teller.name) or key
        unknown = form is Form.PERSON and not teller.public
        if (unknown or (form is Form.UNNAMED and _proper(teller.name))) and key in self._published:
            return key  # an outlet that was taken for somebody
        if form is Form.UNNAMED and outlet_words(teller.name) in self._titles:
            return key  # "Corvane Monitor" is no monitor
        if form is not Form.BODY or teller.kind is not VoiceKind.ORGANISATION:
            return None
        body = describe(teller.name).body
        if body is not None and body in self._relaying:
            return self._relaying[body]  # what it publishes here says whom it has it from
        proper = body is None or body.head.startswith("~") or body.branch == "media"
        return key if proper and (key in self._published or key in PLATFORMS) else None

    def _described(self, name: str) -> str | None:
        """The one outlet of the ledger that words without a name describe: "state television"."""
        words = set(name.casefold().split()) - {"the", "a", "an", "its", "their"}
        if name != name.lower() or not words & MEDIA:
            return None
        found = [key for key, own in self._written if words <= own]
        return found[0] if len(set(found)) == 1 else None

    def _citing(self, rows: Sequence[Assertion]) -> set[str]:
        """Publishers that have this from somebody else, as they say."""
        out = set()
        for one in rows:
            name = publisher(self.articles.get(one.document))
            last = one.chain[-1] if one.chain else None
            if name and last is not None and last.name and profile(last).form is not Form.NOBODY:
                key = self.outlets.key(name)
                if self.outlets.key(last.name) != key and (describe(last.name).body or 0) != describe(name).body:
                    out.add(key)
        return out

    def _tell(self, one: Assertion, parent: int | None, carried: Carried | None) -> Told:
        own = self.articles.get(one.document)
        scope = own
        text = own.text_id if own else one.document
        if carried is not None and parent is None:
            scope = self.articles.get(carried.source)
            text = scope.text_id if scope else carried.source
        name = publisher(scope)
        published = scope.published if scope else None
        chain = self._chain(one, name)
        key = self.outlets.key(name) if name else None
        return Told(one, text, key, published, earliest(published), latest(published), chain, parent, carried)

    def _chain(self, one: Assertion, outlet: str | None) -> tuple[Teller, ...]:
        chain = [t for t in one.chain if profile(t).form is not Form.NOBODY]
        own = self.outlets.key(outlet) if outlet else None
        while len(chain) > 1 and own is not None and self.outlet_key(chain[-1]) == own:
            chain.pop()
        while len(chain) > 1 and nation(chain[-1].name or ""):
            chain.pop()
        while len(chain) > 1 and _speaks_for(chain[-2], chain[-1]):
            chain.pop()
        if not chain and outlet and not one.witnessed and self._speaks(outlet):
            return (Teller(ITSELF, VoiceKind.ORGANISATION, outlet),)
        return tuple(chain)

    def _speaks(self, outlet: str) -> bool:
        """True for a publisher that is no newspaper but a body that speaks for itself."""
        said = describe(outlet)
        body = said.body
        items = items_of(outlet)
        front = items[: next((k for k, i in enumerate(items) if i.kind == "behind"), len(items))]
        if body is None or not front:
            return False
        if said.spokes or body in self._bodies:
            return True
        if front[-1].kind != "body":
            return False
        office = body.branch is None and len(front) > 1 and front[-2].kind == "people"  # a press centre
        return body.state or office or (body.branch is not None and body.branch not in PAPERS_TOO)

    def _links(
        self, rows: Sequence[Assertion], carried: Iterable[Carried]
    ) -> dict[int, tuple[int | None, Carried | None]]:
        """For each assertion that was carried over, from which one; the earliest where two say so. No loops."""
        out: dict[int, tuple[int | None, Carried | None]] = {}

        def order(c: Carried) -> tuple[object, ...]:
            source = self.articles.get(c.source)
            known = c.parent in self.number and c.parent != c.child
            return (not known, earliest(source.published if source else None), c.source, c.parent or "", c.span)

        for c in sorted((c for c in carried if c.child in self.number), key=order):
            parent = self.number.get(c.parent) if c.parent is not None and c.parent != c.child else None
            if parent is not None or c.source != rows[self.number[c.child]].document:
                out.setdefault(self.number[c.child], (parent, c))
        self._turn(rows, out)
        out |= self._same_words(rows, out)
        for loop in loops({k: p for k, (p, _) in out.items() if p is not None}):
            out.pop(min(loop, key=lambda k: (self._first(rows[k]), rows[k].id)))
        return out

    def _turn(self, rows: Sequence[Assertion], links: dict[int, tuple[int | None, Carried | None]]) -> None:
        """Turn round what leads to a later article that names nobody, where the earlier one of the two does.

        Who cuts a source out of a text prints it after it was there, whichever of the two reads like the original.
        """
        for k in sorted(links, key=lambda k: (self._first(rows[k]), rows[k].id)):
            parent = links[k][0]
            if parent is None or parent in links or _names(rows[parent]) or not _names(rows[k]):
                continue
            mine, theirs = self.articles.get(rows[k].document), self.articles.get(rows[parent].document)
            if mine is None or theirs is None or not surely_before(mine.published, theirs.published):
                continue
            del links[k]
            back = Carried(rows[parent].id, rows[k].id, rows[k].document, rows[k].span)
            links[parent] = (k, back)

    def _same_words(
        self, rows: Sequence[Assertion], links: Mapping[int, tuple[int | None, Carried | None]]
    ) -> dict[int, tuple[int | None, Carried | None]]:
        """Copies of words of which nothing was read in their original: all are as the earliest one has them.

        A spinner makes two names of one; copies of one sentence are one assertion however they word it.
        """
        by_source: dict[tuple[str, Side], list[tuple[int, Carried]]] = {}
        for k, (parent, c) in links.items():
            if parent is None and c is not None:
                by_source.setdefault((c.source, rows[k].side), []).append((k, c))
        out: dict[int, tuple[int | None, Carried | None]] = {}
        for copies in by_source.values():
            copies.sort(key=lambda row: (row[1].span, self._first(rows[row[0]]), rows[row[0]].id))
            groups: list[list[tuple[int, Carried]]] = []
            for row in copies:
                if groups and same_place(groups[-1][0][1].span, row[1].span):
                    groups[-1].append(row)
                else:
                    groups.append([row])
            for group in groups:
                host = min((k for k, _ in group), key=lambda k: (self._first(rows[k]), rows[k].id))
                out |= {k: (host, c) for k, c in group if k != host}
        return out

    def _first(self, one: Assertion) -> float:
        article = self.articles.get(one.document)
        return earliest(article.published if article else None)

    def _sides(self) -> list[Side]:
        """The side of the assertion that each was carried over from in the end; a copy takes no side of its own."""
        out: dict[int, Side] = {}
        for k in range(len(self.told)):
            way = [k]
            while way[-1] not in out and (parent := self.told[way[-1]].parent) is not None:
                way.append(parent)
            side = out.get(way[-1], self.told[way[-1]].assertion.side)
            out.update(dict.fromkeys(way, side))
        return [out[k] for k in range(len(self.told))]


def _names(one: Assertion) -> bool:
    """Whether a chain names anybody, or its article has it at first hand."""
    return bool(one.witnessed) or any(profile(t).form is not Form.NOBODY for t in one.chain)


def same_place(one: Span, other: Span) -> bool:
    """True for two spans of a text of which the shorter lies in the longer for the most part."""
    shorter = min(one.end - one.begin, other.end - other.begin)
    return one.overlap(other) >= SAME_WORDS * shorter > 0


def publisher(article: Article | None) -> str | None:
    """The outlet of an article: as given, else by its address."""
    if article is None:
        return None
    if article.outlet and article.outlet.strip():
        return article.outlet
    return article.url.split("//")[-1].split("/")[0] or None if article.url else None


def _places(rows: Iterable[Assertion]) -> dict[str, str]:
    """The country of each place where the event is said to be, by words of its name; none for words of two."""
    found: dict[str, set[str]] = {}
    for site, country in {(a.setting.site, a.setting.country) for a in rows}:
        for word in WORD.findall(site or "") if country else ():
            if word[:1].isupper() and word.casefold() not in lexicon().common:
                found.setdefault(stem(word), set()).add(country or "")
    return {word: countries.pop() for word, countries in found.items() if len(countries) == 1}


def loops(follows: Mapping[int, int]) -> list[list[int]]:
    """The loops of a graph in which each node has one next node at most."""
    state: dict[int, int] = {}
    out = []
    for start in sorted(follows):
        path = []
        at: int | None = start
        while at is not None and at not in state:
            state[at] = start
            path.append(at)
            at = follows.get(at)
        if at is not None and state[at] == start and at in path:
            out.append(path[path.index(at) :])
    return out


def _proper(name: str) -> bool:
    return all(word[:1].isupper() for word in name.removeprefix("the ").split())


def _speaks_for(one: Teller, other: Teller) -> bool:
    """True where an official words what "Moscow" says: that is no relay, the word is the official's."""
    speaker, whole = profile(one), profile(other)
    body = whole.said.body
    if body is None or body.head != "government" or whole.form is not Form.BODY:
        return False
    return speaker.said.sorts == {"s"} and speaker.country in (None, whole.country)


def _organisation(teller: Teller) -> bool:
    return teller.kind is VoiceKind.ORGANISATION and bool(teller.name)
