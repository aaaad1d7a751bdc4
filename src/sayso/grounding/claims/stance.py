"""The article's own stance towards what it relays, where its words show it: in the sentence or the one after it.

Few articles say outright what they think of a claim. A rule here looks for words that do (markers of factuality and
evidence, as in Saurí & Pustejovsky 2009) and points to them; where none fires there is no stance. Words inside what
somebody is made to say are theirs, and never the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.grounding.claims.stretches import Stretches
from sayso.grounding.claims.tellers import Contents
from sayso.types.attribution import Attribution, Polarity
from sayso.types.event import Stance
from sayso.types.reading import Sentence
from sayso.types.span import Span

_MATERIAL = (
    r"(?:images?|imagery|photographs?|photos?|pictures?|footage|videos?|film|logs?|records?|recordings?|data|database|map|maps|"
    r"monitors|inspectors|observers|analysts|investigators|reporters|documents?|letters?|ledgers?|minutes|witnesses|"
    r"satellites?|transcripts?|manifests?|tables|panel)"
)
_PROOF = r"(?:evidence|proof|sign|signs|trace|traces|indication|indications|confirmation)"
_NO = r"(?:little|no|scant|hardly any|not much|not a shred of)"


REACH = 800  # characters of a sentence that are read


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that show a stance: in the sentence itself (``here``), there before the trigger, or in the next one.

    ``told``: of an attribution's content only; ``across``: the next sentence may begin a new paragraph.
    """

    name: str
    stance: Stance
    words: re.Pattern[str]
    here: bool
    before: bool
    next: bool
    told: bool
    across: bool
    polarities: tuple[Polarity | None, ...] = ()  # of the attribution; empty: any


def _rule(name: str, stance: Stance, words: str, where: str, *polarities: Polarity | None) -> Rule:
    return Rule(
        name,
        stance,
        re.compile(words, re.IGNORECASE),
        "here" in where,
        "before" in where,
        "next" in where,
        "told" in where,
        "across" in where,
        polarities,
    )


RULES: tuple[Rule, ...] = (
    _rule(
        "proved",
        Stance.ENDORSES,
        r"\b(?:rightly|correctly|as (?:was|were|has been|have been|is)? ?(?:later |since |now )?"
        r"(?:proved|proven|shown|established)|as we (?:now )?know)\b",
        "here",
    ),
    _rule(
        "was-right",
        Stance.ENDORSES,
        r"\b(?:was|were|proved|turned out to be) (?:right|true|correct|accurate)\b",
        "next told",
    ),
    _rule(
        "not-shown",
        Stance.DISTANCES,
        r"\b(?:without (?:any |showing |giving |offering |providing |citing )?(?:any )?"
        r"(?:evidence|proof|pictures?|showing anything)|(?:that|but|which) (?:nobody|no one)(?: else)? has "
        r"(?:seen|read|found))\b",
        "here told",
    ),
    _rule(
        "gave-none",
        Stance.DISTANCES,
        r"\b(?:gave|provided|offered|showed|produced|presented|gives|offers|provides|shows) "
        r"no (?:evidence|proof|confirmation|pictures?)\b",
        "here next told",
    ),
    _rule(
        "no-proof-of-that",
        Stance.EVIDENCE_AGAINST,
        rf"\b{_NO} {_PROOF} (?:of|for) (?:that|this|it|these|those|such)\b",
        "next across",
    ),
    _rule(
        "not-so",
        Stance.EVIDENCE_AGAINST,
        r"^(?:It|They|He|She|That|This|There)"
        r" (?:does|do|did|is|are|was|were|has|have) (?:not|no such)(?=[.!])",
        "next",
    ),
    _rule(
        "otherwise",
        Stance.EVIDENCE_AGAINST,
        r"\b(?:shows?|showed|suggests?|suggested|indicates?|tells?|told|say|says) "
        r"(?:otherwise|the opposite|something else|a different story|nothing of the (?:kind|sort)|no such)\b",
        "here next",
    ),
    _rule(
        "none-found",
        Stance.EVIDENCE_AGAINST,
        rf"\b(?:{_MATERIAL}|we|nobody|no one|no person|none)\b[^.]{{0,60}}\b(?:found|"
        r"shows?|showed|saw|seen|glimpsed|records?|recorded|contains?|mentions?) (?:no|nothing|none|neither|not one|"
        r"these|"
        r"nothing but)\b",
        "next",
    ),
    _rule(
        "found-after-denial",
        Stance.EVIDENCE_FOR,
        rf"\b{_MATERIAL}\b[^.]{{0,80}}\b(?:shows?|showed|documented|contains?|"
        r"contained|proves?|proved|records?|recorded|reveals?|confirms?|puts?|places?)\b",
        "here next",
        Polarity.DENIED,
        Polarity.WITHHELD,
    ),
    _rule(
        "borne-out",
        Stance.EVIDENCE_FOR,
        r"\b(?:bears? (?:this|that|it|him|her|them) out|bore (?:this|that|it|him|her|them) out|"
        r"borne out|backs? (?:this|that|it|him|her|them) up|backed up by|is supported by|was supported by|"
        r"consistent with (?:that|this|the)|matches? (?:that|this|the|his|her|their)|corroborates?)\b",
        "here next",
    ),
    _rule(
        "some-proof",
        Stance.EVIDENCE_FOR,
        rf"\b(?:some|ample|clear|strong|growing|solid|good) {_PROOF} (?:of|for|that)\b",
        "before",
    ),
    _rule("so-called", Stance.DISTANCES, r"(?:\bso-called\b|\bself-styled\b|\bself-proclaimed\b)", "here"),
    _rule(
        "wrong",
        Stance.DISTANCES,
        r"\b(?:is|are|was|were) (?:simply |plainly |quite |not )?(?:false|untrue|incorrect|wrong|"
        r"invented|fabricated|made up|a fabrication|true)\b",
        "here next",
    ),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance, the words that show it, and the rule that found them."""

    stance: Stance
    spans: tuple[Span, ...]
    rule: str


NOTHING = Shown(Stance.NONE, (), "")


def stance_of(
    text: str,
    sentences: Sequence[Sentence],
    index: int,
    trigger: Span,
    told: Attribution | None,
    contents: Contents,
    stretches: Stretches | None = None,
) -> Shown:
    """The article's stance to what ``told`` (``None``: itself) has at ``trigger`` in sentence ``index``.

    ``stretches`` are those of ``text``, to be handed on from one call to the next.
    """
    stretches = stretches or Stretches(text, frozenset())
    around = _around(sentences, index, trigger)
    polarity = told.polarity if told is not None else None
    for rule in RULES:
        if (rule.polarities and polarity not in rule.polarities) or (rule.told and told is None):
            continue
        for place in _places(rule, around):
            for words in stretches.matches(rule.words, place.begin, place.end):
                if contents.innermost(words) is None:
                    return Shown(rule.stance, (words,), rule.name)
    return NOTHING


class _Around(NamedTuple):
    """The stretches beside a trigger that rules read: its sentence, that up to it, the next one."""

    here: Span
    before: Span | None
    next: Span | None
    goes_on: bool  # the next sentence is of the same paragraph


def _around(sentences: Sequence[Sentence], index: int, trigger: Span) -> _Around:
    whole = sentences[index].span
    begin = max(whole.begin, min(trigger.begin - REACH, whole.end - 1))
    sentence = Span(begin, min(whole.end, max(trigger.end + REACH, begin + 1)))
    before = Span(sentence.begin, trigger.begin) if sentence.begin < trigger.begin else None
    if index + 1 == len(sentences):
        return _Around(sentence, before, None, False)
    following = sentences[index + 1]
    begin, end = following.span.begin, following.span.end
    goes_on = following.paragraph == sentences[index].paragraph
    return _Around(sentence, before, Span(begin, min(end, begin + REACH)), goes_on)


def _places(rule: Rule, around: _Around) -> list[Span]:
    out = [around.here] if rule.here else []
    if rule.before and around.before:
        out.append(around.before)
    if rule.next and around.next and (rule.across or around.goes_on):
        out.append(around.next)
    return out
