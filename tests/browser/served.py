"""The app in a process of its own, over the ledger of ``sayso demo``."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 60.0  # seconds for the first page


def demo_ledger(folder: Path) -> Path:
    """The made-up story, read by the shipped model."""
    from click.testing import CliRunner

    from sayso.cli.commands.demo import PACK
    from sayso.cli.main import main

    for arguments in (["init", str(folder)], ["ingest", "-q", "--jobs", "1", str(PACK), "-C", str(folder)]):
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
    return folder / "ledger.sayso"


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[str]:
    """The address of a server of this ledger, such as ``http://127.0.0.1:40123``."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    end = time.monotonic() + WAIT
    told = ""
    while time.monotonic() < end and (line := process.stderr.readline()):
        told += line
        if line.startswith("http://"):
            return line.split()[0].rstrip("/")
    raise AssertionError(f"the server did not start: {told}")
