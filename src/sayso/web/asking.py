"""Who asks for what, and what every page shows around its own matter."""

from __future__ import annotations

import re
import secrets
from typing import Any, Final

from starlette.requests import Request

from sayso.web.door import Who
from sayso.web.page import Asked
from sayso.web.settings import Settings

OWN: Final = re.compile(r"/(?![/\\])[!-~]*")  # a path of this app: nothing that a browser takes for another host


def asked_by(request: Request, form: str = "") -> Asked:
    """What a request asks for, and who asks; ``form`` is the ending of the address ("json")."""
    settings: Settings = request.app.state.settings
    who: Who | None = request.scope.get("who")
    reviewer = (who.reviewer if who else None) if settings.public else request.session.get("reviewer")
    return Asked(
        base=request.url.path.removesuffix(f".{form}") if form else request.url.path,
        path=dict(request.path_params),
        query={name: value for name, value in request.query_params.items()},
        reviewer=reviewer,
        may_review=not settings.public or reviewer is not None,
        looked=request.session.get("looked"),
    )


def chrome(request: Request) -> dict[str, Any]:
    """What every page shows around what it is about, and the token that its forms send back.

    ``notice`` is what the last form of this browser came to; it is shown once.
    """
    session = request.session
    # Who comes by a link of another site sends no cookie; a new session would end the one that they may have.
    if "token" not in session and request.headers.get("sec-fetch-site") != "cross-site":
        session["token"] = secrets.token_urlsafe(24)
    settings: Settings = request.app.state.settings
    return {
        "menu": request.app.state.menu,
        "path": request.url.path,
        "ledger_name": settings.ledger.name,
        "ledger_folder": settings.ledger.resolve().parent.name,
        "token": session.get("token", ""),
        "public": settings.public,
        "inside": request.scope.get("who") is not None,
        "notice": session.pop("notice", None),
    }


def own_path(given: str) -> str | None:
    """A path of this app that a form asks to go on to; ``None`` for anything else."""
    return given if OWN.fullmatch(given) else None
