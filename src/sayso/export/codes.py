"""Codes of countries in the form in which another data set writes them."""

from __future__ import annotations

from functools import cache
from typing import Final

# Codes of former states that CLDR gives for the state that took their place; the present one has this.
PRESENT: Final = {"CD": "COD", "FR": "FRA", "TL": "TLS"}


@cache
def alpha3(code: str) -> str:
    """The ISO 3166-1 alpha-3 code of an alpha-2 code, the code itself where CLDR knows none."""
    return _table().get(code, code)


@cache
def _table() -> dict[str, str]:
    from babel.core import get_global  # reads its tables from disk: only where a table needs them

    aliases = get_global("territory_aliases")
    found = {codes[0]: old for old, codes in aliases.items() if len(old) == 3 and old.isalpha() and len(codes) == 1}
    return found | PRESENT
