"""Quantities in a text, normalised so that articles can be compared: "two dozen" is 24, "hundreds" are 100s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sayso.types.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words of a quantity and its value.

    ``value`` is a number without separators ("1400", "3.5"), with ``%`` behind it for a share, and with ``s`` behind
    it where the words say only how large it is ("100s" for "hundreds").
    """

    span: Span
    value: str


_ONES: Final = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
_TENS: Final = {
    word: 10 * k for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TIMES: Final = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9} | {
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9
}  # fmt: skip
_CROWDS: Final = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_LEFT = r"(?<![\w.,:/#’'])(?<![A-Za-z][-–])"
_DIGITS = r"\d{1,3}(?:[, \u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_ONES)[1:10])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
)
_MULTIPLE = r"dozen|score|hundred|thousand|million|billion"
_NUMBER = re.compile(
    rf"(?:(?<=[$€£])(?P<sum>\d+(?:\.\d+)?)\s?(?P<scale>k|mn?|bn)\b"
    rf"|{_LEFT}(?:"
    rf"(?P<crowd>{'|'.join(_CROWDS)})(?:\s+of\s+(?P<crowds>{'|'.join(_CROWDS)}))?\b"
    rf"|(?:several|a few|some|many)\s+(?P<few>{_MULTIPLE})\b"
    rf"|(?P<half>half a dozen)\b|(?P<pair>an?\s+(?:couple|pair)\s+of)\b"
    rf"|(?P<count>(?:an?(?=\s+(?:{_MULTIPLE})\b)|{_DIGITS}|{_UNIT})"
    rf"(?:(?:[\s-]+(?:{_MULTIPLE})\b)+(?:\s+(?:and\s+)?(?:{_UNIT})(?=[\s-]|$)(?:[\s-]+(?:{_MULTIPLE})\b)*)*)?)))"
    r"(?P<share>\s?%|\s+per\s?cent\b)?",
    re.I,
)
_WORDS: Final = frozenset((*_ONES, *_TENS, *_CROWDS, *_MULTIPLE.split("|"), "couple", "pair"))
_ANY = re.compile(r"\d|[a-z]+")
_BEHIND = re.compile(
    r"[:/]\d|[-–]?\s?mm\b|\s?(?:[ap]\.?m\b\.?|o['’]clock)"
    r"|[-–](?:year|month|week|day|hour|minute|second|stor|way|fold|sided?|third|quarter)"
    r"|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_GLUED = re.compile(r"(?:st|nd|rd|th|[A-Za-z]\d|(?!km|kg|ft|k\b|lb|kt)[A-Za-z_])", re.I)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|before|after|during|early|late|mid|and|to|January|February|March"
    r"|April|May"
    r"|June|July|August|September|October|November|December|\d,)\s|[(–-])$",
    re.I,
)
_BEFORE_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$|\bNo\.?\s$"
)
_NAME = re.compile(r"(?:[^.!?\s“\"‘:][”\"’]?\s+)([A-Z][\w’'.-]*)\s$")
_COUNTED = re.compile(
    r"\s+(?!(?:was|is|has|does|his|its|as|us|this|says)\b)(?:[a-z][\w-]*\s)?(?:[a-z][\w-]*s\b|people|men|women"
    r"|children)"
)
_NOT_ONE = re.compile(r"\b(?:no|any|every|each|some|this|that|the|which|another|last|only)\s$", re.I)
_ONE_WHAT = re.compile(
    r"\s+(?!(?:another|day|by|or|and|side|hand|more|thing|who|whose|such|can|could|must|should|is)\b)[a-z]"
)


def quantities(text: str, stretch: Span) -> Iterator[Quantity]:
    """Quantities in a stretch of ``text``, in reading order.

    Numbers of names ("4th Brigade", "T-72", "Kilometre 40"), clock times, years and days of a month are none. A range
    gives both its ends. Takes time linear in the length of the stretch. Raises nothing.
    """
    if not any(w in _WORDS or w.isdigit() for w in _ANY.findall(stretch.of(text).lower())):
        return  # most claims hold no number: this is quick to say so
    for found in _NUMBER.finditer(text, stretch.begin, stretch.end):
        span = Span(found.start(), found.end())
        if not _named(text, found):
            yield Quantity(span, _value(found))


def _named(text: str, found: re.Match[str]) -> bool:
    """Whether these are no words of quantity: part of a name, a date, a clock time, a longer word, a pronoun."""
    if found["sum"] or found["share"]:
        return False
    behind, before = text[found.end() : found.end() + 40], text[max(0, found.start() - 40) : found.start()]
    if _GLUED.match(behind) or _BEHIND.match(behind) or _BEFORE_DAY.search(before):
        return True
    words = found[0]
    if words.casefold() == "one":
        return not _ONE_WHAT.match(behind) or bool(_NOT_ONE.search(before))
    if not words[0].isdigit():
        return False
    if re.fullmatch(r"(?:19|20)\d\d", words) and (_BEFORE_YEAR.search(before) or not re.match(r"\s+[a-z]", behind)):
        return True
    return bool(_NAME.search(before)) and not _COUNTED.match(behind)


def _value(found: re.Match[str]) -> str:
    share = "%" if found["share"] else ""
    if found["sum"]:
        return _plain(Decimal(found["sum"]) * _TIMES[found["scale"].casefold()]) + share
    if found["crowd"]:
        return f"{_CROWDS[found['crowd'].casefold()] * _CROWDS.get((found['crowds'] or '').casefold(), 1)}s"
    if found["few"]:
        return f"{_TIMES[found['few'].casefold()]}s"
    if found["half"] or found["pair"]:
        return "6" if found["half"] else "2"
    return _plain(_counted(found["count"].casefold())) + share


_PART = re.compile(r"\d{1,3}(?:[, \u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+")


def _counted(words: str) -> Decimal:
    """The value of "1.4 million", "two hundred and fifty thousand"."""
    total, part = Decimal(0), Decimal(0)
    for word in _PART.findall(words):
        if word[0].isdigit():
            part += Decimal(re.sub(r"[^\d.]", "", word))
        elif word in ("a", "an"):
            part += 1
        elif word in _TIMES and _TIMES[word] >= 1000:
            total += max(part, Decimal(1)) * _TIMES[word]
            part = Decimal(0)
        elif word in _TIMES:
            part = max(part, Decimal(1)) * _TIMES[word]
        else:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total + part


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
