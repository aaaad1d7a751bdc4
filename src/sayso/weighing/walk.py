"""From each assertion back to its origin: breadth first from what ends a chain, so that every way is walked once.

What is best known comes first: where an outlet's articles, or those who say whom a source has it from, lead to several
origins, a firm one is taken before people without a name, these before a channel and a channel before nobody; then the
shorter way; then the earlier article. What is reached by no origin leads in circles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.types.attribution import VoiceKind
from sayso.types.weighing import OriginKind, Side
from sayso.weighing.ledger import Ledger, Told
from sayso.weighing.nearby import Nearby
from sayso.weighing.sources.documents import anonymous
from sayso.weighing.sources.profiles import Form

# A node is an assertion ("a", its number), a source ("s", side, identity) or an outlet ("o", side, key).
Node = tuple[str, str, str | int]
RANKS = (
    (OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.WITNESS),
    (OriginKind.UNNAMED,),
    (OriginKind.CHANNEL,),
    (OriginKind.UNSOURCED,),
)
KINDS = {
    Form.PERSON: OriginKind.NAMED,
    Form.BODY: OriginKind.NAMED,
    Form.DOCUMENT: OriginKind.DOCUMENT,
    Form.UNNAMED: OriginKind.UNNAMED,
}


@dataclass(frozen=True, slots=True)
class End:
    """What a way ends in: ``identity`` is made of keys and of texts alone."""

    kind: OriginKind
    identity: str


@dataclass(slots=True)
class Ways:
    """Where each node ends, and which node it goes on to (``None`` at an end). ``loop`` are nodes of circles."""

    ends: dict[Node, End] = field(default_factory=dict)
    nexts: dict[Node, Node | None] = field(default_factory=dict)
    loop: set[Node] = field(default_factory=set)


def walk(ledger: Ledger) -> Ways:
    """Ends and ways of all assertions. About n log n for n assertions."""
    return _Walk(ledger).run()


class _Walk:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.ways = Ways()
        self.rests: dict[Node, list[int]] = {}  # a source or outlet: assertions that say whom it has this from
        self.heirs: dict[Node, list[Node]] = {}  # who goes on from a node
        self.waiting: dict[tuple[Side, str], list[tuple[float, str, int]]] = {}
        self.nearby = Nearby(ledger)
        self.saw: dict[tuple[Side, str], float] = {}  # outlets that had it at first hand, and when first
        self.states: list[Node] = []  # countries that are named as if they spoke
        self.roots: dict[OriginKind, list[tuple[Node, End]]] = {}

    def run(self) -> Ways:
        told = self.ledger.told
        by_date = sorted(range(len(told)), key=lambda k: told[k].order)
        for k in by_date:
            self.nearby.note(k)
            if told[k].parent is None:
                self._note_relays(k)
            if (
                told[k].assertion.witnessed
                and not told[k].chain
                and told[k].outlet
                and self.ledger.sides[k] is not Side.OPEN
            ):
                self.saw.setdefault((self.ledger.sides[k], str(told[k].outlet)), told[k].first)
        for k in by_date:
            self._set_out(k)
        for rows in self.waiting.values():
            rows.sort()
        self._sources()
        for rank in RANKS:
            self._spread([(node, None, end) for kind in rank for node, end in self.roots.get(kind, ())])
            self._spread(self._states())
        self._spread(self._relayed())
        while alone := self._alone():
            self._spread(alone)
            self._spread(self._relayed())  # what these people told an outlet is known now
        self._circles()
        return self.ways

    def _note_relays(self, k: int) -> None:
        """Whoever stands between the article and the end of a chain has it from that end."""
        chain = self.ledger.told[k].chain
        if chain and chain[-1].kind is VoiceKind.DOCUMENT:
            poster = self.ledger.sources.poster(chain[-1])
            if poster is not None:
                self.rests.setdefault(("s", self.ledger.sides[k].value, poster), []).append(k)
        if len(chain) < 2:
            return
        end = self._teller(k, len(chain) - 1)
        for place in range(len(chain) - 1):
            node = self._teller(k, place)
            if node is not None and node != end:
                self.rests.setdefault(node, []).append(k)

    def _teller(self, k: int, place: int) -> Node | None:
        """The node of one teller of a chain; ``None`` for those who end it wherever they stand."""
        one, side = self.ledger.told[k], self.ledger.sides[k]
        teller = one.chain[place]
        key = self.ledger.outlet_key(teller)
        if key is not None:
            return ("o", side.value, key)
        identity = self.ledger.sources.of(teller, one.text)
        if identity is None:
            return None
        source = self.ledger.sources.all[identity]
        ends = source.form in (Form.DOCUMENT, Form.UNNAMED) or not source.public
        return None if ends else ("s", side.value, identity)

    def _set_out(self, k: int) -> None:
        """Where one assertion leads: to another one, to a source, to an outlet, or nowhere."""
        one, node = self.ledger.told[k], ("a", "", k)
        if one.parent is not None:
            self.heirs.setdefault(("a", "", one.parent), []).append(node)
            return
        if not one.chain:
            others = self.nearby.beside(k)
            for other in others:
                self.heirs.setdefault(("a", "", other), []).append(node)
            if not others:
                self._root(node, self._own_word(one))
            return
        target = self._teller(k, len(one.chain) - 1)
        if meant := self.nearby.told_to(k):
            for other in meant:
                self.heirs.setdefault(("a", "", other), []).append(node)
        elif target is None and anonymous(one.chain[-1]) and (others := self.nearby.beside(k)):
            for other in others:  # "the statement", of whoever is named beside
                self.heirs.setdefault(("a", "", other), []).append(node)
        elif target is None:
            identity = self.ledger.sources.of(one.chain[-1], one.text)
            source = self.ledger.sources.all[identity or ""]
            self._root(node, End(KINDS[source.form], source.identity))
        elif target[0] == "s":
            self.heirs.setdefault(target, []).append(node)
            self.rests.setdefault(target, [])
        else:
            self._to_outlet(k, node, target)

    def _to_outlet(self, k: int, node: Node, target: Node) -> None:
        one, key = self.ledger.told[k], (self.ledger.sides[k], str(target[2]))
        if any(True for _ in self.nearby.articles(k, key)):
            self.waiting.setdefault(key, []).append((one.last, one.assertion.id, k))
        elif one.outlet == key[1]:
            self._root(node, self._own_word(one))
        else:
            self.heirs.setdefault(target, []).append(node)
            self.rests.setdefault(target, [])

    def _own_word(self, one: Told) -> End:
        side = self.ledger.sides[self.ledger.number[one.assertion.id]]
        if one.assertion.witnessed or self._took_back(one, side):
            return End(OriginKind.WITNESS, f"witness|{one.outlet or one.text}")
        return End(OriginKind.UNSOURCED, f"unsourced|{one.text}")

    def _took_back(self, one: Told, side: Side) -> bool:
        """Whether an outlet says the opposite of what it had at first hand before: it is the same witness."""
        saw = (first for (of, key), first in self.saw.items() if key == one.outlet and of is not side)
        return one.outlet is not None and side is not Side.OPEN and any(first < one.first for first in saw)

    def _root(self, node: Node, end: End) -> None:
        self.roots.setdefault(end.kind, []).append((node, end))

    def _sources(self) -> None:
        """Sources that nobody says to have it from somebody else end the way; outlets are channels."""
        for node, rests in self.rests.items():
            if rests:
                for k in rests:
                    self.heirs.setdefault(("a", "", k), []).append(node)
            elif node[0] == "o":
                self._root(node, End(OriginKind.CHANNEL, f"channel|{node[2]}"))
            elif self.ledger.sources.all[str(node[2])].bare:
                self.states.append(node)
            else:
                self._root(node, End(OriginKind.NAMED, str(node[2])))

    def _states(self) -> list[tuple[Node, Node | None, End]]:
        """ "Velmar denies it": the word of who says so for Velmar, where that is one; else of nobody nearer."""
        if not self.states:
            return []
        ends: dict[str, set[End]] = {}
        for node, end in self.ways.ends.items():
            if node[0] == "a" and end.kind is OriginKind.NAMED:
                ends.setdefault(self.ledger.sides[int(node[2])].value, set()).add(end)
        out: list[tuple[Node, Node | None, End]] = []
        for node in self.states:
            source = self.ledger.sources.all[str(node[2])]
            others = ((e, self.ledger.sources.all[e.identity]) for e in ends.get(node[1], ()))
            others = ((e, o) for e, o in others if o.military or not source.military)
            loose = source.military or (source.camp.name or "").startswith("state:~")
            fits = {e for e, o in others if o.camp.name == source.camp.name or (o.camp.stateless and loose)}
            end = fits.pop() if len(fits) == 1 else End(OriginKind.NAMED, source.identity)
            out.append((node, None, end))
        self.states = []
        return out

    def _spread(self, front: list[tuple[Node, Node | None, End]]) -> None:
        """Go on from what is known to all that leads there, one step at a time."""
        while front:
            new: list[Node] = []
            for node, after, end in front:
                if node not in self.ways.ends:
                    self.ways.ends[node], self.ways.nexts[node] = end, after
                    new.append(node)
            best: dict[Node, Node] = {}
            for node in sorted(new, key=self._order):
                for heir in self.heirs.get(node, ()):
                    best.setdefault(heir, node)
            for heir, node in self._answered(new):
                best.setdefault(heir, node)
            front = [(heir, node, self.ways.ends[node]) for heir, node in best.items()]

    def _answered(self, new: list[Node]) -> Iterable[tuple[Node, Node]]:
        """Assertions that waited for an article of an outlet, each with the best of those that are known now."""
        found: dict[tuple[Side, str], list[int]] = {}
        for node in new:
            if node[0] == "a":
                k = int(node[2])
                key = self.ledger.told[k].outlet
                if key is not None and (self.ledger.sides[k], key) in self.waiting:
                    found.setdefault((self.ledger.sides[k], key), []).append(k)
        told = self.ledger.told
        for place, numbers in found.items():
            numbers.sort(key=lambda k: told[k].order)
            rows = self.waiting[place]
            cut = bisect_left(rows, (told[numbers[0]].first, ""))
            left = []
            for row in rows[cut:]:
                own = told[row[2]].assertion.document
                fits = (k for k in numbers if told[k].assertion.document != own and told[k].first <= row[0])
                parent = next(fits, None)
                if parent is None:
                    left.append(row)
                else:
                    yield ("a", "", row[2]), ("a", "", parent)
            self.waiting[place] = rows[:cut] + left

    def _relayed(self) -> list[tuple[Node, Node | None, End]]:
        """Citations of outlets whose articles lead in circles: others may say whom the outlet has it from."""
        out: list[tuple[Node, Node | None, End]] = []
        for (side, key), rows in sorted(self.waiting.items()):
            target: Node = ("o", side.value, key)
            if target in self.ways.ends:
                out += [(("a", "", k), target, self.ways.ends[target]) for _, _, k in rows]
        return out

    def _alone(self) -> list[tuple[Node, Node | None, End]]:
        """Who has it from people that an outlet's article was to show, where that article leads back: these people."""
        out: list[tuple[Node, Node | None, End]] = []
        for node in self._looping():
            k = int(node[2]) if node[0] == "a" else -1
            one = self.ledger.told[k]
            if k < 0 or one.parent is not None or not self.nearby.told_to(k):
                continue
            target = self._teller(k, len(one.chain) - 1)
            if target is None:
                source = self.ledger.sources.all[self.ledger.sources.of(one.chain[-1], one.text) or ""]
                out.append((node, None, End(KINDS[source.form], source.identity)))
        return out

    def _looping(self) -> list[Node]:
        """The nodes of all circles, in order."""
        follows = self._following()
        state: dict[Node, Node] = {}
        found: list[Node] = []
        for start in follows:
            way: list[Node] = []
            at = start
            while at in follows and at not in state:
                state[at] = start
                way.append(at)
                at = follows[at]
            if state.get(at) == start and at in way:
                found += way[way.index(at) :]
        return sorted(found, key=self._order)

    def _order(self, node: Node) -> tuple[object, ...]:
        if node[0] == "a":
            return (0, *self.ledger.told[int(node[2])].order)
        return (1, 0.0, "|".join(map(str, node)))

    def _circles(self) -> None:
        """What nothing ends leads back to itself: each loop is one origin, also for all that leads into it."""
        follows = self._following()
        state: dict[Node, int] = {}
        for number, start in enumerate(sorted(follows, key=self._order)):
            way: list[Node] = []
            at = start
            while at not in state and at not in self.ways.ends:
                state[at] = number
                way.append(at)
                at = follows[at]
            if at not in self.ways.ends:
                loop = way[way.index(at) :]
                self.ways.loop |= set(loop)
                end = self._circle(loop)
            else:
                end = self.ways.ends[at]
            for node in way:
                self.ways.ends[node], self.ways.nexts[node] = end, follows[node]

    def _circle(self, loop: list[Node]) -> End:
        """Articles that cite each other are a circle; people who cite each other are one of them, as both are known.

        Where an outlet stands between people it is a circle too: before its article came it could have rested on
        anybody, and that the article leads back to them shows nobody else.
        """
        named = sorted(str(n[2]) for n in loop if n[0] == "s")
        if named and not any(self._through_outlet(node) for node in loop):
            return End(OriginKind.NAMED, named[0])
        texts = sorted({self.ledger.told[int(n[2])].text for n in loop if n[0] == "a"})
        return End(OriginKind.CIRCLE, "circle|" + "|".join(texts))

    def _through_outlet(self, node: Node) -> bool:
        """Whether a node goes on to what an outlet published."""
        if node[0] != "a":
            return node[0] == "o"
        one = self.ledger.told[int(node[2])]
        if one.parent is not None or not one.chain:
            return False
        return self.ledger.outlet_key(one.chain[-1]) is not None or bool(self.nearby.told_to(int(node[2])))

    def _following(self) -> dict[Node, Node]:
        follows: dict[Node, Node] = {}
        told = self.ledger.told
        for k, one in enumerate(told):
            node: Node = ("a", "", k)
            if node in self.ways.ends:
                continue
            if one.parent is not None:
                follows[node] = ("a", "", one.parent)
                continue
            if not one.chain or (anonymous(one.chain[-1]) and self.nearby.beside(k)):
                follows[node] = ("a", "", self.nearby.beside(k)[0])
                continue
            if meant := self.nearby.told_to(k):
                follows[node] = ("a", "", meant[0])
                continue
            target = self._teller(k, len(one.chain) - 1)
            if target is None:
                continue
            key = (self.ledger.sides[k], str(target[2]))
            known = next(iter(self.nearby.articles(k, key)), None) if target[0] == "o" else None
            follows[node] = ("a", "", known) if known is not None else target
        for node, rests in self.rests.items():
            if rests and node not in self.ways.ends:
                follows[node] = ("a", "", min(rests, key=lambda k: told[k].order))
        return follows
