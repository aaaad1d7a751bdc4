"""How much the words of a claim say on their own, to somebody who has not read the article around them."""

from __future__ import annotations

import re
from typing import Final

from sayso.types.claim import ClaimKind
from sayso.types.weighing import Assertion, Side

ENOUGH: Final = 5  # stems of content that tell who did what, where and when
FRAGMENT: Final = 0.4  # what tells less is no line of its own
# Words that mean nothing without the article around them.
_POINTING = frozenset(
    "he she it they we i you this that these those who which what his her its their there one both some".split()
)
_DETERMINERS = frozenset("the a an his her its their our my this that these those such".split())
_BARE = re.compile(
    r"\W*(?:whether|if|unless|although|though|because|since|while|as|who|whom|whose|which|what|how|why"
    r"|in (?:what|which)|asked (?:about|whether|if|on|by)|according to|neither|nor|that|to|of|and|but|or|than"
    r"|so that|until)\b",
    re.I,
)
# A subordinate clause with a main clause behind it is a sentence: "If they attack, we shall answer."
_WITH_MAIN = re.compile(r"\W*(?:if|unless|although|though|because|since|while|as|until)\b[^,]{3,80}, \w+ \w+", re.I)
_ASKS = re.compile(r"\?\W*$")
# "The number of soldiers is it known": words of two clauses run together.
_INVERTED = re.compile(r"\w (?:is|was|are|were|has|had|did|does) (?:it|he|she|they) \w[^?]*$", re.I)
_UNSURE = re.compile(
    r"\b(?:could|can|was|were)(?: not|n['’]t| unable| not able)\b[^.]{0,30}\b(?:verif|confirm|check)"
    r"|\bindependently\b",
    re.I,
)
_ONLY_SAID = re.compile(r"\w+ (?:said|says|wrote|did|does|has|had|was|were|is|are)(?: so)?(?: [\w-]+){0,2}\W*", re.I)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def tells(a: Assertion) -> float:
    """How much the words of ``a`` tell by themselves, in [0, 1]: 0 for "Whether shots were fired." and the like.

    It counts words of content, and takes off for a subject that is a pronoun, a question, a subordinate clause
    without its main clause, and words that only say that nobody could check it. Raises nothing.
    """
    words = _WORD.findall(a.text)
    if not words:
        return 0.0
    score = min(len(a.words), ENOUGH) / ENOUGH
    score *= _subject(words)
    if _ASKS.search(a.text) or (_BARE.match(a.text) and not _WITH_MAIN.match(a.text)):
        score *= 0.3
    if _INVERTED.search(a.text):
        score *= 0.1
    if _UNSURE.search(a.text) or _ONLY_SAID.fullmatch(a.text):
        score *= 0.5
    if a.kind is ClaimKind.OPINION or a.side is Side.OPEN:
        score *= 0.8
    return round(score, 4)


def _subject(words: list[str]) -> float:
    """The share that a subject leaves: a pronoun says nothing, a name says most."""
    first = words[0].casefold()
    if first in _POINTING and (len(words) < 2 or first not in _DETERMINERS or not words[1].islower()):
        return 0.5
    if first in ("his", "her", "its", "their", "this", "that", "these", "those"):
        return 0.6
    if any(word[:1].isupper() for word in words[1:]):
        return 1.0
    return 0.85
