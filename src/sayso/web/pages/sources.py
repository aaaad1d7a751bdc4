"""Sources: who speaks across articles, what each is made to say, and who brings its word."""

from __future__ import annotations

from typing import Final

from sayso.engine.asked import keys_of
from sayso.engine.wanted import member
from sayso.errors import UsageError
from sayso.export import trace_words, words
from sayso.export.row_records import SAID, SOURCES, record
from sayso.store.connection import Reader
from sayso.store.remembered import remembered
from sayso.store.sources import (
    LATEST,
    find_brought,
    find_heard,
    find_named_sources,
    find_namesakes,
    find_repeaters,
    find_said,
    find_source,
    find_source_count,
    find_spellings,
    find_unjoined_sources,
)
from sayso.text.codec import Record
from sayso.types.attribution import VoiceKind
from sayso.types.speakers import Said, Source, SourceWanted
from sayso.web.page import LIMIT, SKIP, Asked, NotThere, Page, Param, Rows, Shown
from sayso.web.pictures import days

COUNTED: Final = 10_000  # sources up to which they are counted
SHORTEST: Final = 7  # days of a stretch worth a drawing in each line
LONG: Final = 3 * 365  # days of a stretch in which a bar of the small drawing is longer than a month
SAYINGS: Final = 20  # claims on a source's page unless told otherwise
OUTLETS: Final = 12  # that are named on a source's page
ARTICLES: Final = 8
KINDS: Final = {VoiceKind.PERSON: "person", VoiceKind.ORGANISATION: "organisation", VoiceKind.OUTLET: "outlet"}
# Voices that no name joins across articles, one and many.
UNJOINED: Final = {
    VoiceKind.UNNAMED: ("source without a name", "sources without a name"),
    VoiceKind.PERSON: ("person without a public role", "persons without a public role"),
    VoiceKind.ORGANISATION: ("organisation told by what it is", "organisations told by what they are"),
    VoiceKind.OUTLET: ("outlet told by what it is", "outlets told by what they are"),
    VoiceKind.DOCUMENT: ("document", "documents"),
}
SIDES: Final = (
    ("supports", "for", "says so"),
    ("denies", "against", "denies it"),
    ("leaves_open", "open", "leaves it open"),
)
KIND: Final = Param("kind", "Only these.", {"type": "string", "enum": [kind.value for kind in KINDS]})
NAME: Final = Param("name", "A part of a name, or a name however it is spelt; private persons are not found so.")


def look(ledger: Reader, asked: Asked) -> Shown:
    """The sources that are asked for."""
    name = asked.get("name")
    wanted = SourceWanted(
        kind=_kind(asked.get("kind")), name=name, name_keys=keys_of(name), limit=asked.limit, skip=asked.skip
    )
    rows = tuple(find_named_sources(ledger, wanted))
    dates = [row.first for row in rows if row.first], [row.last for row in rows if row.last]
    stretch = (min(dates[0]), max(dates[1])) if all(dates) else None
    if stretch is not None and days.length(*stretch) < SHORTEST:
        stretch = None
    found = find_source_count(ledger, wanted, COUNTED)
    unjoined = tuple(find_unjoined_sources(ledger, wanted.kind)) if name is None and not asked.skip else ()
    return Shown(
        title="Sources",
        context={
            "rows": remembered(ledger, ("sources", rows, stretch), lambda: [_row(ledger, r, stretch) for r in rows]),
            "stretch": stretch,
            "found": max(found, asked.skip + len(rows)),
            "counted": COUNTED,
            "skip": asked.skip,
            "limit": asked.limit,
            "kinds": {kind.value: told for kind, told in KINDS.items()},
            "unjoined": [
                (words.number(row.voices, *UNJOINED[row.kind]), words.number(row.articles, "article"))
                for row in unjoined
            ],
            "empty": not rows and not unjoined and name is None and wanted.kind is None,
        },
        rows=Rows(SOURCES, rows, found, COUNTED),
    )


def _kind(given: str | None) -> VoiceKind | None:
    kind = member(VoiceKind, given)
    if kind is not None and kind not in KINDS:
        raise UsageError(f"there is no {given!r} with a name of its own; known are {', '.join(KINDS.values())}")
    return kind


def _row(ledger: Reader, row: Source, stretch: tuple[str, str] | None) -> dict[str, object]:
    long = stretch is not None and days.length(*stretch) > LONG
    heard = find_heard(ledger, row.kind, row.key or "", months=long)
    return {
        "it": row,
        "sayings": words.number(row.attributions, "saying"),
        "articles": words.number(row.articles, "article"),
        "days": days.small([(one.day, one.attributions) for one in heard], *stretch) if stretch else "",
    }


def look_at_one(ledger: Reader, asked: Asked) -> Shown:
    """A source. Private persons have no key, so that none has a page."""
    try:
        kind = member(VoiceKind, asked.path["kind"])
    except UsageError:
        kind = None
    key = asked.path["key"]
    source = find_source(ledger, kind, key) if kind is not None else None
    if kind is None or source is None:
        raise NotThere("no source has this address; private persons have none")
    limit = asked.number(LIMIT) or SAYINGS
    said, found = remembered(
        ledger, ("said", kind, key, limit, asked.skip), lambda: find_said(ledger, kind, key, limit, asked.skip)
    )
    spellings = find_spellings(ledger, kind, key)
    long = days.length(source.first or "", source.last or "") > days.MOST
    heard = [(one.day, one.attributions) for one in find_heard(ledger, kind, key, months=long)]
    outlets, many = remembered(ledger, ("outlets", kind, key), lambda: find_repeaters(ledger, kind, key, OUTLETS))
    brought = find_brought(ledger, kind, key, ARTICLES)
    bars = days.bars(heard)

    def whole() -> Record:
        return {
            "kind": "source page",
            "source": record(SOURCES, source),
            "spellings": [{"name": one.name, "voices": one.voices} for one in spellings],
            "heard": [{"day": day, "attributions": count} for day, count in heard],
            "outlets": [{name: getattr(one, name) for name in one.__slots__} for one in outlets],
            "items": [record(SAID, one) for one in said],
            "found": found,
        }

    return Shown(
        title=source.name or key,
        context={
            "source": source,
            "kind_told": KINDS.get(kind, kind.value),
            "sayings": words.number(source.attributions, "saying"),
            "in_articles": words.number(source.articles, "article"),
            "spellings": spellings,
            "namesakes": find_namesakes(ledger, kind, key),
            "drawing": days.drawing(bars, "saying"),
            "bars": bars,
            "when": days.when,
            "said": [_said(one) for one in said],
            "outlets": outlets,
            "more_outlets": many - len(outlets),
            "brought": brought,
            "found": found,
            "counted": found + 1,
            "skip": asked.skip,
            "limit": limit,
            "looked_at": LATEST if source.articles > LATEST or source.attributions > LATEST else 0,
        },
        record=whole,
        rows=Rows(SAID, said, found),
    )


def _said(one: Said) -> dict[str, object]:
    told = []
    for name, side, verb in SIDES:
        count = getattr(one, name)
        if count:
            told.append((side, verb if count == 1 else f"{verb}, {count:,} times"))
    return {
        "it": one,
        "told": told,
        "kind": trace_words.MODALITIES[one.modality],
        "standing": one.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[one.standing].lower(),
        "articles": words.number(one.articles, "article"),
        "said_in": words.number(one.said_in, "article"),
    }


PAGES: Final = (
    Page(
        name="sources",
        path="/sources",
        help="Who speaks across articles, with how often, in how many articles, first and last; private persons never.",
        look=look,
        params=(KIND, NAME, LIMIT, SKIP),
        menu="Sources",
        styles=("sources.css",),
        scripts=("list.js",),
        lists=SOURCES,
    ),
    Page(
        name="source",
        path="/sources/{kind}/{key}",
        help="A source: its names, the claims that rest on it, what it says of each, and outlets that bring its word.",
        look=look_at_one,
        params=(LIMIT, SKIP),
        styles=("sources.css",),
        scripts=("list.js",),
        parts={"kind": "What the source is: person, organisation or outlet.", "key": "Its key, as in the list."},
    ),
)
