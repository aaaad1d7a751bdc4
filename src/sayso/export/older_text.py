"""What ``text`` says of the older wording of an article: what stood in the text that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.export.flow import Piece, clipped, flow, paint
from sayso.export.format import View
from sayso.export.lineage_words import KINDS, when
from sayso.export.visible import prose
from sayso.export.words import confidence, number, voice_name
from sayso.text.codec import Record
from sayso.types.attribution import VoiceKind
from sayso.types.lineage import Older
from sayso.types.listed import Relative
from sayso.types.reading import RespunPhrase
from sayso.types.span import Span

LONGEST: Final = 320  # cells of an older wording, as of a claim
MOST: Final = 80  # phrases that are listed; json has all


@dataclass(frozen=True, slots=True)
class Olders:
    """The older wordings of an article, what is known of the texts that have them, and how ids are shortened."""

    found: Sequence[Older] = ()
    known: Mapping[str, Relative] = field(default_factory=dict)
    short: Callable[[str], str] = str

    def of_claim(self, id: str) -> Older | None:
        """That of a claim; ``None`` where it is the same, or no older text has it."""
        return next((o for o in self.found if o.of == id), None)


NONE: Final = Olders()


def claim_pieces(found: Older, olders: Olders) -> list[Piece]:
    """``Two columns entered Orlen. · d_259a14c, chars 103-128; claim c_1f0d2aa there, on the word of Ivan Brask``."""
    there = f"; claim {olders.short(found.read)} there" if found.read else ""
    if found.voice:
        own = found.voice.kind is VoiceKind.ARTICLE
        there += f", on {'its own word' if own else f'the word of {prose(voice_name(found.voice))}'}"
    words = Piece(clipped(prose(found.older_words), LONGEST) or "(no words)", "source")
    return [words, Piece(f"· {_place(found, olders)}{there}", "dim")]


def older_lines(olders: Olders, claims: frozenset[str], guessed: Sequence[RespunPhrase], view: View) -> Iterator[str]:
    """From which texts the older wordings are; names that were others; phrases that were replaced.

    ``claims`` are the ids of the article's claims, ``guessed`` the phrases that look respun by themselves: those that
    no older text explains are the caller's to show.
    """
    named, phrases = told_once(olders, claims)
    if not named and not phrases:
        return
    yield paint("In the older wording", "title", view.colour)
    for source, steps in dict.fromkeys((o.source, o.steps) for o in olders.found):
        yield from flow([Piece(_way(source, steps, olders))], view.width, "  ", "    ", view.colour)
    yield from _rows("names", named, olders, view)
    yield from _rows("phrases", phrases, olders, view, guessed)
    yield ""


def told_once(olders: Olders, claims: frozenset[str]) -> tuple[list[Older], list[Older]]:
    """Names that were others, and phrases that were replaced beyond these: each in reading order, nothing twice."""
    named = _longest([o for o in olders.found if o.of is not None and o.of not in claims])
    said = {(o.words, o.older_words) for o in named}
    return named, [o for o in olders.found if o.of is None and (o.words, o.older_words) not in said]


def _longest(named: Sequence[Older]) -> list[Older]:
    """Names in reading order, without those that are part of a longer one."""
    spans = {o.spans[0] for o in named}
    whole = [o for o in named if not any(s != o.spans[0] and s.covers(o.spans[0]) for s in spans)]
    return sorted(whole, key=lambda o: o.spans)


def unexplained(guessed: Sequence[RespunPhrase], olders: Olders) -> list[RespunPhrase]:
    """Phrases that look respun and that no older text has in other words."""
    spans = [s for o in olders.found if o.of is None for s in o.spans]
    return [phrase for phrase in guessed if not any(phrase.span.overlap(span) for span in spans)]


def _surest(spans: Sequence[Span], guessed: Sequence[RespunPhrase]) -> float | None:
    return max((g.probability for g in guessed if any(g.span.overlap(s) for s in spans)), default=None)


def _way(source: str, steps: Sequence[str], olders: Olders) -> str:
    article = olders.known.get(source) or Relative(source, None, None, None, None)
    told = f"{olders.short(source)} ({prose(article.outlet or 'outlet unknown')}, {when(article)})"
    kinds = {kind.value: words for kind, words in KINDS.items()}
    way = " a text ".join(kinds[str(step)] for step in steps)
    return f"this text is {way} {told}"


def _rows(
    label: str, rows: Sequence[Older], olders: Olders, view: View, guessed: Sequence[RespunPhrase] = ()
) -> Iterator[str]:
    first = {(o.words, o.older_words): o for o in reversed(rows)}
    kept = sorted(first.values(), key=lambda o: o.spans)
    if not kept:
        return
    yield from flow([Piece(f"{label}:", "dim")], view.width, "  ", "  ", view.colour)
    for found in kept[:MOST]:
        guess = _surest(found.spans, guessed)
        facts = [_place(found, olders)] + ([f"looks respun, {confidence(guess)}"] if guess else [])
        pieces = [
            Piece(f"“{prose(found.words)}”", "alarm"),
            Piece("was"),
            Piece(f"“{prose(found.older_words)}”", "source"),
            Piece(f"· chars {_chars(found.spans)}; {'; '.join(facts)}", "dim"),
        ]
        yield from flow(pieces, view.width, "  - ", "    ", view.colour)
    if len(kept) > MOST:
        yield f"  … {number(len(kept) - MOST, 'more phrase')}; --output-format json gives all"


def _place(found: Older, olders: Olders) -> str:
    return f"{olders.short(found.source)}, chars {_chars(found.older)}"


def _chars(spans: Sequence[Span]) -> str:
    return ", ".join(f"{span.begin}-{span.end}" for span in spans)


def record(found: Older) -> Record:
    """An older wording as JSON types; spans are ``[begin, end]`` in code points of each text."""
    return {
        "of": found.of,
        "words": found.words,
        "spans": [[s.begin, s.end] for s in found.spans],
        "source": found.source,
        "older_words": found.older_words,
        "older_spans": [[s.begin, s.end] for s in found.older],
        "steps": [step.value for step in found.steps],
        "read": found.read,
        "read_voice": {"id": v.id, "kind": v.kind.value, "name": v.name} if (v := found.voice) else None,
        "producer": {"name": found.producer.name, "version": found.producer.version},
    }
