"""Asking one ledger with the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from sayso.cli.main import main
from tests.store.asked import asked_ledger

Ask = Callable[..., Result]


def asker(folder: Path) -> Ask:
    """Runs a command on the ledger of ``tests.store.asked``."""
    with asked_ledger(folder):
        pass

    def ask(*arguments: object) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments), "--ledger", str(folder / "a.sayso")])

    return ask
