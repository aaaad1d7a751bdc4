"""Words of the sentences that say why a count is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.types.weighing import OriginKind
from sayso.weighing.origins import Found

SHOWN = 3  # names in one sentence
LONGEST = 60  # characters of one name
PRIVATE = "a person of one article"  # a private person has no name outside of the articles


def listed(words: Sequence[str], shown: int = SHOWN) -> str:
    """ "a", "a and b", "a, b and 4 others". Several private persons are told together where there is room."""
    others = [word for word in words if word != PRIVATE]
    private = len(words) - len(others)
    if private > 1 and len(others) < shown:
        words = [*others, f"{private} people of one article each"]
    if len(words) <= 1:
        return "".join(words)
    if len(words) > shown:
        return f"{', '.join(words[:shown])} and {plural(len(words) - shown, 'other')}"
    return f"{', '.join(words[:-1])} and {words[-1]}"


def plural(number: int, noun: str) -> str:
    """ "1 article", "14 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(one: Found) -> str:
    """An origin's name as a sentence has it; people without a name in quotation marks, private persons not named."""
    if one.source is not None and not one.source.public and one.kind in (OriginKind.NAMED, OriginKind.WITNESS):
        return PRIVATE
    name = short(one.name)
    return f"“{name}”" if one.kind is OriginKind.UNNAMED else name


def sentence(told: str) -> str:
    """A sentence that may begin with somebody who is not named."""
    return told[0].upper() + told[1:] if told.startswith(PRIVATE) else told


def short(name: str) -> str:
    """A name that fits into a sentence."""
    name = name.split(", ")[0] if len(name) > LONGEST else name
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
