"""Corpora as training documents, in code points of their own text."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.markup import compile_paths

Range = tuple[int, int]
Ranges = tuple[Range, ...]
# GUM credits a whole essay to its author; such spans teach nothing about attribution.
LONGEST_ANCHORED = 900


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution. ``polarity`` None where the corpus does not tell; ``negative`` covers denied and withheld."""

    source: Ranges
    cue: Ranges
    content: Ranges
    polarity: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is known of it. ``unsure`` ranges give no evidence that a word is *not* a cue."""

    id: str
    text: str
    convention: str | None
    attributions: tuple[Gold, ...]
    entity_convention: str | None
    entities: tuple[tuple[Range, str], ...]
    unsure: Ranges = ()


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise SystemExit(f"training: {path} is missing; give the folder of corpora with CORPORA=...")
    with path.open(encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def _ranges(spans: list[list[int]]) -> Ranges:
    return tuple((b, e) for b, e in spans)


def polnear(folder: Path, split: str) -> list[Example]:
    """PolNeAR (Newell et al. 2018): outermost attributions of campaign news."""
    out = []
    for d in _lines(folder / "polnear" / f"{split}.jsonl"):
        golds = [Gold(_ranges(a["source"]), _ranges(a["cue"]), _ranges(a["content"])) for a in d["attributions"]]
        unsure = tuple((b, e) for _, spans in d.get("flags", ()) for b, e in spans)
        out.append(
            Example(d["id"], d["text"], "polnear", tuple(g for g in golds if g.cue and g.content), None, (), unsure)
        )
    return out


def shippable(document: dict[str, Any]) -> bool:
    """Whether weights trained on this text may be given away: no non-commercial and no unknown licence."""
    licence = str(document.get("licence", ""))
    return "NC" not in licence and "not listed" not in licence


NAME_TYPES = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "PLACE", "GPE": "PLACE", "LOC": "PLACE"}


def _names(d: dict[str, Any]) -> tuple[tuple[Range, str], ...]:
    """Outermost names of the three types."""
    spans = [
        ((e["span"][0], e["span"][1]), NAME_TYPES[e["type"]])
        for e in d["entities"]
        if e.get("name") and e["type"] in NAME_TYPES
    ]
    kept: list[tuple[Range, str]] = []
    for (b, e), kind in sorted(spans, key=lambda s: (s[0][0], -s[0][1])):
        if not kept or b >= kept[-1][0][1]:
            kept.append(((b, e), kind))
    return tuple(kept)


def entities(folder: Path, corpus: str, convention: str, split: str) -> list[Example]:
    """A corpus of names in the common format."""
    return [
        Example(d["id"], d["text"], None, (), convention, _names(d))
        for d in _lines(folder / corpus / f"{split}.jsonl")
        if shippable(d)
    ]


def gum(folder: Path, split: str) -> list[Example]:
    """GUM (Zeldes 2017): nested and negative attributions, and names, of the same texts."""
    names = {d["id"]: _names(d) for d in _lines(folder / "gum_entities" / f"{split}.jsonl")}
    out = []
    for d in _lines(folder / "gum_attribution" / f"{split}.jsonl"):
        if split == "train" and not shippable(d):
            continue
        golds = []
        for a in d["attributions"]:
            anchored = not a["cue"]
            content = _ranges(a["content"])
            if anchored and (not a["source"] or sum(e - b for b, e in content) > LONGEST_ANCHORED):
                continue
            polarity = "negative" if a["polarity"] == "negative" else "affirmed"
            golds.append(Gold(_ranges(a["source"]), _ranges(a["cue"]), content, polarity))
        out.append(Example(d["id"], d["text"], "gum", tuple(golds), "gum", names.get(d["id"], ())))
    return out


def conflict(folder: Path) -> list[Example]:
    """The project's own articles in the markup of ``bench/conflict/README.md``."""
    documents, errors = compile_paths([folder])
    if errors:
        raise SystemExit("training: " + "; ".join(errors[:5]))
    out = []
    for d in documents:
        golds = [
            Gold(_ranges(a["source"]), _ranges(a["cue"]), _ranges(a["content"]), a["polarity"])
            for a in d["attributions"]
        ]
        out.append(Example(d["id"], d["text"], "news", tuple(golds), None, ()))
    return out


def as_news(example: Example, common_cues: frozenset[str]) -> Example:
    """A PolNeAR article under Sayso's own convention.

    Words inside contents are unsure, as nested attributions are not annotated there, and so are
    cues too rare to be plain words of saying ("opponent", "would vote for").
    """
    kept, unsure = [], list(example.unsure)
    for a in example.attributions:
        if " ".join(example.text[b:e].lower() for b, e in a.cue) in common_cues:
            kept.append(a)
        else:
            unsure.extend(a.cue)
        unsure.extend(a.content)
    return replace(example, convention="news", attributions=tuple(kept), unsure=tuple(unsure))
