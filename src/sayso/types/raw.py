"""What the model hands to the voice rules: spans and scores, before anybody is given a name."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.types.attribution import Producer
from sayso.types.span import Span


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """One attribution as the model marks it. Span tuples are sorted and do not overlap.

    ``source`` and ``cue`` may be empty, ``content`` is not. ``probability`` is
    calibrated, as in ``Attribution``. ``polarity_score`` is the model's probability,
    in [0, 1], that the source does not affirm the content (denies it or does not
    say); ``None`` when the model gives none. ``producers`` names the head of the
    model, and the rule if one helped, that found it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float
    polarity_score: float | None = None
    producers: tuple[Producer, ...] = ()
