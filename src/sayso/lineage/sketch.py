"""Sketches: a few numbers per text by which its relatives are found among a million others.

Four kinds of features are hashed, because each way of rewriting spares another part of the text:

- ``WORDING``: four words in a row, for what is copied word for word, even within another text.
- ``NAMES``: three names or numbers in a row, whatever stands between them. Synonym spinners spare these.
- ``SKELETON``: six words in a row of those that spinners spare: function words, names and numbers.
- ``MATTER``: two words of content in a row, names apart. They outlive rewriters who rename persons, round numbers
  and replace function words.

Words are compared by keys: a name by the consonants that its transliterations share, a number by its first digit and
size, another word by its beginning. Of each kind the lowest hashes are kept, the bottom-k sketch of Broder ("On the
resemblance and containment of documents", 1997): related texts keep the same features, and a long text costs no more
than a short one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]


class FeatureKind(IntEnum):
    """What a feature was made from; it stands in the two highest of a feature's 40 bits."""

    WORDING = 0
    NAMES = 1
    SKELETON = 2
    MATTER = 3


FEATURE_BITS = 40
# At most so many features of each kind are kept, 106 in all: 2 KB of a database, free space included.
BUDGET = {FeatureKind.WORDING: 40, FeatureKind.NAMES: 24, FeatureKind.SKELETON: 12, FeatureKind.MATTER: 30}
LENGTH = {FeatureKind.WORDING: 4, FeatureKind.NAMES: 3, FeatureKind.SKELETON: 6, FeatureKind.MATTER: 2}
# What stands behind this is not looked at: a book is no article.
LONGEST = 200_000

TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[.!?:\"“”\n]")
MARKS = frozenset('.!?:"“”\n')
# Numbers in words, and the words of function that no spinner has a synonym for.
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
FUNCTION = frozenset(
    """
    a about after again against all also am among an and any are around as at be because been before being below
    between both but by can could did do does doing don down during each either else ever every few for from further
    had has have having he her here hers him his how i if in into is isn it its just let ll may me might more most
    much must my neither no nor not now of off on once only or other our out over own per re s same shall she should
    since so some such t than that the their them then there these they this those though through to too toward under
    until up upon us ve very via was we were what when where whether which while who whom whose why will with within
    without would yet you your
    """.split()
)
# Endings and spellings in which transliterations of one name differ, in the order in which they are levelled.
SPELLINGS = tuple(
    (re.compile(pattern), levelled)
    for pattern, levelled in (
        (r"ts|tz", "t"), (r"kh", "h"), (r"ph", "f"), (r"gh?", "h"), (r"dj|dzh|zh", "j"), (r"ck|q|c(?!h)", "k"),
        (r"x", "ks"), (r"[aeo][uw](?=[^aeiou])", "v"), (r"w", "v"), (r"[aeiouy]", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip

# Classes of words, the lowest bits of a word's record; above them its two keys.
MARK, PLAIN, GRAMMAR, NAME, NUMBER = range(5)
CLASS_BITS, KEY_BITS = 3, 30
KEY_MASK = (1 << KEY_BITS) - 1
# Odd constants without pattern (fractional parts of square roots, as in SHA-512), one for each place.
PLACES = np.array(
    [0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1,
     0x9B05688C2B3E6C1F], dtype=np.uint64,
)  # fmt: skip
MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))  # MurmurHash3's finalizer
SHIFT = np.uint64(33)


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """The features of one text: sorted, unique, each below 2**40, at most 106; none for a text of a few words.

    ``words`` is the number of words of the text.
    """

    features: Hashes
    words: int

    @property
    def size(self) -> int:
        """Number of features."""
        return len(self.features)


def sketch(text: str) -> Sketch:
    """The features of ``text``, the same on every machine. Takes linear time, and bounded time in all."""
    tokens = TOKEN.findall(text[:LONGEST])
    records = np.fromiter(map(_record, tokens), dtype=np.uint64, count=len(tokens))
    classes = (records & np.uint64((1 << CLASS_BITS) - 1)).astype(np.int8)
    stems = (records >> np.uint64(CLASS_BITS)) & np.uint64(KEY_MASK)
    names = records >> np.uint64(CLASS_BITS + KEY_BITS)
    # A capital behind a mark says nothing: most words that open a sentence are no names.
    opening = np.ones(len(classes), dtype=bool)
    opening[1:] = classes[:-1] == MARK
    is_word, is_number = classes != MARK, classes == NUMBER
    is_name = (classes == NAME) & ~opening
    anchor = is_name | is_number
    keys = np.where(anchor, names, stems)
    chosen = {
        FeatureKind.WORDING: is_word,
        FeatureKind.NAMES: anchor,
        FeatureKind.SKELETON: anchor | (classes == GRAMMAR),
        FeatureKind.MATTER: is_word & (classes != GRAMMAR) & ~anchor,
    }
    features = np.concatenate([_lowest(keys[mask], kind) for kind, mask in chosen.items()])
    return Sketch(np.sort(features), int(is_word.sum()))


def kind_of(feature: int) -> FeatureKind:
    """What a feature was made from."""
    return FeatureKind(int(feature) >> (FEATURE_BITS - 2))


def _lowest(keys: Hashes, kind: FeatureKind) -> Hashes:
    """The lowest hashes of runs of ``LENGTH[kind]`` keys, unique and with their kind."""
    length, budget = LENGTH[kind], BUDGET[kind]
    count = len(keys) - length + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    mixed = keys[:count] * PLACES[0]
    for place in range(1, length):
        mixed += keys[place : place + count] * PLACES[place]
    for factor in MIX:
        mixed ^= mixed >> SHIFT
        mixed *= factor
    mixed >>= np.uint64(64 - FEATURE_BITS + 2)
    found = np.unique(mixed)[:budget]
    return found | np.uint64(int(kind) << (FEATURE_BITS - 2))


@lru_cache(maxsize=1 << 16)
def _record(token: str) -> int:
    """Class and keys of a word in one number."""
    if token in MARKS:
        return MARK
    low = token.lower()
    if token[0].isdigit() or low in NUMBERS:
        key = _hash(_number(low))
        return key << (CLASS_BITS + KEY_BITS) | key << CLASS_BITS | NUMBER
    if low in FUNCTION:
        return _hash(low) << CLASS_BITS | GRAMMAR
    named = token[0].isupper()
    stem = _hash(low[:6])
    return _hash(_name(low)) << (CLASS_BITS + KEY_BITS) | stem << CLASS_BITS | (NAME if named else PLAIN)


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=4).digest(), "big") & KEY_MASK


def _number(low: str) -> str:
    """First digit, rounded, and size: "1,214" and "1,200" are both "1e3"."""
    if low in NUMBERS:
        value = float(NUMBERS[low])
    else:
        grouped = re.sub(r",(?=\d{3}(?!\d))", "", low)
        try:
            value = float(grouped.replace(",", "."))
        except ValueError:  # a date such as 24.02.2022
            return low
    return f"{value:.0e}"


def _name(low: str) -> str:
    """The consonants of a name, levelled over ways of spelling: "Kyiv" and "Kiev" are both "kv"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    key = plain
    for pattern, levelled in SPELLINGS:
        key = pattern.sub(levelled, key)
    return key if len(key) > 1 else plain
