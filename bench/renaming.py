"""One world's words in place of another's: as long as they were, so that every span still points at its words.

Names, and words that few articles have, get other letters in front; words that are common in news on conflict change
places with others of their length that are about as common. What readers and rules look for stays: words of function
and of saying, offices, bodies, words for kinds of events, outlets, and places and countries that there are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final

from sayso.text.name_keys import name_key
from sayso.types.span import Span
from sayso.weighing.matching.stems import kinds, root
from sayso.weighing.stems import content_stems, stem

TOKEN: Final = re.compile(r"[^\W\d_]+")
LONGER: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W_]+)*")
SHORTEST: Final = 4  # letters of a word that changes
FRONT: Final = 3  # letters of it that do
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvwxz"
LISTS: Final = {
    "sayso.weighing": ("bodies.tsv", "common.txt", "countries.tsv", "documents.tsv", "known_bodies.tsv", "people.tsv"),
    "sayso.grounding.actors": ("bodies.txt", "persons.txt", "states.tsv"),
    "sayso.grounding.claims": ("verbs.txt", "opinions.txt"),
    "sayso.reading.voices": (
        "channels.txt",
        "cues.txt",
        "documents.txt",
        "organisations.txt",
        "roles.txt",
        "unnamed.txt",
    ),
}
CALENDAR: Final = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december morning evening afternoon night noon midnight this article nobody named"
)


@cache
def listed() -> frozenset[str]:
    """Words that rules look for."""
    texts = [(files(home) / "data" / name).read_text("utf-8") for home, names in LISTS.items() for name in names]
    return frozenset(word.casefold() for text in (*texts, CALENDAR) for word in TOKEN.findall(text))


@cache
def _frequency() -> dict[str, int]:
    found: dict[str, int] = json.loads((files("sayso.weighing.matching") / "data" / "words.json").read_text("utf-8"))[
        "frequency"
    ]
    return found


def hashed(*parts: object) -> int:
    """64 bits of what is given."""
    return int.from_bytes(blake2b("\0".join(map(str, parts)).encode(), digest_size=8).digest(), "big")


class Vocabulary:
    """The words of texts, which of them are names, and which stay as they are."""

    def __init__(self, texts: Iterable[str], kept: Iterable[str]) -> None:
        self.longer = Counter(word for text in texts for word in LONGER.findall(text))
        forms = Counter[str]()
        for word, count in self.longer.items():
            for part in TOKEN.findall(word):
                forms[part] += count
        stay = {part.casefold() for text in kept for part in TOKEN.findall(text)} | listed()
        plain = {form for form in forms if form == form.lower()}
        self.forms = sorted({form.lower() for form in forms if form.lower() not in stay and _changes(form)})
        self.names = frozenset(form.lower() for form in forms if form.lower() not in plain)


def _changes(form: str) -> bool:
    return len(form) >= SHORTEST and bool(_stems(form)) and not kinds(stem(form))


def _stems(word: str) -> tuple[str, ...]:
    return content_stems(word, (Span(0, len(word)),))


class Words:
    """The words of one world, by its ``number``; 0 is the world of the stories themselves."""

    def __init__(self, vocabulary: Vocabulary, number: int) -> None:
        self.number, self.vocabulary = number, vocabulary
        self.words = self._words() if number else {}
        self.said: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        for word in vocabulary.longer if number else ():
            new = self.say(word)
            if new != word:
                self.stems.update(zip(_stems(word), _stems(new), strict=False))
                self.keys.update(zip(name_key(word).split(), name_key(new).split(), strict=False))

    def _words(self) -> dict[str, str]:
        common: dict[str, list[str]] = {}
        out = {}
        for form in self.vocabulary.forms:
            found = root(stem(form))
            if found in _frequency() and form.startswith(found) and form not in self.vocabulary.names:
                common.setdefault(found, []).append(form)
            else:
                out[form] = self._respelled(form)
        buckets: dict[tuple[int, int], list[str]] = {}
        for found in common:
            buckets.setdefault((len(found), _frequency()[found].bit_length()), []).append(found)
        for bucket in buckets.values():
            order = sorted(bucket, key=lambda word: hashed(self.number, word))
            for found, new in zip(order, order[1:] + order[:1], strict=True):
                forms = {form: new + form[len(found) :] for form in common[found]}
                if all(root(stem(form)) == new for form in forms.values()):
                    out |= forms
        return out

    def _respelled(self, form: str) -> str:
        seed = hashed(self.number, form[:SHORTEST])
        front = ""
        for letter in form[:FRONT]:
            kind = VOWELS if letter in VOWELS else CONSONANTS if letter in CONSONANTS else letter
            seed, place = divmod(seed, len(kind))
            front += kind[place]
        return front + form[FRONT:]

    def say(self, text: str) -> str:
        """A text in this world's words."""
        found = self.said.get(text)
        if found is None:
            found = self.said[text] = TOKEN.sub(self._word, text) if self.number else text
        return found

    def say_names(self, text: str) -> str:
        """A sentence of the program's own, with this world's names."""
        names = self.vocabulary.names
        return TOKEN.sub(lambda m: self._word(m) if m[0].lower() in names and m[0] != m[0].lower() else m[0], text)

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        new = self.words.get(low)
        if new is None or len(low) != len(word):
            return word
        return new if word == low else new.upper() if word.isupper() else new[0].upper() + new[1:]

    def stemmed(self, found: str) -> str:
        """The stem of the word that stands for that with the stem given."""
        return self.stems.get(found, found)

    def keyed(self, key: str) -> str:
        """The key of the name that stands for that with the key given."""
        return " ".join(self.keys.get(word, word) for word in key.split(" "))
