"""Words of relation around expressions: "since Friday" has no end, "from 3 to 9 May" is one stretch."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Context, Meaning
from sayso.types.time import Granularity, TimexType

_NAMES = {"ever since": "since", "up until": "until", "till": "until", "up to": "until", "no later than": "by"}
_NAMES |= {"prior to": "before", "ahead of": "before", "following": "after"}
_OPENING = ("since", "until", "by", "before", "after")
_BEFORE = re.compile(
    (
        r"\b(?P<word>ever since|since|up until|until|till|by|no later than|before|prior to|after)\s+"
        r"(?P<the>the\s+)?$"
    ),
    re.I,
)
_LOOSE = re.compile(
    (
        r"\b(?:shortly|just|soon|right|immediately|hours|days|weeks|minutes|not|long|even)\s+(?:before|after)"
        r"\s+(?:the\s+)?$"
    ),
    re.I,
)
_FROM = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?", re.I)
_AND = re.compile(r"\s*(?:and|to|-|–)\s*(?:the\s+)?", re.I)
_POINTS = (Granularity.MINUTE, Granularity.SECOND)


def relation_before(context: Context) -> str | None:
    """The word of relation right before an expression, unless the expression only describes a noun behind it:
    "after Friday's vote" says nothing about what followed Friday."""
    found = _BEFORE.search(context.before[-24:])
    if found is None or _LOOSE.search(context.before[-40:]):
        return None
    if re.match(r"['’]s\b", context.after) or (found["the"] and re.match(r"\s+[a-z]", context.after)):
        return None
    word = " ".join(found["word"].lower().split())
    return _NAMES.get(word, word)


def apply(context: Context, meaning: Meaning, outside: str | None) -> Meaning:
    """``meaning`` with its interval opened on the side that the word of relation leaves open."""
    word = _NAMES.get(meaning.relation or "", meaning.relation) or outside
    if word not in _OPENING:
        return replace(meaning, relation=None)
    interval = meaning.interval
    if interval is None or meaning.type not in (TimexType.DATE, TimexType.TIME):
        return replace(meaning, relation=word)
    begin, end = interval.begin, interval.end
    point = interval.granularity in _POINTS
    opened = {
        "since": (begin, None),
        "until": (None, begin if point else end),
        "by": (None, begin if point else end),
        "before": (None, begin),
        "after": (begin if point else end, None),
    }[word]
    return replace(meaning, interval=replace(interval, begin=opened[0], end=opened[1]), relation=word)


def join(text: str, contexts: list[Context], meanings: list[Meaning]) -> list[Meaning]:
    """Two expressions that are the ends of one range ("from March 3 to April 5", "1990 - 1994") share its interval."""
    out = list(meanings)
    for k in range(len(contexts) - 1):
        first, second = contexts[k], contexts[k + 1]
        between = text[first.span.end : second.span.begin]
        if len(between) > 14 or first.sentence != second.sentence:
            continue
        opener = _FROM.search(first.before[-16:])
        word = opener["word"].lower() if opener else ""
        if not ((word == "between" and _AND.fullmatch(between)) or (word != "between" and _TO.fullmatch(between))):
            continue
        whole = _range(meanings[k], meanings[k + 1], bool(word))
        if whole is not None:
            out[k] = replace(out[k], interval=whole, relation="from")
            out[k + 1] = replace(out[k + 1], interval=whole, relation="to")
    return out


def _range(first: Meaning, second: Meaning, opened: bool) -> Interval | None:
    if first.type is not second.type or first.interval is None or second.interval is None:
        return None
    begin, end = first.interval.begin, second.interval.end or second.interval.begin
    if begin is None or end is None or end <= begin or (first.relation and not opened):
        return None
    if second.interval.granularity in _POINTS and second.interval.begin:
        end = second.interval.begin
    approximate = first.interval.approximate or second.interval.approximate
    return Interval(begin, end, second.interval.granularity, approximate)
