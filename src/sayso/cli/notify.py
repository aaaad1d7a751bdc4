"""Hands news on to a command that somebody names: one JSON object on its standard input."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import suppress
from typing import Final

from sayso.cli.notes import Line
from sayso.errors import UsageError
from sayso.store.connection import Writer
from sayso.store.told import find_unsent, save_attempt, save_sent, save_unsent

SECONDS: Final = 30.0  # for one piece of news
ATTEMPTS: Final = 5  # times that news are handed on before they are given up
FAILURES: Final = 3  # failures in a row after which the command is left alone until the next round


def command_of(given: str) -> tuple[str, ...]:
    """The program and its arguments, parted as a shell does; no shell runs.

    Raises ``UsageError`` where a quotation mark is open, nothing is named, or there is no such program.
    """
    try:
        parts = tuple(shlex.split(given))
    except ValueError as error:
        raise UsageError(f"--notify {given!r} cannot be parted into arguments ({error})") from None
    if not parts:
        raise UsageError("--notify names no command")
    if shutil.which(parts[0]) is None:
        raise UsageError(f"--notify: there is no program {parts[0]!r} that may be run; give its path")
    return parts


def notify(command: tuple[str, ...], event: str, seconds: float = SECONDS) -> str | None:
    """Run the command with ``event`` on its standard input; why it failed, or ``None``.

    What it writes to standard output is dropped. One that takes longer is ended, with what it started.
    """
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        return f"cannot be run ({error.strerror or error})"
    try:
        process.communicate(f"{event}\n".encode("utf-8", "backslashreplace"), timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return f"takes longer than {seconds:g} s"
    except BaseException:
        _end(process)
        raise
    if process.returncode < 0:
        return f"was ended by signal {-process.returncode}"
    return f"ends with {process.returncode}" if process.returncode else None


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Messenger:
    """Hands news on in one round. What fails is told and kept in the ledger, to be tried again in later rounds."""

    def __init__(self, command: tuple[str, ...], line: Line) -> None:
        self._command = command
        self._line = line
        self._failures = 0

    def hand_on(self, ledger: Writer, event: str) -> None:
        """Hand on what is new. Raises ``LedgerError``."""
        if not self._handed(event):
            save_unsent(ledger, event)

    def again(self, ledger: Writer) -> None:
        """Hand on what failed in earlier rounds. Raises ``LedgerError``."""
        given_up = 0
        for unsent in find_unsent(ledger.read):
            if self._failures >= FAILURES:
                break
            if self._handed(unsent.event):
                save_sent(ledger, unsent.n)
            else:
                given_up += not save_attempt(ledger, unsent.n, ATTEMPTS)
        if given_up:
            self._line.say(f"--notify: {given_up} given up after {ATTEMPTS} attempts each")

    def _handed(self, event: str) -> bool:
        """Whether the command took it; not tried where it failed again and again."""
        if self._failures >= FAILURES:
            return False
        why = notify(self._command, event)
        self._failures = self._failures + 1 if why else 0
        if why:
            rest = "; left alone until the next round" if self._failures == FAILURES else "; tried again next round"
            self._line.say(f"--notify: {self._command[0]} {why}{rest}")
        return why is None
