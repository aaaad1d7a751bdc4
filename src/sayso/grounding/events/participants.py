"""Who acts and who is acted upon: the words that a model marked, tied to the document's actors."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.events.words import BREAK, LONGEST, bare, head, stems
from sayso.types.actor import Actor
from sayso.types.event import EventMention, EventType, Participant, Role
from sayso.types.span import Span

# "Soldiers who fled": the words before say who it is.
RELATIVE = re.compile(r"(?:who|whom|which|that|those|whose)", re.I)
TRAILING = re.compile(r"\s(?:the|a|an)\s*$", re.I)
# "His resignation": he resigns; "his arrest" is not told so.
OWNER = re.compile(r"\b(his|her|its|their|whose)\s+(?:[\w-]+\s+)?$", re.I)
OWNED = frozenset({EventType.RETREAT, EventType.REJECT, EventType.FLEE})
NEAR_OWNER = 30  # characters
NEAR = 3  # characters between a name and its relative pronoun
# Words of a participant that say nothing about who it is.
EMPTY = frozenset(
    "a an the his her their its our your my this that these those some all any of in on at for from to with by and or "
    "who which two three four five six seven eight nine ten dozen several many other another more same former late "
    "local own least about men women people persons man woman group member members unit units part number".split()
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document, to be looked up by a place in its text."""

    text: str
    actors: tuple[Actor, ...]
    spans: tuple[tuple[Span, int], ...]  # every mention with the number of its actor, sorted
    longest: int

    def touching(self, span: Span) -> list[tuple[Span, int]]:
        """Mentions of actors that share a character with ``span``."""
        first = bisect_right(self.spans, span.begin - self.longest, key=lambda s: s[0].begin)
        out = []
        for at in range(max(first - 1, 0), len(self.spans)):
            mention = self.spans[at]
            if mention[0].begin >= span.end:
                break
            if mention[0].overlap(span):
                out.append(mention)
        return out


def cast(text: str, actors: Sequence[Actor]) -> Cast:
    """The actors of a document made ready for look-up."""
    spans = tuple(sorted((m.span, k) for k, a in enumerate(actors) for m in a.mentions))
    return Cast(text, tuple(actors), spans, max((s.end - s.begin for s, _ in spans), default=0))


def participants(mention: EventMention, role: Role, known: Cast) -> tuple[Participant, ...]:
    """The participants of one role as one mention has them, each actor once."""
    out: list[Participant] = []
    for argument in mention.arguments:
        words = argument.span.of(known.text).strip()
        if argument.role is role and words:
            found = antecedent(argument.span, known) if RELATIVE.fullmatch(words) else participant(argument.span, known)
            if found is None:
                continue
            if found.actor_id is None or all(found.actor_id != p.actor_id for p in out):
                out.append(found)
    owner = _owner(mention, known.text) if role is Role.ACTOR and not out else None
    return (participant(owner, known),) if owner is not None else tuple(out)


def _owner(mention: EventMention, text: str) -> Span | None:
    """ "his" of "his resignation", where whoever has the event does it; ``None`` where nobody is said to have it."""
    if mention.type not in OWNED:
        return None
    start = max(0, mention.trigger.begin - NEAR_OWNER)
    found = OWNER.search(text[start : mention.trigger.begin])
    return Span(start + found.start(1), start + found.end(1)) if found else None


def antecedent(pronoun: Span, known: Cast) -> Participant | None:
    """The actor whose mention ends right before a relative pronoun; ``None`` where there is none."""
    before = known.text[max(0, pronoun.begin - NEAR - 1) : pronoun.begin]
    end = pronoun.begin - (len(before) - len(before.rstrip(" ,(")))
    if pronoun.begin - end > NEAR or end == 0:
        return None
    spans = [(s, k) for s, k in known.touching(Span(end - 1, end)) if s.end == end]
    if not spans:
        return None
    span, number = max(spans, key=lambda s: (s[0].end - s[0].begin, -s[1]))
    actor = known.actors[number]
    return Participant(actor.name, span, actor.id)


def participant(span: Span, known: Cast) -> Participant:
    """The actor whose mention holds the head of ``span``, or stands beside it in apposition; else the words."""
    actor = _actor(span, known)
    if actor is not None:
        return Participant(actor.name, span, actor.id)
    return Participant(" ".join(bare(known.text, span).of(known.text).split()), span, None)


def _actor(span: Span, known: Cast) -> Actor | None:
    touching = known.touching(span)
    if not touching:
        return None
    core = head(known.text, span)
    holding = [(s, k) for s, k in touching if core is not None and s.overlap(core)]
    if not holding:
        holding = [(s, k) for s, k in touching if _beside(known.text, span, core, s)]
    if not holding:
        return None
    _, number = max(holding, key=lambda h: (h[0].overlap(span), -h[0].begin, -h[1]))
    return known.actors[number]


def _beside(text: str, span: Span, core: Span | None, mention: Span) -> bool:
    """Whether a mention names the head in other words: "the commander, Ada Brenn", "a gang known as the Kettles"."""
    if core is None or mention.begin <= core.end or mention.begin - core.end > LONGEST:
        return False
    between = TRAILING.sub("", text[core.end : mention.begin]).strip()
    after = text[mention.end : span.end].lstrip()
    named = between.endswith((",", "known as", "called", "named", "(", "nicknamed")) and not BREAK.match(after, 0)
    return named and between.count(",") <= 1


def same(text: str, left: Participant, right: Participant) -> bool:
    """Whether two participants are one: the same actor, or the same telling words."""
    if left.actor_id is not None and right.actor_id is not None:
        return left.actor_id == right.actor_id
    if left.span is not None and right.span is not None and left.span.overlap(right.span):
        return True
    a, b = telling(text, left), telling(text, right)
    return bool(a and b) and (a <= b or b <= a)


def telling(text: str, p: Participant) -> frozenset[str]:
    """Stems of the words that say who it is."""
    words = stems(text, p.span) if p.span is not None else stems(p.name, Span(0, max(len(p.name), 1)))
    return frozenset(w for w in words if w not in EMPTY and not w.isdigit())
