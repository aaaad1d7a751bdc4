"""An answer as HTML, JSON or CSV: three forms of what a page looked up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.responses import Response

from sayso.export.records import dumps
from sayso.export.row_records import csv_pieces, record
from sayso.text.codec import Record
from sayso.web.page import Asked, Page, Shown
from sayso.web.render import link, render

FORMS: Final = ("json", "csv")


def as_html(page: Page, shown: Shown, asked: Asked, chrome: Mapping[str, Any]) -> Response:
    """The page for a person; ``chrome`` is what every page shows around what it is about."""
    own = {
        "page": page,
        "title": shown.title,
        "query": {param.name: asked.get(param.name) or "" for param in page.params},
        "base": asked.base,
        "has_csv": shown.rows is not None,
        "reviewer": asked.reviewer,
        "may_review": asked.may_review,
    }
    html = render(f"{page.name}.html", {**chrome, **own, **shown.context})
    return Response(html, shown.status, media_type="text/html")


def as_json(shown: Shown, asked: Asked) -> Response:
    """What the page is about as JSON."""
    return Response(dumps(record_of(shown, asked)) + "\n", shown.status, media_type="application/json")


def as_csv(shown: Shown, asked: Asked) -> Response:
    """The rows of the page as CSV; 404 in one line where it has none."""
    if shown.rows is None:
        return Response("this page has no rows; ask for .json\n", 404, media_type="text/plain")
    name = asked.base.strip("/").replace("/", "-") or "sayso"
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    text = "".join(csv_pieces(shown.rows.kind, shown.rows.rows))
    return Response(text.encode("utf-8"), shown.status, headers, media_type="text/csv; charset=utf-8")


def record_of(shown: Shown, asked: Asked) -> Record:
    """What the page is about: one record, or rows with how many there are and where the next ones are."""
    return shown.record() if shown.record is not None else _list(shown, asked)


def _list(shown: Shown, asked: Asked) -> Record:
    rows = shown.rows
    assert rows is not None, "a page has a record or rows"
    items = [record(rows.kind, row) for row in rows.rows]
    behind = asked.skip + len(items)
    more = rows.found is not None and behind < rows.found
    return {
        "kind": f"{rows.kind.name} list",
        "items": items,
        "found": rows.found,
        "found_at_least": rows.counted is not None and rows.found is not None and rows.found >= rows.counted,
        "next": link(f"{asked.base}.json", asked.query, skip=behind) if more else None,
    }
