"""Words that change what a sentence states: negations, numbers and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely n't".split()
)
CONTRACTED = re.compile(r"(.*)n['’]t$", re.I)
# Before "one" these make a pronoun: "no one" is nobody, and no number.
PRONOUNS = frozenset("no any every some".split())
# "No fewer than five" denies nothing.
COMPARED = frozenset("less more fewer later earlier".split())
PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis")
PREFIXED = 4
LONGEST_GLUED = 400
SMALL = {
    word: value
    for value, words in enumerate(
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
        "seventeen|eighteen|nineteen".split("|")
    )
    for word in words.split()
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ORDINALS = {
    word: value for value, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
TIMES = {
    "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000,
    "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9,
    "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
# A number longer than this is an identifier; its digits are compared as they stand.
MOST_DIGITS = 18


def negations(words: Sequence[str]) -> int:
    """How many words of ``words`` deny."""
    low = [w.lower() for w in words]
    return sum(
        (w in NEGATIONS and not (w == "no" and k + 1 < len(low) and low[k + 1] in COMPARED))
        or bool(CONTRACTED.match(w))
        for k, w in enumerate(low)
    )


def denied(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one of the two denies what the other states: "not", "never", "illegal" against "legal"."""
    if negations(first) != negations(second):
        return True
    a, b = {w.lower() for w in first}, {w.lower() for w in second}
    return _prefixed(a - b, b - a) or _prefixed(b - a, a - b) or _glued(first, second) or _glued(second, first)


def _glued(plain: Sequence[str], other: Sequence[str]) -> bool:
    """Whether ``other`` is ``plain`` with a "not" that lost its space: "isnot"."""
    a, b = "".join(plain).lower(), "".join(other).lower()
    at = b.find("not") if 0 < len(a) == len(b) - 3 and len(b) < LONGEST_GLUED else -1
    while at >= 0:
        if b[:at] + b[at + 3 :] == a:
            return True
        at = b.find("not", at + 1)
    return False


def _prefixed(plain: set[str], others: set[str]) -> bool:
    return any(p + w in others for w in plain if len(w) >= PREFIXED for p in PREFIXES)


def numbers(words: Sequence[str]) -> Counter[str]:
    """The numbers in ``words``, each in one form: "1.2 million" as "1,200,000", "fifty" as "50"."""
    out: Counter[str] = Counter()
    value: float | None = None
    joined = False  # whether "-" or "and" stands behind the last number
    low = [w.lower() for w in words]
    for word, before in zip(low, ["", *low], strict=False):
        found = None if word == "one" and before in PRONOUNS else _value(word)
        if word in TIMES and value is not None:
            value *= TIMES[word]
        elif found is None:
            joined = value is not None and word in ("-", "and")
            if not joined:
                _put(out, value)
                value = None
            if word[:1].isdigit():
                out[word] += 1
            continue
        elif value is not None and word in SMALL and (joined or value >= 20) and not value % 10:
            value += found
        else:
            _put(out, value)
            value = found
        joined = False
    _put(out, value)
    return out


def _put(out: Counter[str], value: float | None) -> None:
    if value is not None:
        out[f"{value:.6g}" if value != int(value) else str(int(value))] += 1


def _value(word: str) -> float | None:
    if word[:1].isdigit():
        if len(word) > MOST_DIGITS or not word.isascii():
            return None
        plain = word.replace(",", "") if GROUPED.match(word) else word.replace(",", ".")
        return float(plain) if plain.count(".") <= 1 else None
    for table in (SMALL, TENS, ORDINALS, TIMES):
        if word in table:
            return float(table[word])
    return None


def name_like(word: str) -> bool:
    """Whether ``word`` is written as a name: with a capital, and not the pronoun "I"."""
    return word[:1].isupper() and word not in ("I", "I'm", "I've", "I'll", "I'd", "I’m", "I’ve", "I’ll", "I’d")


def bare(word: str) -> str:
    """A name without its possessive ending, in small letters."""
    low = word.lower().replace("’", "'")
    return low.removesuffix("'s").removesuffix("'")
