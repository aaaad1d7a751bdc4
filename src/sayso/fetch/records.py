"""What the files of this room share: the settings, what comes of a visit, a refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.errors import InputError, UsageError
from sayso.types.document import Rejection, Stage

MEGABYTE = 1_000_000
SHORTEST_DELAY = 1.0  # seconds
LONGEST_ORIGIN, LONGEST_MESSAGE = 4_000, 1_000  # characters
# What a server may have us keep of an answer and send back to it: visible ASCII and spaces, not too long.
KEEPABLE = re.compile(r"[!-~](?:[ -~]{0,998}[!-~])?")
CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How much one visit may cost.

    ``max_bytes`` bounds an answer, as it comes over the wire and after decompression. ``max_expansion`` bounds how many
    times its size a compressed answer above one megabyte may grow. ``max_seconds`` bounds a visit with its redirects
    and ``robots.txt``, without the pauses. ``delay`` is the pause between two requests to one host, in seconds, at
    least 1; a longer one that ``robots.txt`` asks for is kept, up to ``max_delay``.
    """

    max_bytes: int = 20 * MEGABYTE
    max_expansion: int = 200
    max_seconds: float = 60.0
    delay: float = SHORTEST_DELAY
    max_delay: float = 60.0

    def __post_init__(self) -> None:
        if not self.delay >= SHORTEST_DELAY:
            raise UsageError(f"a pause of {self.delay:g} s between requests is too short; give {SHORTEST_DELAY:g} s")
        if self.max_delay < self.delay:
            raise UsageError("the longest pause between requests is shorter than the shortest; raise max_delay")
        if min(self.max_bytes, self.max_expansion, self.max_seconds) <= 0:
            raise UsageError("a limit of the fetcher is not above 0; give a positive one")


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer was marked with (RFC 9110, 8.8), and the address that gave it.

    They are sent to that very address and to no other.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. ``url`` is where it came from in the end, without a fragment; ``redirects`` what led there.

    ``body`` is decompressed, otherwise as sent. ``content_type`` is in lower case without parameters (``text/html``),
    ``charset`` what the server says of it; each is ``None`` when it says nothing well-formed.
    """

    url: str
    body: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    redirects: tuple[str, ...] = ()

    @property
    def validators(self) -> Validators | None:
        """What to give to the next visit; ``None`` when the server marked nothing."""
        if self.etag is None and self.last_modified is None:
            return None
        return Validators(self.url, self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that its earlier answer still holds. ``validators`` are the newest ones."""

    url: str
    validators: Validators
    redirects: tuple[str, ...] = ()


class Refusal(InputError):
    """A visit that is not made or not ended; becomes a ``Rejection``. Its message goes on from the address."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    def at(self, url: str) -> Rejection:
        """The rejection of ``url``, its message on one line, both without a password that the address holds."""
        message = f"{shown(url)}: {shown(str(self), LONGEST_MESSAGE)}"
        return Rejection(shown(url, LONGEST_ORIGIN), Stage.FETCH, self.reason, message)


class HostRefusal(Refusal):
    """A refusal of the host, whatever is asked of it."""


def shown(words: str, longest: int = 200) -> str:
    """``words`` for a person: cut to ``longest``, control characters escaped, credentials of addresses left out."""
    words = CREDENTIALS.sub("", words)
    words = words if len(words) <= longest else words[:longest] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)


def keepable(value: str | None) -> str | None:
    """``value`` of a header if it can be kept and sent back, else ``None``."""
    return value if value is not None and KEEPABLE.fullmatch(value) else None
