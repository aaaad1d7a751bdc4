"""One line in plain words for an event or a content: cut and joined from the text's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.grounding.claims import clause, grammar, subjects, trim
from sayso.grounding.claims.segments import Opening, Passage
from sayso.grounding.claims.stretches import Stretches
from sayso.grounding.claims.tokens import Token, joined, quote_marks, read_aloud
from sayso.grounding.claims.verbs import nominal, past_form
from sayso.text.quotes import quotations
from sayso.types.actor import Actor
from sayso.types.attribution import Attribution, Manner, Polarity
from sayso.types.event import Event, EventMention
from sayso.types.reading import Reading, Sentence
from sayso.types.span import Span

# A content that opens with one of these is a question that its source asks or leaves open.
QUESTIONS = frozenset("what who whom whose which how why where when whether if".split())
# Words that need the "denied" before them: "denied that there was any sabotage".
ONLY_NEGATED = frozenset("any anybody anyone anything anywhere ever either".split())
OPENING = 40  # characters of a sentence in which its subject is named
REACH = 800  # characters before and behind a trigger that belong to its sentence
PRONOUNS = frozenset("i he she it they we you".split())
WINDOW = 60  # words before and behind a trigger that are looked at


@dataclass(frozen=True, slots=True)
class Wording:
    """The line, its pieces in the order read aloud, and the passage that holds it."""

    text: str
    pieces: tuple[Span, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """What the rules of wording look at in a document, made once."""

    text: str
    sentences: tuple[Sentence, ...]
    stretches: Stretches
    referents: Mapping[int, subjects.Referent]
    relays: Mapping[str, Attribution]  # id of an attribution -> the one that cites it for its own content

    @classmethod
    def of(cls, reading: Reading, actors: Sequence[Actor]) -> Source:
        """The source of a reading, with the names that its pronouns stand for."""
        text = reading.document.text
        relays = {a.basis_id: a for a in reading.attributions if a.basis_id is not None}
        stretches = Stretches(text, quote_marks(quotations(text)))
        return cls(text, reading.sentences, stretches, subjects.referents(text, actors), relays)

    def sentence(self, offset: int) -> int:
        """Index of the sentence at or before ``offset``."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.span.begin) - 1)


class _Telling(NamedTuple):
    """One mention of an event as one voice has it."""

    event: Event
    mention: EventMention
    told: Attribution | None


def event_wording(source: Source, event: Event, mention: EventMention, told: Attribution | None) -> Wording:
    """The line for one mention of an event as ``told`` has it (``None``: the article itself).

    It is cut from the content; where that is no clause, from content, cue and source; then from the sentence.
    """
    best: tuple[list[Token], tuple[Token, ...], list[int]] | None = None
    for number, parts in enumerate(_regions(source, mention.trigger, told)):
        tokens = _region(source, parts, mention.trigger)
        at = [k for k, t in enumerate(tokens) if mention.trigger.begin < t.end and t.begin < mention.trigger.end]
        seen = source.stretches.passage(tokens)
        if not at or (number == 0 and told is not None and not _stands_alone(source, seen, told)):
            continue
        chosen, whole = _chosen(source, _Telling(event, mention, told), seen, at)
        if whole or best is None:
            best = (chosen, tokens, at)
        if whole:
            break
    if best is None:
        return _plain(source, (mention.trigger,), mention.trigger)
    chosen, tokens, at = trim.without_that(source.text, best[0]), *best[1:]
    kept = {tokens[k].begin for k in at}
    short = trim.shortened(chosen, sorted(kept), _offsets(tokens, mention))
    return _finished(source, trim.tidy(short, kept, _last(tokens)), mention.trigger, _cut_ends(chosen, short))


def _cut_ends(whole: Sequence[Token], short: Sequence[Token]) -> tuple[bool, bool]:
    """Whether words were cut off at the beginning, and at the end."""
    return (short[0] is not whole[0], short[-1] is not whole[-1]) if short and whole else (False, False)


def _regions(source: Source, trigger: Span, told: Attribution | None) -> tuple[tuple[Span, ...], ...]:
    """Stretches of the trigger's sentence that a claim may be cut from, the narrowest first."""
    sentence = _parts(source, trigger, None)
    return (
        (sentence,) if told is None else (_parts(source, trigger, told), _with_source(source, trigger, told), sentence)
    )


def _region(source: Source, parts: Sequence[Span], trigger: Span) -> tuple[Token, ...]:
    """Tokens near the trigger without what ties them to the sentence before."""
    tokens = _window(source.stretches.tokens(parts), trigger)
    first = trim.beginning(tokens)
    return tokens[first:] if first < len(tokens) and tokens[first].begin <= trigger.begin else tokens


def _offsets(tokens: Sequence[Token], mention: EventMention) -> set[int]:
    """Offsets of tokens that are words of the mention's arguments."""
    return {t.begin for t in tokens for a in mention.arguments if a.span.begin < t.end and t.begin < a.span.end}


def content_wording(source: Source, told: Attribution) -> Wording:
    """The line for a content without event: its first sentence, with source and cue where it is no clause."""
    parts = [p for p in _cut(source, told.content) if any(t.word for t in source.stretches.tokens((p,)))]
    if not parts:
        hull = Span(min(s.begin for s in _spans(told)), max(s.end for s in _spans(told)))
        return _plain(source, _cut(source, (hull,))[:1] or (hull,), hull)
    home = source.sentence(parts[0].begin)
    near = _hull(source, Span(parts[0].begin, parts[0].begin + 1))
    here = _within([p for p in parts if source.sentence(p.begin) == home], near)
    tokens = _head(source.stretches.tokens(here))
    if not _stands_alone(source, source.stretches.passage(tokens), told):
        tokens = _head(source.stretches.tokens(_with_source(source, here[0], told)))
    hull = Span(min(p.begin for p in told.content), max(p.end for p in told.content))
    if not any(t.word for t in tokens):
        return _plain(source, here, hull)
    first = trim.beginning(tokens)
    chosen = trim.shortened(tokens[first:], [tokens[first].begin], ())
    ends = _cut_ends(tokens[first:], chosen)
    carriers = source.stretches.passage(chosen).carriers
    chosen = _named(source, chosen, min(carriers, default=0), told)
    return _finished(source, trim.tidy(chosen, (), _last(tokens)), hull, ends)


def _chosen(source: Source, telling: _Telling, seen: Passage, at: Sequence[int]) -> tuple[list[Token], bool]:
    """The clause of the trigger with its subject, and whether it has one; else the whole passage."""
    tokens = seen.tokens
    event, mention, told = telling
    wanted = _offsets(tokens, mention)
    indexes = clause.worded(seen, at, [k for k, t in enumerate(tokens) if t.begin in wanted])
    if not set(at) <= set(indexes):
        indexes = list(range(len(tokens)))
    chosen = [tokens[k] for k in indexes]
    whole = clause.complete(seen, indexes)
    if not whole:
        passive = any(tokens[k].key in grammar.BE for k in range(max(0, at[0] - 3), at[0]))
        verbal = at[0] in seen.carriers or (past_form(tokens[at[0]].key) and indexes[0] == at[0])
        front = subjects.missing(source.text, event, mention, chosen, passive=passive) if verbal else ()
        if front:
            return [*front, *chosen], True
        indexes = list(range(len(tokens)))
        whole = clause.complete(seen, indexes)
        chosen = list(tokens)
    verbs = [n for n, k in enumerate(indexes) if k in seen.carriers]
    return _named(source, chosen, verbs[0] if verbs else 0, told), whole


def _named(source: Source, chosen: Sequence[Token], first_verb: int, told: Attribution | None) -> list[Token]:
    """The pronoun before the verb replaced by the name that it stands for, where that is as good as sure.

    That is: in the article's own words, when the sentence opens with "he" or "she" and the one before with the actor;
    in reported speech, when the pronoun is its source, or the actor is named in it before. Direct speech stays.
    """
    k = subjects.pronoun(chosen, first_verb)
    referent = source.referents.get(chosen[k].begin) if k is not None else None
    if k is None or referent is None or not referent.agrees(chosen[k].key):
        return list(chosen)
    if told is None:
        here = source.sentence(chosen[k].begin)
        opens = here > 0 and source.sentences[here].span.begin == chosen[k].begin and chosen[k].key in ("he", "she")
        start = source.sentences[max(0, here - 1)].span.begin
        sure = opens and referent.named_in((Span(start, start + OPENING),))
    else:
        affirmed = told.polarity is Polarity.AFFIRMED and told.manner is not Manner.DIRECT
        before = _within(told.content, Span(0, chosen[k].end))
        sure = affirmed and referent.named_in((*told.source, *before))
    return subjects.replaced(source.text, chosen, k, referent.name) if sure else list(chosen)


def _parts(source: Source, trigger: Span, told: Attribution | None) -> tuple[Span, ...]:
    """The stretches of the trigger's sentence that the voice says."""
    hull = _hull(source, trigger)
    return (hull,) if told is None else _within(told.content, hull)


def _hull(source: Source, place: Span) -> Span:
    """The sentence of ``place``; of one of monstrous length what stands near it."""
    sentence = source.sentences[source.sentence(place.begin)].span if source.sentences else place
    begin, end = min(sentence.begin, place.begin), max(sentence.end, place.end)
    if place.begin - begin > REACH:
        begin = source.text.rfind(" ", place.begin - REACH, place.begin) + 1 or place.begin
    if end - place.end > REACH:
        space = source.text.find(" ", place.end, place.end + REACH)
        end = source.text.rfind(" ", place.end, place.end + REACH) if space >= 0 else place.end
    return Span(begin, max(end, place.end))


def _within(spans: Sequence[Span], hull: Span) -> tuple[Span, ...]:
    return tuple(Span(max(s.begin, hull.begin), min(s.end, hull.end)) for s in spans if s.overlap(hull))


def _spans(told: Attribution) -> tuple[Span, ...]:
    return (*told.source, *told.cue, *told.content)


def _with_source(source: Source, place: Span, told: Attribution) -> tuple[Span, ...]:
    """From the first to the last word of source, cue and content in the sentence of ``place``."""
    hull = _hull(source, place)
    relay = source.relays.get(told.id)
    inside = _within((*_spans(told), *(_spans(relay) if relay else ())), hull) or (place,)
    return (Span(min(s.begin for s in inside), max(s.end for s in inside)),)


def _stands_alone(source: Source, seen: Passage, told: Attribution) -> bool:
    """Whether a content can be read without its source: a clause that is affirmed, or a denied one that is plain."""
    if not told.cue:
        return True
    opens = next((t.key for t in seen.tokens if t.word), "")
    if told.polarity is Polarity.WITHHELD or (opens in QUESTIONS and told.manner is not Manner.DIRECT):
        return False
    if told.polarity is Polarity.DENIED and any(t.key in ONLY_NEGATED for t in seen.tokens):
        return False
    return _clausal(seen) or (
        told.polarity is Polarity.AFFIRMED and not any(c.isalnum() for s in told.cue for c in s.of(source.text))
    )


def _clausal(seen: Passage) -> bool:
    """Whether the words are a clause, and no noun with one behind it ("the claim that they fled")."""
    carried = [k for c in seen.clauses if c.opening in (Opening.START, Opening.BREAK) for k in c.own]
    verbs = seen.carriers & set(carried)
    if not verbs:
        return bool(seen.carriers) and seen.clauses[0].opening is Opening.START and not seen.clauses[0].own
    first = min(verbs)
    noun = any(t.key == "that" for t in seen.tokens[1:first])
    contact = first > 1 and seen.tokens[first - 1].key in PRONOUNS and nominal(seen.tokens[first - 2])
    return len(verbs) > 1 or not (noun or contact)  # "the claim that they fled", "the line they crossed"


def _last(tokens: Sequence[Token]) -> int:
    return max((t.begin for t in tokens if t.word), default=-1)


def _window(tokens: Sequence[Token], trigger: Span) -> tuple[Token, ...]:
    at = next((k for k, t in enumerate(tokens) if t.end > trigger.begin), 0)
    return tuple(tokens[max(0, at - WINDOW) : at + WINDOW])


def _head(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(tokens[: 2 * WINDOW])


def _cut(source: Source, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans cut at the ends of sentences."""
    out: list[Span] = []
    for span in spans:
        k = source.sentence(span.begin)
        while k < len(source.sentences) and source.sentences[k].span.begin < span.end:
            out += _within((span,), source.sentences[k].span)
            k += 1
    return tuple(out)


def _plain(source: Source, spans: Sequence[Span], span: Span) -> Wording:
    """Words as they stand, where there is nothing to cut: a content of marks alone."""
    pieces = tuple(
        Span(span.begin + found.start(), span.begin + found.end())
        for span in spans
        for found in subjects.NO_BLANKS.finditer(span.of(source.text))
    )[: trim.LONGEST] or tuple(spans)
    return Wording(read_aloud(source.text, pieces), pieces, span)


def _finished(source: Source, chosen: Sequence[Token], place: Span, cut: tuple[bool, bool] = (False, False)) -> Wording:
    """Pieces, line and passage of the chosen words; ``cut`` says at which ends the line leaves words out."""
    if not any(t.word for t in chosen):
        return _plain(source, (place,), place)
    pieces = joined(source.text, chosen)
    if source.text[pieces[-1].end : pieces[-1].end + 1] == "?":
        pieces = (*pieces[:-1], Span(pieces[-1].begin, pieces[-1].end + 1))
    own = [t for t in chosen if t.part != subjects.ELSEWHERE]
    begin, end = min((t.begin for t in own), default=place.begin), max((t.end for t in own), default=place.end)
    return Wording(read_aloud(source.text, pieces, cut), pieces, Span(min(begin, place.begin), max(end, place.end)))
