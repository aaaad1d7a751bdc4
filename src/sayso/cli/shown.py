"""One article or one claim of the ledger, for a person and for a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from sayso.engine.showing import ShownArticle
from sayso.export import lineage_words
from sayso.export.claims import Entry, entries
from sayso.export.claims_text import claim_lines
from sayso.export.flow import Piece, flow, paint
from sayso.export.format import View
from sayso.export.older_text import Olders
from sayso.export.text import lines
from sayso.export.visible import prose
from sayso.export.words import date, number, published
from sayso.types.claim import Report

MOST: Final = 20  # changed sentences that are shown
Short = Callable[[str], str]


def article_lines(article: ShownArticle, view: View, short: Short) -> Iterator[str]:
    """Facts, versions and sightings, then the claims as ``sayso read`` shows them."""
    document = article.document
    rows = [("id", document.id), ("address", document.url.value if document.url else "not known")]
    rows += [("format", f"{document.format}, language {document.language}"), ("state", _state(article))]
    rows += [("lineage", told)] if (told := _lineage(article, short)) else []
    for label, words in rows:
        yield from flow([Piece(f"{label}:", "dim"), Piece(prose(words))], view.width, "", "  ", view.colour)
    yield from _versions(article, view, short)
    yield from _sightings(article, view)
    yield ""
    if article.report is None:
        title = document.title.value if document.title else "title unknown"
        yield from flow([Piece(prose(title), "title")], view.width, "", "", view.colour)
        yield from flow([Piece(prose(published(document)), "dim")], view.width, "", "", view.colour)
        return
    yield from lines(article.report, view, Olders(article.older, article.known, short))


def _lineage(article: ShownArticle, short: Short) -> str:
    """From what an article derives, and how many are the same text; empty where it has no relatives."""
    told = [lineage_words.derived(by, article.known, short) for by in article.parents[:1]]
    if article.alike > 1:
        told.append(f"{number(article.alike, 'article')}, 1 text: 'sayso lineage {short(article.document.id)}'")
    return "; ".join(told)


def _state(article: ShownArticle) -> str:
    if article.rejection is not None and article.report is None:
        return f"set aside: {article.rejection.message} [{article.rejection.reason}]"
    return "read" if article.report else "waits to be read by 'sayso ingest'"


def _versions(article: ShownArticle, view: View, short: Short) -> Iterator[str]:
    if len(article.versions) < 2:
        return
    yield paint(f"{number(len(article.versions), 'version')} at this address", "title", view.colour)
    for version in article.versions:
        here = " (this one)" if version.id == article.document.id else ""
        told = f"{short(version.id)} · {date(version.published) if version.published else 'date unknown'}{here}"
        yield from flow([Piece(prose(told))], view.width, "  - ", "    ", view.colour)
    found = article.before()
    if found is None:
        return
    earlier, changed = found
    yield paint(f"What changed since {short(earlier.id)}", "title", view.colour)
    for change in changed[:MOST]:
        mark, style = ("  + ", "source") if change.added else ("  - ", "alarm")
        label = "new:" if change.added else "gone:"
        pieces = [Piece(label, "dim"), Piece(prose(change.sentence), style)]
        yield from flow(pieces, view.width, mark, "    ", view.colour)
    if len(changed) > MOST:
        yield f"  … {number(len(changed) - MOST, 'more changed sentence')}; --output-format json gives all"
    if not changed:
        yield "  nothing but white space"


def _sightings(article: ShownArticle, view: View) -> Iterator[str]:
    yield paint(f"Met {number(len(article.sightings), 'time')}", "title", view.colour)
    for sighting in article.sightings:
        facts = [sighting.origin, f"taken in {date(sighting.taken)}"]
        facts += [words for words in (sighting.publisher, sighting.published, sighting.url) if words]
        yield from flow([Piece(prose(" · ".join(facts)))], view.width, "  - ", "    ", view.colour)


def claim_lines_of(report: Report, place: int, view: View, olders: Olders) -> Iterator[str]:
    """A claim in full, with which model or rule found what, its older wording, and the article it stands in."""
    entry, document = _entry(report, place), report.document
    title = document.title.value if document.title else "title unknown"
    outlet = document.publisher.value if document.publisher else "outlet unknown"
    told = f"claim {entry.number} of {number(len(report.claims), 'claim')} in {olders.short(document.id)}"
    yield from flow([Piece(f"id: {entry.claim.id}")], view.width, "", "  ", view.colour)
    yield from flow([Piece(prose(told))], view.width, "", "  ", view.colour)
    words = f"{title} · {outlet} · {published(document)}"
    yield from flow([Piece(prose(words), "dim")], view.width, "", "", view.colour)
    yield ""
    yield from claim_lines(entry, document.text, replace(view, explain=True), olders)
    yield ""
    yield paint("In the text", "title", view.colour)
    passage = entry.claim.span.of(document.text)
    yield from flow([Piece(prose(passage) or "(no words)")], view.width, "  ", "  ", view.colour)


def _entry(report: Report, place: int) -> Entry:
    return entries(report)[place]
