"""Families: documents that come from one original, who was made from whom, and who was first.

A pure function of the set of documents and of the links between them: the order of either changes nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.lineage.borrowed import Ground, borrowed
from sayso.lineage.clusters import Ties, clusters, ties
from sayso.lineage.evidence import Text, text_of
from sayso.lineage.kinds import kind
from sayso.lineage.outlets import outlet_key
from sayso.lineage.parents import tree, weights
from sayso.lineage.quoted import quoted_again
from sayso.lineage.reasons import reasons
from sayso.lineage.weigh import Weighed, weigh
from sayso.types.document import Document
from sayso.types.lineage import Alignment, Credit, CreditKind, Derivation, Family, Passage

Links = Mapping[tuple[str, str], Alignment]
# A link that gives neither text this much of its words says nothing of where it comes from.
LEAST_SHARE = 0.04
# Words in common that say less than this are a signature, a credit line, an advertisement or a sentence that two
# writers put alike, unless they are most of a text. Of passages that were copied, one in two hundred says less; of what
# unrelated articles have in common, nineteen in twenty.
LEAST_RELATED, MOST_OF_IT = 0.9, 0.5
WORD = re.compile(r"[^\W\d_]{2,}")
# Minutes by which a date must be older, and likeness of wording, to outweigh what else says who was first.
LONG_BEFORE, WORD_FOR_WORD = 24 * 60.0, 0.97
# Where a text says that it was first published elsewhere: near its beginning or its end.
BEGINNING, END = 400, 400


def families(documents: Sequence[Document], links: Links) -> tuple[Family, ...]:
    """The families of ``documents``, sorted by the ids of their first members.

    The key of a link is ``(first id, second id)``, the lower id first, its value ``align(first.text, second.text)``.
    A document without links is in no family. Each member but one has one parent in its family; passages that come from
    another family add derivations of the kinds "partial" and "quotation only".
    """
    by_id = {d.id: d for d in documents}
    used = {pair: found for pair, found in links.items() if _counts(pair, found, by_id)}
    texts = {id: text_of(by_id[id]) for id in sorted({id for pair in used for id in pair})}
    tied = ties(used)
    found = clusters(sorted(texts), tied, {id: text.minutes for id, text in texts.items()})
    weighed = [_weighed(members, texts, used, tied) for members in found]
    trees = [_parents(w) for w in weighed]
    ground = Ground(
        members=found,
        firsts=tuple(next(id for id, (parent, _) in tree.items() if parent is None) for tree in trees),
        family={id: number for number, members in enumerate(found) for id in members},
        parents={id: parent for tree in trees for id, (parent, _) in tree.items()},
        tied=tied,
        texts=texts,
    )
    out: list[Family] = []
    for number, members in enumerate(found):
        inside = [(id, parent, chance) for id, (parent, chance) in sorted(trees[number].items()) if parent is not None]
        edges = [_derivation((parent, id), chance, used, by_id, weighed[number]) for id, parent, chance in inside]
        for id in members:
            outside = borrowed(id, ground)
            edges += [_derivation((parent, id), chance, used, by_id, None) for parent, chance in outside]
        first = _first(ground.firsts[number], members, texts, used)
        out.append(Family(first, members, tuple(edges), _absent(first, members, texts, by_id)))
    return tuple(sorted(out, key=lambda f: f.first))


def _counts(pair: tuple[str, str], found: Alignment, by_id: Mapping[str, Document]) -> bool:
    """Whether a link says anything of where one of the two comes from."""
    if pair[0] not in by_id or pair[1] not in by_id or pair[0] == pair[1]:
        return False
    share = max(found.first_share, found.second_share)
    if share < LEAST_SHARE or not found.passages:
        return False
    return share >= MOST_OF_IT or related(found, by_id[pair[1]].text) >= LEAST_RELATED


def _weighed(members: Sequence[str], texts: Mapping[str, Text], used: Links, tied: Ties) -> Weighed:
    inside = set(members)
    among = {(a, b): used[a, b] for a in members for b in tied[a] if b in inside and a < b}
    return weigh([texts[id] for id in members], among)


def _parents(weighed: Weighed) -> dict[str, tuple[str | None, float]]:
    """Each member's parent and how likely that direction is; ``None`` for the first."""
    ids = [t.id for t in weighed.members]
    if len(ids) == 1:
        return {ids[0]: (None, 1.0)}
    found = tree(*weighed.scores(weights()))
    out: dict[str, tuple[str | None, float]] = {}
    for m, h in enumerate(found.parent):
        if h is None:
            out[ids[m]] = (None, 1.0)
            continue
        there, back = float(found.edges[h, m]), float(found.edges[m, h])
        out[ids[m]] = (ids[h], (there + 1e-6) / (there + back + 2e-6))
    return out


def _first(root: str, members: Sequence[str], texts: Mapping[str, Text], used: Links) -> str:
    """The root of the tree, or a member that had its words long before the root's own date.

    Texts carry the date of their last change; an older one that has them word for word, and names nobody of the family,
    shows that they were out by then. A copy with a wrong date is mostly some hours off, not days.
    """
    here = texts[root].minutes
    outlets = {texts[id].outlet for id in members if texts[id].outlet}
    older = []
    for id in members:
        there = texts[id].minutes
        found = used.get((min(id, root), max(id, root)))
        if here is None or there is None or found is None or found.wording < WORD_FOR_WORD:
            continue
        if here - there > LONG_BEFORE and outlets.isdisjoint(texts[id].credit_keys):
            older.append((there, id))
    return min(older)[1] if older else root


def _derivation(
    pair: tuple[str, str], chance: float, used: Links, by_id: Mapping[str, Document], weighed: Weighed | None
) -> Derivation:
    parent, child = pair
    found = used[parent, child] if parent < child else flipped(used[child, parent])
    first, second = by_id[parent], by_id[child]
    quotes = quoted_again(first.text, second.text, found)
    return Derivation(
        parent=parent,
        child=child,
        kind=kind(found, first, second, quotes),
        probability=related(found, second.text),
        direction=chance,
        alignment=found,
        quotes=quotes,
        reasons=reasons(parent, child, weighed, weights()) if weighed else ("passages of another text",),
    )


def flipped(found: Alignment) -> Alignment:
    """The alignment with its texts changed over."""
    passages = sorted((Passage(p.second, p.first) for p in found.passages), key=lambda p: (p.second, p.first))
    return replace(found, passages=tuple(passages), first_share=found.second_share, second_share=found.first_share)


def related(found: Alignment, text: str) -> float:
    """How likely two texts with this alignment are related: by the number of words they have in common in passages.

    Figures and single letters are not counted: they make up addresses and times, not wording.
    """
    words = sum(len(WORD.findall(p.second.of(text))) for p in found.passages)
    return 1.0 - math.exp(-max(0.0, words * (found.wording - 0.4)) / 6.0)


def _absent(first: str, members: Iterable[str], texts: Mapping[str, Text], by_id: Mapping[str, Document]) -> str | None:
    """The outlet without a document here that the first member, or most of the others, took the text from."""
    present = {texts[id].outlet for id in members if texts[id].outlet}
    named: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for id in sorted(members):
        keys = {}
        for credit in texts[id].credited:
            key = outlet_key(credit.outlet)
            if key and key not in present and _of_the_text(credit, len(by_id[id].text)):
                keys[key] = credit.outlet
        for key, outlet in sorted(keys.items()):
            named[key] += 1
            spelt[key] = min(spelt.get(key, outlet), outlet)
        if id == first and keys:
            named.update(dict.fromkeys(keys, len(texts)))
    if not named:
        return None
    key, count = min(named.items(), key=lambda item: (-item[1], item[0]))
    others = len(list(members)) - 1
    return spelt[key] if count >= len(texts) or (count > 1 and 2 * count >= others) else None


def _of_the_text(credit: Credit, length: int) -> bool:
    """Whether a credit is for the text as a whole and not for something said in it."""
    if credit.kind is CreditKind.FIRST:
        return credit.span.begin < BEGINNING or credit.span.end > length - END
    return credit.kind in (CreditKind.TAG, CreditKind.SOURCE)
