"""``sayso ingest``: files into the ledger, each read once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.clock import now
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.notes import Line
from sayso.export.visible import prose
from sayso.export.words import number
from sayso.types.claim import Report
from sayso.types.document import Rejection

if TYPE_CHECKING:
    from sayso.engine.ingest import Taken
    from sayso.store.connection import Writer

SET_ASIDE: Final = 2  # the exit code when an input was set aside
SHOWN: Final = 20  # set-aside inputs told one by one; the others by their number


@click.command()
@click.argument("inputs", nargs=-1, metavar="[FILE|FOLDER|-]...", type=click.Path(allow_dash=True))
@ledger_option
@click.option("--fetch", metavar="URL", multiple=True, help="Fetch this page, feed or file, and nothing that it names.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="Processes that read.  [default: one a core]")
@click.option("--reread", is_flag=True, help="Read again what an older model or version of sayso has read.")
@click.option("--no-read", is_flag=True, help="Only take in; what waits is read by a later ingest.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes; what was set aside is still told.")
@click.option("--model", metavar="FOLDER", type=click.Path(path_type=Path), hidden=True)
def ingest(
    inputs: tuple[str, ...],
    fetch: tuple[str, ...],
    jobs: int | None,
    reread: bool,
    no_read: bool,
    quiet: bool,
    model: Path | None,
    **where: Any,
) -> int:
    """Take files and folders into the ledger, read what is new, find from what it derives and weigh its claims.

    "-" is standard input. May be stopped at any moment and run again: it goes on where it was, nothing is lost or
    taken twice. Without inputs it reads what still waits.

    Exit code 2 when an input was set aside; "sayso status --rejected" lists them all with their reasons.
    """
    # These load the model's libraries and those of intake: help does without.
    from sayso.engine.ingest import read_waiting, take_in
    from sayso.engine.lineage import link_new
    from sayso.engine.propositions import weigh_new
    from sayso.engine.workers import jobs_here, team
    from sayso.store.connection import writer
    from sayso.store.lineage import find_unlinked_count
    from sayso.store.taken import find_waiting_count, save_reread

    path = find_ledger(**where)
    line = Line(progress=not quiet and sys.stderr.isatty())
    tally = _Tally(quiet=quiet, line=line)
    with writer(path) as open_ledger:
        for taken in take_in(open_ledger, inputs, now):
            tally.take(taken)
        for taken in _fetched(open_ledger, fetch):
            tally.take(taken)
        if no_read:
            tally.close()
            return SET_ASIDE if tally.rejected else 0
        with team(jobs or jobs_here(), model) as (readers, producer):
            if reread:
                save_reread(open_ledger, producer)
            waiting = find_waiting_count(open_ledger.read)
            for outcome in read_waiting(open_ledger, readers, producer, now):
                tally.read(outcome, waiting)
        waiting = find_unlinked_count(open_ledger.read)
        for _ in link_new(open_ledger):
            tally.link(waiting)
        for _ in weigh_new(open_ledger):
            tally.weigh()
    tally.close()
    return SET_ASIDE if tally.rejected else 0


def _fetched(ledger: Writer, urls: tuple[str, ...]) -> Iterator[Taken]:
    if urls:  # without the libraries of the network where nobody asks for it
        from sayso.engine.fetching import take_from

        yield from take_from(ledger, urls, now)


class _Tally:
    """Counts what was taken in and read, and tells of it on standard error."""

    def __init__(self, *, quiet: bool, line: Line) -> None:
        self.inputs = self.known = self.new = self.again = self.done = self.linked = self.weighed = self.rejected = 0
        self._quiet = quiet
        self._line = line

    def take(self, taken: Taken) -> None:
        """One input more."""
        self.inputs += 1
        self.known += taken.known
        self.new += taken.new
        self.again += taken.again
        for rejection in taken.rejected:
            self._reject(rejection)
        self._line.show(f"{number(self.inputs, 'input')}, {number(self.new, 'new article')}")

    def read(self, outcome: Report | Rejection, waiting: int) -> None:
        """One of ``waiting`` articles more that was read, or could not be."""
        self.done += 1
        if isinstance(outcome, Rejection):
            self._reject(outcome)
        self._line.show(f"{self.done} of {number(waiting, 'article')} read")

    def link(self, waiting: int) -> None:
        """One of ``waiting`` articles more that was compared with the others."""
        self.linked += 1
        self._line.show(f"{self.linked} of {number(waiting, 'article')} compared with the others")

    def weigh(self) -> None:
        """One article more whose claims were compared with those of the others; how many there will be is not known."""
        self.weighed += 1
        self._line.show(f"claims of {number(self.weighed, 'article')} compared with the others")

    def _reject(self, rejection: Rejection) -> None:
        self.rejected += 1
        if self.rejected <= SHOWN:
            self._line.say(f"set aside: {prose(rejection.message)} [{prose(rejection.reason)}]")

    def close(self) -> None:
        """What was done, in one line."""
        self._line.close()
        if self.rejected > SHOWN:
            self._line.say(f"set aside: {self.rejected - SHOWN} more; 'sayso status --rejected' lists them")
        if not self._quiet:
            again = f", {number(self.again, 'exact copy', 'exact copies')}" if self.again else ""
            known = f", {self.known} taken in before" if self.known else ""
            told = [f"{number(self.inputs, 'input')}{known}: {number(self.new, 'new article')}{again}"]
            told += [f"{self.done} read"]
            told += [f"{self.rejected} set aside"] if self.rejected else []
            self._line.say("; ".join(told))
