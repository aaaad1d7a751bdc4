"""Claims across articles with nothing behind them, for tests of where and when."""

from __future__ import annotations

from itertools import count

from sayso.store.connection import Writer

NUMBERS = count(1)
PLAIN = {
    "basis": b"",
    "text": "Something happened.",
    "modality": "deed",
    "articles": 1,
    "texts": 1,
    "assertions": 1,
    "least": 1,
    "most": 1,
    "against_least": 0,
    "against_most": 0,
    "standing": "single origin",
    "standing_reason": "",
    "weighed": b"",
}
KYIV = {"site": "Kyiv", "country": "UA", "latitude": 50.45, "longitude": 30.52, "site_precision": "point"}
UKRAINE = {"site": "Ukraine", "country": "UA", "latitude": 49.0, "longitude": 32.0, "site_precision": "country"}
CRIMEA = {"site": "Crimea", "country": "UA", "latitude": 45.3, "longitude": 34.4, "site_precision": "region"}
GULF = {"site": "Persian Gulf", "latitude": 27.0, "longitude": 51.0, "site_precision": "area"}


def put(ledger: Writer, **facts: object) -> None:
    """Keep a claim with these columns."""
    n = next(NUMBERS)
    row = {**PLAIN, "id": f"p_{n:016x}", **facts}
    marks = ", ".join(f":{name}" for name in row)
    ledger.connection.execute(f"INSERT INTO propositions ({', '.join(row)}) VALUES ({marks})", row)
