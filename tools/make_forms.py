"""Make ``reading/data/spinning/forms.tsv``: the inflected forms of every word of the thesaurus.

    pip install lemminflect==0.2.3
    python tools/make_forms.py

A spinner keeps the form of a word ("sent" > "despatched"), so that its first word is proposed in that form. Lines
hold a lemma, its part of speech, and its forms in the order of ``TAGS``; regular and irregular ones alike.
"""

from __future__ import annotations

from pathlib import Path

from lemminflect import getInflection

FOLDER = Path(__file__).parent.parent / "src" / "sayso" / "reading" / "data" / "spinning"
TAGS = {"n": ("NN", "NNS"), "v": ("VB", "VBZ", "VBD", "VBG", "VBN"), "a": ("JJ", "JJR", "JJS")}


def words() -> set[tuple[str, str]]:
    """Every single word of the thesaurus with its part of speech."""
    out = set()
    for line in (FOLDER / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        lemma, pos, found = line.split("\t")
        out |= {(word.lower(), pos) for word in (lemma, *found.split("|")) if word.isalpha()}
    return out


def forms(word: str, pos: str) -> list[str]:
    """Its forms; the lemma itself stands in for one that is unknown."""
    return [(getInflection(word, tag) or (word,))[0] for tag in TAGS[pos]]


def main() -> None:
    """Write the file, sorted."""
    lines = [f"{word}\t{pos}\t{'|'.join(forms(word, pos))}\n" for word, pos in sorted(words()) if pos in TAGS]
    (FOLDER / "forms.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
