"""``sayso read``: articles in, claims and who makes them out; nothing is stored."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import click

from sayso.cli.destination import destination, view
from sayso.errors import InputError, UsageError
from sayso.export import FORMATS, Outcome, Show, choose, words
from sayso.export.selection import at_least
from sayso.export.visible import prose
from sayso.types.claim import Report

SET_ASIDE: Final = 2  # the exit code when an input was set aside


@click.command()
@click.argument("inputs", nargs=-1, metavar="[FILE|FOLDER|-]...", type=click.Path(allow_dash=True))
@click.option(
    "--output-format",
    type=click.Choice([f.name for f in FORMATS]),
    help="How to write it.  [default: what the name after -o ends in, else text]",
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--show",
    type=click.Choice([s.value for s in Show]),
    default=Show.CLAIMS.value,
    show_default=True,
    help="Which list: what is claimed, who says what, or both. JSON always holds both.",
)
@click.option("--explain", is_flag=True, help="Add which model or rule found each thing, and where exactly.")
@click.option(
    "--min-confidence",
    metavar="P",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out claims and attributions less sure than P (0 to 1).",
)
@click.option("-q", "--quiet", is_flag=True, help="No notes; what was set aside is still told.")
@click.option("--model", metavar="FOLDER", type=click.Path(path_type=Path), hidden=True)
def read(
    inputs: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    min_confidence: float,
    quiet: bool,
    model: Path | None,
    **layout: Any,
) -> int:
    """Read articles and print what is claimed, on whose word: what happened or did not, when, where, how sure.

    Takes text, HTML, JSONL, CSV, feeds, mail, PDF, WARC, zip, folders, and "-" for standard input.

    Exit code 2 when an input was set aside: each is told on standard error with the reason and what
    to do; the others are read all the same.
    """
    # These load the model's libraries: help does without.
    from sayso.engine.read import read_documents
    from sayso.intake import documents
    from sayso.reading import load_reader

    origins = inputs or _standard_input()
    form = choose(FORMATS, output_format, output)
    _keep_inputs(origins, output)
    reader = load_reader(model)
    outcomes = read_documents(documents(origins), reader)
    notes = Notes(quiet=quiet, progress=not quiet and _watching(output))
    with destination(output) as out:
        form.write(notes.take(outcomes, min_confidence), out, view(out, **layout))
    notes.close()
    return SET_ASIDE if notes.rejected else 0


class Notes:
    """What goes to standard error: each input set aside, how far it is, how many there were."""

    def __init__(self, *, quiet: bool, progress: bool) -> None:
        self.read = 0
        self.rejected = 0
        self._quiet = quiet
        self._progress = progress

    def take(self, outcomes: Iterable[Outcome], min_confidence: float) -> Iterator[Outcome]:
        """Hand on each outcome, and tell of it. Raises ``InputError`` when there is none at all."""
        for outcome in outcomes:
            if isinstance(outcome, Report):
                self.read += 1
                outcome = at_least(outcome, min_confidence)
            else:
                self.rejected += 1
                sys.stdout.flush()  # keeps the order where both streams go to one terminal
                self._say(f"set aside: {prose(words.rejection(outcome))} [{prose(outcome.reason)}]")
            if self._progress:
                click.echo(f"\r{self.read} read, {self.rejected} set aside", nl=False, err=True)
            yield outcome
        if not self.read and not self.rejected:
            raise InputError("there is nothing to read in what was named; name a file, a folder with files, or -")

    def close(self) -> None:
        """Tell how many there were, unless that is plain to see."""
        if not self._quiet and self.read + self.rejected > 1:
            self._say(f"{self.read} read, {self.rejected} set aside")
        elif self._progress:
            self._say("")

    def _say(self, line: str) -> None:
        clear = "\r\x1b[K" if self._progress else ""
        click.echo(clear + line, nl=bool(line), err=True)


def _watching(output: Path | None) -> bool:
    """True when somebody sees standard error and the data go elsewhere."""
    return sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())


def _standard_input() -> tuple[str, ...]:
    if sys.stdin.isatty():
        raise UsageError("nothing to read: name a file or folder (sayso read article.txt), or pipe text in")
    return ("-",)


def _keep_inputs(origins: Iterable[str], output: Path | None) -> None:
    """Refuse to write over what is to be read."""
    if output and any(os.path.samefile(o, output) for o in origins if os.path.exists(o) and output.exists()):
        raise UsageError(f"{output} is an input: writing there would destroy it; choose another name after -o")
