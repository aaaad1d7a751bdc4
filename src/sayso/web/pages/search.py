"""Search: articles or claims that hold words, with the passage that shows it."""

from __future__ import annotations

import re
from typing import Final

from sayso.engine.asked import keys_of
from sayso.errors import UsageError
from sayso.export import trace_words, words
from sayso.export.row_records import HITS
from sayso.store.claimed import find_proposition_of
from sayso.store.connection import Reader
from sayso.store.search import COUNTED, find_hit_count, find_hits
from sayso.store.sources import find_named_sources
from sayso.types.listed import Hit, Hits
from sayso.types.span import Span
from sayso.types.speakers import Source, SourceWanted
from sayso.web.page import LIMIT, MOST, Asked, Page, Param, Rows, Shown

KINDS: Final = {"articles": "article", "claims": "claim"}
SOURCES: Final = 5  # that are named beside what was found
SHORTEST: Final = 3  # characters of a name to look for: fewer stand in too many
ROWS: Final = 20
WORDS: Final = Param("words", 'Words that stand there, all of them; "two words" as a phrase, shell* as a beginning.')
IN: Final = Param("in", "Where the words stand; articles unless told otherwise.", {"type": "string", "enum": [*KINDS]})
# What is found beyond the count is not ranked, so nobody is led there.
SKIP: Final = Param("skip", "Leave out so many rows in front.", {"type": "integer", "minimum": 0, "maximum": COUNTED})
SPACE: Final = re.compile(r"\s+")


def look(ledger: Reader, asked: Asked) -> Shown:
    """What holds the words that are asked for; how to search where there are none."""
    given, place = asked.get("words"), asked.get("in") or "articles"
    if place not in KINDS:
        raise UsageError(f"there is nothing called {place!r} to search in; known are {', '.join(KINDS)}")
    skip, limit = asked.number(SKIP) or 0, min(asked.number(LIMIT) or ROWS, MOST)
    if given is None:
        nothing = {"rows": (), "tabs": (), "sources": (), "place": place}
        return Shown(title="Search", context=nothing, rows=Rows(HITS, (), 0))
    hits = find_hits(ledger, given, KINDS[place], limit, skip)
    counts = {
        name: hits.found if name == place else find_hit_count(ledger, given, kind) for name, kind in KINDS.items()
    }
    rows = _claims(ledger, hits) if place == "claims" else [_row(hit) for hit in hits.hits]
    return Shown(
        title=f"Search: {given}",
        context={
            "rows": rows,
            "same": len(hits.hits) - len(rows),
            "shown": len(hits.hits),
            "tabs": [(name, _count(count), name == place) for name, count in counts.items()],
            "sources": () if skip else _sources(ledger, given),
            "place": place,
            "found": max(hits.found, skip + len(hits.hits)),
            "counted": COUNTED,
            "ranked": hits.ranked,
            "skip": skip,
            "limit": limit,
        },
        rows=Rows(HITS, hits.hits, hits.found, hits.counted),
    )


def _sources(ledger: Reader, given: str) -> tuple[Source, ...]:
    """Sources of that name; only those with a public one are ever found."""
    plain = " ".join(given.replace("*", " ").replace('"', " ").split())
    if len(plain) < SHORTEST:
        return ()
    return tuple(find_named_sources(ledger, SourceWanted(name=plain, name_keys=keys_of(plain), limit=SOURCES)))


def _count(count: int) -> str:
    return f"at least {COUNTED - 1:,}" if count >= COUNTED else f"{count:,}"


def _row(hit: Hit) -> dict[str, object]:
    return {"it": hit, "parts": parts(hit.snippet, hit.marks)}


def _claims(ledger: Reader, hits: Hits) -> list[dict[str, object]]:
    """Claims of articles, each with how the claim across articles stands; one that is there already is left out."""
    out: list[dict[str, object]] = []
    met: set[str] = set()
    for hit in hits.hits:
        across = find_proposition_of(ledger, hit.id)
        if across is not None and across.id in met:
            continue
        told: dict[str, object] = {"across": across, "standing": "", "standing_words": "", "articles": ""}
        if across is not None:
            met.add(across.id)
            told |= {
                "standing": across.standing.name.lower(),
                "standing_words": trace_words.STANDINGS[across.standing].lower(),
                "articles": words.number(across.articles, "article"),
            }
        out.append(_row(hit) | told)
    return out


def parts(snippet: str, marks: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """A passage on one line, cut where marks begin and end; whether each part is one."""
    out, at = list[tuple[str, bool]](), 0
    for mark in marks:
        out += [(snippet[at : mark.begin], False), (snippet[mark.begin : mark.end], True)]
        at = mark.end
    return [(SPACE.sub(" ", text), marked) for text, marked in [*out, (snippet[at:], False)] if text]


PAGE: Final = Page(
    name="search",
    path="/search",
    help="Articles or claims that hold all the words, with the passage; the best first, of very many the latest.",
    look=look,
    params=(WORDS, IN, LIMIT, SKIP),
    styles=("search.css",),
    scripts=("list.js",),
    lists=HITS,
)
