"""Ids of claims: hashes of what makes them, so that a second run gives the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.types.span import Span


def claim_id(
    document_id: str, event_id: str | None, attribution_id: str | None, polarity: str, pieces: Sequence[Span]
) -> str:
    """ "c_" and 16 hex digits of SHA-256 over document, event, attribution, polarity and pieces."""
    places = ";".join(f"{p.begin}-{p.end}" for p in pieces)
    parts = (document_id, event_id or "-", attribution_id or "-", polarity, places)
    return "c_" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
