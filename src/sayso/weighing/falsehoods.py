"""Words by which a voice calls what it is about false, untrue or invented."""

from __future__ import annotations

import re

CLAUSE = r"[^.,;:“”\"()—]"  # goes on within the clause
FAKE = (
    r"(?:false|fakes?|untrue|fabricated|(?:an? )?(?:[\w-]+ )?fabrications?|invented|baseless|unfounded|nonsense"
    r"|(?:an? )?(?:[\w-]+ )?hoax|bogus|fictitious"
    r"|an? (?:outright )?lies?|lies|(?:an? )?(?:[\w-]+ )?inventions?|disinformation|misinformation|made up"
    r"|(?:a )?(?:pure )?fiction|(?:a )?fairy tales?|(?:a )?fantas(?:y|ies))"
)
_CALLED = (
    r"(?:reports?|claims?|stor(?:y|ies)|allegations?|rumou?rs?|accusations?|suggestions?|news|statements?|footage"
    r"|videos?)"
)
_FALSE_BEFORE = re.compile(
    rf"\bno (?:talk|question) of {CLAUSE}{{0,40}}$|"
    rf"(?:\b{FAKE} {_CALLED}(?: {CLAUSE}{{0,40}})? (?:that|of|about)\b|\b(?:it is|it was|is|was) (?:not true"
    rf"|{FAKE}) that\b"
    r"|\b(?:falsely|wrongly|mistakenly|incorrectly) (?:said|says|claim\w*|report\w*|stat\w*|alleg\w*"
    rf"|assert\w*)\b){CLAUSE}{{0,80}}$",
    re.I,
)
_CALLED_BEFORE = re.compile(rf"\b{_CALLED} (?:that|of|about)\b{CLAUSE}{{0,80}}$", re.I)
_FALSE_BEHIND = re.compile(
    rf"[”\"’']?{CLAUSE}{{0,60}}[”\"’']?\s+(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?|as )?[“\"‘']?{FAKE}\b", re.I
)
# "The so-called landing is an invention", "the attack was a hoax": what is named is the subject of the clause.
_SUBJECT = re.compile(
    r"(?:^|[\s“\"‘'])(?:(?:the|this|that|these|those|their|its|his|her|any)\s+)?"
    r"(?:(?:so-called|alleged|supposed|purported|reported|claimed|whole|entire)\s+)?[“\"‘']?$",
    re.I,
)
_IS_FALSE = re.compile(
    rf"[”\"’']?(?:\s+(?:of|on|in|at|by|near)\s+{CLAUSE}{{1,40}}?)?\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?[“\"‘']?{FAKE}\b",
    re.I,
)
_AS_FALSE = re.compile(rf"\bas [“\"‘']?(?:\w+ )?{FAKE}\b", re.I)
_NEVER_BEHIND = re.compile(
    rf"{CLAUSE}{{0,40}}? (?:did(?: not|n['’]t)|never) (?:\w+ly )?(?:happen|happened|take place|took place|occur"
    r"|occurred|exist|existed)\b",
    re.I,
)
_NO_SUCH = re.compile(
    r"\b(?:nothing of the (?:kind|sort)|no such (?!thing as)|did not (?:happen|take place)|never (?:happened"
    r"|took place)"
    rf"|(?:is|are|was|were) (?:\w+ly )?{FAKE}\b|an? (?:outright |complete )?lie\b)",
    re.I,
)
_ANYWHERE = re.compile(rf"\b{FAKE}\b", re.I)


def called_false(before: str, behind: str) -> bool:
    """Whether words around the trigger of an event say that it never happened, or that it is false to say so."""
    if _FALSE_BEFORE.search(before) or _NEVER_BEHIND.match(behind):
        return True
    if _SUBJECT.search(before) and _IS_FALSE.match(behind):
        return True
    return bool(_CALLED_BEFORE.search(before) and _FALSE_BEHIND.match(behind))


def as_false(before: str) -> bool:
    """Whether what follows ``before`` stands beside what is called false: "as an invention of people who left"."""
    return _AS_FALSE.search(before) is not None


def some_false(words: str) -> bool:
    """Whether any word for something false is among ``words``."""
    return _ANYWHERE.search(words) is not None


def no_such(said: str) -> bool:
    """Whether words of a content say that nothing of the kind happened or that something is false."""
    return _NO_SUCH.search(said) is not None


_FORGED = re.compile(
    r"\ban? (?:[\w-]+ ){0,2}?(?:forgery|falsification|fabrication|fake|hoax|invention|lie)\b"
    r"(?! (?:of|case|charges?|trial|ring|scandal|by|in)\b)",
    re.I,
)
_NOT_FORGED = re.compile(r"\b(?:not|no|never|neither|nor|hardly|whether|if)\b|n['’]t\b", re.I)
_NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|cannot|without|unable)\b|n['’]t\b", re.I)


def forged(said: str) -> bool:
    """Whether words call what they are about a forgery: that is against it, as "dismissed it as a forgery" is."""
    return _FORGED.search(said) is not None and not _NOT_FORGED.search(said)


def speaks_against(text: str) -> bool:
    """Whether a line says in its own words that something is not so, or that it is false."""
    return _NEGATED.search(text) is not None or some_false(text) or _FORGED.search(text) is not None
