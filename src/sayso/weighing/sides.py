"""What a voice does with an event (for, against, open) and whether the event is a deed, a plan or a condition.

Status, polarity and the words of the text may say the same thing twice ("denied", told as denied); each denial counts
once, and a negation inside what is denied ("denied that it had not paid") turns it round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.types.attribution import Polarity
from sayso.types.event import EventType, Occurrence, Phase, Reality, Status
from sayso.types.weighing import Modality, Side
from sayso.weighing.falsehoods import CLAUSE, FAKE, as_false, called_false, no_such, some_false

# Types that name an act of saying: who denies an accusation does not deny that it was made.
SAID = frozenset((EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.REJECT))
_DONE = frozenset((EventType.REQUEST, EventType.THREATEN))  # done by being said, whatever is asked or threatened
_NOT = r"(?:\s*(?:not|n['’]t)|\s+neither)"
_PROOF = r"(?:evidence|proof|signs?|indications?|traces?|confirmation|information|knowledge|reports?)"
_TELL = r"(?:confirm|verify|corroborate|substantiate|establish|determine|say|tell|comment|rule out|exclude)"
_TOLD = r"(?:confirmed|verified|corroborated|substantiated|established|proven|proved|determined)"
_UNSURE = "|".join(
    (
        rf"\b(?:no|not any|little|scant|hardly any|without|n['’]t any|n['’]t seen) (?:[\w-]+ ){{0,2}}{_PROOF}"
        rf"(?: (?:that|of|to|for|on|about|whether)\b|$){CLAUSE}{{0,80}}",
        rf"\b(?:(?:could|can|did|do|does|would|has|have){_NOT}|cannot|(?:was|were|is|are)(?: not able| unable) to"
        r"|unable to"
        rf"|declin(?:ed|es) to|refus(?:ed|es) to|neither|yet to) (?:\w+ly |yet |be |been )*(?:{_TELL}"
        rf"|{_TOLD})\b{CLAUSE}{{0,80}}",
        r"\b(?:look(?:s|ed|ing)? into|investigat(?:es?|ed|ing)|check(?:s|ed|ing)?|examin(?:es?|ed|ing)|verifying"
        r"|prob(?:es?|ed|ing)"
        r"|review(?:s|ed|ing)?|aware of) (?:the |these |those |any |media |such )*(?:reports?|claims?"
        rf"|allegations?|accounts?){CLAUSE}{{0,80}}",
        r"\b(?:whether|(?:unclear|unknown|uncertain|not (?:yet )?(?:clear|known|certain)) (?:if|how"
        rf"|who))\b{CLAUSE}{{0,80}}",
        r"\b(?:neither|nor|asked|wonders?|wondered|not (?:say|know|known|clear|sure))\b[^.;]{0,60}? if\b"
        rf"{CLAUSE}{{0,80}}",
        rf"\basked (?:\w+ )?about\b{CLAUSE}{{0,80}}",
        rf"\b(?:too early|premature|no means [^.;]{{0,20}}?) ?(?:to|for)\b{CLAUSE}{{0,60}}",
        rf"\bnot (?:\w+ly )?aware (?:of|that)\b{CLAUSE}{{0,60}}",
    )
)
_OPEN_BEFORE = re.compile(rf"(?:{_UNSURE})$", re.I)
_OPEN_BEHIND = re.compile(
    rf"{CLAUSE}{{0,60}}?(?: (?:could|can|has|have){_NOT}| cannot) (?:yet )?be(?:en)? (?:\w+ly )?{_TOLD}\b"
    rf"|{CLAUSE}{{0,40}}? (?:is|are|was|were|remains?|remained) (?:still |as yet )?(?:unconfirmed|unverified"
    r"|unclear|uncertain"
    r"|not (?:yet )?(?:clear|known|confirmed|verified))\b",
    re.I,
)
_OPEN_ANYWHERE = re.compile(_UNSURE, re.I)
_NEGATED_CLAUSE = re.compile(
    r"\W*(?:that )?(?:there (?:is|was|are|were|has been|have been|had been) (?:no|not)\b(?! doubt)"
    r"|(?:[\w'’-]+ ){1,6}?(?:is|was|are|were|has|have|had|did|does|do|will|would)(?:n['’]t| not| never)\b(?! only)"
    r"|(?:[\w'’-]+ ){1,4}?(?:has|have|had) no\b(?! (?:doubt|longer))|(?:nothing|nobody|none of)\b(?! but))",
    re.I,
)
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|neither|cannot|without|fail(?:ed|s)? to)\b|n['’]t\b", re.I)
_STANDS_BY = re.compile(
    r"\bnot\s+(?:\w+\s+)?(?:withdraw|retract|recant|take\s+(?:(?:that|this|it|them|\w+ words)\s+)?back"
    r"|disown)"
    r"|\bst(?:and|ood|ands)\s+(?:firmly\s+)?by\b",
    re.I,
)
# Cues that withhold something said; other negated ones ("has not let anybody out") are what did not happen.
_SILENT = re.compile(
    r"\b(?:say|said|saying|tell|confirm|comment|speak|state|den(?:y|ied|ies)|answer|respond|repl(?:y|ied)|silen"
    r"|clear|know|verif"
    r"|evidence|disclos|reveal|elaborat|identif|name|specif|discuss|determin|establish|corroborat|admit|acknowledg"
    r"|accus|exclude|rule)\w*"
    r"|\bcan(?:not|['’]t| not)\b|\bcould(?: not|n['’]t)\b",
    re.I,
)
_BY_ANOTHER = re.compile(
    r"\b(?:den(?:y|ies|ied|ial|ying)|reject\w*|refut\w*|dismiss\w*|rebut\w*|ruled? out|disput\w*|contradict\w*"
    r"|debunk\w*|disprov\w*"
    rf"|no|not|never|none|nothing|nobody|neither|nor|without|{FAKE})\b|n['’]t\b",
    re.I,
)
# Cues that deny; the polarity of others is a mistake unless the content calls something false.
_DENYING = re.compile(
    r"^$|\b(?:den(?:y|ies|ied|ial|ying)|reject|refut|dismiss|rebut|rul(?:e|ed|es|ing) out|disput|contradict|debunk"
    r"|disprov|disown|repudiat|call|brand|label|describ|denounc|mock|ridicul|scoff|laugh|wav|brush|shrug|retract|withdr"
    r"|recant|delet"
    r"|correct|rescind|took back|tak|doubt|dub|decr|derid|challeng|object|disavow|discount|discredit|disbeliev|spoke of"
    r"|no|not|never|neither|cannot|refus|nothing)\w*|n['’]t\b",
    re.I,
)
# Words of which one stands with whatever did not happen; a status without any is a mistake.
_UNDONE = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|cannot|without|yet to|but to|fail\w*|refus\w*|declin\w*|un\w+"
    r"|barely|hardly|den(?:y|ies|ied|ial|ying)|reject\w*|prevent\w*|avert\w*|stop\w*|block\w*|halt\w*|foil\w*"
    r"|thwart\w*|spare\w*|escap\w*|avoid\w*|lack\w*|absen\w*|miss\w*|cancel\w*|called? off|postpon\w*|suspend\w*"
    r"|ban(?:s|ned)?|ruled? out|short of|instead|rather|hold(?:s|ing)? back|held back|await\w*|still|abandon\w*|drop\w*"
    r"|calm|quiet|whole|safe|false|inva\w+|in vain)\b|n['’]t\b",
    re.I,
)
_AFTER = r"(?:of|on|to|in|for|about|before|after|with|from|during|over|by|at|that|who|which|knows?)"
# "Was there a treaty?", "Does the ministry plan to?": nobody says that it is so.
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|or) )?(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|should)(?:n['’]t)? \w",
    re.I,
)
_ASKED = re.compile(r"[^.;!“”\"?]{0,120}\?")
# "took it without a fight" tells of what was done, not of a fight.
_WITHOUT = re.compile(r"\w\W+without (?:(?:an?|any|the|much|further) )?(?:\w+ )?$", re.I)
_NO_OBJECT = re.compile(r"\b\w+ no (?:[\w'’-]+ ){1,4}(?:and|but) $", re.I)  # "named no village and" asked
_GOES_ON = re.compile(r"\b(?:continues?|continued|goes on|went on|remains?|remained) (?:to|in) $", re.I)
_ITSELF = re.compile(r"s? (?:that|of|by|against)\b")  # an accusation whose deed is named beside it
_NOTHING_DONE = re.compile(
    r"\b(?:no(?! (?:longer|fewer|less|more|doubt|matter|sooner|comment|other|place)\b)|not one|not a single|nobody"
    rf"|no one|nothing(?! but)) (?:(?!(?:{_AFTER}|and|or|but)\b)[\w'’-]+ ){{0,5}}$",
    re.I,
)
_DID_NOTHING = re.compile(r" (?:(?:any|down|up|out) )?(?:nothing|nobody|no one|no such)\b(?! but\b)", re.I)
_MEANS = re.compile(r"\b(?:does|do|did|need|would)(?: not|n['’]t) (?:\w+ly )?(?:mean|imply|prove|show|follow)\b", re.I)
_DOUBTS = re.compile(r"\b(?:doubt|question|scepti|skepti)\w*", re.I)
_WILL_NOT = re.compile(
    r"(?:\b(?:will|would|shall)(?: not|n['’]t| never)\b|\bwon['’]t\b|\bno (?:plans?|intentions?) (?:to|of"
    rf"|for)\b)(?: {CLAUSE}{{0,30}})?$",
    re.I,
)
_HAS_NOT = re.compile(r"\b(?:has|have|had|did|was|were)(?: not|n['’]t| never| yet)(?: \w+){0,3}\s$", re.I)
_MAYBE = re.compile(
    r"\b(?:will|would|may|might|could|shall|if|unless|plans? to|planned to|intends? to|going to)(?: \w+){0,3} $", re.I
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one voice around the trigger of an event, and the words of saying.

    ``before`` and ``behind`` lie inside what this voice says; of a claim without an event, ``before`` is all of it.
    """

    before: str
    behind: str
    cue: str = ""


def side_of_event(type_: EventType, status: Status, polarity: Polarity, words: Words) -> Side:
    """What a voice does with an event of this type and status.

    OPEN are "could not confirm", "no evidence that", "whether", "declined to comment"; AGAINST are denials, "did not",
    "false". Raises nothing.
    """
    if _STANDS_BY.search(words.cue):
        return Side.FOR
    withheld = " ".join((words.cue, *words.before.split()[:3]))  # "refused" "to say", "refused" "to cross"
    kept_back = polarity is Polarity.WITHHELD and (_SILENT.search(withheld) or not words.cue)
    if kept_back or _DOUBTS.search(words.cue) or _unsure(words) or _asks(words):
        return Side.OPEN
    not_done = _not_done(status, words)
    if polarity is Polarity.DENIED and (_DENYING.search(words.cue) or some_false(words.behind)):
        act = type_ in SAID and status.reality is not Reality.DENIED and _names_the_act(words.before)
        if act and not _ITSELF.match(words.behind):
            return Side.FOR
        if as_false(words.before):  # "as an invention of people who left": these did leave
            return Side.FOR
        # A status "did-not" beside a denial may be no more than the denial: only a word of negation turns it round.
        return Side.FOR if _NEGATION.search(words.before) else Side.AGAINST
    denied = (status.reality is Reality.DENIED and _denies(words)) or called_false(words.before, words.behind)
    return Side.AGAINST if not_done or denied else Side.FOR


def side_of_content(polarity: Polarity, words: Words) -> Side:
    """What a voice does with what it says, where that tells of no event."""
    whole = f"{words.cue} {words.before}"  # "could" "not confirm it"
    if _STANDS_BY.search(words.cue):
        return Side.FOR
    if polarity is Polarity.WITHHELD or _OPEN_ANYWHERE.search(words.before) or _asks(words):
        return Side.OPEN
    if polarity is Polarity.DENIED and (_OPEN_ANYWHERE.search(whole) or _MEANS.search(whole)):
        return Side.OPEN
    denied = polarity is Polarity.DENIED and _DENYING.search(words.cue)
    if denied or no_such(words.before) or _NEGATED_CLAUSE.match(words.before):
        return Side.AGAINST
    return Side.FOR


def modality_of(type_: EventType | None, status: Status | None, words: Words) -> Modality:
    """Whether an event of this type and status is told as a deed, a plan or a condition. What is no event is a deed."""
    if type_ is None or status is None:
        return Modality.DEED
    if type_ in _DONE and not _MAYBE.search(words.before):
        return Modality.DEED
    if status.reality is Reality.CONDITIONAL:
        return Modality.CONDITION
    if status.occurrence is Occurrence.DID_NOT and _HAS_NOT.search(words.before):
        return Modality.DEED
    if status.phase is Phase.PLANNED:
        return Modality.PLAN
    if status.occurrence is Occurrence.DID_NOT and _WILL_NOT.search(words.before):
        return Modality.PLAN
    return Modality.DEED


def _not_done(status: Status, words: Words) -> bool:
    """Whether an event did not happen: the status says so and a word bears it out, or the words leave no doubt."""
    if _NOTHING_DONE.search(words.before) or _DID_NOTHING.match(words.behind):
        return True
    if _GOES_ON.search(words.before) or _WITHOUT.search(words.before):
        return False
    told = status.occurrence is Occurrence.DID_NOT
    clause = re.split(r"[.,;:—]", words.behind, maxsplit=1)[0]
    return told and any(_UNDONE.search(w) for w in (_NO_OBJECT.sub("", words.before), clause, words.cue))


def _names_the_act(before: str) -> bool:
    """Whether what is denied begins with the trigger: "denied the accusations", not "denied that it had threatened"."""
    words = before.split()
    return len(words) <= 2 and "that" not in words


# One of these is in all words that leave something open: most texts hold none of them before a trigger.
_DOUBTFUL = (
    *(
        "no",
        "n't",
        "n’t",
        "little",
        "scant",
        "hardly",
        "without",
        "cannot",
        "unable",
        "declin",
        "refus",
        "neither",
        "yet to",
    ),
    *(
        "too early",
        "premature",
        "look",
        "investig",
        "check",
        "examin",
        "verify",
        "prob",
        "review",
        "aware",
        "whether",
        "uncl",
        "unk",
        "uncer",
        "asked",
        "wonder",
    ),
)


def _denies(words: Words) -> bool:
    """Whether this voice itself denies: a status may come from what another one says beside it ("...; she has not")."""
    return not words.cue or any(_BY_ANOTHER.search(w) for w in (words.before, words.behind, words.cue))


def _asks(words: Words) -> bool:
    return "?" in words.before + words.behind and bool(
        _ASKS.match(words.before) and _ASKED.search(words.behind or words.before)
    )


def _unsure(words: Words) -> bool:
    low = words.before.lower()
    if any(part in low for part in _DOUBTFUL) and _OPEN_BEFORE.search(words.before):
        return True
    return " " in words.behind and _OPEN_BEHIND.match(words.behind) is not None
