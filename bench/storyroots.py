"""Which origin that was found is which root of a story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bench.storygold import Root
from sayso.text.name_keys import name_key, same_name
from sayso.types.weighing import Origin, OriginKind

# Kinds that are known by a name. Which of them it is shows in the bounds; here it counts whose word it is.
BY_NAME = frozenset((OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.CHANNEL, OriginKind.WITNESS))
BY_PLACE = frozenset((OriginKind.UNNAMED, OriginKind.UNSOURCED, OriginKind.CIRCLE, OriginKind.WITNESS))
POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")


def paired(
    roots: Sequence[Root],
    places: Mapping[str, set[str]],
    origins: Sequence[Origin],
    where: Mapping[str, set[str]],
) -> dict[str, str]:
    """Which origin is which root, one for one: by a name, or where neither has one, by kind and document.

    ``places`` gives the documents that rest on each root, ``where`` those of each origin.
    """
    rated = sorted(
        ((_alike(r, places[r.id], o, where[o.id]), r.id, o.id) for r in roots for o in origins),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    out: dict[str, str] = {}
    for rate, root, origin in rated:
        if rate > 0 and root not in out and origin not in out.values():
            out[root] = origin
    return out


def _alike(root: Root, places: set[str], origin: Origin, where: set[str]) -> float:
    """0 for another one; more than 2 by name, less by place; shared documents decide between equals."""
    share = len(places & where) / max(len(places | where), 1)
    if root.kind in BY_NAME and origin.kind in BY_NAME:
        rate = max((_same(name, n) for name in (origin.name, *origin.written) for n in root.names), default=0)
        if rate:
            return 2 * rate + share
    if root.kind is origin.kind and root.kind in BY_PLACE:
        return share
    return 0.0


def _same(written: str, name: str) -> int:
    """3 for the same name, 2 for one person's, 1 where a name of two words or more stands within a longer one."""
    one, other = (name_key(POSSESSIVE.sub("", words)) for words in (written, name))
    if one and one == other:
        return 3
    if same_name(written, name):
        return 2
    return 1 if " " in other and f" {other} " in f" {one} " else 0
