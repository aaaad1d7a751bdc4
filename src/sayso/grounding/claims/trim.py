"""The ends of a wording: connectives and dangling words taken off, long ones shortened where they can be cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.grounding.claims import grammar
from sayso.grounding.claims.tokens import Kind, Token

CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # the time of an entry of a live blog
OPENING = {p[0]: tuple(q for q in grammar.OPENING_PHRASES if q[0] == p[0]) for p in grammar.OPENING_PHRASES}
LONGEST = 30  # words of a line that is read aloud in one breath


def beginning(tokens: Sequence[Token]) -> int:
    """Index of the first word behind "that", "However," and the like; 0 when nothing stands before the claim."""
    k = 0
    while k < len(tokens):
        step = _opening(tokens, k)
        if not step:
            break
        k += step
    return k if k < len(tokens) else 0


def _opening(tokens: Sequence[Token], k: int) -> int:
    if not tokens[k].word or (CLOCK.fullmatch(tokens[k].key) and k + 1 < len(tokens) and tokens[k + 1].word):
        return 1
    for phrase in OPENING.get(tokens[k].key, ()):
        behind = k + len(phrase)
        if tuple(t.key for t in tokens[k:behind]) == phrase and behind < len(tokens):
            return len(phrase) if tokens[behind].kind is Kind.COMMA else 0
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    key = tokens[k].key
    if following is None:
        return 0
    if key == "whether":
        return int(k == 0)
    if key == "that":  # "that they fled", and not "that letter"
        plain = following.key in grammar.SUBJECTS | grammar.DETERMINERS or following.key in grammar.PREPOSITIONS
        return int(k == 0 and (plain or following.word and following.key not in grammar.AUXILIARIES))
    if key in (
        "then",
        "yet",
        "so",
        "for",
        "still",
        "also",
        "though",
        "although",
        "while",
        "whilst",
        "whereas",
        "because",
    ):
        tied = key in ("then", "also") and following.word and following.key not in ("in", "the")
        return int(following.kind is Kind.COMMA or tied or key in ("though", "although", "while", "whilst", "whereas"))
    return int(key in grammar.CONNECTIVES and (following.kind is Kind.COMMA or key in ("and", "but", "or", "nor")))


def without_that(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Without the "that" of a second content: "said that ..., and that Minsk had no plans"; ``text`` holds them."""
    out = list(tokens)
    if len(out) < 3 or out[0].key != "that" or not text[out[0].begin].islower():
        return out
    second = out[1]
    named = text[second.begin].isupper() or second.key in grammar.SUBJECTS | grammar.DETERMINERS
    return out[1:] if named else out


def tidy(tokens: Sequence[Token], keep: Collection[int], last: int = -1) -> list[Token]:
    """Without marks and dangling words at both ends; words whose offset is in ``keep`` stay.

    ``last`` is the offset of the last word of the passage, which may end in "is" ("whose it is").
    """
    out = list(tokens)
    while out and out[-1].begin not in keep and (not out[-1].word or _dangles(out[-1], last)):
        out.pop()
    while out and out[0].begin not in keep and (not out[0].word or out[0].key in ("and", "but", "or", "nor")):
        out.pop(0)
    return out


def _dangles(token: Token, last: int) -> bool:
    return token.key in (grammar.COORDINATORS if token.begin == last else grammar.DANGLING)


def words(tokens: Sequence[Token]) -> int:
    """How many words are read aloud."""
    return sum(t.word for t in tokens)


def shortened(tokens: Sequence[Token], trigger: Sequence[int], wanted: Collection[int]) -> list[Token]:
    """At most about ``LONGEST`` words around the trigger (offsets); ends where a phrase ends.

    ``wanted`` are offsets of words of the arguments, kept where they fit.
    """
    out = list(tokens)
    if words(out) <= LONGEST:
        return out
    last = max((k for k, t in enumerate(out) if t.begin in trigger), default=0)
    ends = [k for k in range(last + 1, len(out)) if _may_end(out, k)]
    fitting = [k for k in ends if words(out[:k]) <= LONGEST]
    if fitting:  # rather at a mark, and rather behind the last argument
        return out[: max(fitting, key=lambda k: (_complete(out, k, wanted), not out[k].word, k))]
    if ends:
        out = out[: ends[0]]
    if words(out) <= LONGEST:
        return out
    first = min((k for k, t in enumerate(out) if t.begin in trigger), default=0)
    starts = [k + 1 for k in range(first) if not out[k].word and words(out[k + 1 :]) <= LONGEST]
    if starts:
        return out[starts[0] :]
    begin = max(0, first - LONGEST // 2)
    return out[begin : begin + LONGEST]


def _complete(tokens: Sequence[Token], k: int, wanted: Collection[int]) -> bool:
    """Whether no wanted word stands behind ``k``."""
    return not any(t.begin in wanted for t in tokens[k:])


def _may_end(tokens: Sequence[Token], k: int) -> bool:
    """Whether a wording may end before token ``k``."""
    if not tokens[k].word:
        return k + 1 >= len(tokens) or tokens[k + 1].key not in ("and", "or")  # not before the last of a list
    opens = grammar.PREPOSITIONS | grammar.SUBORDINATORS | grammar.RELATIVES | grammar.COORDINATORS - {"or", "nor"}
    return tokens[k].key in opens - {"of", "than"} and tokens[k - 1].key not in grammar.DANGLING
