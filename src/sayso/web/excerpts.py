"""The exact words of an article for a claim: what is said, who is made to say it and by which words, marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.types.span import Span
from sayso.types.weighing import Assertion

JOINED: Final = 160  # code points between two marked places that are shown in one piece
LONGEST: Final = 700  # code points of one piece
AROUND: Final = 90  # code points in front and behind within which a sentence may begin and end
END: Final = re.compile(r"[.!?…][\"”’»)\]]*\s|\n")
ROLES: Final = ("said", "source", "cue", "firsthand", "back")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of an article, and what they are: names of ``ROLES``, none for what stands between."""

    text: str
    roles: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article around a claim; between two ``pieces`` something is left out."""

    pieces: tuple[tuple[Part, ...], ...]

    @property
    def plain(self) -> str:
        """The words without their marks."""
        return " … ".join("".join(part.text for part in piece) for piece in self.pieces)


def excerpt(text: str, told: Assertion) -> Excerpt:
    """What an article says, from its ``text``."""
    marks = _marks(told, len(text))
    pieces = []
    for whole in _stretches([span for span, _ in marks]):
        begin = _begin(text, whole.begin)
        end = min(_end(text, whole.end), begin + LONGEST)
        pieces.append(tuple(_parts(text, Span(begin, end), marks)))
    return Excerpt(tuple(pieces))


def _marks(told: Assertion, length: int) -> list[tuple[Span, str]]:
    """Where words are marked, and as what; nothing beyond the end of the text."""
    found = [(told.span, "said")]
    for teller in told.chain[1:]:
        found += [(teller.mention, "source")] if teller.mention else []
        found += [(span, "cue") for span in teller.cue]
    found += [(span, "firsthand") for span in told.witnessed[:1]]
    found += [(span, "back") for span in told.withdrawal[:1]]
    return sorted(((s, role) for s, role in found if s.begin < s.end <= length), key=lambda m: (m[0].begin, m[0].end))


def _stretches(spans: Iterable[Span]) -> list[Span]:
    """Stretches of text that hold all places, those that are near to each other together."""
    found: list[Span] = []
    for span in spans:
        near = bool(found) and span.begin - found[-1].end <= JOINED
        if near and max(span.end, found[-1].end) - found[-1].begin <= LONGEST:
            found[-1] = Span(found[-1].begin, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _begin(text: str, at: int) -> int:
    """Where the sentence begins, if that is near; else where the words themselves do."""
    before = text[max(0, at - AROUND) : at]
    ends = [match.end() for match in END.finditer(before)]
    if ends:
        return at - len(before) + ends[-1]
    return 0 if at <= AROUND else at


def _end(text: str, at: int) -> int:
    """Where the sentence ends, if that is near; else where the words themselves do."""
    if at and text[at - 1] in ".!?…":
        return at
    behind = text[at : at + AROUND]
    match = END.search(behind)
    if match:
        return at + len(behind[: match.end()].rstrip())
    return max(at, len(text.rstrip())) if at + AROUND >= len(text) else at


def _parts(text: str, piece: Span, marks: Sequence[tuple[Span, str]]) -> Iterable[Part]:
    """A piece cut where marks begin and end."""
    cuts = {piece.begin, piece.end}
    for span, _ in marks:
        cuts |= {at for at in (span.begin, span.end) if piece.begin < at < piece.end}
    order = sorted(cuts)
    for begin, end in zip(order, order[1:], strict=False):
        roles = {role for span, role in marks if span.begin <= begin and end <= span.end}
        yield Part(text[begin:end], " ".join(role for role in ROLES if role in roles))
