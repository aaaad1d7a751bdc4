"""What of packed JSON is said otherwise in another world: texts, names, ids, dates, keys, meanings; by their places."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Path: TypeAlias = tuple[Any, ...]
ID: Final = re.compile(r"([a-z]{1,2})_([0-9a-f]{12}(?:[0-9a-f]{4})?)")
# Names in a reading that are not words of the text.
NAMED: Final = {"producer", "producers", "model", "anchor", "location", "alternatives"}
GAP: Final = "\ue000"  # stands for what differs; no text of ours has it
# Places of the fields of an assertion, of a teller and of what was weighed, which are packed without names.
CHAIN, TAKING, SETTING = 14, 15, 16
IN_ASSERTION: Final = {0: "id", 1: "id", 4: "say", 17: "stem", 18: "stem", 22: "meaning"}
IN_TELLER: Final = {0: "id", 2: "say", 3: "key", 5: "say"}
IN_TAKING: Final = {1: "say", 2: "key"}
IN_SETTING: Final = {0: "date", 1: "date", 2: "say"}
ORIGINS, BOUNDS = 0, (2, 3)
IN_ORIGIN: Final = {2: "say", 3: "say", 4: "camp"}
IN_WEIGHED: Final = {5: "names", 6: "date"}
IN_REASON, SENTENCE = 4, 1


def in_report(path: Path, value: str) -> str:
    """What a text of a packed report is, by the names that lead to it; empty for what is the same in every world."""
    names = [part for part in path if isinstance(part, str)]
    last = names[-1]
    if ID.fullmatch(value):
        return "id"
    if last in ("begin", "end", "edtf", "value"):
        return "date"
    if last == "name":
        return "" if names[-2] in NAMED else "say"
    return {"meanings": "meaning", "key": "key", "text": "say"}.get(last, "")


def in_tellers(path: Path, value: str) -> str:
    """As ``in_report``, of packed tellers, which have no names of fields but their places."""
    return IN_TELLER.get(path[1], "") if value else ""


def in_assertion(path: Path, value: str) -> str:
    """As ``in_report``, of a packed assertion."""
    first = path[0]
    if first == CHAIN:
        return in_tellers(path[1:], value)
    if first == TAKING:
        return IN_TAKING.get(path[2], "")
    if first == SETTING:
        return IN_SETTING.get(path[1], "")
    return IN_ASSERTION.get(first, "")


def in_weighed(path: Path, value: str) -> str:
    """As ``in_report``, of what was weighed."""
    first = path[0]
    if ID.fullmatch(value):
        return "id"
    if first == ORIGINS:
        return IN_ORIGIN.get(path[2], "")
    if first in BOUNDS:
        return "names" if len(path) == IN_REASON and path[-1] == SENTENCE else ""
    return IN_WEIGHED.get(first, "")


WHERE: Final = {"report": in_report, "assertion": in_assertion, "weighed": in_weighed, "tellers": in_tellers}


@dataclass(frozen=True, slots=True)
class Slots:
    """Packed JSON as what is the same in every world, and between that what is not: kind, value, what follows."""

    first: str
    rest: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, packed: bytes, kind: Callable[[Path, str], str]) -> Slots:
        """Of zlib, JSON, as the store packs it."""
        slots: list[tuple[str, str]] = []

        def walked(value: Any, path: Path) -> Any:
            if isinstance(value, dict):
                return {name: walked(item, (*path, name)) for name, item in value.items()}
            if isinstance(value, list):
                return [walked(item, (*path, k)) for k, item in enumerate(value)]
            if isinstance(value, str) and (found := kind(path, value)):
                slots.append((found, value))
                return GAP
            return value

        text = json.dumps(walked(json.loads(zlib.decompress(packed)), ()), ensure_ascii=False, separators=(",", ":"))
        first, *literals = text.split(f'"{GAP}"')
        return cls(first, tuple((*slot, literal) for slot, literal in zip(slots, literals, strict=True)))
