"""``/claims/{id}/report``: the report on a claim, as a file to keep.

It is never shown within the app, whose policy allows no style that stands in a page.
"""

from __future__ import annotations

from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.engine.claim_report import find_material
from sayso.export.claim_report import pieces
from sayso.store.ids import find_short
from sayso.web.page import there
from sayso.web.settings import Settings


async def report(request: Request) -> Response:
    """The file, made in a thread of its own."""
    return await to_thread.run_sync(_made, request, limiter=request.app.state.limiter)


def _made(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    now = settings.now
    with request.app.state.pool.reader() as ledger:
        found = there(lambda: find_material(ledger, request.path_params["id"], now()))
        text = "".join(pieces(found, lambda one: find_short(ledger, one)))
        name = find_short(ledger, found.traced.proposition.id)
    headers = {"Content-Disposition": f'attachment; filename="claim-{name}.html"'}
    return Response(text.encode("utf-8", "backslashreplace"), headers=headers, media_type="text/html; charset=utf-8")


ROUTES: Final = (Route("/claims/{id}/report", report, methods=["GET"], name="report"),)
