"""What a content without event is: an opinion, or a plain statement of how things stand.

An opinion evaluates, predicts, feels, advises or asks. Simple rules decide, the first that applies:

1. the voice keeps silent ("declined to say how many"): how things stand is that it does not say;
2. the words of saying evaluate, feel, predict or advise ("hoped", "warned", "called the plan");
3. a question;
4. a modal that predicts or demands ("will", "should", "must", "may"), "let us", "going to";
5. the speaker's own feeling or thought ("we hope", "I am proud");
6. words that judge ("terrible", "absurd", "too", "the worst") or liken ("like a drum");
7. a command: it opens with a verb;
8. a few quoted words without a verb ("a dream of drunk persons").

All else states a fact: a standing condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from sayso.grounding.claims import grammar
from sayso.grounding.claims.grammar import verbs
from sayso.grounding.claims.tokens import Token
from sayso.grounding.claims.verbs import finite
from sayso.types.attribution import Attribution, Manner, Polarity
from sayso.types.claim import ClaimKind

SHORT = 8  # words of a quoted fragment


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The word lists of ``data/opinions.txt`` by name."""
    out: dict[str, frozenset[str]] = {}
    for line in files(__package__).joinpath("data/opinions.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition("\t")
            out[name] = out.get(name, frozenset()) | frozenset(words.split())
    return out


def kind_of(text: str, told: Attribution, tokens: Sequence[Token]) -> tuple[ClaimKind, str]:
    """Opinion or condition for a content of ``tokens``, and the rule that said so."""
    rule = _opinion(text, told, tokens)
    if told.polarity is Polarity.WITHHELD:
        return ClaimKind.CONDITION, "withheld"
    return (ClaimKind.OPINION, rule) if rule else (ClaimKind.CONDITION, "statement")


def _opinion(text: str, told: Attribution, tokens: Sequence[Token]) -> str:
    """The rule that makes it an opinion, "" when none does."""
    known = _lists()
    cue = [w for s in told.cue for w in s.of(text).casefold().split()]
    keys = [t.key for t in tokens]
    if any(w.startswith(tuple(known["cues"])) for w in cue):
        return "cue"
    if told.content and told.content[-1].of(text).rstrip("”’\"'»").endswith("?"):
        return "question"
    if known["predicting"] & set(keys) or _phrase(keys, "going", "to") or _phrase(keys, "let", "us"):
        return "modal"
    if known["speakers"] & set(keys) and known["feeling"] & set(keys):
        return "feeling"
    if known["judging"] & set(keys) or _likens(keys):
        return "judgement"
    command = bool(keys) and (keys[0] in verbs().base or keys[0] in verbs().nouns)
    fragment = len(keys) <= SHORT and told.manner in (Manner.MIXED, Manner.DIRECT)
    if not (command or fragment) or finite(text, tokens):
        return ""
    if command:
        return "command"
    if fragment:
        return "fragment"
    return ""


def _phrase(keys: Sequence[str], first: str, second: str) -> bool:
    return any(a == first and b == second for a, b in zip(keys, keys[1:], strict=False))


def _likens(keys: Sequence[str]) -> bool:
    """ "like a drum", "as if": but not "would like a"."""
    return any(
        (a == "like" and b in grammar.DETERMINERS) or (a == "as" and b in ("if", "though"))
        for a, b in zip(keys, keys[1:], strict=False)
    )
