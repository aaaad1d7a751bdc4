"""One article or one claim of the ledger, for a person and for a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.cli.changes import MOST, Change, changes
from sayso.export import lineage_words
from sayso.export.claims import Entry, entries
from sayso.export.claims_text import claim_lines
from sayso.export.flow import Piece, flow, paint
from sayso.export.format import View
from sayso.export.older_text import Olders, record
from sayso.export.records import to_dict
from sayso.export.text import lines
from sayso.export.visible import prose
from sayso.export.words import date, number, published
from sayso.text.codec import Record
from sayso.types.claim import Report
from sayso.types.document import Document, Known, Rejection
from sayso.types.lineage import Derivation, Older
from sayso.types.listed import Relative, Sighting, Version

FACTS: Final = ("title", "publisher", "published", "url")
Short = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Article:
    """An article and all that is known of it. ``versions`` are of its address, itself among them, the earliest first.

    ``report`` is ``None`` while it waits to be read, or when it was set aside, for ``rejection`` then. ``parents`` are
    what it derives from, ``alike`` the number of articles that are the same text, itself among them; ``older`` are the
    wordings of the texts at hand that it was made from.
    """

    document: Document
    report: Report | None
    rejection: Rejection | None
    versions: tuple[Version, ...]
    sightings: tuple[Sighting, ...]
    parents: tuple[Derivation, ...] = ()
    alike: int = 1
    known: Mapping[str, Relative] = field(default_factory=dict)
    older: tuple[Older, ...] = ()

    @property
    def state(self) -> str:
        """``read``, ``waiting`` or ``set aside``."""
        return "read" if self.report else "set aside" if self.rejection else "waiting"

    def before(self) -> tuple[Version, tuple[Change, ...]] | None:
        """The version before this one and what changed since; ``None`` for the first and the only one."""
        place = next((k for k, version in enumerate(self.versions) if version.id == self.document.id), 0)
        if place == 0:
            return None
        earlier = self.versions[place - 1]
        return earlier, changes(earlier.text, self.document.text)


def article_lines(article: Article, view: View, short: Short) -> Iterator[str]:
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


def _lineage(article: Article, short: Short) -> str:
    """From what an article derives, and how many are the same text; empty where it has no relatives."""
    told = [lineage_words.derived(by, article.known, short) for by in article.parents[:1]]
    if article.alike > 1:
        told.append(f"{number(article.alike, 'article')}, 1 text: 'sayso lineage {short(article.document.id)}'")
    return "; ".join(told)


def _state(article: Article) -> str:
    if article.rejection is not None and article.report is None:
        return f"set aside: {article.rejection.message} [{article.rejection.reason}]"
    return "read" if article.report else "waits to be read by 'sayso ingest'"


def _versions(article: Article, view: View, short: Short) -> Iterator[str]:
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


def _sightings(article: Article, view: View) -> Iterator[str]:
    yield paint(f"Met {number(len(article.sightings), 'time')}", "title", view.colour)
    for sighting in article.sightings:
        facts = [sighting.origin, f"taken in {date(sighting.taken)}"]
        facts += [words for words in (sighting.publisher, sighting.published, sighting.url) if words]
        yield from flow([Piece(prose(" · ".join(facts)))], view.width, "  - ", "    ", view.colour)


def article_record(article: Article) -> Record:
    """All of it as a dict of JSON types; ``reading`` is the article as ``sayso read --output-format json`` has it."""
    found = article.before()
    return {
        "kind": "article",
        "id": article.document.id,
        "state": article.state,
        **{name: _fact(getattr(article.document, name)) for name in FACTS},
        "language": article.document.language,
        "format": article.document.format,
        "set_aside": {"reason": r.reason, "message": r.message} if (r := article.rejection) else None,
        "versions": [{"id": v.id, "published": v.published, "title": v.title} for v in article.versions],
        "changed_since": found[0].id if found else None,
        "changes": [{"added": c.added, "sentence": c.sentence} for c in found[1]] if found else [],
        "derives_from": [
            {"id": d.parent, "kind": d.kind.value, "probability": d.probability, "direction": d.direction}
            for d in article.parents
        ],
        "articles_of_this_text": article.alike,
        "older_wording": [record(found) for found in article.older],
        "sightings": [
            {name: getattr(s, name) for name in ("origin", "taken", "title", "publisher", "published", "url")}
            for s in article.sightings
        ],
        "reading": to_dict(article.report) if article.report else None,
    }


def _fact(fact: Known | None) -> Record | None:
    return {"value": fact.value, "basis": fact.basis.value} if fact else None


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


def claim_record(report: Report, place: int, olders: Olders) -> Record:
    """The claim with its event, as a dict of JSON types, and the article it stands in."""
    whole = to_dict(report)
    claim = report.claims[place]
    told = {a["id"]: a for a in whole["attributions"]}
    return {
        "kind": "claim",
        "document": whole["document"]["id"],
        **{name: _fact(getattr(report.document, name)) for name in FACTS},
        "claim": whole["claims"][place],
        "event": next((e for e in whole["events"] if e["id"] == claim.event_id), None),
        "attribution": told.get(claim.attribution_id or ""),
        "older_wording": record(older) if (older := olders.of_claim(claim.id)) else None,
    }


def _entry(report: Report, place: int) -> Entry:
    return entries(report)[place]
