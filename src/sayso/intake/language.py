"""Is a text English? Common words settle most cases; a statistical identifier names the others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sayso.intake.formats import Refusal
from sayso.types.document import Document, Rejection, Stage

ENGLISH = "en"
UNDETERMINED = "und"  # BCP 47: too little to tell
SAMPLE = 4_000  # characters, taken from the beginning, the middle and the end
# Frequent in English and rare in every other language that is written with Latin letters.
ENGLISH_WORDS = frozenset(
    """
    the of and that with were which been their from this said they would who its has have after his
    but about could when there what it are than into other could should these those she our upon
    """.split()
)
# Share of these words among all. 1 in 70 English texts of six corpora falls below it and is identified at length;
# no sentence of another language in tests/intake/test_language.py reaches half of it.
ENGLISH_SHARE = 0.12
ENGLISH_HITS = 4
WORD = re.compile(r"[^\W\d_]+")
NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
# A verdict against a text needs this much of it, and this much certainty; below, the text goes on.
LATIN_LETTERS, FEWEST_WORDS, OTHER_LETTERS = 40, 5, 20
CERTAIN, LIKELY = 0.9, 0.5
# Varieties of English and creoles that the identifier may take English headlines for, and its "no language".
NEAR_ENGLISH = frozenset({"en", "sco", "pcm", "jam", "zxx", "und"})


class LanguageGate:
    """Lets English documents pass and sets others aside. The identifier is loaded when first needed (0.8 s)."""

    def __init__(self) -> None:
        self._identifier: Any = None

    def screen(self, document: Document) -> Document | Rejection:
        """The document, ``language`` set to ``en`` or ``und``, or its rejection (``not-english``, naming the language).

        A text too short to judge, or without words, passes as ``und``.
        """
        sample = _sample(document.text)
        if _looks_english(sample):
            return document if document.language == ENGLISH else replace(document, language=ENGLISH)
        language = self._verdict(sample)
        if language in (ENGLISH, UNDETERMINED):
            return replace(document, language=language)
        message = f"is written in {_name_of(language)}; only English is read"
        return Refusal("not-english", message, Stage.LANGUAGE).at(document.origin)

    def _verdict(self, sample: str) -> str:
        """Code of the language that ``sample`` is surely written in, ``und`` if that is not sure."""
        words = WORD.findall(sample)
        letters = sum(map(len, words))
        other = len(NOT_LATIN.findall(sample))
        foreign_script = other >= OTHER_LETTERS and other > letters / 2
        if not foreign_script and (letters < LATIN_LETTERS or len(words) < FEWEST_WORDS):
            return UNDETERMINED
        language, certainty = self._identify(sample)
        if language == ENGLISH and certainty >= LIKELY:
            return ENGLISH
        if language in NEAR_ENGLISH or not (foreign_script or certainty >= CERTAIN):
            return UNDETERMINED
        return language

    def _identify(self, sample: str) -> tuple[str, float]:
        if self._identifier is None:
            from py3langid.langid import MODEL_FILE, LanguageIdentifier

            self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        language, certainty = self._identifier.classify(sample)
        return str(language), float(certainty)


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = (len(text) - SAMPLE) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _looks_english(sample: str) -> bool:
    words = WORD.findall(sample.lower())
    hits = sum(word in ENGLISH_WORDS for word in words)
    return hits >= ENGLISH_HITS and hits >= ENGLISH_SHARE * len(words)


def _name_of(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, f"the language {code!r}"))
