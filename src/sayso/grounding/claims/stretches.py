"""What rules ask of the stretches of one document again and again: tokens, clauses, and where a pattern matches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.grounding.claims.segments import Passage, passage
from sayso.grounding.claims.tokens import Token, tokenise
from sayso.types.span import Span


class Stretches:
    """Stretches of one text: each is looked at once, however many claims are worded from it."""

    def __init__(self, text: str, marks: frozenset[int]) -> None:
        self._text, self._marks = text, marks
        self._tokens: dict[tuple[Span, ...], tuple[Token, ...]] = {}
        self._passages: dict[tuple[tuple[int, int, int], ...], Passage] = {}
        self._matches: dict[tuple[re.Pattern[str], int, int], tuple[Span, ...]] = {}

    def tokens(self, parts: Sequence[Span]) -> tuple[Token, ...]:
        """As ``tokenise`` gives them."""
        key = tuple(parts)
        found = self._tokens.get(key)
        if found is None:
            found = self._tokens[key] = tokenise(self._text, key, self._marks)
        return found

    def passage(self, tokens: Sequence[Token]) -> Passage:
        """As ``passage`` gives it, for tokens of this text; nobody may change it."""
        key = tuple([(t.begin, t.end, t.part) for t in tokens])
        found = self._passages.get(key)
        if found is None:
            found = self._passages[key] = passage(self._text, tokens)
        return found

    def matches(self, pattern: re.Pattern[str], begin: int, end: int) -> tuple[Span, ...]:
        """Where ``pattern`` matches in ``text[begin:end]`` taken by itself."""
        key = (pattern, begin, end)
        found = self._matches.get(key)
        if found is None:
            spans = (m.span() for m in pattern.finditer(self._text[begin:end]))
            found = self._matches[key] = tuple(Span(begin + b, begin + e) for b, e in spans)
        return found
