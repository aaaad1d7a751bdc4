"""Words of English time expressions: numbers, months, weekdays, units, parts of the day, holidays.

Patterns here match the lower-case, single-spaced form that ``plain`` makes of an expression.
"""

from __future__ import annotations

import re

from sayso.text.months import MONTHS

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun".split(
            "|"
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# TIMEX3 code, first hour, hour behind the last one (over 24: of the next day).
PARTS = {
    "morning": ("MO", 6, 12),
    "afternoon": ("AF", 12, 18),
    "evening": ("EV", 18, 24),
    "night": ("NI", 18, 30),
    "overnight": ("NI", 18, 30),
    "dawn": ("MO", 5, 7),
    "daybreak": ("MO", 5, 7),
    "sunrise": ("MO", 5, 7),
    "dusk": ("EV", 18, 20),
    "sunset": ("EV", 18, 20),
    "nightfall": ("EV", 18, 20),
    "early hours": ("MO", 0, 6),
    "small hours": ("MO", 0, 6),
    "daytime": ("DT", 6, 18),
}
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth"
NUMBERS = {word: n for n, word in enumerate(_ONES.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), start=1)} | {
    w[:-1] + "ieth": 10 * n for n, w in enumerate(_TENS.split(), start=2)
}
SCALES = {"hundred": 100, "hundredth": 100, "thousand": 1000, "thousandth": 1000}
# What a vague number of days, weeks or months may mean, at least and at most.
VAGUE = {"a couple of": (2, 3), "couple of": (2, 3), "a few": (2, 5), "few": (2, 5), "several": (3, 7), "some": (2, 6)}
VAGUE |= {"a couple": (2, 3), "many": (3, 12), "a number of": (3, 7)}
BARE = {"minute": (2, 59), "hour": (2, 12), "day": (2, 6), "week": (2, 6), "month": (2, 11), "year": (2, 9)}


def _longest_first(words: object) -> str:
    return "|".join(sorted((str(w) for w in words), key=lambda w: (-len(w), w)))  # type: ignore[attr-defined]


MONTH = rf"(?:(?:{_longest_first(MONTHS)})\b\.?)"
WEEKDAY = rf"(?:(?:{_longest_first(WEEKDAYS)})\b\.?)"
SEASON = rf"(?:{_longest_first(SEASONS)})"
UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?"
UNIT += r"|years?|yrs?|decades?|century|centuries)"
_SMALL = rf"(?:{_longest_first(k for k in NUMBERS if k != 'zero')})"
_SMALL_TH = rf"(?:{_longest_first(ORDINALS)})"
NUMBER_WORD = (
    rf"(?:(?:(?:a|{_SMALL}) )?(?:hundred|thousand)(?: (?:and )?{_SMALL}(?:[- ]{_SMALL})?)?|{_SMALL}(?:-{_SMALL})?)"
)
NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?: ?½| 1/2)?|{NUMBER_WORD}(?: and a half)?|half an?|an?)"
VAGUE_NUMBER = rf"(?:{_longest_first(VAGUE)})"
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:{_SMALL}-)?{_SMALL_TH}|(?:(?:one|two|three|a) )?hundredth)"
NEARLY = r"(?:almost|nearly|just under|less than|under|close to|not quite|up to)"
OVER = r"(?:more than|over|just over|at least|a little over|little more than|well over|upwards of)"
DAY_PART = r"(?:morning|afternoon|evening|night|overnight|dawn|daybreak|sunrise|dusk|sunset|nightfall)"

_DASHES = re.compile(r"\s*[‐‑‒–—−]\s*|(?<=\w) - (?=\w)")
_SPACED = re.compile(r"(?<=\d) ?([:/.]) ?(?=\d)")
_AMPM = re.compile(r"\b([ap])\.? ?m\b\.?(?!\w)", re.I)


def plain(words: str) -> str:
    """``words`` in lower case with single spaces, plain dashes and apostrophes, "am" and "pm" without full stops."""
    words = " ".join(words.lower().replace("’", "'").replace("‘", "'").split())
    words = _DASHES.sub("-", words)
    words = _SPACED.sub(r"\1", words)
    words = _AMPM.sub(r"\1m", words)
    words = re.sub(r"(?<=\d)(?=[ap]m\b)", " ", words)
    words = re.sub(r"(?<=[a-z])'s$", "", words.strip(" ,;:.!?\"'()[]_"))
    return re.sub(r"^\[(\w+)\]", r"\1", words)


def number(words: str) -> float | None:
    """The number that ``words`` are ("12", "twenty-one", "a", "five and a half", "5 1/2"), ``None`` if none."""
    words = words.strip()
    if not words:
        return None
    if words in ("a", "an"):
        return 1.0
    if words in ("half a", "half an"):
        return 0.5
    half = 0.0
    for tail in (" and a half", " 1/2", " ½", "½"):
        if words.endswith(tail):
            words, half = words[: -len(tail)], 0.5
            break
    if re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", words):
        return float(words.replace(",", "")) + half
    total = _spelt(words)
    return None if total is None else total + half


def _spelt(words: str) -> int | None:
    total = current = 0
    for word in words.replace("-", " ").split():
        if word in ("and", "a"):
            current = current or (1 if word == "a" else 0)
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0
        elif word in NUMBERS:
            current += NUMBERS[word]
        elif word in ORDINALS:
            current += ORDINALS[word]
        else:
            return None
    return total + current


def ordinal(words: str) -> int | None:
    """The number of an ordinal ("3rd", "twenty-first", "hundredth"), ``None`` if it is none."""
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words)
    return int(digits[1]) if digits else _spelt(words)


def unit_of(word: str) -> str:
    """The singular, unabbreviated name of a unit: "yrs" is "year", "centuries" is "century"."""
    word = word.rstrip(".")
    short = {"sec": "second", "min": "minute", "hr": "hour", "yr": "year", "centurie": "century"}
    word = "century" if word == "centuries" else word[:-1] if word.endswith("s") else word
    return short.get(word, word)
