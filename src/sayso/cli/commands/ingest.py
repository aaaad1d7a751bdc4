"""``sayso ingest``: files into the ledger, each read once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.clock import now
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.notes import Line
from sayso.export.visible import prose
from sayso.export.words import number
from sayso.types.document import Rejection

if TYPE_CHECKING:
    from sayso.engine.ingesting import Ingested, Progress

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
    from sayso.engine.ingesting import Wanted, ingested
    from sayso.engine.ingesting import ingest as steps
    from sayso.store.connection import writer

    path = find_ledger(**where)
    wanted = Wanted(inputs=inputs, fetch=fetch, jobs=jobs, reread=reread, read=not no_read, model=model)
    line = Line(progress=not quiet and sys.stderr.isatty())
    notes = _Notes(line)
    with writer(path) as open_ledger:
        done = ingested(steps(open_ledger, wanted, now), notes.tell)
    notes.close(None if quiet else done)
    return SET_ASIDE if done.rejected else 0


class _Notes:
    """Tells of an ingest on standard error."""

    def __init__(self, line: Line) -> None:
        self._new = self._rejected = 0
        self._line = line

    def tell(self, step: Progress) -> None:
        """One thing more was done."""
        for rejection in step.rejected:
            self._reject(rejection)
        if step.taken is not None:
            self._new += step.taken.new
            self._line.show(f"{number(step.done, 'input')}, {number(self._new, 'new article')}")
        elif step.waiting is None:  # how many claims there will be is not known
            self._line.show(f"claims of {number(step.done, 'article')} compared with the others")
        else:
            does = "read" if step.doing == "reading" else "compared with the others"
            self._line.show(f"{step.done} of {number(step.waiting, 'article')} {does}")

    def _reject(self, rejection: Rejection) -> None:
        self._rejected += 1
        if self._rejected <= SHOWN:
            self._line.say(f"set aside: {prose(rejection.message)} [{prose(rejection.reason)}]")

    def close(self, done: Ingested | None) -> None:
        """The set-aside inputs that were not told one by one, and what was ``done``, in one line."""
        self._line.close()
        if self._rejected > SHOWN:
            self._line.say(f"set aside: {self._rejected - SHOWN} more; 'sayso status --rejected' lists them")
        if done is not None:
            again = f", {number(done.again, 'exact copy', 'exact copies')}" if done.again else ""
            known = f", {done.known} taken in before" if done.known else ""
            told = [f"{number(done.inputs, 'input')}{known}: {number(done.new, 'new article')}{again}"]
            told += [f"{done.read} read"]
            told += [f"{self._rejected} set aside"] if self._rejected else []
            self._line.say("; ".join(told))
