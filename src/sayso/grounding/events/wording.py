"""Words before a trigger that settle its status, one rule a row, each in a clear syntactic window.

A pattern is read against the words of the sentence up to the trigger and must reach it. The rules were kept if, on the
training texts, they were right where they spoke; what only leans one way (scare quotes, "unable to verify that",
"must", "no mention of") is the model's to weigh.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.types.event import Certainty, EventType

_SMALL = (
    r"(?:\w+ly |yet |ever |even |also |again |still |so far |a |an |the |any |been |be |being |in |at |on |under |to "
    r"|have |had |it )"
)
_WORD = r"(?:[\w'’-]+ )"
_FORMS = r"(?:has|have|had|was|were|is|are|did|do|does|could|can|will|would)"
_MODALS = r"(?:would|will|could|can|shall)"
_NOT = r"(?: not|n['’]t) (?!only|just|merely|simply|even )"
_RESPUN_YET = r"(?:but|nonetheless|nevertheless|however)"
_OPEN = r"[^.,;:“”\"()—]"  # goes on within the clause


class Change(StrEnum):
    """What a rule makes of a status."""

    DID_NOT = "did-not"
    NOT_YET = "not-yet"  # did-not, and that goes on: what may come is no plan
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    REPORTED = "reported"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Wording:
    """One rule: a pattern that ends or begins at the trigger, what it changes, and how sure the voice then sounds.

    ``certainty`` is given where the words themselves say it; group ``words`` of the pattern is then the evidence.
    ``except_for`` are types whose triggers often hold the negation themselves ("not paid", "not permitted").
    """

    name: str
    pattern: re.Pattern[str]
    change: Change
    certainty: Certainty | None = None
    except_for: frozenset[EventType] = frozenset()


def _wording(
    name: str,
    pattern: str,
    change: Change,
    certainty: Certainty | None = None,
    except_for: frozenset[EventType] = frozenset(),
) -> Wording:
    return Wording(name, re.compile(f"(?:{pattern})$".replace(" ", r"\s+"), re.I), change, certainty, except_for)


def _behind(name: str, pattern: str, change: Change, certainty: Certainty | None = None) -> Wording:
    return Wording(name, re.compile(pattern.replace(" ", r"\s+"), re.I), change, certainty)


HELD = frozenset({EventType.STATE})
OWN = frozenset({EventType.STATE, EventType.COERCE})

WORDINGS = (
    _wording(
        "has-not", rf"\b(?:did|does|do|has|have|had|was|were|is|are){_NOT}{_SMALL}{{0,4}}", Change.DID_NOT, None, OWN
    ),
    _wording("will-not", rf"\b(?:{_MODALS}{_NOT}|cannot |won['’]t ){_SMALL}{{0,4}}", Change.DID_NOT, None, OWN),
    _wording("never", rf"\bnever {_SMALL}{{0,4}}", Change.DID_NOT, None, HELD),
    _wording(
        "no",
        r"\b(?:no|not one|not a single) "
        rf"(?!longer|doubt|matter|fewer|less|more|way|other|comment|one|place|sooner|choice){_WORD}{{0,2}}",
        Change.DID_NOT,
        None,
        OWN,
    ),
    _wording(
        "no-one-has",
        r"\b(?:no(?! (?:less|fewer|more|longer|doubt|matter))|not one|not a single) "
        rf"{_WORD}{{1,7}}{_FORMS} {_SMALL}{{0,3}}",
        Change.DID_NOT,
        None,
        HELD,
    ),
    _wording(
        "nobody", rf"\b(?:nobody|no[ -]one|none|nothing) (?:{_FORMS} )?{_SMALL}{{0,3}}", Change.DID_NOT, None, OWN
    ),
    _wording(
        "none-of",
        rf"\b(?:none|neither) (?!\w+ nor )(?:of )?{_WORD}{{1,5}}{_FORMS} {_SMALL}{{0,3}}",
        Change.DID_NOT,
        None,
        OWN,
    ),
    # respun, "have yet to" becomes "are but to", "have nonetheless to"
    _wording("yet-to", rf"\b{_FORMS} (?:as )?(?:yet|still|{_RESPUN_YET}) to {_SMALL}{{0,2}}", Change.NOT_YET),
    _wording(
        "failed-to",
        r"\b(?:fail(?:s|ed|ing)?|(?:was|were|is|are|been) (?:unable|not able)) to (?:be )?",
        Change.DID_NOT,
    ),
    _wording(
        "no-sign-of",
        r"\b(?:no|not any|without any) (?:\w+ )?(?:signs?|indications?|traces?|evidence) of "
        rf"[“”\"‘']?{_SMALL}?{_WORD}?",
        Change.DID_NOT,
    ),
    _wording(
        "no-sign-that",
        r"(?:\b(?:no|not any|never any)|n['’]t any) (?:\w+ )?"
        rf"(?:signs?|indications?|traces?|evidence|proof) (?:that|of) {_OPEN}{{0,60}}",
        Change.DID_NOT,
    ),
    _wording(
        "little-sign-that",
        rf"\b(?:little|scant) (?:\w+ )?(?:signs?|indications?|traces?|evidence|proof) (?:that|of) {_OPEN}{{0,60}}",
        Change.REPORTED,
        Certainty.LOW,
    ),
    _wording(
        "refused-to",
        r"\b(?:refus(?:es?|ed|ing|al)|declin(?:es|ed|ing)|unwilling|reluctant) to (?:be )?",
        Change.CONDITIONAL,
    ),
    _wording("if", rf"\b(?:if|unless|in case of|in the event of) {_OPEN}{{0,50}}", Change.CONDITIONAL),
    _wording(
        "risk-of",
        r"\b(?:risks?|fears?|threats?|dangers?|possibility|prospects?) of (?:a |an |the |further |new |another )*",
        Change.CONDITIONAL,
    ),
    _wording(
        "told-to",
        r"\b(?:order(?:s|ed|ing)?|ask(?:s|ed|ing)?|urg(?:es|ed|ing)|instruct(?:s|ed|ing)?|command(?:s|ed|ing)?|begg(?:ed|ing)|"
        r"begs|appeal(?:s|ed|ing)?|warn(?:s|ed|ing)?|invit(?:es|ed|ing)|plead(?:s|ed|ing)?|call(?:s|ed|ing)? on)"
        rf" {_OPEN}{{0,50}}\b(?:not )?to (?:be )?",
        Change.CONDITIONAL,
    ),
    _wording(
        "call-for",
        r"\b(?:call(?:s|ed|ing)?|demand(?:s|ed|ing)?|appeal(?:s|ed)?|pleads?|pleaded) for "
        r"(?:a |an |the |immediate |open |new )*",
        Change.CONDITIONAL,
    ),
    _wording("wants-to", r"\b(?:want|hop|wish)(?:s|ed|es|e|ing)? to (?:be )?", Change.CONDITIONAL),
    _wording("threatened-to", r"\bthreat(?:s|en|ens|ened|ening)? to (?:be )?", Change.CONDITIONAL),
    _wording(
        "plans-to",
        r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|prepar(?:es?|ed|ing)|about|poised|scheduled|expected|plot(?:s|ted|ting)|"
        r"ready|vow(?:s|ed)?|promis(?:es|ed|ing)|pledg(?:es|ed|ing)) to (?:be |\w+ly )?",
        Change.PLANNED,
    ),
    _wording("will", rf"\b(?:will|shall|['’]ll) (?:soon )?{_SMALL}{{0,3}}", Change.PLANNED, None, HELD),
    _wording(
        "would", r"\b(?:would|['’]d) (?:soon |\w+ly |be (?!\w+ing )|also |then |not ){0,3}", Change.PLANNED, None, HELD
    ),
    _wording(
        "would-have", r"\b(?:would|could|might|should) have (?:been |\w+ly |also )?", Change.CONDITIONAL, None, HELD
    ),
    _wording(
        "rejects-that",
        r"\b(?:reject|den|dismiss|disput)(?:s|y|ies|ed|ied|es) (?:[\w'’-]+ ){0,4}?"
        rf"(?:allegations?|claims?|accusations?|reports?|suggestions?) (?:that|of) {_OPEN}{{0,110}}",
        Change.DENIED,
    ),
    _wording(
        "rumoured",
        rf"\b(?P<words>(?:is|are|was|were) rumou?red)\b {_OPEN}{{0,40}}"
        rf"|\b(?P<words2>rumou?rs?) (?:of|that) {_OPEN}{{0,40}}",
        Change.REPORTED,
        Certainty.LOW,
    ),
    _wording("whether", rf"\b(?P<words>whether) {_OPEN}{{0,60}}", Change.REPORTED, Certainty.LOW),
    _wording(
        "allegedly",
        rf"\b(?P<words>allegedly|supposedly|purportedly|ostensibly) {_OPEN}{{0,60}}",
        Change.REPORTED,
        Certainty.MIDDLE,
    ),
    _wording(
        "reportedly",
        rf"\b(?P<words>reportedly|apparently|seemingly|presumably) {_OPEN}{{0,60}}",
        Change.REPORTED,
        Certainty.MIDDLE,
    ),
    _wording(
        "said-to",
        r"\b(?P<words>(?:is|are|was|were) "
        r"(?:said|believed|thought|reported|understood|alleged|claimed|suspected|feared))"
        rf" to (?:have )?{_OPEN}{{0,40}}",
        Change.REPORTED,
        Certainty.MIDDLE,
    ),
)
_ISNT = r"(?:has|have|had|did|do|does|was|were|is|are)(?: not|n['’]t)"
# Words behind the trigger, read from its end on.
BEHIND = (
    # "The attack could not be independently verified"
    _behind(
        "unverified",
        r"(?: [\w'’-]+){0,4}? (?P<words>(?:could|can|has|have) not (?:yet )?be(?:en)? (?:\w+ly )?"
        r"(?:verified|confirmed|corroborated))",
        Change.REPORTED,
        Certainty.LOW,
    ),
    _behind("proposed", r" (?:proposed|offered|suggested|demanded|requested|sought) by\b", Change.CONDITIONAL),
    _behind("planned", r" (?:planned|scheduled|slated|called|set) for\b", Change.PLANNED),
    # "The police used no water cannon"
    _behind("none-used", r" no (?!(?:longer|doubt|fewer|less|more|later|sooner|one|matter)\b)", Change.DID_NOT),
    # "reported that she had been expelled; she has not."
    _behind(
        "has-not-after", rf"{_OPEN}{{0,40}}[;,—–] (?:but )?(?:he|she|they|it|this) {_ISNT}(?=[.;!]|$)", Change.DENIED
    ),
)
# "Reports that divers mined the bridge were false": words on both sides.
CALLED = re.compile(
    r"\b(?:reports?|claims?|stor(?:y|ies)|allegations?|rumou?rs?|accusations?|suggestions?|news)\b", re.I
)
FALSE = re.compile(
    rf"[”\"’']?{_OPEN}{{0,60}}[”\"’']?\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:false|invented|untrue|fabricated|baseless|unfounded|wrong|nonsense|fake|lies|a lie|an invention)\b",
    re.I,
)
# Cues of denial whose content is the act itself, unlike "called it a lie".
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rebut\w*|refut\w*|repudiat\w*|ruled? out|rules out|disown\w*"
    r"|(?:reject|dismiss)\w*\s+(?:[\w-]+\s+){0,2}(?:allegations?|claims?|accusations?|reports?|suggestions?|rumou?rs?))\b",
    re.I,
)
