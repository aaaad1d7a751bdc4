"""The attributions of a reading as a numbered tree: the order in which people are shown them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.types.attribution import Attribution, Voice, VoiceKind
from sayso.types.reading import Reading


@dataclass(frozen=True, slots=True)
class Item:
    """One attribution with its number (from 1) and its depth (0: relayed by the article itself).

    ``chain`` runs from the root to the article, the way round in which one asks "on whose
    word?"; ``None`` stands for a voice that the reading does not describe. ``parent`` is the
    number of the attribution that relays this one, ``basis`` of the one that names whom it cites.
    """

    number: int
    depth: int
    attribution: Attribution
    chain: tuple[Voice | None, ...]
    parent: int | None
    basis: int | None


def outline(reading: Reading) -> tuple[Item, ...]:
    """Every attribution once, in reading order, those that another one relays right behind it."""
    ordered = _ordered(reading.attributions)
    numbers = {attribution.id: n for n, (attribution, _) in enumerate(ordered, 1)}
    voices = directory(reading)
    return tuple(
        Item(n, depth, a, chain(a.chain, voices), numbers.get(a.parent or ""), numbers.get(a.basis_id or ""))
        for n, (a, depth) in enumerate(ordered, 1)
    )


def directory(reading: Reading) -> dict[str, Voice]:
    """Every voice that the reading describes, by id."""
    voices = {summary.voice.id: summary.voice for summary in reading.voices}
    for attribution in reading.attributions:
        voices.setdefault(attribution.voice.id, attribution.voice)
        voices.setdefault(attribution.root.id, attribution.root)
    return voices


def _ordered(attributions: tuple[Attribution, ...]) -> list[tuple[Attribution, int]]:
    """Depth-first, without recursion; what hangs on an unknown parent or in a ring comes out as well."""
    by_id = {a.id: k for k, a in enumerate(attributions)}
    children: dict[int, list[int]] = {}
    tops: list[int] = []
    for k, attribution in enumerate(attributions):
        parent = by_id.get(attribution.parent) if attribution.parent is not None else None
        if parent is None:
            tops.append(k)
        else:
            children.setdefault(parent, []).append(k)
    out: list[tuple[Attribution, int]] = []
    seen: set[int] = set()
    for top in (*tops, *range(len(attributions))):
        stack = [(top, 0)]
        while stack:
            k, depth = stack.pop()
            if k in seen:
                continue
            seen.add(k)
            out.append((attributions[k], depth))
            stack.extend((child, depth + 1) for child in reversed(children.get(k, [])))
    return out


def chain(ids: tuple[str, ...], voices: dict[str, Voice]) -> tuple[Voice | None, ...]:
    """The voices of a chain of ids that begins with the article's, turned round: from the root to the article."""
    found = [voices.get(voice_id) for voice_id in ids]
    if found and found[0] is None:
        found[0] = Voice(ids[0], VoiceKind.ARTICLE, None, None)
    return tuple(reversed(found))
