"""Two articles side by side, word by word: what became of the one on the way to the other."""

from __future__ import annotations

from typing import Any, Final

from sayso.engine.lineage import compare
from sayso.errors import UsageError
from sayso.export import lineage_diff
from sayso.export.lineage_sides import Run, sides
from sayso.export.lineage_words import ALTERATIONS
from sayso.export.page import LANGUAGE
from sayso.store.connection import Reader
from sayso.store.ids import find_article, find_short
from sayso.store.taken import find_document
from sayso.types.document import Document
from sayso.types.lineage import ChangeKind, Comparison
from sayso.web.page import Asked, Page, Shown, there

# Characters of the two texts together: comparing two of half of it takes half a second at worst.
LONGEST: Final = 100_000
# What is said beside changed words: the others are seen to be changed, and nothing hangs on what to call them.
LABELS: Final = {ChangeKind.NEGATION: "negation", ChangeKind.NUMBER: "number", ChangeKind.NAME: "name"}


def look(ledger: Reader, asked: Asked) -> Shown:
    """The articles with these ids. Raises ``UsageError`` for two that are too long to be compared while one waits."""
    first, second = (_document(ledger, asked.path[name]) for name in ("id", "other"))
    if len(first.text) + len(second.text) > LONGEST:
        ids = " ".join(find_short(ledger, document.id) for document in (first, second))
        raise UsageError(f"these two have more than {LONGEST:,} characters; compare them with 'sayso diff {ids}'")
    found = compare(first, second)
    grave = lineage_diff.grave(found)
    context = {
        "sides": [_head(ledger, document) for document in (first, second)],
        "same": first.id == second.id,
        "summary": lineage_diff.summary(found),
        "grave": [
            {
                "label": LABELS[change.kind],
                "was": lineage_diff.said(change.first, first.text) if change.first else None,
                "now": lineage_diff.said(change.second, second.text) if change.second else None,
            }
            for change in grave[: lineage_diff.MOST]
        ],
        "more": max(len(grave) - lineage_diff.MOST, 0),
        "quotations": [
            {
                "label": ALTERATIONS[again.alteration],
                "was": again.parent.of(first.text),
                "now": again.child.of(second.text),
                "was_at": f"{again.parent.begin}-{again.parent.end}",
                "now_at": f"{again.child.begin}-{again.child.end}",
            }
            for again in found.quotes
            if again.alteration is not None
        ],
        "rows": _rows(found),
    }
    return Shown("Word by word", context, lambda: lineage_diff.record(found))


def _document(ledger: Reader, given: str) -> Document:
    found = find_document(ledger, there(lambda: find_article(ledger, given)))
    assert found is not None, given
    return found


def _head(ledger: Reader, document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "short": find_short(ledger, document.id),
        "title": document.title.value if document.title else "Title unknown",
        "outlet": document.publisher.value if document.publisher else "outlet unknown",
        "published": document.published.value if document.published else None,
        "language": document.language if LANGUAGE.fullmatch(document.language) else "und",
    }


def _rows(found: Comparison) -> list[dict[str, Any]]:
    """Each row: the runs of both sides, as the template writes them."""
    rows = []
    for side in sides(found):
        kind = "both" if side.first and side.second else "gone" if side.first else "new"
        first = [_run(run, found.first.text, gone=True) for run in side.first]
        second = [_run(run, found.second.text, gone=False) for run in side.second]
        changed = kind != "both" or any(run.change for run in (*side.first, *side.second))
        rows.append({"kind": kind, "first": first, "second": second, "changed": changed})
        for runs in (first, second):
            if runs:  # a row ends with its words, and not with the white space before the next one
                runs[0]["text"], runs[-1]["text"] = runs[0]["text"].lstrip(), runs[-1]["text"].rstrip()
    return rows


def _run(run: Run, text: str, *, gone: bool) -> dict[str, Any]:
    words = run.span.of(text)
    tag = "" if run.change is None or not words.strip() else "del" if gone else "ins"
    return {"text": words, "tag": tag, "label": LABELS.get(run.change) if run.change else None}


PAGE: Final = Page(
    name="diff",
    path="/articles/{id}/diff/{other}",
    help="Two articles side by side: what was replaced, put in and left out from the first to the second.",
    look=look,
    styles=("article.css", "kin.css"),
    parts={"id": "The id of the first article, or its beginning.", "other": "That of the second one."},
)
