"""Attacks on what finders of copies hold on to: ``python -m bench.attacks FOLDER OUT [--kinds spun spun_cut]``.

Synonym spinners leave names, figures and function words alone; people who hide a copy need not. On top of the spun
copies of a set of rewrites (``docs.jsonl`` and ``gold.jsonl`` in FOLDER) names are respelt, as transliterations differ,
or replaced by an office, numbers rounded or spelt out, function words and connectives replaced, sentences split and
joined. All labels of the set are kept, their offsets moved to the attacked text.
"""

from __future__ import annotations

import argparse
import random
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scorers import read_jsonl, write_jsonl

Edit = tuple[int, int, str]
Row = dict[str, Any]
KINDS = ("spun", "spun_cut")
SEED = 7

# Several capitalised words behind a word without a capital: what opens a sentence may be no name.
NAME = re.compile(r"(?<=[a-z,;’'] )(?:[A-Z][a-zà-ž]{3,}(?:[ -](?=[A-Z]))?)+(?![\w-])")
NO_NAMES = frozenset(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
OFFICES = (
    "the minister", "the president", "the opposition leader", "the head of the delegation", "the army chief",
    "the capital", "the port city", "the border town", "the agency", "the regional authority", "the neighbouring state",
    "the spokeswoman", "the mission", "the alliance", "the commander",
)  # fmt: skip
# Ways in which spellings of one name differ; each is tried in both directions.
SPELLINGS = (
    ("kh", "h"), ("ts", "t"), ("ov", "ou"), ("ei", "ey"), ("sh", "sch"), ("ya", "ia"), ("yu", "iu"), ("zh", "j"),
    ("v", "w"), ("k", "q"), ("ph", "f"), ("ae", "e"), ("oo", "u"), ("ch", "tch"), ("ss", "s"), ("ll", "l"), ("nn", "n"),
    ("o", "a"), ("e", "i"), ("ks", "x"), ("g", "h"),
)  # fmt: skip
WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\d,]*\w)|(?<![\w.,/-])\d+(?![\d.,/-]*\w)")
FUNCTION = {
    "because": "as a result of the fact that", "because of": "as a result of", "although": "even though", "but": "yet",
    "however": "still", "while": "whereas", "since": "as", "after": "following", "before": "prior to", "during": "amid",
    "about": "regarding", "between": "among", "until": "up to when", "if": "in case", "also": "too",
    "such": "this kind of", "against": "opposed to", "through": "by way of", "within": "inside",
    "among": "amongst", "toward": "towards",
    "the": "this", "these": "the", "those": "the", "its": "their", "which": "that", "who": "that", "will": "is to",
    "would": "was going to", "should": "ought to", "must": "has to", "could": "was able to", "may": "might",
    "have been": "were", "has been": "was", "had been": "was", "were": "had been", "was": "had been", "has": "had",
    "in": "inside", "on": "upon", "to": "towards", "for": "on behalf of", "from": "out of", "with": "along with",
    "by": "through", "at": "near", "of": "belonging to", "as": "like", "and": "as well as", "not": "in no way",
    "all": "every one of", "both": "the two", "more": "further", "most": "the majority of", "other": "further",
    "some": "several", "any": "whatever", "this": "that", "that": "which", "it": "that one", "they": "these people",
    "he": "this man", "she": "this woman", "is": "was", "are": "were", "be": "get", "a": "one", "an": "one",
}  # fmt: skip
FUNCTION_WORD = re.compile(rf"\b(?:{'|'.join(sorted(FUNCTION, key=len, reverse=True))})\b")
SPLIT = re.compile(r", (?:and|but|while|as) (?=[a-z])|; (?=[a-z])")
JOIN = re.compile(r"(?<=[a-z])\. (?=(?:The|A|An|It|He|She|They|This|These|But|In|On|At|For)\b)")


@dataclass(frozen=True, slots=True)
class Strength:
    """Share of a text's distinct names, its figures, function words and borders of sentences that are attacked."""

    names: float = 0.6
    numbers: float = 0.8
    function: float = 0.35
    borders: float = 0.4


USUAL = Strength()


def edits(text: str, rng: random.Random, strength: Strength = USUAL) -> list[Edit]:
    """(begin, end, new words) of what an attack changes, in order, none touching another."""
    found = [
        *_names(text, rng, strength.names),
        *((*m.span(), _number(m.group(), rng)) for m in FIGURE.finditer(text) if rng.random() < strength.numbers),
        *_borders(text, rng, strength.borders),
        *((*m.span(), FUNCTION[m[0]]) for m in FUNCTION_WORD.finditer(text) if rng.random() < strength.function),
    ]
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda e: (e[0], -e[1])):
        if (not kept or kept[-1][1] <= edit[0]) and text[edit[0] : edit[1]] != edit[2]:
            kept.append(edit)
    return kept


def applied(text: str, changes: Iterable[Edit]) -> str:
    """``text`` with its ``changes`` made."""
    out, at = [], 0
    for begin, end, new in changes:
        out += (text[at:begin], new)
        at = end
    return "".join((*out, text[at:]))


class Moved:
    """Where an offset of a text stands once changes were made: one inside a change goes to its near end."""

    def __init__(self, changes: list[Edit]) -> None:
        self._changes = changes
        self._begins = [c[0] for c in changes]
        self._grown = [0]
        for begin, end, new in changes:
            self._grown.append(self._grown[-1] + len(new) - (end - begin))

    def begin(self, offset: int) -> int:
        """The new place of an offset at which something begins."""
        return self._at(offset, last=False)

    def end(self, offset: int) -> int:
        """The new place of an offset behind which something ended."""
        return self._at(offset, last=True)

    def _at(self, offset: int, *, last: bool) -> int:
        number = bisect_right(self._begins, offset - 1 if last else offset)
        if number:
            begin, end, new = self._changes[number - 1]
            if offset < end:
                return begin + self._grown[number - 1] + (len(new) if last else 0)
        return offset + self._grown[number]


def attacked(
    docs: list[Row], gold: list[Row], kinds: Iterable[str] = KINDS, seed: int = SEED, strength: Strength = USUAL
) -> tuple[list[Row], list[Row]]:
    """``docs`` and ``gold``, those that edges of ``kinds`` lead to attacked. The order of documents does not matter."""
    wanted = set(kinds)
    chosen = {g["dst"] for g in gold if g["type"] == "edge" and g["kind"] in wanted}
    moved, texts, out = {}, {}, []
    for doc in docs:
        if doc["id"] in chosen:
            changes = edits(doc["text"], random.Random(f"{seed}/{doc['id']}"), strength)
            moved[doc["id"]] = Moved(changes)
            doc = doc | {"text": applied(doc["text"], changes)}
        texts[doc["id"]] = doc["text"]
        out.append(doc)
    return out, [_label(row, moved, texts) for row in gold]


def _label(row: Row, moved: dict[str, Moved], texts: dict[str, str]) -> Row:
    """A label with its offsets in the attacked texts."""
    if row["type"] == "edge":
        first, second = moved.get(row["src"]), moved.get(row["dst"])
        spans = []
        for a, b, c, d in row["spans"]:
            a, b = (first.begin(a), first.end(b)) if first else (a, b)
            c, d = (second.begin(c), second.end(d)) if second else (c, d)
            spans.append([a, b, c, d])
        return row | {"spans": spans}
    if row["type"] not in ("quote", "respun"):
        return row
    new = dict(row)
    if move := moved.get(row["doc"]):
        new["start"], new["end"] = move.begin(row["start"]), move.end(row["end"])
    if row["type"] == "respun":
        new["spun"] = texts[row["doc"]][new["start"] : new["end"]]
    elif move or row["src"] in moved:
        if source := moved.get(row["src"]):
            new["src_start"], new["src_end"] = source.begin(row["src_start"]), source.end(row["src_end"])
        same = texts[row["doc"]][new["start"] : new["end"]] == texts[row["src"]][new["src_start"] : new["src_end"]]
        if not same and not row["altered"]:
            new.update(altered=True, kind="spun")
    return new


def _names(text: str, rng: random.Random, share: float) -> list[Edit]:
    """The same name is treated alike wherever it stands in a text."""
    places: dict[str, list[tuple[int, int]]] = {}
    for m in NAME.finditer(text):
        if m[0].split()[0].lower() not in NO_NAMES:
            places.setdefault(m[0], []).append(m.span())
    out: list[Edit] = []
    for name, spans in places.items():
        if rng.random() < share:
            new = rng.choice(OFFICES) if rng.random() < 0.4 else " ".join(respelt(w, rng) for w in name.split(" "))
            out += [(begin, end, new) for begin, end in spans]
    return out


def respelt(name: str, rng: random.Random) -> str:
    """A name in another spelling: two rules that fit, wherever they fit; its capital stays."""
    low = name.lower()
    fitting = [pair for rule in SPELLINGS for pair in (rule, rule[::-1]) if pair[0] in low[1:]]
    for old, new in rng.sample(fitting, min(2, len(fitting))):
        low = low[0] + low[1:].replace(old, new)
    return "-".join(part[:1].upper() + part[1:] for part in low.split("-"))


def _number(figure: str, rng: random.Random) -> str:
    """A figure rounded, or in words; years stay years."""
    value = int(figure.replace(",", ""))
    if value < 20:
        return WORDS[value]
    if 1900 <= value < 2100 and "," not in figure:
        return f"the year {value}"
    if value < 100:
        ones = f"-{WORDS[value % 10]}" if value % 10 else ""
        return TENS[value // 10] + ones if rng.random() < 0.5 else f"about {round(value, -1)}"
    size = 10 ** (len(str(value)) - rng.choice((1, 2)))
    return f"{rng.choice(('about', 'some', 'nearly'))} {round(value / size) * size:,}"


def _borders(text: str, rng: random.Random, share: float) -> list[Edit]:
    """Sentences cut in two at a connective, and two made one."""
    out: list[Edit] = []
    for m in SPLIT.finditer(text):
        if rng.random() < share:
            out.append((m.start(), m.end() + 1, ". " + text[m.end()].upper()))
    for m in JOIN.finditer(text):
        if rng.random() < share:
            out.append((m.start(), m.end() + 1, ", and " + text[m.end()].lower()))
    return out


def main() -> int:
    """Write the attacked set beside the first one."""
    ap = argparse.ArgumentParser(prog="python -m bench.attacks", description=__doc__.split("\n")[0])
    ap.add_argument("folder", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--kinds", nargs="+", default=KINDS)
    ap.add_argument("--seed", type=int, default=SEED)
    o = ap.parse_args()
    first = read_jsonl(o.folder / "docs.jsonl")
    docs, gold = attacked(first, read_jsonl(o.folder / "gold.jsonl"), o.kinds, o.seed)
    write_jsonl(o.out / "docs.jsonl", docs)
    write_jsonl(o.out / "gold.jsonl", gold)
    changed = sum(a["text"] != b["text"] for a, b in zip(first, docs, strict=True))
    print(f"{len(docs)} documents, {changed} of them attacked")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
