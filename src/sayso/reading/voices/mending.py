"""Repair of frequent slips of the model, where the text leaves no doubt.

In "X reports that P, citing Y", Y may come as content, X as content of Y, and "citing Y" as the end of P. A source
may end too soon: "its chair" of "its chair, Ann Roe,". Words of saying may be cut: "have | been hoping".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name, within
from sayso.reading.voices.nesting import SENTENCE_END, role
from sayso.reading.voices.phrase import PREPOSITIONS
from sayso.reading.voices.words import singular, words, words_of
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

GAP = 6  # code points between a source and the name it stops short of
LONGEST = 14  # words of a noun phrase that names who is cited
AUXILIARIES = frozenset({"have", "has", "had", "is", "are", "was", "were", "be", "been", "being"})
CLAUSE = frozenset({"that", "who", "which", "said", "say", "says", "as"})


def mended(text: str, raw: Sequence[RawAttribution], lexicon: Lexicon) -> tuple[RawAttribution, ...]:
    """Attributions in which "citing" has Y as its source and P as its content.

    The source is mended only where the model has X, the subject of "citing", as the source, or none, and Y at
    the head of the content; the content only where it holds the words of saying of the same sentence.
    """
    cited = [_cited(text, r, lexicon) for r in raw]
    hosts = sorted((r for r in cited if r.cue), key=lambda r: (r.cue, r.source, r.content))
    begins = [r.cue[0].begin for r in hosts]
    narrowed = [_whole_verb(text, _narrowed(text, r, hosts, begins, lexicon)) for r in cited]
    citing = sorted(
        Span(r.cue[0].begin, r.source[-1].end)
        for r in narrowed
        if r.cue and r.source and r.source[0].begin >= r.cue[-1].end and role(text, r, lexicon) == "basis"
    )
    ends = {span.end: span for span in citing}
    return tuple(_ended(text, r, ends) for r in narrowed)


def _whole_verb(text: str, raw: RawAttribution) -> RawAttribution:
    """Words of saying that are auxiliaries alone, with the verb that was taken for the beginning of the content."""
    if not raw.cue or not all(w.key in AUXILIARIES for w in words_of(text, raw.cue)):
        return raw
    end = raw.cue[-1].end
    piece = next((s for s in raw.content if s.begin >= end and not text[end : s.begin].strip()), None)
    if piece is None:
        return raw
    verb = []
    for word in words(text, piece.begin, piece.end):
        if word.comma or not (word.key in AUXILIARIES or word.key.endswith(("ing", "ed", "en"))):
            break
        verb.append(word)
        if word.key not in AUXILIARIES:
            break
    begin = verb[-1].end if verb else piece.begin
    begin += len(text[begin : piece.end]) - len(text[begin : piece.end].lstrip())
    if not verb or begin >= piece.end:
        return raw
    content = tuple(Span(begin, s.end) if s == piece else s for s in raw.content)
    return replace(raw, cue=(*raw.cue[:-1], Span(raw.cue[-1].begin, verb[-1].end)), content=content)


def _ended(text: str, raw: RawAttribution, ends: Mapping[int, Span]) -> RawAttribution:
    """A content without the words at its end that cite whoever it rests on."""
    content = []
    for piece in raw.content:
        citing = ends.get(piece.end)
        if citing is not None and piece.begin < citing.begin:
            kept = text[piece.begin : citing.begin].rstrip(" ,;–—-")
            piece = Span(piece.begin, piece.begin + len(kept)) if kept else piece
        content.append(piece)
    return replace(raw, content=tuple(content)) if tuple(content) != raw.content else raw


def _narrowed(
    text: str, raw: RawAttribution, hosts: Sequence[RawAttribution], begins: Sequence[int], lexicon: Lexicon
) -> RawAttribution:
    """Content of the host instead of a content that holds the host itself."""
    if not raw.content or role(text, raw, lexicon) != "basis":
        return raw
    low, high = raw.content[0].begin, raw.cue[0].begin
    for host in reversed(hosts[bisect_left(begins, low) : bisect_left(begins, high)]):
        between = text[host.cue[-1].end : max(high, host.cue[-1].end)]
        inside = any(s.covers(host.cue[0]) for s in raw.content)
        if inside and host.content and not SENTENCE_END.search(between) and role(text, host, lexicon) != "basis":
            return replace(raw, content=host.content)
    return raw


def _cited(text: str, raw: RawAttribution, lexicon: Lexicon) -> RawAttribution:
    keys = [w.key for w in words_of(text, raw.cue)]
    subject = [w.key for w in words_of(text, raw.source)]
    clause = subject in (["who"], ["which"])  # "Y, who quotes Z"
    active = bool(keys) and (keys[0].endswith("ing") or clause) and lexicon.cue("basis", keys)
    if not active or not raw.content or (raw.source and raw.source[0].begin > raw.cue[0].begin):
        return raw
    end = raw.cue[-1].end
    first = next((s for s in raw.content if s.begin >= end), None)
    if first is None or text[end : first.begin].strip(' “"‘'):
        return raw
    found = words(text, first.begin, first.end)
    stop = next((k for k, w in enumerate(found) if k and (w.comma or w.key in CLAUSE)), len(found))
    if not 0 < stop <= LONGEST:
        return raw
    cited = Span(found[0].begin, found[stop - 1].end)
    rest = tuple(s for s in raw.content if s != first)
    if stop < len(found):
        rest = tuple(sorted((*rest, Span(found[stop].begin, first.end))))
    return replace(raw, source=(cited,), content=rest) if rest else raw


def widened(text: str, source: tuple[Span, ...], names: Sequence[Name], lexicon: Lexicon) -> tuple[Span, ...]:
    """A source with the name that it stops short of: "a spokesman for | X", "its chair | , Ann Roe,".

    Only for reading who is meant; the attribution keeps its spans.
    """
    if not source:
        return source
    end = source[-1].end
    own = words_of(text, source[-1:])
    near = within(names, end, min(len(text), end + GAP))
    if not own or not near:
        return source
    gap = text[end : near[0].span.begin].casefold().split()
    hanging = own[-1].key in PREPOSITIONS and gap in ([], ["the"])
    role = near[0].person and lexicon.role(singular(own[-1].key)) is not None and not own[-1].capital
    if not hanging and not (role and gap == [","]):
        return source
    return (*source[:-1], Span(source[-1].begin, near[0].span.end))
