"""What speaks for one text being the parent of another: named features of ordered pairs within a family.

Times, credit lines, what is left out, and the reading of the majority: where members differ, the wording, the order
and the title that most of them have are likely older, as in the stemmatics of manuscripts (Maas 1927, "Textkritik").
No feature depends on the order in which documents came.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log1p
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.lineage.credits import credits
from sayso.lineage.outlets import outlet_key
from sayso.types.document import Document
from sayso.types.lineage import Alignment, Credit
from sayso.types.span import Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
LONGEST = 120_000  # characters of a text whose words are compared; what follows is taken as more of the same
HOUR = 60.0  # minutes
FAR = 10 * HOUR  # between times that a wrong clock or a changed date could swap and times that it could not
SAME = 0.999  # alike in all respects: one text
SMALL = 30  # words that a credit line, a signature and an advertisement may add
Hashes = NDArray[np.uint32]
Features = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What is looked at of one document: its words as hashes with their places, its credits, outlet and time.

    ``minutes`` counts from 1970 in the time zone given (UTC without one); ``None`` where unknown.
    """

    id: str
    words: Hashes
    places: NDArray[np.int64]
    lengths: NDArray[np.int64]
    credited: tuple[Credit, ...]
    credit_keys: frozenset[str]
    outlet: str
    url: str
    title: str
    minutes: float | None
    whole_day: bool


def text_of(document: Document) -> Text:
    """The evidence in one document. Takes linear time."""
    found = list(WORD.finditer(document.text[:LONGEST].lower()))
    credited = credits(document.text, document.body_begin)
    outlet = outlet_key(document.publisher.value) if document.publisher else ""
    minutes, whole_day = _minutes(document.published.value if document.published else "")
    return Text(
        id=document.id,
        words=np.array([crc32(m[0].encode("utf-8", "surrogatepass")) for m in found], dtype=np.uint32),
        places=np.array([m.start() for m in found], dtype=np.int64),
        lengths=np.array([m.end() - m.start() for m in found], dtype=np.int64),
        credited=credited,
        credit_keys=frozenset(key for c in credited if (key := outlet_key(c.outlet)) and key != outlet),
        outlet=outlet,
        url=_url(document.url.value) if document.url else "",
        title=" ".join(WORD.findall(document.title.value.lower())) if document.title else "",
        minutes=minutes,
        whole_day=whole_day,
    )


def _url(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/+$", "", url.strip())


def _minutes(published: str) -> tuple[float | None, bool]:
    """Minutes since 1970 and whether only the day is known."""
    if not published:
        return None, False
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None, False
    if moment.utcoffset() is not None:
        moment = moment.replace(tzinfo=None) - (moment.utcoffset() or moment - moment)
    return (moment - datetime(1970, 1, 1)).total_seconds() / 60, len(published) <= 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts as their alignment shows them, seen from one side: what ``here`` has and ``there`` has not.

    ``share`` is how much of ``here`` stands in passages, ``left`` how many words of it do not, ``own`` are the words
    in passages that the other side's passages lack.
    """

    share: float
    left: float
    own: Hashes


def sides(first: Text, second: Text, alignment: Alignment) -> tuple[Pair, Pair]:
    """Both sides of an alignment of two texts."""
    a = _within(first, [p.first for p in alignment.passages])
    b = _within(second, [p.second for p in alignment.passages])
    kinds_a, kinds_b = np.unique(first.words[a]), np.unique(second.words[b])
    return (
        Pair(alignment.first_share, float(len(a) - a.sum()), np.setdiff1d(kinds_a, kinds_b, assume_unique=True)),
        Pair(alignment.second_share, float(len(b) - b.sum()), np.setdiff1d(kinds_b, kinds_a, assume_unique=True)),
    )


def _within(text: Text, spans: Iterable[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(len(text.places), dtype=bool)
    for span in spans:
        low, high = np.searchsorted(text.places, (span.begin, span.end))
        inside[low:high] = True
    return inside


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """What the members of a family have in common: how many of them hold each word and each title, and who is credited.

    ``words`` is sorted, ``holders`` beside it; ``named`` counts members whose credit lines name an outlet;
    ``similar`` is how much a member has in common with the others on average, ``ordered`` how far in one order.
    """

    size: int  # texts that differ
    words: Hashes
    holders: NDArray[np.int64]
    titles: Counter[str]
    named: Counter[str]
    outlets: Counter[str]
    earliest: float | None
    similar: Mapping[str, float]
    ordered: Mapping[str, float]

    def holding(self, words: Hashes) -> NDArray[np.int64]:
        """How many members hold each of ``words``."""
        if not len(self.words):
            return np.zeros(len(words), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.where(self.words[at] == words, self.holders[at], 0)


def circle(members: Sequence[Text], links: Mapping[tuple[str, str], Alignment]) -> Circle:
    """What ``members``, in any order, have in common. ``links`` are those among them.

    Copies word for word count once: a thousand of them are no majority.
    """
    kinds = [np.unique(m.words) for m in {m.words.tobytes(): m for m in members}.values()]
    words, holders = np.unique(np.concatenate(kinds), return_counts=True) if kinds else (np.empty(0, np.uint32),) * 2
    similar: dict[str, list[float]] = {m.id: [] for m in members}
    ordered: dict[str, list[float]] = {m.id: [] for m in members}
    for (a, b), found in sorted(links.items()):
        if min(found.wording, found.first_share, found.second_share) >= SAME:
            continue
        similar[a].append(found.wording * found.second_share)
        similar[b].append(found.wording * found.first_share)
        for id in (a, b):
            ordered[id].append(found.order)
    times = [m.minutes for m in members if m.minutes is not None]
    return Circle(
        size=len(kinds),
        words=words,
        holders=holders.astype(np.int64),
        titles=Counter(m.title for m in members if m.title),
        named=Counter(key for m in members for key in m.credit_keys),
        outlets=Counter(m.outlet for m in members if m.outlet),
        earliest=min(times, default=None),
        similar={id: sum(v) / len(v) if v else 0.0 for id, v in similar.items()},
        ordered={id: sum(v) / len(v) if v else 0.0 for id, v in ordered.items()},
    )


def pair_features(parent: Text, child: Text, alignment: Alignment, around: Circle, *, flip: bool) -> Features:
    """What speaks for ``parent`` being the text that ``child`` was made from.

    ``alignment`` has the parent as first text, or as second with ``flip``.
    """
    if flip:
        there, here = sides(child, parent, alignment)
    else:
        here, there = sides(parent, child, alignment)
    out = {
        "explains": here_explains(there, alignment),
        "used": here.share,
        "order": alignment.order,
        "left": _more(here.left, there.left),
        "title": _title(parent, child, around),
        **_times(parent, child),
        **_credit(parent, child, around),
    }
    if around.size > 2:
        ours, theirs = around.holding(here.own), around.holding(there.own)
        out["majority"] = (_mean(ours) - _mean(theirs)) / around.size
        out["alone"] = log1p(float((theirs == 1).sum())) - log1p(float((ours == 1).sum()))
        out["central"] = around.similar[parent.id] - around.similar[child.id]
        out["in order"] = around.ordered[parent.id] - around.ordered[child.id]
    out["longer wording"] = log1p(len(there.own)) - log1p(len(here.own))
    return out


def here_explains(child: Pair, alignment: Alignment) -> float:
    """How much of the child's wording is the parent's, in [0, 1]."""
    return child.share * alignment.wording


def _more(parent: float, child: float) -> float:
    """In (-1, 1): above zero where the parent has words that the child left out, beyond credits and signatures."""
    parent, child = max(0.0, parent - SMALL), max(0.0, child - SMALL)
    return (parent - child) / (parent + child + SMALL)


def _mean(counts: NDArray[np.int64]) -> float:
    return float(counts.mean()) if len(counts) else 0.0


def _title(parent: Text, child: Text, around: Circle) -> float:
    return (around.titles[parent.title] - around.titles[child.title]) / around.size


def _times(parent: Text, child: Text) -> Features:
    if parent.minutes is None or child.minutes is None:
        return {"parent undated": float(parent.minutes is None)}
    gap = child.minutes - parent.minutes
    if gap == 0 or ((parent.whole_day or child.whole_day) and abs(gap) < 24 * HOUR):
        return {"same time": 1.0}
    when = "before" if gap > 0 else "after"
    return {when: 1.0, f"long {when}": float(abs(gap) > FAR), f"hours {when}": min(abs(gap) / HOUR, 72.0) / 24}


def _credit(parent: Text, child: Text, around: Circle) -> Features:
    """Who credits whom; an outlet that several members have says less."""
    out: Features = {}
    if parent.outlet and parent.outlet in child.credit_keys:
        out["credited"] = 1.0
    elif any(key in around.outlets for key in child.credit_keys):
        out["another credited"] = 1.0
    elif child.credit_keys:
        out["absent credited"] = 1.0
    if child.outlet and child.outlet in parent.credit_keys:
        out["credits child"] = 1.0
    if parent.credit_keys:
        out["itself a copy"] = 1.0
    out["named"] = log1p(around.named[parent.outlet]) if parent.outlet else 0.0
    if parent.url and parent.url == child.url:
        out["same address"] = 1.0
    return out


def root_features(text: Text, around: Circle) -> Features:
    """What speaks for ``text`` being the original of its family."""
    others = max(1, around.size - 1)
    out = {"root": 1.0, "root named": log1p(around.named[text.outlet]) if text.outlet else 0.0}
    if any(key in around.outlets for key in text.credit_keys):
        out["root credits member"] = 1.0
    elif text.credit_keys:
        out["root credits absent"] = 1.0
    if text.minutes is None:
        out["root undated"] = 1.0
    elif text.minutes == around.earliest:
        out["root earliest"] = 1.0
    out["root central"] = around.similar[text.id] - sum(around.similar.values()) / max(1, len(around.similar))
    out["root in order"] = around.ordered[text.id] - sum(around.ordered.values()) / max(1, len(around.ordered))
    out["root title"] = (around.titles[text.title] - 1) / others if text.title else 0.0
    return out
