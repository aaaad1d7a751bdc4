"""Ids of voices and attributions: hashes of what makes them, so that a second run gives the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.types.attribution import VoiceKind
from sayso.types.span import Span


def voice_id(document_id: str, kind: VoiceKind, name: str | None) -> str:
    """ "v_" and 16 hex digits of SHA-256 over document, kind and name; never equal across documents."""
    return "v_" + _digest(document_id, kind.value, "-" if name is None else "=" + " ".join(name.casefold().split()))


def attribution_id(document_id: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> str:
    """ "a_" and 16 hex digits of SHA-256 over document and spans."""
    roles = (";".join(f"{s.begin}-{s.end}" for s in role) for role in (source, cue, content))
    return "a_" + _digest(document_id, *roles)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
