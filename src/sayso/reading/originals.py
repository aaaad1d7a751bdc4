"""Which words a spinner probably replaced: a thesaurus and fixed terms, read backwards.

A spinner takes its words from a thesaurus and keeps their form. So whoever finds "Basic Workers" looks for a fixed
term whose words have these as synonyms of any sense ("General Staff"), and for a single word among the words that it
is a synonym of, in the same form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "data" / "spinning"
LONGEST: Final = 5  # words of a term
MOST: Final = 8  # proposals for one phrase
MOST_SENSES: Final = 60  # words that one word may stand for within a term; the rest are too far-fetched
# Words of function, which a spinner leaves alone unless they are part of a term.
SPARED: Final = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do does during each for from
    had has have he her here his how i if in into is it its just like may might more most much must no not now of off on
    once one only or other our out over she should since so some still such than that the their them then there these
    they this those though through to too under until up upon was we were what when where which while who whom whose why
    will with within without would yet you your
    """.split()
)
Form = tuple[str, str, int]  # lemma, part of speech, number of the form


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that probably stood at ``[begin, end)``, counted in the words that were looked at."""

    begin: int
    end: int
    words: str
    term: bool


@dataclass(frozen=True)
class Thesaurus:
    """The tables, turned round. ``firsts`` are the words that one is given for, the likeliest first."""

    forms: dict[str, tuple[Form, ...]]
    inflected: dict[tuple[str, str], tuple[str, ...]]
    firsts: dict[tuple[str, str], tuple[str, ...]]
    garbled: dict[tuple[str, ...], tuple[str, ...]]
    terms: frozenset[tuple[str, ...]]
    beginnings: frozenset[tuple[str, ...]]  # of terms

    def originals(self, word: str) -> tuple[str, ...]:
        """Words that ``word`` (lower case) is a synonym of, in its own form, the likeliest first."""
        found = [
            (rank, self.inflected[first, pos][k])
            for lemma, pos, k in self.forms.get(word, ())
            for rank, first in enumerate(self.firsts.get((lemma, pos), ()))
            if (first, pos) in self.inflected
        ]
        found += [(rank, first) for rank, first in enumerate(self.firsts.get((word, "r"), ()))]
        return tuple(dict.fromkeys(first for _, first in sorted(found) if first != word))


@lru_cache(maxsize=1)
def load_thesaurus() -> Thesaurus:
    """The tables of the package."""
    forms: dict[str, list[Form]] = {}
    inflected: dict[tuple[str, str], tuple[str, ...]] = {}
    for lemma, pos, told in _rows("forms.tsv"):
        inflected[lemma, pos] = tuple(told.split("|"))
        for k, form in enumerate(inflected[lemma, pos]):
            forms.setdefault(form, []).append((lemma, pos, k))
    ranked: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for lemma, pos, told in _rows("lexicon.tsv"):
        for rank, synonym in enumerate(told.split("|")):
            ranked.setdefault((synonym.lower(), pos), []).append((rank, lemma))
    garbled: dict[tuple[str, ...], list[str]] = {}
    terms = set()
    for term, told in _rows("terms.tsv"):
        terms.add(tuple(term.lower().split()))
        for wording in told.split("|"):
            garbled.setdefault(tuple(wording.lower().split()), []).append(term)
    return Thesaurus(
        {form: tuple(found) for form, found in forms.items()},
        inflected,
        {key: tuple(lemma for _, lemma in sorted(found)) for key, found in ranked.items()},
        {wording: tuple(found) for wording, found in garbled.items()},
        frozenset(terms),
        frozenset(term[:k] for term in terms for k in range(len(term) + 1)),
    )


def _rows(name: str) -> Iterator[list[str]]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def proposals(words: Sequence[str], begin: int, end: int) -> tuple[Proposal, ...]:
    """What may have stood where ``words[begin:end]`` stand now, the likeliest first, at most ``MOST``.

    A term may reach beyond the words in question on both sides. Capitals are those of the words replaced.
    """
    table = load_thesaurus()
    lower = [word.lower() for word in words]
    found = [*_whole(table, lower, begin, end), *_terms(table, lower, begin, end)]
    if end - begin == 1:
        found += [Proposal(begin, end, first, False) for first in table.originals(lower[begin])]
    elif end - begin <= LONGEST:
        found += _each(table, lower, begin, end)
    unlike = [p for p in found if p.words.lower() != " ".join(lower[p.begin : p.end])]
    cased = (Proposal(p.begin, p.end, _cased(p.words, words[p.begin : p.end]), p.term) for p in unlike)
    return tuple({(p.begin, p.end, p.words): p for p in cased}.values())[:MOST]


def _whole(table: Thesaurus, words: list[str], begin: int, end: int) -> Iterator[Proposal]:
    """Terms of which these very words are a known garbling."""
    for low, high in _around(len(words), begin, end):
        for term in table.garbled.get(tuple(words[low:high]), ()):
            yield Proposal(low, high, term, True)


def _terms(table: Thesaurus, words: list[str], begin: int, end: int) -> Iterator[Proposal]:
    """Terms that these words are, with one or more replaced by a synonym of any sense."""
    for low, high in _around(len(words), begin, end):
        if high - low < 2 or tuple(words[low:high]) in table.terms:
            continue
        senses = [
            (word, *table.originals(word)[:MOST_SENSES]) if begin <= k < end else (word,)
            for k, word in enumerate(words[low:high], low)
        ]
        chosen: list[tuple[str, ...]] = [()]
        for found in senses:  # word by word, so that what begins no term is followed no further
            chosen = [longer for told in chosen for word in found if (longer := (*told, word)) in table.beginnings]
        yield from (Proposal(low, high, " ".join(told), True) for told in chosen if told in table.terms)


def _each(table: Thesaurus, words: list[str], begin: int, end: int) -> Iterator[Proposal]:
    """Every word with the likeliest first word in its place, then with the next; words of no table stay."""
    senses = [table.originals(word) if word not in SPARED else () for word in words[begin:end]]
    for turn in range(max(map(len, senses), default=0)):
        chosen = [
            found[min(turn, len(found) - 1)] if found else word
            for word, found in zip(words[begin:end], senses, strict=True)
        ]
        yield Proposal(begin, end, " ".join(chosen), False)


def _around(count: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges that hold ``[begin, end)`` with a word or two beside it, the longest first; no long ones."""
    ranges = [
        (low, high)
        for low in range(max(begin - 2, 0), begin + 1)
        for high in range(end, min(end + 2, count) + 1)
        if high - low <= LONGEST and end - begin <= 3
    ]
    return iter(sorted(ranges, key=lambda r: (r[0] - r[1], r[0])))


def _cased(new: str, old: Sequence[str]) -> str:
    if len(old) > 1 and old[0][:1].isupper() and old[-1][:1].isupper():
        return " ".join(word[:1].upper() + word[1:] for word in new.split())
    return new[:1].upper() + new[1:] if old[0][:1].isupper() else new
