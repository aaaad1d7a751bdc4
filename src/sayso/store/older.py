"""Older wordings of claims that articles have from others: of those whose words were changed on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.store.connection import Reader

MOST_STEPS: Final = 8  # of a family's tree no more steps are gone back
WORD: Final = re.compile(r"\w+")
STEP: Final = (
    'SELECT c.parent, c.source, c."begin", c."end" FROM assertions a JOIN carried c ON c.child = a.number'
    " WHERE a.id = ?"
)
NEXT: Final = 'SELECT parent, source, "begin", "end" FROM carried WHERE child = ?'
TOLD: Final = "SELECT c.id, c.text FROM assertions a JOIN claims c ON c.id = a.id WHERE a.number = ?"
WORDS: Final = "SELECT substr(text, ? + 1, ?) FROM documents WHERE id = ?"


@dataclass(frozen=True, slots=True)
class OlderClaim:
    """The older wording of a claim: ``begin`` and ``end`` are where its words stand in the text of ``document``.

    ``claim`` is the claim that they make there and ``text`` that one's, ``None`` and the words themselves where nothing
    was read there.
    """

    document: str
    begin: int
    end: int
    claim: str | None
    text: str


def find_older(ledger: Reader, claim: str, text: str) -> OlderClaim | None:
    """The wording of a claim in the oldest text at hand that it was taken over from.

    ``None`` where it was taken over from none, or that one has all words of ``text``, the claim's own wording.
    """
    row = ledger.execute(STEP, (claim,)).fetchone()
    if row is None:
        return None
    for _ in range(MOST_STEPS):
        further = ledger.execute(NEXT, (row["parent"],)).fetchone() if row["parent"] is not None else None
        if further is None:
            break
        row = further
    begin, end = row["begin"], row["end"]
    found = ledger.execute(TOLD, (row["parent"],)).fetchone() if row["parent"] is not None else None
    words = str(ledger.execute(WORDS, (begin, end - begin, row["source"])).fetchone()[0])
    if _words(text) <= _words(words) | (_words(found["text"]) if found else set()):
        return None
    told = found["text"] if found else " ".join(words.split())
    return OlderClaim(row["source"], begin, end, found["id"] if found else None, told)


def _words(text: str) -> set[str]:
    return {m[0].casefold() for m in WORD.finditer(text)}
