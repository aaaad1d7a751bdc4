"""An article spinner of our own: swaps words and fixed terms for synonyms of any sense, with a thesaurus we wrote.

It works as the spinner of ``make_rewrites.py`` does and inflects with it, but also garbles terms and headings in
capitals ("General Staff"). Its pairs fall by their hash into a share to train on and one to measure with.
"""

from __future__ import annotations

import hashlib
import random
import re
from pathlib import Path
from typing import Any

import sayso.reading
from bench.scorers import load_module

FOLDER = Path(sayso.reading.__file__).parent / "data" / "spinning"  # what a reading proposes as the first words
HELD_OUT = 64  # of 256 hash values: a quarter of the pairs is for measuring
CAPITALS = 0.2  # share of the rate at which a capitalised word inside a sentence is swapped: mostly it is a name
Mark = tuple[int, int, str]


def held_out(word: str, swapped: str) -> bool:
    """Whether a pair is kept for measuring."""
    return hashlib.sha256(f"{word}|{swapped}".encode()).digest()[0] < HELD_OUT


def terms(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Pairs of a fixed term and a garbled wording of it, in the order of ``terms.tsv``."""
    rows = (line.rstrip("\n").split("\t") for line in (folder / "terms.tsv").open(encoding="utf-8"))
    return [(term, wording) for term, wordings in rows for wording in wordings.split("|")]


class Spinner:
    """Sense-blind swapping at a rate. ``more`` lends its pairs too (a spinner of ``make_rewrites.py``)."""

    def __init__(self, generator: Path, *, measuring: bool, more: Any = None, folder: Path = FOLDER) -> None:
        phrases = [(a, b) for a, b in terms(folder) if held_out(a, b) == measuring]
        self._table = load_module(generator).Spinner(table=folder / "lexicon.tsv", phrases=phrases)
        own = self._table.syn
        self._table.syn = {
            (word, pos): kept
            for (word, pos), found in own.items()
            if (kept := [s for s in found if held_out(word, s) == measuring])
        }
        for key, found in more.syn.items() if more else ():
            self._table.syn[key] = [*self._table.syn.get(key, []), *found]

    def spin(self, text: str, rate: float, rng: random.Random) -> tuple[str, list[Mark]]:
        """The text with words swapped, and (begin, end, original) of each in the new text."""
        edits: list[Mark] = []
        for m in self._table.phre.finditer(text):
            if rng.random() < min(1.0, 2 * rate):
                edits.append((*m.span(), _cased(rng.choice(self._table.ph[m.group().lower()]), m.group())))
        taken = [span for *span, _ in edits]
        for m in re.finditer(r"(?<![\w'’-])[A-Za-z]+(?![\w'’-])", text):
            if any(b < m.end() and m.start() < e for b, e in taken):
                continue
            inside = m.group()[0].isupper() and m.start() > 2
            if rng.random() >= (CAPITALS * rate if inside else rate):
                continue
            if found := self._table.options(m.group().lower()):
                chosen = found[min(int(rng.expovariate(0.6)), len(found) - 1)]
                edits.append((*m.span(), _cased(chosen, m.group())))
        return _made(text, sorted(edits))


def _cased(new: str, old: str) -> str:
    """``new`` in the capitals of ``old``."""
    words = old.split()
    if len(words) > 1 and all(w[0].isupper() for w in (words[0], words[-1])):
        return " ".join(w[0].upper() + w[1:] for w in new.split())
    return new[0].upper() + new[1:] if old[0].isupper() else new


def _made(text: str, edits: list[Mark]) -> tuple[str, list[Mark]]:
    out, marks, position, length = [], [], 0, 0
    for begin, end, new in edits:
        out += (text[position:begin], new)
        length += begin - position
        marks.append((length, length + len(new), text[begin:end]))
        length, position = length + len(new), end
    return "".join((*out, text[position:])), marks
