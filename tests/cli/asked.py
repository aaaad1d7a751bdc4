"""Asking one ledger with the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from sayso.cli.main import main
from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from tests.store.asked import asked_ledger

Ask = Callable[..., Result]


def asker(folder: Path, *, weighed: bool = False) -> Ask:
    """Runs a command on the ledger of ``tests.store.asked``; ``weighed``: with claims across articles."""
    with asked_ledger(folder) as ledger:
        if weighed:
            list(link_new(ledger))
            list(weigh_new(ledger))

    def ask(*arguments: object) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments), "--ledger", str(folder / "a.sayso")])

    return ask
