"""``sayso``: the commands, and what becomes of errors.

Exit codes: 0 done; 1 kept for a condition that a flag asks for; 2 something could not be done or was
set aside; 130 stopped by Ctrl-C; 141 nobody reads the output any more (128 and the signal's number).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import click

import sayso
from sayso.cli.commands import (
    articles,
    backup,
    check,
    claims,
    compare,
    demo,
    diff,
    export,
    forget,
    ingest,
    init,
    lineage,
    mcp,
    quotes,
    read,
    report,
    review,
    schema,
    search,
    serve,
    show,
    sources,
    status,
    timeline,
    trace,
    watch,
)
from sayso.errors import SaysoError
from sayso.export.visible import prose

FAILED: Final = 2
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141

COMMANDS: Final[tuple[click.Command, ...]] = (
    articles.articles,
    backup.backup,
    check.check,
    claims.claims,
    compare.compare,
    demo.demo,
    diff.diff,
    export.export,
    forget.forget,
    ingest.ingest,
    init.init,
    lineage.lineage,
    mcp.mcp,
    quotes.quotes,
    read.read,
    report.report,
    review.review,
    schema.schema,
    search.search,
    serve.serve,
    show.show,
    sources.sources,
    status.status,
    timeline.timeline,
    trace.trace,
    watch.watch,
)


class _Stopped(Exception):
    """Somebody pressed Ctrl-C, and there is something to say about it."""


class Group(click.Group):
    """The command line. Every error that is somebody's to mend becomes one line on standard error."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit with the command's code; without ``standalone_mode`` return it and let errors through."""
        call = partial(super().main, args, prog_name, complete_var, False, **extra)
        if not standalone_mode:
            return call()
        sys.exit(_exit_code(call))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that has gone away is no error of anybody."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still buffered would raise again when the interpreter closes standard output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return NOBODY_READS
        except KeyboardInterrupt:
            if ctx.invoked_subcommand != ingest.ingest.name:
                raise
            raise _Stopped("stopped; run it again, and it goes on where it was") from None
        return result


def _exit_code(call: Callable[[], Any]) -> int:
    try:
        code = call()
    except click.ClickException as error:
        error.show()
    except SaysoError as error:
        click.echo(f"sayso: {prose(str(error))}", err=True)
    except _Stopped as stopped:
        begin = "\n" if sys.stderr.isatty() else ""  # behind the "^C" that a terminal shows
        click.echo(f"{begin}sayso: {stopped}", err=True)
        return INTERRUPTED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    else:
        return code if isinstance(code, int) else 0
    return FAILED


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "SAYSO"},
    commands=COMMANDS,
)
@click.version_option(sayso.__version__, prog_name="sayso")
def main() -> None:
    """Read conflict news and find what is claimed, on whose word."""
