"""Which attribution stands inside or rests on which: parents and bases, never a cycle.

An attribution is nested where it stands in another's content ("X said that Z said P"). It rests on
another where both share one content and the cue names the source of the source ("X reported P,
citing Z"; "P, said Z, quoted by X"): X is then the parent of Z, and Z the basis of X.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import words, words_of
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+[“‘\"'(]*[^\W_a-z]|\n")  # a sentence or paragraph ends here
BLOCK = 500  # code points
SHARED = 0.5  # Dice overlap from which two contents count as one


@dataclass(frozen=True, slots=True)
class Links:
    """By index of the ordered attributions: parent and basis, ``None`` where there is none."""

    parents: tuple[int | None, ...]
    bases: tuple[int | None, ...]

    def root(self, index: int) -> int:
        """The attribution on whose source the content of ``index`` rests in the end."""
        while (below := self.bases[index]) is not None:
            index = below
        return index


def size(spans: Sequence[Span]) -> int:
    """Code points covered by spans that do not overlap."""
    return sum(s.end - s.begin for s in spans)


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Code points that both lists of spans cover."""
    return sum(a.overlap(b) for a in one for b in other)


def dice(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Overlap of two lists of spans, 0 to 1 (Dice 1945)."""
    total = size(one) + size(other)
    return 2 * shared(one, other) / total if total else 0.0


def begin(raw: RawAttribution) -> int:
    """Where the first span of an attribution begins."""
    return min(s.begin for s in (*raw.source, *raw.cue, *raw.content))


def anchor(raw: RawAttribution) -> tuple[Span, ...]:
    """The words of saying; where there are none, whoever says it, or what is said."""
    return raw.cue or raw.source or raw.content


def ordered(raw: Sequence[RawAttribution]) -> tuple[RawAttribution, ...]:
    """Reading order; of attributions with the same spans only the most probable is kept."""
    best: dict[tuple[tuple[Span, ...], ...], RawAttribution] = {}
    for r in raw:
        key = (r.source, r.cue, r.content)
        if key not in best or _rank(r) > _rank(best[key]):
            best[key] = r
    return tuple(sorted(best.values(), key=lambda r: (begin(r), r.cue, r.source, r.content)))


def _rank(raw: RawAttribution) -> tuple[float, float]:
    return raw.probability, -1.0 if raw.polarity_score is None else raw.polarity_score


def link(text: str, raw: Sequence[RawAttribution], lexicon: Lexicon) -> Links:
    """Parents and bases of attributions in reading order."""
    near = _near(raw)
    around = [_holder(raw, k, near) for k in range(len(raw))]
    parents: list[int | None] = [None] * len(raw)
    bases: list[int | None] = [None] * len(raw)
    for k, host in _bases(text, raw, around, near, lexicon):
        if bases[host] is None and parents[k] is None and not _above(parents, host, k):
            parents[k] = host
            bases[host] = k
    for k, holder in enumerate(around):
        if parents[k] is not None or holder is None or _above(parents, holder, k):
            continue
        parents[k] = holder
        if bases[holder] is None and _cites(text, raw, k, holder, lexicon):
            bases[holder] = k
    return Links(tuple(parents), tuple(bases))


def _cites(text: str, raw: Sequence[RawAttribution], k: int, holder: int, lexicon: Lexicon) -> bool:
    """True when a content that was cut too late holds the words that cite whoever it rests on."""
    if role(text, raw[k], lexicon) != "basis" or not _one_sentence(text, raw[k], raw[holder]):
        return False
    return dice(raw[k].content, raw[holder].content) >= SHARED


def _above(parents: Sequence[int | None], index: int | None, other: int) -> bool:
    """True when ``other`` is ``index`` or one of its ancestors."""
    while index is not None:
        if index == other:
            return True
        index = parents[index]
    return False


def _near(raw: Sequence[RawAttribution]) -> dict[int, list[int]]:
    """Block of the text -> attributions with content in it, so that only neighbours are compared."""
    out: dict[int, list[int]] = {}
    for k, r in enumerate(raw):
        for block in sorted({b for s in r.content for b in range(s.begin // BLOCK, (s.end - 1) // BLOCK + 1)}):
            out.setdefault(block, []).append(k)
    return out


def _holder(raw: Sequence[RawAttribution], k: int, near: Mapping[int, Sequence[int]]) -> int | None:
    """The innermost attribution in whose content this one stands."""
    own = raw[k]
    said = anchor(own)
    best: tuple[int, int] | None = None
    blocks = {b for s in said for b in (s.begin // BLOCK, (s.end - 1) // BLOCK)}
    for j in sorted({j for b in blocks for j in near.get(b, ())} - {k}):
        other = raw[j]
        wider = size(other.content) > size(own.content)
        if wider and _holds(other.content, own):
            best = min(best or (size(other.content), j), (size(other.content), j))
    return best[1] if best else None


def _holds(content: Sequence[Span], own: RawAttribution) -> bool:
    said = anchor(own)
    if 2 * shared(content, said) <= size(said):
        return False
    everything = size(own.source) + size(own.cue) + size(own.content)
    inside = shared(content, own.source) + shared(content, own.cue) + shared(content, own.content)
    return 2 * inside > everything


def _bases(
    text: str,
    raw: Sequence[RawAttribution],
    around: Sequence[int | None],
    near: Mapping[int, Sequence[int]],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """(basis, host) pairs among attributions that share one content, outermost host first."""
    out: list[tuple[int, int]] = []
    seen: set[int] = set()
    for k, own in enumerate(raw):
        if k in seen or not own.content:
            continue
        blocks = {b for s in own.content for b in range(s.begin // BLOCK, (s.end - 1) // BLOCK + 1)}
        others = sorted({j for b in blocks for j in near[b] if j > k} - seen)
        group = [k] + [j for j in others if _same_content(raw, around, k, j)]
        seen.update(group)
        if len(group) > 1:
            chain = _chain(text, raw, group, lexicon)
            out += list(zip(chain[1:], chain[:-1], strict=True))
    return out


def _same_content(raw: Sequence[RawAttribution], around: Sequence[int | None], k: int, j: int) -> bool:
    if around[k] == j or around[j] == k or (raw[k].source and raw[k].source == raw[j].source):
        return False
    return dice(raw[k].content, raw[j].content) >= SHARED


def _chain(text: str, raw: Sequence[RawAttribution], group: Sequence[int], lexicon: Lexicon) -> list[int]:
    """Attributions of one content from the one that reaches the reader down to the one it rests on."""
    relays = [k for k in group if role(text, raw[k], lexicon) == "relay"]
    bases = [k for k in group if role(text, raw[k], lexicon) == "basis"]
    plain = [k for k in group if k not in relays and k not in bases]
    # "X told Y that Z had said P", "P, said Z, X reported": the one nearer to the content is the deeper. On
    # different sides ("X said P, as Z had reported") neither rests on the other.
    plain.sort(key=lambda k: (-_far(raw[k]), k))
    apart = any(not _one_sentence(text, raw[a], raw[b]) for a in plain for b in plain if a < b)
    if apart or len({_side(raw[k]) for k in plain}) > 1:
        plain = plain[:1] if relays or bases else []
    return [*reversed(relays), *plain, *bases]


def _one_sentence(text: str, one: RawAttribution, other: RawAttribution) -> bool:
    a, b = sorted((anchor(one), anchor(other)), key=lambda s: s[0].begin)
    return not SENTENCE_END.search(text[a[-1].end : max(b[0].begin, a[-1].end)])


def _side(raw: RawAttribution) -> bool:
    """True when the words of saying stand before the content."""
    return anchor(raw)[0].begin < raw.content[0].begin


def _far(raw: RawAttribution) -> int:
    """Code points between the cue and the nearest piece of content."""
    said = anchor(raw)
    gaps = [max(c.begin - s.end, s.begin - c.end, 0) for s in said for c in raw.content]
    return min(gaps, default=0)


def role(text: str, raw: RawAttribution, lexicon: Lexicon) -> str:
    """ "basis" for "citing", "quoting" ...; "relay" for "quoted by", "carried by"; "" for other cues."""
    keys = [w.key for w in words_of(text, raw.cue)]
    if not keys:
        return ""
    begin, end = raw.cue[0].begin, raw.cue[-1].end
    behind = [w.key for w in words(text, end, min(len(text), end + 12))][:1]
    source_follows = bool(raw.source) and raw.source[0].begin >= end
    if source_follows and (keys[-1] == "by" or behind == ["by"]) and lexicon.cue("relay", keys):
        return "relay"
    if source_follows and lexicon.cue("basis", keys) and not {"as", "was", "were", "is"} & set(keys[:1]):
        return "basis"
    if source_follows and keys[-1] in ("on", "to", "from") and lexicon.cue("basis", keys):
        return "basis"
    if source_follows and keys[0].endswith("ing") and keys[0] not in ("saying", "adding", "according"):
        return "basis"  # "pointing to a photograph"
    before = [w.key for w in words(text, max(0, begin - 12), begin)][-1:]
    if source_follows and before == ["which"] and lexicon.cue("basis", keys):
        return "basis"
    return ""
