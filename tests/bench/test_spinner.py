import random
from pathlib import Path

import pytest

from bench.spinner import FOLDER, Spinner, held_out, terms

# Stands for make_rewrites.py, which is kept beside the corpora: the same table, without inflection.
GENERATOR = """
import re

class Spinner:
    def __init__(self, table, phrases):
        rows = (line.rstrip("\\n").split("\\t") for line in open(table, encoding="utf-8"))
        self.syn = {(w, pos): found.split("|") for w, pos, found in rows}
        self.ph = {}
        for a, b in phrases:
            self.ph.setdefault(a.lower(), []).append(b)
        longest_first = sorted(self.ph, key=len, reverse=True)
        self.phre = re.compile(r"\\b(" + "|".join(map(re.escape, longest_first)) + r")\\b", re.I)

    def options(self, word):
        return [s for (w, _), found in self.syn.items() if w == word for s in found]
"""
TEXT = "The General Staff said the soldiers opened fire near the old bridge on Tuesday."


@pytest.fixture
def generator(tmp_path: Path) -> Path:
    path = tmp_path / "make_rewrites.py"
    path.write_text(GENERATOR, encoding="utf-8")
    return path


def test_every_mark_leads_back_to_the_first_words(generator: Path) -> None:
    spinner = Spinner(generator, measuring=False)
    for seed in range(30):
        spun, marks = spinner.spin(TEXT, 0.7, random.Random(seed))
        first, end = "", 0
        for begin, stop, original in marks:
            first += spun[end:begin] + original
            end = stop
        assert first + spun[end:] == TEXT


def test_terms_in_capitals_stay_in_capitals(generator: Path) -> None:
    spinner = Spinner(generator, measuring=False)
    found = {
        spun[b:e]
        for seed in range(60)
        for spun, marks in [spinner.spin(TEXT, 0.5, random.Random(seed))]
        for b, e, original in marks
        if original == "General Staff"
    }
    assert found
    assert all(word[0].isupper() for phrase in found for word in phrase.split())


def test_no_pair_serves_both_to_train_and_to_measure(generator: Path) -> None:
    train, measure = (Spinner(generator, measuring=m)._table.syn for m in (False, True))
    pairs = [{(w, s) for (w, _), found in side.items() for s in found} for side in (train, measure)]
    assert pairs[0] and pairs[1]
    assert not pairs[0] & pairs[1]


def test_nothing_is_swapped_for_itself() -> None:
    for line in (FOLDER / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        word, pos, found = line.split("\t")
        assert pos in "nvar"
        assert word not in found.split("|"), line
    assert all(term != wording for term, wording in terms())
    assert 0.2 < sum(held_out(*pair) for pair in terms()) / len(terms()) < 0.3
