"""Reads an article of the ledger in the older wording: its claims, actors and voices as the texts it was made from
have them, where these are at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from sayso.grounding.claims.tokens import read_aloud
from sayso.lineage.align import align
from sayso.lineage.older import Place, kept, pieces, places, share, substitutions
from sayso.store.connection import Reader
from sayso.store.families import find_parents
from sayso.store.lineage import find_text
from sayso.store.readings import find_report
from sayso.text.name_keys import same_name
from sayso.types.attribution import Producer, Voice
from sayso.types.claim import Claim, Report
from sayso.types.lineage import Derivation, Kind, Older
from sayso.types.span import Span

# Another edition of the same article, whose changes are told with its versions; no passage, but what somebody said.
NOT_OLDER: Final = (Kind.VERSION, Kind.QUOTATION)
# Of a family's tree no more steps than this are gone back.
MOST_STEPS: Final = 8
# What has less of its characters from an older text is the article's own.
LEAST_SHARE: Final = 0.6
LEAST_KEPT: Final = 0.4  # letter by letter, of a claim in a text that was rewritten freely
ALL: Final = 0.99  # of a name or a phrase: shares are sums of many parts
WORDS: Final = re.compile(r"\w+")
CUT: Final = "…"
# A stretch of the older text that is longer than so many times the words here says more than they do.
WIDEST: Final = 2.0
# Of two claims made of the same words the one that is told as this one is: so much for each thing that agrees.
ALIKE: Final = 0.1
PRODUCER: Final = Producer("rule:older-wording", "1.0")


@dataclass(frozen=True)
class Way:
    """The way back from an article to an older text: what became of it at each step, and where its words stood."""

    ledger: Reader
    source: str
    text: str
    steps: tuple[Kind, ...]
    places: tuple[Place, ...]

    @property
    def free(self) -> bool:
        """Whether words were moved about, too, so that one does not stand for one any more."""
        return Kind.REWRITE in self.steps

    def span(self, span: Span) -> Span | None:
        """Where the words of ``span`` stood in the older text; ``None`` where not all did, or not side by side."""
        found = pieces(self.places, span) if share(self.places, span) >= ALL else ()
        return found[0] if len(found) == 1 else None

    def stretches(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The same for words that stand apart, as stretches of the older text; none where most of them did not.

        Where their order is another one, the older text is given as it stands, from the first of them to the last.
        """
        size = sum(s.end - s.begin for s in spans)
        if sum(share(self.places, s) * (s.end - s.begin) for s in spans) < LEAST_SHARE * size:
            return ()
        if self.free and sum(kept(self.places, s) * (s.end - s.begin) for s in spans) < LEAST_KEPT * size:
            return ()
        found = [piece for span in spans for piece in pieces(self.places, span)]
        if not self.free and all(a.end <= b.begin for a, b in pairwise(found)):
            return tuple(found)
        whole = Span(min(s.begin for s in found), max(s.end for s in found))
        return (whole,) if whole.end - whole.begin <= WIDEST * size else ()

    @cached_property
    def report(self) -> Report | None:
        """What was read from the older text."""
        return find_report(self.ledger, self.source)


def older_wordings(ledger: Reader, report: Report) -> tuple[Older, ...]:
    """The claims, actors and voices of an article whose words were others before, and every phrase that was replaced.

    Each with the words of the oldest text at hand that has them in its own family, or else in a text of which the
    article has passages. Claims first, then actors, voices and phrases, each in reading order.
    """
    text = report.document.text
    ways = tuple(_ways(ledger, report.document.id, text))
    if not ways:
        return ()
    told = [t for claim in report.claims if (t := _claim(claim, text, ways)) is not None]
    names = [(a.id, m) for a in report.grounding.actors if (m := _named(a.name, [x.span for x in a.mentions], text))]
    names += [(s.voice.id, s.voice.mention) for s in report.voices if s.voice.mention is not None]
    told += [t for id, span in names if (t := _name(id, span, text, ways)) is not None]
    return (*told, *_phrases(ways, text))


def _ways(ledger: Reader, document: str, text: str) -> Iterator[Way]:
    """The ways back from an article, the longest in its own family first, those to passages last."""
    inside, outside = list[tuple[Derivation, ...]](), list[tuple[Derivation, ...]]()
    steps: tuple[Derivation, ...] = ()
    here, seen = document, {document}
    while len(steps) < MOST_STEPS:
        onward = None
        for by in find_parents(ledger, here):
            if by.parent in seen or by.kind in NOT_OLDER:
                continue
            if by.kind is not Kind.PARTIAL:
                onward = onward or by
            elif here == document:
                outside.append((by,))
        if onward is None:
            break
        here, steps = onward.parent, (*steps, onward)
        seen.add(here)
        inside.append(steps)
    for path in (*reversed(inside), *outside):
        first = find_text(ledger, path[-1].parent)
        shared = path[0].alignment if len(path) == 1 else align(first, text)
        yield Way(ledger, path[-1].parent, first, tuple(by.kind for by in path), places(first, text, shared))


def _claim(claim: Claim, text: str, ways: Sequence[Way]) -> Older | None:
    spans = claim.pieces or (claim.span,)
    for way in ways:
        found = way.stretches(spans)
        if not found:
            continue
        if _plain(text, spans) == _plain(way.text, found):
            return None
        read = _claim_there(claim, found, way)
        cut = (claim.text.startswith(CUT), claim.text.endswith(CUT))
        return Older(
            of=claim.id,
            spans=spans,
            words=claim.text,
            source=way.source,
            older=found,
            older_words=" ".join(read_aloud(way.text, found, cut).split()),
            steps=way.steps,
            read=read.id if read else None,
            producer=PRODUCER,
            voice=_other_voice(claim.root, read.root, way) if read else None,
        )
    return None


def _claim_there(claim: Claim, found: Sequence[Span], way: Way) -> Claim | None:
    """The claim that the older words make: of those around them the one that has most of them and little else."""
    size = sum(s.end - s.begin for s in found)
    rows: list[tuple[float, int, Claim]] = []
    for place, other in enumerate(way.report.claims if way.report else ()):
        spans = other.pieces or (other.span,)
        common = sum(a.overlap(b) for a in found for b in spans)
        alike = common / (size + sum(s.end - s.begin for s in spans) - common)
        alike += ALIKE * (len(other.chain) == len(claim.chain)) + ALIKE * (other.kind == claim.kind)
        if common >= LEAST_SHARE * size:
            rows.append((-alike, place, other))
    return min(rows, key=lambda row: row[:2])[2] if rows else None


def _other_voice(here: Voice, there: Voice, way: Way) -> Voice | None:
    """The voice there, where it is not the one whose words became those of the voice here."""
    if here.mention is None or there.mention is None:
        return None if here.kind == there.kind else there
    found = way.span(here.mention)
    same = found is not None and found.overlap(there.mention)
    return None if same or here.name == there.name else there


def _named(name: str, mentions: Sequence[Span], text: str) -> Span | None:
    """Where an actor stands under its fullest name."""
    return next((s for s in mentions if s.of(text) == name), mentions[0] if mentions else None)


def _name(id: str, span: Span, text: str, ways: Sequence[Way]) -> Older | None:
    for way in ways:
        found = way.span(span)
        if found is None:
            continue
        if _plain(text, (span,)) == _plain(way.text, (found,)):
            return None
        if way.free and not same_name(span.of(text), found.of(way.text)):
            continue
        read = _name_there(found, way)
        older_words = " ".join(found.of(way.text).split())
        words = " ".join(span.of(text).split())
        return Older(id, (span,), words, way.source, (found,), older_words, way.steps, read, PRODUCER)
    return None


def _name_there(found: Span, way: Way) -> str | None:
    """The actor, or else the voice, that stands at the same place of the older text."""
    if way.report is None:
        return None
    rows = [(-found.overlap(m.span), a.id) for a in way.report.grounding.actors for m in a.mentions]
    rows += [(-found.overlap(m), s.voice.id) for s in way.report.voices if (m := s.voice.mention) is not None]
    best = min(rows, default=(0, ""), key=lambda row: row[0])
    return best[1] if best[0] < 0 else None


def _phrases(ways: Sequence[Way], text: str) -> Iterator[Older]:
    """Phrases that were replaced, each in the oldest wording."""
    found = [
        (s.here, k, s.there)
        for k, way in enumerate(ways)
        if not way.free
        for s in substitutions(way.text, text, way.places)
    ]
    end = 0
    for here, k, there in sorted(found):
        # What an older text has, it has in the same words, or it is told of there.
        if here.begin < end or any(way.span(here) for way in ways[:k]):
            continue
        words, older_words = (" ".join(s.of(t).split()) for s, t in ((here, text), (there, ways[k].text)))
        if words.casefold() != older_words.casefold():
            end = here.end
            yield Older(None, (here,), words, ways[k].source, (there,), older_words, ways[k].steps, None, PRODUCER)


def _plain(text: str, spans: Sequence[Span]) -> list[str]:
    """Words, without what capitals and marks say."""
    return [m[0].casefold() for span in spans for m in WORDS.finditer(text, span.begin, span.end)]
