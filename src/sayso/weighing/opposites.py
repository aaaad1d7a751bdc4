"""Claims that say that something else is the case: "the dam is standing" beside "the dam was destroyed"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from sayso.types.claim import ClaimKind
from sayso.types.event import EventType, Role
from sayso.types.weighing import Assertion, Side
from sayso.weighing.stems import stem

_FAR = 1500  # characters between two claims of which the later one may answer the earlier, at most
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 250  # characters of a content that is about one thing
_STATES = (None, EventType.STATE, EventType.COERCE)  # as what claims that say how something is are read
# "What they suffered from was spoilt fish", "it was shelling that caused it", "guilty was bad fish".
_INSTEAD = re.compile(
    r"\W*(?:that )?(?:what (?:[\w'’-]+ ){1,9}?(?:was|were|is)\b|it was (?:[\w'’-]+ ){1,6}?(?:that|who|which)\b"
    r"|(?:guilty|to blame) (?:was|were|is|are)\b)",
    re.I,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|remains?|remained|stays?|stayed|still|it['’]s|as)\s+"
    r"(?P<what>[\w'’-]+(?:\s+(?!and\b|or\b|to\b|that\b|for\b|by\b|in\b|if\b|when\b)[\w'’-]+){0,3})",
    re.I,
)
# Words beside such a claim that show that it answers somebody.
_CONTRADICTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ial)|reject\w*|contradict\w*|dismiss\w*|disput\w*|refut\w*|inventions?|fabrications?|lies?"
    r"|no talk of|not true|instead|rather)\b",
    re.I,
)


def opposed(made: Assertion, before: Sequence[Assertion], said: str, beside: str) -> Assertion | None:
    """The nearest earlier claim of another root that cannot be so if what ``made`` says is so.

    ``said`` are the words of the claim, ``beside`` those of the article before it. What it speaks of must be named in
    both; a claim that names another cause ("what they suffered from was ...") must answer somebody. ``None`` where
    there is no such claim. Takes time linear in the claims before it. Raises nothing.
    """
    if made.side is not Side.FOR or not before:
        return None
    words = {stem(word) for word in _WORD.findall(said)}
    told = made.type in _STATES and len(said) <= _LONG
    states = _excluded(
        stem(word) for found in _IS.finditer(said if told else "") for word in _WORD.findall(found["what"])
    )
    instead = _INSTEAD.match(said) is not None and _CONTRADICTS.search(beside) is not None
    if not states and not instead:
        return None
    for found in reversed(before):
        if made.span.begin - found.span.end > _FAR:
            return None
        if found.type is None or found.kind is ClaimKind.OPINION or found.side is Side.OPEN:
            continue
        other = found.type is EventType.ASSAULT and not words & {found.trigger, *_named(found)}
        if found.side is Side.AGAINST:  # "denies it: what happened was ...": against the same
            if instead and other:
                return replace(found, side=Side.FOR)
            continue
        if _same(made, found):
            continue
        theirs = {*found.words, found.trigger}
        if (words & theirs) - states and states & theirs and not words & states:
            return found
        if instead and other:
            return found
    return None


def _same(one: Assertion, other: Assertion) -> bool:
    """Whether two claims are of one root."""
    mine, theirs = one.chain[-1], other.chain[-1]
    same_key = mine.key is not None and mine.key == theirs.key
    return same_key or mine.voice_id == theirs.voice_id


def _named(found: Assertion) -> set[str]:
    """Stems of the names of those who did it."""
    names = (taking.name for taking in found.taking if taking.role is Role.ACTOR)
    return {stem(word) for name in names for word in _WORD.findall(name)}


def _excluded(words: Iterable[str]) -> set[str]:
    """Stems of the words that cannot be so where these are."""
    given = set(words)
    return {word for one, other in _rows() if given & other for word in one}


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Each row of the table, and the same the other way round."""
    text = (files("sayso.weighing") / "data" / "opposites.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    pairs = [(_stems(one), _stems(other)) for one, other in rows]
    return (*pairs, *((other, one) for one, other in pairs))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split(","))
