"""For formats that hold one document a file."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.errors import UsageError
from sayso.export.format import Outcome
from sayso.types.claim import Report


def only_report(outcomes: Iterable[Outcome], name: str) -> Report | None:
    """The one report among the outcomes, ``None`` where all were set aside.

    Raises ``UsageError`` at the second one: a file of format ``name`` belongs to one text.
    """
    found = None
    for outcome in outcomes:
        if isinstance(outcome, Report):
            if found is not None:
                raise UsageError(
                    f"{name} holds one document a file, and there are more; write each to a file of its own"
                )
            found = outcome
    return found
