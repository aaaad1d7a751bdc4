"""One article or one claim of a ledger, with all that is known of it: what ``sayso show`` and ``Ledger.show`` give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sayso.engine.changes import Change, changes
from sayso.engine.older import older_wordings
from sayso.errors import LedgerError
from sayso.export.older_text import Olders, record
from sayso.export.records import to_dict
from sayso.store.connection import Reader
from sayso.store.families import find_alike_count, find_parents, find_relatives
from sayso.store.ids import find_id
from sayso.store.readings import find_report
from sayso.store.taken import find_document
from sayso.store.versions import find_claim_place, find_set_aside, find_sightings, find_versions
from sayso.text.codec import Record
from sayso.types.claim import Claim, Report
from sayso.types.document import Document, Known, Rejection
from sayso.types.lineage import Derivation, Older
from sayso.types.listed import Relative, Sighting, Version

FACTS: Final = ("title", "publisher", "published", "url")


@dataclass(frozen=True, slots=True)
class ShownArticle:
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

    def to_dict(self) -> Record:
        """All of it as JSON types, as ``sayso show --output-format json`` writes it."""
        return article_record(self)


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """What one article claims: the ``place`` of the claim in its ``report``, and the older wordings of the article."""

    report: Report
    place: int
    older: tuple[Older, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.report.claims[self.place]

    def to_dict(self) -> Record:
        """All of it as JSON types, as ``sayso show --output-format json`` writes it."""
        return claim_record(self)


def find_shown(ledger: Reader, given: str) -> ShownArticle | ShownClaim:
    """The article or the article's claim with this id, or the beginning of one.

    Raises ``UsageError`` where none, or more than one, has such an id, ``LedgerError`` where its reading is broken.
    """
    named = find_id(ledger, given)
    return _claim(ledger, named.id) if named.claim else shown_article(ledger, named.id)


def shown_article(ledger: Reader, id: str) -> ShownArticle:
    """The article with this whole id, which must be there."""
    document = find_document(ledger, id)
    assert document is not None
    url = document.url.value if document.url else None
    report, rejection = find_report(ledger, id), find_set_aside(ledger, id)
    parents = find_parents(ledger, id)
    older = older_wordings(ledger, report) if report is not None and parents else ()
    known = find_relatives(ledger, (*(found.parent for found in parents), *(found.source for found in older)))
    alike = find_alike_count(ledger, id)
    versions, sightings = find_versions(ledger, url), find_sightings(ledger, id)
    return ShownArticle(document, report, rejection, versions, sightings, parents, alike, known, older)


def _claim(ledger: Reader, id: str) -> ShownClaim:
    found = find_claim_place(ledger, id)
    report = find_report(ledger, found[0]) if found else None
    if found is None or report is None or found[1] >= len(report.claims):
        raise LedgerError(f"claim {id}: its article's reading is not there; run 'sayso check --repair'")
    return ShownClaim(report, found[1], older_wordings(ledger, report))


def article_record(article: ShownArticle) -> Record:
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


def claim_record(found: ShownClaim) -> Record:
    """The claim with its event, as a dict of JSON types, and the article it stands in."""
    report, place = found.report, found.place
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
        "older_wording": record(older) if (older := Olders(found.older).of_claim(claim.id)) else None,
    }
