"""Chains of voices on the conflict set: is the root right, the parent, the polarity?

A document is ``{"id", "attributions": [{"source", "cue", "content", "parent", "polarity",
"root": {"kind", "name"}}]}``; ``parent`` is an index into the same list or ``None``. Gold attributions are
matched one-to-one to predicted ones by the largest sum of content overlap (Dice), the cue's breaking ties. A
gold attribution without a partner counts as wrong everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.resolve import resolve
from sayso.types.document import Document
from sayso.types.raw import RawAttribution
from sayso.types.reading import Mention, Sentence
from sayso.types.span import Span

POLARITIES = ("affirmed", "denied", "withheld")
DESCRIBED = ("document", "unnamed")  # kinds whose name is a description and not a proper name
LEADING = re.compile(r"^(?:(?:a|an|the|his|her|its|their|our|my|your)\s+)+(?=\S)")
TIE = 1e-3  # weight of the cue's overlap beside the content's

Ranges = Sequence[Sequence[int]]


def score_chains(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> dict[str, float | int]:
    """Figures in [0, 1] and their counts; raises ``ValueError`` when a gold document has no prediction.

    ``root``: same kind and same name. Names are the same when equal without case, leading article or
    possessive; of persons, also when one holds the other as whole words (surname, title).
    ``root_noun_phrase``: for documents and unnamed voices, a name also counts with or without what follows
    its noun phrase ("letter", "letter seen by Kestrel News"), as the marking leaves both open.
    ``root_voice``: same kind, and one name holds the other as whole words ("Third Brigade", "Front's Third
    Brigade"): the same voice under a longer or shorter name. ``root_name``: the name alone, whatever the
    kind. ``nested_found``: gold attributions with a parent whose partner's cue overlaps. ``polarity_f1``:
    macro average over the three polarities.
    """
    by_id = {d["id"]: d for d in predicted}
    missing = [d["id"] for d in gold if d["id"] not in by_id]
    if missing:
        raise ValueError(f"{len(missing)} gold documents have no prediction, such as {missing[0]!r}")
    counts: Counter[str] = Counter()
    for document in gold:
        _count(document["attributions"], by_id[document["id"]]["attributions"], counts)
    return _figures(counts)


def _count(gold: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]], counts: Counter[str]) -> None:
    partner = match(gold, found)
    back = {p: g for g, p in partner.items()}
    counts["predicted"] += len(found)
    for label in POLARITIES:
        counts[f"predicted:{label}"] += sum(f["polarity"] == label for f in found)
    for k, g in enumerate(gold):
        counts["gold"] += 1
        counts[f"gold:{g['polarity']}"] += 1
        counts["nested"] += g["parent"] is not None
        if k not in partner:
            continue
        p = found[partner[k]]
        counts["matched"] += 1
        kind, name = g["root"]["kind"], g["root"]["name"]
        same_kind = p["root"]["kind"] == kind
        exact = same_name(name, p["root"]["name"], person=kind == "person")
        phrase = exact or (kind in DESCRIBED and same_phrase(name, p["root"]["name"]))
        counts["root"] += same_kind and exact
        counts["root_noun_phrase"] += same_kind and phrase
        counts["root_name"] += exact
        counts["root_voice"] += same_kind and same_name(name, p["root"]["name"], person=True)
        above = p["parent"]
        counts["parent"] += g["parent"] == (None if above is None else back.get(above, -1))
        counts["nested_found"] += g["parent"] is not None and _dice(g["cue"], p["cue"]) > 0
        counts["polarity"] += p["polarity"] == g["polarity"]
        counts[f"right:{g['polarity']}"] += p["polarity"] == g["polarity"]


def _figures(counts: Counter[str]) -> dict[str, float | int]:
    total = counts["gold"]
    out: dict[str, float | int] = {"gold": total, "predicted": counts["predicted"], "matched": counts["matched"]}
    for name in ("root", "root_noun_phrase", "root_voice", "root_name", "parent", "polarity"):
        out[name] = counts[name] / total if total else 0.0
    f1 = []
    for label in POLARITIES:
        sizes = counts[f"gold:{label}"] + counts[f"predicted:{label}"]
        if counts[f"gold:{label}"]:
            f1.append(2 * counts[f"right:{label}"] / sizes)
    out["polarity_f1"] = sum(f1) / len(f1) if f1 else 0.0
    out["nested"] = counts["nested"]
    out["nested_found"] = counts["nested_found"] / counts["nested"] if counts["nested"] else 0.0
    return out


def normal(name: str) -> str:
    """A name without case, leading article or possessive, trailing possessive and doubled spaces."""
    plain = " ".join(name.casefold().replace("’", "'").split())
    return LEADING.sub("", plain).removesuffix("'s").strip(" .,;:\"“”'‘")


def same_name(one: str | None, other: str | None, *, person: bool = False) -> bool:
    """True when two names of a voice are the same (both ``None``: nobody is named in either)."""
    if one is None or other is None:
        return one is other
    a, b = normal(one), normal(other)
    if a == b or not person or not a or not b:
        return a == b
    return f" {a} " in f" {b} " or f" {b} " in f" {a} "


def same_phrase(one: str | None, other: str | None) -> bool:
    """True when one description is the beginning of the other: the same noun phrase, cut sooner or later."""
    if one is None or other is None:
        return one is other
    a, b = sorted((re.findall(r"\w+", normal(one)), re.findall(r"\w+", normal(other))), key=len)
    return bool(a) and b[: len(a)] == a


def match(gold: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Gold index -> predicted index: the one-to-one matching with the largest sum of overlaps.

    Augments along the best alternating path until none gains (successive shortest paths).
    """
    weight = {}
    for g, a in enumerate(gold):
        for p, b in enumerate(found):
            content = _dice(a["content"], b["content"])
            if content > 0:
                weight[g, p] = content + TIE * _dice(a["cue"], b["cue"])
    partner: dict[int, int] = {}
    while _augment(weight, partner):
        pass
    return partner


def _augment(weight: Mapping[tuple[int, int], float], partner: dict[int, int]) -> bool:
    """Lengthen ``partner`` by the alternating path that gains most; ``False`` when no path gains."""
    owner = {p: g for g, p in partner.items()}
    gain: dict[int, float] = {}  # predicted index -> best gain of a path that ends there
    via: dict[int, int] = {}  # predicted index -> gold index before it on that path
    changed = True
    while changed:
        changed = False
        for (g, p), w in weight.items():
            if partner.get(g) == p:
                continue
            start = 0.0 if g not in partner else gain.get(partner[g], float("-inf")) - weight[g, partner[g]]
            if start + w > gain.get(p, float("-inf")) + 1e-12:
                gain[p], via[p], changed = start + w, g, True
    free = [p for p in gain if p not in owner]
    if not free:
        return False
    at = max(free, key=lambda p: (gain[p], -p))
    if gain[at] <= 1e-12:
        return False
    while True:
        g = via[at]
        before = partner.get(g)
        partner[g] = at
        if before is None:
            return True
        at = before


def _dice(one: Ranges, other: Ranges) -> float:
    total = sum(e - b for b, e in one) + sum(e - b for b, e in other)
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return 2 * both / total if total else 0.0


def from_gold_spans(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    gold: Mapping[str, Any],
    lexicon: Lexicon | None = None,
) -> dict[str, Any]:
    """A prediction whose spans are the gold ones: what the rules of ``sayso.reading.voices`` make of them."""
    raw = [
        RawAttribution(_spans(a["source"]), _spans(a["cue"]), _spans(a["content"]), 1.0) for a in gold["attributions"]
    ]
    _, attributions, _ = resolve(document, sentences, mentions, raw, lexicon)
    index = {a.id: k for k, a in enumerate(attributions)}
    return {
        "id": gold["id"],
        "attributions": [
            {
                "source": _ranges(a.source),
                "cue": _ranges(a.cue),
                "content": _ranges(a.content),
                "parent": None if a.parent is None else index[a.parent],
                "polarity": a.polarity.value,
                "root": {"kind": a.root.kind.value, "name": a.root.name},
            }
            for a in attributions
        ],
    }


def _spans(ranges: Ranges) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for begin, end in ranges)


def _ranges(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.begin, s.end] for s in spans]
