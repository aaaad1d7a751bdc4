"""One article: its text with marks, its claims beside it, where it comes from and who took it over."""

from __future__ import annotations

from typing import Any, Final

from markupsafe import Markup

from sayso.engine.showing import ShownArticle, shown_article
from sayso.export import claims, lists, page, status, trace_words, words
from sayso.export.claims import Entry
from sayso.export.html import HATCH
from sayso.export.lineage_words import KINDS, direction, quotations
from sayso.export.row_records import CLAIMS
from sayso.export.segments import Role
from sayso.export.wording_text import LIKELY
from sayso.store.claimed import find_told_here
from sayso.store.connection import Reader
from sayso.store.families import find_child_count, find_children, find_quotes
from sayso.store.ids import find_article, find_short
from sayso.store.lists import find_claims_of
from sayso.types.lineage import Derivation
from sayso.types.listed import Relative, ToldHere
from sayso.types.weighing import Side
from sayso.web import reading
from sayso.web.page import Asked, Page, Param, Rows, Shown, there
from sayso.web.render import link

PART: Final = Param("part", "This part of a long text.", {"type": "integer", "minimum": 1, "maximum": 10_000})
AT: Final = Param(
    "at",
    "Mark these characters of the text, such as 120-180, and show the part that holds them.",
    {"type": "string", "pattern": "^[0-9]+-[0-9]+(,[0-9]+-[0-9]+)*$", "maxLength": 300},
)
MOST_CHILDREN: Final = 12  # that derive from the article; the page of the family has all
MOST_MET: Final = 20  # sightings
SIDES: Final = {Side.FOR: "", Side.AGAINST: "here against it", Side.OPEN: "left open here"}


def look(ledger: Reader, asked: Asked) -> Shown:
    """The article with this id."""
    id = there(lambda: find_article(ledger, asked.path["id"]))
    article = shown_article(ledger, id)
    document = article.document
    spans = reading.asked_spans(asked.get(AT.name), document.text)
    part = reading.part_of(document.text, asked.number(PART), spans)
    notes = reading.notes_on(article, tuple(find_quotes(ledger, id, altered=True)) if article.parents else ())
    title = document.title.value if document.title else "Title unknown"
    children = find_children(ledger, id, MOST_CHILDREN)
    context = {
        "article": article,
        "document": document,
        "short": find_short(ledger, id),
        "heading": title,
        "outlet": document.publisher.value if document.publisher else "Outlet unknown",
        "bases": {fact: words.BASES[known.basis] for fact in FACTS if (known := getattr(document, fact))},
        "part": part,
        "quotations": [_note(note, part, asked.base) for note in notes if note.role is Role.ALTERED],
        "swaps": _swaps(article, part, asked.base, [note for note in notes if note.role is Role.SWAPPED]),
        "parents": [_parent(article, by) for by in article.parents],
        "children": [{"kind": KINDS[kind], "it": child} for kind, child in children],
        "child_count": find_child_count(ledger, id) if len(children) == MOST_CHILDREN else len(children),
        "most_met": MOST_MET,
        "before": _before(article),
        **_read(ledger, article, part, notes, spans),
    }
    return Shown(title, context, article.to_dict, Rows(CLAIMS, find_claims_of(ledger, id)))


FACTS: Final = ("title", "publisher", "published")


def _read(
    ledger: Reader, article: ShownArticle, part: reading.Part, notes: tuple[reading.Note, ...], spans: Any
) -> dict[str, Any]:
    """What was read from the article, or its mere text."""
    report, document = article.report, article.document
    if report is None:
        text = reading.plain(document.text, part, spans, document.language)
        return {"text": text, "entries": [], "says": "", "unknown": "", "voices": "", "summary": "", "respun": None}
    found = reading.marked(report, part, notes, spans)
    told = reading.discreet(report)
    across = find_told_here(ledger, document.id)
    respun = report.reading.wording.respun
    return {
        "text": found.text,
        "entries": [_entry(entry, document.text, across.get(entry.claim.id)) for entry in found.entries],
        "claim_count": len(report.claims),
        "says": found.says,
        "unknown": found.unknown,
        "voices": Markup("\n".join(page.voices(told.reading, "")) + HATCH),
        "summary": claims.summary(claims.entries(told)),
        "counts": words.counts(told.reading),
        "warnings": report.warnings,
        "respun": words.confidence(respun) if respun >= LIKELY else None,
    }


def _entry(entry: Entry, text: str, across: ToldHere | None) -> dict[str, Any]:
    """A claim as its place in the list shows it."""
    shown: dict[str, Any] = {
        "n": entry.number,
        "it": entry.claim,
        "tag": status.tag(entry.claim, entry.polarity),
        "tone": status.tone(entry.claim, entry.polarity),
        "behind": Markup("\n".join(lists.behind(entry, text, reading.VIEW))),
        "across": across,
    }
    if across is not None:
        shown |= {
            "standing": across.standing.name.lower(),
            "standing_words": trace_words.STANDINGS[across.standing].lower(),
            "articles": words.number(across.articles, "article"),
            "side": SIDES[across.side],
        }
    return shown


def _parent(article: ShownArticle, by: Derivation) -> dict[str, Any]:
    """What the article derives from, in words."""
    shared = by.alignment
    return {
        "it": article.known.get(by.parent) or Relative(by.parent, None, None, None, None),
        "kind": KINDS[by.kind],
        "share": words.percent(shared.second_share) if shared.passages else None,
        "same": words.percent(shared.wording) if shared.passages else None,
        "confidence": words.confidence(by.probability),
        "direction": direction(by),
        "quotes": quotations(by.quotes),
        "altered": any(q.alteration for q in by.quotes),
        "reasons": "; ".join(by.reasons),
    }


def _note(note: reading.Note, part: reading.Part, base: str) -> dict[str, Any]:
    """A note with a link to its words here, and to those there."""
    begin, end = note.spans[0].begin, note.spans[0].end
    here = f"#w{note.number}" if part.holds(begin) else link(base, at=f"{begin}-{end}") + "#at"
    return {"it": note, "here": here, "there": f"/articles/{note.source}?at={note.at}#at" if note.source else None}


def _swaps(article: ShownArticle, part: reading.Part, base: str, notes: list[reading.Note]) -> list[dict[str, Any]]:
    """Words that were others, those of one text together, the same words once, with how often."""
    groups: dict[str | None, dict[tuple[str, str], list[reading.Note]]] = {}
    for note in notes:
        pair = (note.words.casefold(), note.was.casefold())
        groups.setdefault(note.source, {}).setdefault(pair, []).append(note)
    return [
        {
            "source": article.known.get(source) if source else None,
            "rows": [_note(same[0], part, base) | {"times": len(same)} for same in rows.values()],
        }
        for source, rows in groups.items()
    ]


def _before(article: ShownArticle) -> str | None:
    """The version before this one."""
    ids = [version.id for version in article.versions]
    place = ids.index(article.document.id) if article.document.id in ids else 0
    return ids[place - 1] if place else None


PAGE: Final = Page(
    name="article",
    path="/articles/{id}",
    help="One article: what was read from it, from what it derives, its versions, and where it was met.",
    look=look,
    params=(AT, PART),
    styles=("article.css", "lit.css"),
    scripts=("list.js", "article.js"),
    parts={"id": "The id of an article, or its beginning."},
)
