"""What changes something: forms that a page of the app sends, checked before anything is done."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FIELDS = 20  # of a form
Form = dict[str, str]


@dataclass(frozen=True, slots=True)
class Action:
    """A form: where it is sent to (POST), and what then is done. ``act`` gets the checked fields of the form.

    ``began`` is false for the form that begins a session: it has no token yet, and ``OwnOnly`` alone stands before it.
    ``stale`` answers, in place of a refusal, a form that does not come from this session; it changes nothing.
    """

    name: str
    path: str
    act: Callable[[Request, Form], Awaitable[Response]]
    stale: Callable[[Request, Form], Response] | None = None
    began: bool = True

    def route(self) -> Route:
        """Its route."""
        return Route(self.path, self._checked, methods=["POST"], name=self.name)

    async def _checked(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=FIELDS) as sent:
            form = {name: value for name, value in sent.items() if isinstance(value, str)}
        token, given = request.session.get("token"), form.pop("token", "")
        if self.began and not (token and hmac.compare_digest(token.encode(), given.encode())):
            if self.stale is not None:
                return self.stale(request, form)
            raise HTTPException(403, "this form is too old or not ours; go back, load the page again and send it again")
        return await self.act(request, form)
