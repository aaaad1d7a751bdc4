"""From windows of words to raw attributions and names with their places in the text."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from sayso.reading.encoding import Conventions, Encoded, Mapper, parts
from sayso.reading.happenings import happenings
from sayso.reading.heads import attribution, entities
from sayso.reading.heads.attribution import Arguments, CueSpan
from sayso.reading.layout import PROBABILITY, by_layout
from sayso.reading.meaning import Meanings, joined, kept
from sayso.reading.quoted import levels, whole_quotations
from sayso.reading.refusals import refusal_at, refusals, unthought
from sayso.reading.session import Floats, Model
from sayso.reading.tokens import Tokens
from sayso.reading.wording import of_words, wording
from sayso.text.quotes import quotations
from sayso.text.ranges import merged, touched
from sayso.types.attribution import Producer
from sayso.types.event import EventMention
from sayso.types.raw import RawAttribution
from sayso.types.reading import EntityType, Mention, Wording
from sayso.types.span import Span

NEWS, GUM = "news", "gum"
REFUSAL = 0.9  # stated of a refusal's phrase: nearly all are attributions
THOUGHT = 0.6  # of a negated verb of thought: 51 of 82 on GUM
LOOSE = ",;: "  # what ends a source only by a slip
RULES = "1"  # version of the rules of this module
Evidence = tuple[float, float, float, float]
# Conventions that annotate no attribution inside another's content.
OUTERMOST_ONLY = frozenset({"polnear"})


@dataclass(frozen=True, slots=True)
class RawReading:
    """What the model alone says of a text, in reading order.

    ``evidence`` holds, for each attribution, the numbers that its probability was made of.
    """

    mentions: tuple[Mention, ...]
    attributions: tuple[RawAttribution, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[EventMention, ...] = ()
    wording: Wording = Wording(0.0)
    meanings: Meanings | None = field(default=None, compare=False)


def read_text(model: Model, text: str, convention: str, names: str = "uner", mapper: Mapper = map) -> RawReading:
    """Names and raw attributions of ``text`` under an annotation convention (``attribution.CONVENTIONS``).

    ``mapper`` runs the windows, in order; it may do so in parallel.
    """
    tokens = model.tokenizer.tokenize(text)
    if not len(tokens):
        return RawReading((), (), ())
    mentions: list[Mention] = []
    rows: list[tuple[RawAttribution, Evidence]] = []
    told: list[EventMention] = []
    respun: list[Floats] = []
    meant: list[Floats] = []
    for encoded in parts(model, tokens, Conventions(convention, names), mapper):
        mentions += _mentions(model, tokens, encoded)
        rows += _attributions(model, text, tokens, encoded, convention)
        if convention == NEWS:
            told += happenings(text, model, tokens, encoded)
            respun.append(of_words(text, tokens, encoded))
            meant += [kept(model, e.states.words[e.core]) for e in encoded]
    floor = model.settings.floors[convention]
    marks = levels(quotations(text))
    rows = [(whole_quotations(r, marks), e) for r, e in rows]
    rows = _with_layout([r for r in rows if r[0].content and r[0].probability >= floor], text)
    rows = sorted(rows, key=lambda r: (_begin(r[0]), r[0].cue))
    if convention in OUTERMOST_ONLY:
        rows = _outermost(rows)
    words = wording(text, model, tokens, np.concatenate(respun)) if respun else Wording(0.0)
    found = tuple(mentions), tuple(r for r, _ in rows), tuple(e for _, e in rows), tuple(told)
    return RawReading(*found, words, joined(model, tokens, meant))


def _mentions(model: Model, tokens: Tokens, encoded: list[Encoded]) -> list[Mention]:
    """Names in windows that follow upon each other."""
    found = entities.decode(np.concatenate([e.states.entities[e.core] for e in encoded]))
    first, version = encoded[0].window.core_begin, model.settings.version
    return [_mention(tokens, first + begin, first + end, kind, p, version) for begin, end, kind, p in found]


def _attributions(
    model: Model, text: str, tokens: Tokens, encoded: list[Encoded], convention: str
) -> list[tuple[RawAttribution, Evidence]]:
    """Attributions whose words of saying begin in windows that follow upon each other."""
    scores = np.concatenate([e.states.cues[e.core] for e in encoded])
    first, last = encoded[0].window.core_begin, encoded[-1].window.core_end
    found = attribution.decode_cues(scores, model.settings.thresholds[convention])
    cues = [replace(c, begin=c.begin + first, end=c.end + first) for c in found] if first else found
    part = Span(int(tokens.begin[first]), int(tokens.end[last - 1]))
    if convention == NEWS:
        spans = [span for span, _ in refusals(text) if part.begin <= span.begin < part.end]
        cues = _with_rules(tokens, cues, spans, lambda begin: REFUSAL)
    if convention == GUM:
        spans = [span for span in unthought(text) if part.begin <= span.begin < part.end]
        cues = _with_rules(tokens, cues, spans, lambda begin: max(THOUGHT, float(scores[begin - first, 1:].max())))
    scored = [s for e in encoded for s in _in_window(model, tokens, e, cues, convention)]
    weights, version = model.settings.calibration, model.settings.version
    return [
        (
            _told(_raw(tokens, s.cue, arguments, s.polarity, weights), text, version, tidy=convention == NEWS),
            evidence(s.cue, arguments),
        )
        for s, arguments in zip(scored, _decoded(scored, model.settings.transitions), strict=True)
    ]


def _with_rules(
    tokens: Tokens, cues: list[CueSpan], spans: Iterable[Span], probability: Callable[[int], float]
) -> list[CueSpan]:
    """The model's cues and, where it has none, those of a rule: of kinds that its training shows too little of."""
    taken = [c.begin for c in cues]  # cues come in order and never overlap
    extra = []
    for span in spans:
        begin = int(np.searchsorted(tokens.end, span.begin, side="right"))
        end = int(np.searchsorted(tokens.begin, span.end, side="left"))
        last = bisect_left(taken, end) - 1
        if begin < end and not (last >= 0 and begin < cues[last].end):
            extra.append(CueSpan(begin, end, False, probability(begin)))
    return sorted([*cues, *extra], key=lambda c: c.begin)


def _told(raw: RawAttribution, text: str, version: str, *, tidy: bool) -> RawAttribution:
    """The attribution with who found it; a refusal without content is parted into "declined" and "to comment".

    ``tidy`` leaves out the comma behind a source, which PolNeAR counts in now and then and Sayso does not.
    """
    found_by: tuple[Producer, ...] = (Producer("model:attribution", version),)
    refusal = next((pair for s in raw.cue if (pair := refusal_at(text, s)) is not None), None)
    if tidy:
        raw = replace(
            raw, source=tuple(Span(s.begin, s.begin + len(s.of(text).rstrip(LOOSE) or "x")) for s in raw.source)
        )
    if refusal is not None:
        found_by += (Producer("rule:refusal", RULES),)
        if not raw.content and raw.source:
            raw = replace(raw, cue=(refusal[0],), content=(refusal[1],))
    return replace(raw, producers=found_by)


def _with_layout(rows: list[tuple[RawAttribution, Evidence]], text: str) -> list[tuple[RawAttribution, Evidence]]:
    """The rows and what layout tells; of the model's, those with the same words or marks of saying are dropped."""
    told = by_layout(text)
    if not told:
        return rows
    marks = merged(s for t in told for s in (*t.source, *t.cue))
    contents = merged(s for t in told for s in t.content)

    def same(row: RawAttribution) -> bool:
        mark = all(not any(c.isalnum() for c in s.of(text)) for s in row.cue)
        return any(touched(marks, s) for s in row.cue or row.source) or (
            mark and any(touched(contents, s) for s in row.content)
        )

    sure = math.log(PROBABILITY / (1 - PROBABILITY)), 0.0, 0.0, 1.0
    return [r for r in rows if not same(r[0])] + [(t, sure) for t in told]


def _outermost(rows: list[tuple[RawAttribution, Evidence]]) -> list[tuple[RawAttribution, Evidence]]:
    """Without the attributions whose words of saying stand in another's content."""

    def within(inner: RawAttribution, outer: RawAttribution) -> bool:
        return bool(inner.cue) and all(any(c.covers(s) for c in outer.content) for s in inner.cue)

    raw = [r for r, _ in rows]
    return [row for row in rows if not any(within(row[0], o) and not within(o, row[0]) for o in raw if o is not row[0])]


@dataclass(frozen=True, slots=True)
class _Scored:
    """One cue of a window after the argument graph: its frame begins at word ``start`` of the text."""

    cue: CueSpan
    start: int
    emissions: Floats  # (K, 5)
    polarity: Floats  # (3,)


def _in_window(model: Model, tokens: Tokens, encoded: Encoded, cues: list[CueSpan], convention: str) -> list[_Scored]:
    """Scores of the cues that begin in this window's core, in words of the text."""
    window = encoded.window
    base = window.begin
    chosen = [c for c in cues if window.core_begin <= c.begin < window.core_end]
    if not chosen:
        return []
    own = [replace(c, begin=c.begin - base, end=min(c.end, window.end) - base) for c in chosen]
    paragraph = tokens.paragraph[base : window.end]
    frames, emissions, polarity = model.arguments(encoded.states.words, own, paragraph, convention)
    return [
        _Scored(replace(c, begin=c.begin + base, end=c.end + base), start + base, scores, row)
        for c, (start, _), scores, row in zip(own, frames, emissions, polarity, strict=True)
    ]


def _decoded(scored: list[_Scored], transitions: Floats) -> list[Arguments]:
    """Arguments of all cues of a text, in words of the text; frames of one length are decoded together."""
    out: dict[int, Arguments] = {}
    by_length: dict[int, list[int]] = {}
    for k, s in enumerate(scored):
        by_length.setdefault(len(s.emissions), []).append(k)
    for chosen in by_length.values():
        found = attribution.decode_arguments(np.stack([scored[k].emissions for k in chosen]), transitions)
        for k, a in zip(chosen, found, strict=True):
            at = scored[k].start
            out[k] = Arguments(
                tuple((b + at, e + at) for b, e in a.source),
                tuple((b + at, e + at) for b, e in a.content),
                a.log_probability,
            )
    return [out[k] for k in range(len(scored))]


def _raw(
    tokens: Tokens, cue: CueSpan, found: Arguments, polarity: Floats, calibration: tuple[float, ...]
) -> RawAttribution:
    def spans(ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(int(tokens.begin[b]), int(tokens.end[e - 1])) for b, e in ranges)

    cue_spans = () if cue.anchor else spans([(cue.begin, cue.end)])
    return RawAttribution(
        spans(found.source),
        cue_spans,
        spans(found.content),
        _calibrated(cue, found, calibration),
        float(1.0 - polarity[0]),
    )


def evidence(cue: CueSpan, found: Arguments) -> Evidence:
    """The numbers that the calibration weighs: log-odds of the cue, sharpness of its tagging, constants for shape."""
    p = min(max(cue.probability, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p)), max(found.log_probability, -12.0), 0.0 if found.source else 1.0, 1.0


def _calibrated(cue: CueSpan, found: Arguments, weights: tuple[float, ...]) -> float:
    """Probability of a right attribution by logistic regression on ``evidence`` (Platt 1999)."""
    score = sum(w * x for w, x in zip(weights, evidence(cue, found), strict=True))
    return round(1.0 / (1.0 + math.exp(-score)), 4)


def _mention(tokens: Tokens, begin: int, end: int, kind: str, probability: float, version: str) -> Mention:
    span = Span(int(tokens.begin[begin]), int(tokens.end[end - 1]))
    entity = EntityType(kind)
    return Mention(span, entity, entity, round(min(probability, 1.0), 4), (Producer("model:entities", version),))


def _begin(raw: RawAttribution) -> int:
    return min(s.begin for s in (*raw.source, *raw.cue, *raw.content))
