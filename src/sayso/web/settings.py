"""How the web app is set up: made once, by ``sayso serve``, from what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOST: Final = "127.0.0.1"
PORT: Final = 8117
LOCAL: Final = ("127.0.0.1", "localhost", "[::1]")  # names under which a browser on this machine may ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the app serves, to whom, and within which bounds.

    ``secret`` signs cookies. ``now`` gives the time at which somebody decides something (ISO 8601). ``names`` are host
    names under which it may be asked besides those of this machine. ``tokens`` is the file that says who may read and
    review where the app is ``public``; ``None`` where everybody on this machine may. ``https``: browsers reach it by
    https only, through another server. ``seconds`` is how long one page may ask the ledger, ``threads`` how many pages
    are made at a time, ``rate`` how many requests a second one client may make in the long run (``None``: any number).
    """

    ledger: Path
    secret: str
    now: Callable[[], str]
    names: tuple[str, ...] = ()
    public: bool = False
    tokens: Path | None = None
    https: bool = False
    seconds: float = 5.0
    threads: int = 4
    rate: float | None = None
