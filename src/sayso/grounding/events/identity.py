"""Ids of events: hashes of what makes them, so that a second run gives the same."""

from __future__ import annotations

import hashlib

from sayso.types.event import EventType
from sayso.types.span import Span


def event_id(document_id: str, kind: EventType, trigger: Span) -> str:
    """ "e_" and 16 hex digits of SHA-256 over document, type and the place of the main trigger."""
    key = "\0".join((document_id, kind.value, f"{trigger.begin}-{trigger.end}"))
    return "e_" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
