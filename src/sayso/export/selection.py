"""Part of a reading, for whoever wants only what is fairly sure."""

from __future__ import annotations

from dataclasses import replace

from sayso.export import words
from sayso.types.reading import Reading


def at_least(reading: Reading, probability: float) -> Reading:
    """``reading`` without the attributions below ``probability``, and a warning that says how many.

    Those that a kept one hangs on, as its parent or as the one that names whom it cites, stay, so
    that no chain breaks. Voices and their shares stay as they were read, over all attributions.
    """
    by_id = {a.id: a for a in reading.attributions}
    waiting = [a.id for a in reading.attributions if a.probability >= probability]
    kept: set[str] = set()
    while waiting:
        found = by_id.get(waiting.pop())
        if found is not None and found.id not in kept:
            kept.add(found.id)
            waiting += [other for other in (found.parent, found.basis_id) if other is not None]
    attributions = tuple(a for a in reading.attributions if a.id in kept)
    hidden = len(reading.attributions) - len(attributions)
    if not hidden:
        return reading
    note = (
        f"{words.number(hidden, 'attribution')} below confidence {probability:g} left out here; "
        "the shares by voice still count them"
    )
    return replace(reading, attributions=attributions, warnings=(*reading.warnings, note))
