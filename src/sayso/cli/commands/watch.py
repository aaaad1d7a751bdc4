"""``sayso watch``: follows feeds and folders, and tells what changed about claims."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli import clock
from sayso.cli.clock import now
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.notes import Line
from sayso.errors import LedgerBusyError, UsageError
from sayso.export.visible import prose
from sayso.export.words import number

if TYPE_CHECKING:
    from sayso.engine.watching import Rests
    from sayso.store.connection import Writer
    from sayso.types.document import Rejection
    from sayso.types.news import More, News

SET_ASIDE: Final = 2  # the exit code when a source failed or an input was set aside
SHOWN: Final = 20  # set-aside inputs told one by one in a round; the others by their number
SECONDS: Final = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
LEAST: Final = 60  # seconds between two rounds that ask a server
FORMATS: Final = ("text", "jsonl")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@ledger_option
@click.option("--once", is_flag=True, help="Look once, tell what is new, and end.")
@click.option(
    "--every", metavar="TIME", default="10m", show_default=True, help="Pause between looks: 30s, 10m, 2h, 1d."
)
@click.option(
    "--about", metavar="WORDS", help="Only claims about somebody, however spelt, or with words, as in claims."
)
@click.option("--notify", metavar="CMD", help="Run it for each piece of news, which it gets as JSON on standard input.")
@click.option("--all", "every_claim", is_flag=True, help="On the first look, tell also what the ledger holds already.")
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="Processes that read.  [default: one a core]")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes; what failed is still told.")
@click.option("--model", metavar="FOLDER", type=click.Path(path_type=Path), hidden=True)
def watch(sources: tuple[str, ...], once: bool, every: str, notify: str | None, **asked: Any) -> int:
    """Follow feeds (web addresses), folders and files: take in what is new, and tell what it changed about claims.

    Tells of new claims, a first independent confirmation, a first denial, a withdrawal, a changed number and a changed
    standing, one line each. May be stopped at any moment; run again, it tells nothing twice.

    Exit code 2 when, with --once, a source failed or an input was set aside.
    """
    from sayso.cli.notify import command_of
    from sayso.engine.watching import Rests, is_address

    if "-" in sources:
        raise UsageError("standard input cannot be watched; name files, folders or addresses of feeds")
    addresses = tuple(s for s in sources if is_address(s))
    pause = _seconds(every)
    if addresses and pause < LEAST:
        raise UsageError(f"--every {every}: servers are asked once a minute at most; give 1m or more")
    path = find_ledger(asked.pop("ledger"), asked.pop("directory"))
    paths = tuple(s for s in sources if not is_address(s))
    watching = _Watching(path, paths, addresses, Rests(), command_of(notify) if notify else None, **asked)
    while True:
        try:
            failed = watching.look()
        except LedgerBusyError as error:
            if once:
                raise
            watching.line.say(f"{prose(str(error))}; tried again in {every}")
            failed = True
        if once:
            return SET_ASIDE if failed else 0
        clock.sleep(pause)


def _seconds(given: str) -> float:
    found = re.fullmatch(r"(\d{1,6})([smhd])", given.strip().lower(), re.ASCII)
    if found is None or int(found[1]) == 0:
        raise UsageError(f"--every {given!r} is no length of time; write 30s, 10m, 2h or 1d")
    return float(int(found[1]) * SECONDS[found[2]])


@dataclass(slots=True)
class _Watching:
    """What all rounds share."""

    path: Path
    paths: tuple[str, ...]
    addresses: tuple[str, ...]
    rests: Rests
    command: tuple[str, ...] | None
    about: str | None
    every_claim: bool
    output_format: str
    jobs: int | None
    quiet: bool
    model: Path | None
    line: Line = field(init=False)
    rejected: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.line = Line(progress=not self.quiet and sys.stderr.isatty())

    def look(self) -> bool:
        """One round; whether anything failed."""
        from sayso.store.connection import writer

        self.rejected = 0
        with writer(self.path) as ledger:
            self._begin(ledger)
            self._bring_in(ledger)
            told = self._tell(ledger)
        if self.rejected > SHOWN:
            self.line.say(f"set aside: {self.rejected - SHOWN} more; 'sayso status --rejected' lists them")
        if not told:
            self.line.show("nothing new")
        self.line.close()
        return self.rejected > 0

    def _begin(self, ledger: Writer) -> None:
        """Before the first round what the ledger holds is put down as told."""
        from sayso.store.told import find_watched, save_watched

        since = find_watched(ledger.read)
        if since is None:
            save_watched(ledger, now(), every=self.every_claim)
        elif self.every_claim:
            self.line.say(f"--all is for the first look only: this ledger is watched since {since}")
        self.every_claim = False

    def _bring_in(self, ledger: Writer) -> None:
        from sayso.engine.ingest import Taken
        from sayso.engine.watching import bring_in
        from sayso.engine.workers import jobs_here, team

        due = self.rests.due(self.addresses)
        looked = new = 0
        found = bring_in(ledger, self.paths, due, now, lambda: team(self.jobs or jobs_here(), self.model))
        for outcome in found:
            if not isinstance(outcome, Taken):
                self._reject(outcome)
                continue
            looked, new = looked + 1, new + outcome.new
            for rejection in outcome.rejected:
                self._reject(rejection)
            if outcome.origin in due:
                self.rests.note(outcome.origin, failed=any(r.reason.startswith("fetch-") for r in outcome.rejected))
            self.line.show(f"{number(looked, 'input')} looked at, {number(new, 'new article')}")

    def _reject(self, rejection: Rejection) -> None:
        self.rejected += 1
        if self.rejected <= SHOWN:
            self.line.say(f"set aside: {prose(rejection.message)} [{prose(rejection.reason)}]")

    def _tell(self, ledger: Writer) -> int:
        """Tell what is new; each piece of it is remembered once it was told and handed on."""
        from sayso.cli.listing import ready
        from sayso.cli.notify import Messenger
        from sayso.engine.watching import tell
        from sayso.export.news_words import record
        from sayso.export.records import dumps

        out = ready()
        messenger = Messenger(self.command, self.line) if self.command else None
        if messenger:
            messenger.again(ledger)
        told = 0
        for told, item in enumerate(tell(ledger, self.about), 1):  # noqa: B007
            event = dumps(record(item))
            self.line.clear()
            out.write(f"{event if self.output_format == 'jsonl' else _line(ledger, item)}\n")
            out.flush()
            if messenger:
                messenger.hand_on(ledger, event)
        return told


def _line(ledger: Writer, item: News | More) -> str:
    from sayso.export.news_words import line, more
    from sayso.store.ids import find_short
    from sayso.types.news import More

    if isinstance(item, More):
        return f"{more(item)}; 'sayso claims' lists them"
    return line(item, lambda id: find_short(ledger.read, id))
