"""Tellings: one thing told in many words, beside other things of the same story (``training/tellings/*.jsonl``).

A line is a scene: ``scene``, its name, and ``claims``, each with ``text``, ``tellings`` and, in some files,
``denials``: whoever denies a thing tells of the same thing. The stretch that tells it stands in double brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "tellings"
MARKED = re.compile(r"\[\[(.+?)\]\]", re.S)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with the stretch ``begin`` to ``end`` that tells a claim, known by its scene and its place there."""

    scene: str
    claim: int
    text: str
    begin: int
    end: int

    @property
    def told(self) -> str:
        """The stretch that tells the claim."""
        return self.text[self.begin : self.end]


def load(folder: Path = FOLDER) -> tuple[Telling, ...]:
    """All tellings of a folder, in the order of files and lines. Raises ``ValueError`` for what is malformed."""
    return tuple(t for path in sorted(folder.glob("*.jsonl")) for t in _tellings(path))


def _tellings(path: Path) -> Iterator[Telling]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            for place, claim in enumerate(row["claims"]):
                for marked in (*claim["tellings"], *claim.get("denials", ())):
                    yield _telling(f"{path.stem}/{row['scene']}", place, marked)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}:{number}: {error}") from None


def _telling(scene: str, claim: int, marked: str) -> Telling:
    found = MARKED.search(marked)
    if found is None or marked.count("[[") + marked.count("]]") != 2:
        raise ValueError(f"not one stretch in double brackets: {marked[:60]!r}")
    text = MARKED.sub(r"\1", marked)
    return Telling(scene, claim, text, found.start(), found.start() + len(found[1]))
