"""Words of the sentences that say why a count is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.types.weighing import OriginKind
from sayso.weighing.origins import Found

SHOWN = 3  # names in one sentence
LONGEST = 60  # characters of one name


def listed(words: Sequence[str], shown: int = SHOWN) -> str:
    """ "a", "a and b", "a, b and 4 others"."""
    if len(words) <= 1:
        return "".join(words)
    if len(words) > shown:
        return f"{', '.join(words[:shown])} and {plural(len(words) - shown, 'other')}"
    return f"{', '.join(words[:-1])} and {words[-1]}"


def plural(number: int, noun: str) -> str:
    """ "1 article", "14 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(one: Found) -> str:
    """An origin's name as a sentence has it; people without a name in quotation marks."""
    name = short(one.name)
    return f"“{name}”" if one.kind is OriginKind.UNNAMED else name


def short(name: str) -> str:
    """A name that fits into a sentence."""
    name = name.split(", ")[0] if len(name) > LONGEST else name
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
