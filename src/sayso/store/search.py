"""Full text: articles or claims that hold given words, with the passage that shows it."""

from __future__ import annotations

from typing import Final

from sayso.errors import UsageError
from sayso.store.connection import Reader
from sayso.store.words import match, within
from sayso.types.listed import Hit, Hits
from sayso.types.span import Span

# Hits up to which the best stand first. To rank is to look at every hit: of a common word, that are too many.
RANKED: Final = 2000
COUNTED: Final = 2_001  # hits up to which they are counted
WORDS: Final = 28  # of a snippet
BEGIN, END, CUT = "\x02", "\x03", "…"  # around a word that was searched for; where the passage goes on
TABLES: Final = {"article": "documents_index", "claim": "claims_index"}


def find_hits(ledger: Reader, words: str, kind: str = "article", limit: int | None = 20, skip: int = 0) -> Hits:
    """Articles (``kind`` "article") or claims ("claim") that hold all the words: ``limit`` behind the first ``skip``.

    Up to 2,000 are ranked by BM25 (Robertson & Zaragoza 2009), which weighs how rare a word is and how often it
    stands there; of more, those taken in last stand first. Raises ``UsageError`` for a search without any word.
    """
    table, query = _query(words, kind)
    found = find_hit_count(ledger, words, kind)
    ranked = found <= RANKED
    # One query for passages too: to look a beginning up again for each hit takes fifty times as long. FTS5 sorts by
    # rank itself, and makes passages of what is within the limit only; a second column to sort by would undo that.
    rows = ledger.execute(
        f"SELECT rowid, snippet({table}, ?, ?, ?, ?, ?) FROM {table} WHERE {table} MATCH ?"
        f" ORDER BY {'rank' if ranked else 'rowid DESC'} LIMIT ? OFFSET ?",
        (0 if kind == "claim" else -1, BEGIN, END, CUT, WORDS, query, -1 if limit is None else limit, skip),
    )
    hits = tuple(_hit(ledger, kind, int(number), passage) for number, passage in rows)
    return Hits(hits, ranked, found, COUNTED)


def find_hit_count(ledger: Reader, words: str, kind: str = "article") -> int:
    """How many hold all the words, not counted beyond 2,001. Arguments and errors as of ``find_hits``."""
    table, query = _query(words, kind)
    probe = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"
    return int(ledger.execute(probe, (query, COUNTED)).fetchone()[0])


def _query(words: str, kind: str) -> tuple[str, str]:
    """The index to ask, and what."""
    query = match(words)
    if query is None:
        raise UsageError(f"{words!r} holds no word to search for; give at least one letter or digit")
    return TABLES[kind], within("text", query) if kind == "claim" else query


def _hit(ledger: Reader, kind: str, number: int, passage: str) -> Hit:
    facts = "d.id, d.published, d.publisher, d.title"
    claims = f"c.id AS found, {facts} FROM claims c JOIN documents d ON d.id = c.document WHERE c.n = ?"
    articles = f"d.id AS found, {facts} FROM documents d WHERE d.n = ?"
    row = ledger.execute(f"SELECT {claims if kind == 'claim' else articles}", (number,)).fetchone()
    snippet, marks = unmarked(passage)
    found, document, published, outlet, title = row
    return Hit(kind, found, document, published, outlet, title, snippet, marks)


def unmarked(passage: str) -> tuple[str, tuple[Span, ...]]:
    """A passage without the marks around words, and where these words stand in it."""
    out: list[str] = []
    marks = []
    at = begin = 0
    for char in passage:
        if char == BEGIN:
            begin = at
        elif char == END:
            if begin < at:
                marks.append(Span(begin, at))
            begin = at
        else:
            out.append(char)
            at += 1
    return "".join(out), tuple(marks)
