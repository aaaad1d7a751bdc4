"""Which way the tense of a sentence points: whether "on Friday" is the one before or the one to come."""

from __future__ import annotations

import re

# Words looked at on each side of an expression.
NEAR = 20
_WORDS = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_FUTURE = frozenset(
    """
    will won shall must should going expected expects expect scheduled schedule plans plan planned planning due slated
    upcoming hopes hope intends intend promises promised vows aims tomorrow may might deadline forthcoming would
    """.split()
)
_PAST = frozenset(
    """
    was were had did been said told went came took made met left held found began fell broke struck hit shot killed
    died saw gave got knew thought brought bought sent spent built led lost won paid felt kept became wrote spoke ran
    flew drove rose fought sought drew grew threw chose stole wore swore sank shook woke froze hid lay read set has
    have ago since says been didn't wasn't weren't hasn't haven't hadn't
    """.split()
)
# Forms that are past and present alike: behind a modal they are not past.
_SAME = frozenset("set read hit put cut let shut spread come become run overcome".split())
# Timetables are told in the present: "talks begin on Monday".
_TIMETABLE = re.compile(
    r"(?:\b\w+[^s\W]s\s+(?:start|begin|open|resume|expire|depart|take (?:effect|place)|kick off|get under way)"
    r"|\b(?:starts|begins|opens|resumes|expires|departs|takes (?:effect|place)|kicks off|gets under way))"
    r"(?:\s+\w+){0,2}?\s+(?:on|at|in|from)?\s*$"
)
_WHEN_TOLD = re.compile(r",?\s+when\s+(?:[\w'’-]+\s+){1,5}?(?:was|were|had|did|\w{3,}ed)\b")
_CLAUSE_HEAD = re.compile(
    r"(?:^|[,;:—–]|\b(?:and|but|so|because|that))\s*(?:\b(?:on|in|by|at|for|earlier|late)\s+)?$", re.I
)
_TOLD = frozenset("was were had did been ran went came took made fell held began left ended".split())
_BE_LEADS = frozenset("to will would shall may might must should".split())
_NOT_PAST = frozenset("need needed based united limited related indeed speed feed seed hundred sacred red bed".split())
_TO_COME = re.compile(
    r"(?:\b(?:set|set for|is|are|was|were|planned|scheduled|slated|due|expected) (?:to|for)(?: \w+){0,4}"
    r"|\b(?:will|'ll|’ll|won['’]t|would|shall)(?: \w+){0,6}"
    r"|\b(?:deadline|upcoming|effective|starting|beginning|planned for|scheduled for|due (?:on|in|by)?|set for"
    r"|no later than|as (?:early|soon|late) as))\s*(?:on|in|by|from|until|for|at|of)?\s*$",
    re.I,
)
_BY = re.compile(r"\b(?:by|until|till|before|through|no later than)\s+(?:the\s+)?$", re.I)


def _sign(word: str) -> int:
    """-1 for a word of the past, 1 for one of the future, 0 for any other."""
    low = word.lower().replace("’", "'")
    if low.endswith(("'ll", "won't")) or low in _FUTURE:
        return 1
    if (
        low in _PAST
        or low.endswith("'ve")
        or (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST and word[0].islower())
    ):
        return -1
    return 0


def direction(before: str, after: str) -> int:
    """-1 when the words of a sentence around an expression tell of the past, 1 when of the future, 0 if neither.

    The nearest word that tells decides; words before the expression come first, as English puts its verb before
    most of its dates. A noun such as "May" decides nothing.
    """
    if re.match(r"['’]s\b", after):  # "Wednesday's ruling" is a fact already, most of the time
        return -1
    if _TO_COME.search(before[-80:]) or _TIMETABLE.search(before[-60:]):
        return 1
    if _WHEN_TOLD.match(after):
        return -1
    words = _WORDS.findall(before)[-NEAR:]
    ahead = _WORDS.findall(after)[:NEAR]
    if _CLAUSE_HEAD.search(before[-20:]) and (sign := _told_behind(ahead[:4])):
        return sign
    by = bool(_BY.search(before[-20:]))
    for place, word in enumerate(reversed(words)):
        lead = words[max(0, len(words) - place - 4) : len(words) - place - 1]
        if lead[-1:] == ["be"] and any(w in _BE_LEADS for w in lead):  # "is to finally be resolved"
            return 1
        if word in ("May", "Will", "March"):
            continue
        if word.endswith("ing") and lead[-1:] and lead[-1].lower() in ("am", "is", "are"):  # "is meeting on Friday"
            return 1
        sign = 0 if word in _SAME and any(w in _BE_LEADS for w in lead[-2:]) else _sign(word)
        if by and sign <= 0:
            return _must_come(words, ahead)
        if sign:
            return sign
    return _told_behind(ahead)


def _told_behind(ahead: list[str]) -> int:
    """What the words behind an expression tell: the first that tells decides."""
    for word, behind in zip(ahead, [*ahead[1:], ""], strict=False):
        if word in ("is", "are") and behind == "to":  # "On Friday the leaders are to meet"
            return 1
        if word == "planned":  # "On Friday the government planned to pay"
            return -1
        if word not in ("May", "Will", "March") and (sign := _sign(word)):
            return sign
    return 0


def _must_come(words: list[str], ahead: list[str]) -> int:
    """After "by" or "until": the future, unless the sentence tells of the past ("until Friday they had")."""
    told = [w.lower() for w in (*words, *ahead)]
    if any(w in ("will", "would", "must", "should", "to", "deadline", "can", "could") for w in told):
        return 1
    return -1 if any(w in _TOLD for w in told) else 1
