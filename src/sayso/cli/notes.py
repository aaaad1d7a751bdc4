"""Notes on standard error: lines that stay, and one that shows how far it is and goes again."""

from __future__ import annotations

import sys

import click

CLEAR = "\r\x1b[K"


class Line:
    """Standard error of one command. ``progress``: somebody watches, so that a line may be written over."""

    def __init__(self, *, progress: bool) -> None:
        self.progress = progress
        self._open = False

    def show(self, words: str) -> None:
        """Write over the line that shows how far it is; nothing where nobody watches."""
        if self.progress:
            click.echo(CLEAR + words, nl=False, err=True, color=True)
            self._open = True

    def say(self, words: str) -> None:
        """A line that stays."""
        sys.stdout.flush()  # keeps the order where both streams go to one terminal
        click.echo((CLEAR if self._open else "") + words, err=True, color=self._open or None)
        self._open = False

    def clear(self) -> None:
        """Take away the line that shows how far it is, before something is written to standard output."""
        if self._open:
            click.echo(CLEAR, nl=False, err=True, color=True)
            self._open = False

    def close(self) -> None:
        """End the line that shows how far it is."""
        if self._open:
            click.echo("", err=True)
            self._open = False
