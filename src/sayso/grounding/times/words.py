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
# Words before a number that make it a thing's number: "room 1914", "Resolution 1973".
NUMBERED = re.compile(
    r"(?:[#№]|\b(?:[Nn]os?|[Rr]oom|[Rr]oute|[Ff]light|[Hh]ighway|[Rr]esolutions?|[Pp]ages?|[Gg]ate|[Uu]nit|[Pp]latform"
    r"|[Aa]partment|[Aa]rticle|[Ss]ection|[Dd]ecree|[Bb]uilding|Boeing|Airbus)\.?)\s*$"
)
DAY_PART = r"(?:morning|afternoon|evening|night|overnight|dawn|daybreak|sunrise|dusk|sunset|nightfall)"

_DASHES = re.compile(r"\s*[‐‑‒–—−]\s*|(?<=\w) - (?=\w)")
_SPACED = re.compile(r"(?<=\d) ?([:/.]) ?(?=\d)")
_AMPM = re.compile(r"\b([ap])\.? ?m\b\.?(?!\w)", re.I)
_BRACKETS = re.compile(r"\[(\w+)\]")  # what an editor put into a quotation
_FILLERS = re.compile(r"\b(?:uh|um|er|erm)\b,? ?")  # speech as it was written down
_COMMA = re.compile(r"(?<=\d),(?=\d{4}\b)")
_SHORT_YEAR = re.compile(r"[ (\"\[]*'\d\d\b(?!')")
_JOINED = re.compile(rf"\b({_longest_first(MONTHS)})(?=\d)")
# "nineteen seventy-two", "fifteen eighteen"; from thirteen on, as "twelve fifteen" is a clock time
_SPOKEN_YEAR = re.compile(
    r"\b(?P<century>thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[- ]"
    rf"(?:(?P<teens>{'|'.join(_ONES.split()[10:])})|oh?[- ](?P<low>{'|'.join(_ONES.split()[1:10])})"
    rf"|(?P<tens>{'|'.join(_TENS.split())})(?:[- ](?P<ones>{'|'.join(_ONES.split()[1:10])}))?)\b"
)
_ORDINAL_WORD = re.compile(r"(?:[a-z]th|first|second|third)\b")
_DAY_WORD = rf"(?:(?:twenty|thirty)-)?(?:{_SMALL_TH})"
_DAY_IN_WORDS = re.compile(
    rf"(?:\bthe )?\b(?!fourth of july)(?P<day>{_DAY_WORD}) of (?=(?:{_longest_first(MONTHS)})\b)"
)
_DAY_BEHIND = re.compile(rf"\b(?P<month>{MONTH}) (?:the )?(?P<day>{_DAY_WORD})\b(?! (?:of|week|day|half|quarter)\b)")


def plain(words: str) -> str:
    """``words`` in lower case with single spaces, plain dashes and apostrophes, "am" and "pm" without full stops,
    spelt years and days of a month in figures."""
    words = " ".join(words.lower().replace("’", "'").replace("‘", "'").split())
    words = _DASHES.sub("-", words)
    words = _SPACED.sub(r"\1", words)
    words = _AMPM.sub(r"\1m", words)
    words = re.sub(r"(?<=\d)(?=[ap]m\b)", " ", words)
    words = _COMMA.sub(", ", _JOINED.sub(r"\1 ", _FILLERS.sub("", _BRACKETS.sub(r"\1", words))))
    short = "'" if _SHORT_YEAR.match(words) else ""
    words = re.sub(r"(?<=[a-z])'s$", "", words.strip(" ,;:.!?\"'()[]_"))
    return short + _in_figures(words)


def _in_figures(words: str) -> str:
    """``words`` with years and days of a month that are spelt out in figures."""
    if "teen" in words or "twenty" in words:
        words = _SPOKEN_YEAR.sub(_year_in_figures, words)
    if not _ORDINAL_WORD.search(words):
        return words
    words = _DAY_IN_WORDS.sub(lambda m: f"{ordinal(m['day'])} ", words)
    return _DAY_BEHIND.sub(lambda m: f"{m['month']} {ordinal(m['day'])}", words)


def _year_in_figures(match: re.Match[str]) -> str:
    parts = (match[name] for name in ("teens", "low", "tens", "ones") if match[name])
    return str(100 * NUMBERS[match["century"]] + sum(NUMBERS[p] for p in parts))


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
