"""Which Sayso this is."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


@cache  # as each claim that is weighed asks
def version() -> str:
    """The version of the package that is installed; ``0+unknown`` where it is run from its source."""
    try:
        return installed("sayso")
    except PackageNotFoundError:
        return "0+unknown"
