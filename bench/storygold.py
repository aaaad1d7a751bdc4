"""The stories of ``bench/stories`` as records, and whether their gold is sound: ``python -m bench.storygold``.

A story is a folder with ``articles.jsonl``, as the intake reads it, and ``gold.json``; ``bench/stories/README.md`` says
what stands in them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Document
from sayso.types.span import Span
from sayso.types.weighing import OriginKind, Side, Standing

STORIES = Path(__file__).parent / "stories"
FIRM = (OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.WITNESS)
Pair = tuple[int, int]


class GoldError(Exception):
    """A story that cannot be scored, and why."""


@dataclass(frozen=True, slots=True)
class Root:
    """One whose word claims of a story rest on. ``apart`` are ids of roots that an unnamed one cannot be."""

    id: str
    names: tuple[str, ...]
    kind: OriginKind
    camp: str | None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of one article that tells a claim: ``span`` of the text of ``document``, the id that intake gives."""

    claim: str
    article: str
    publisher: str | None
    published: str | None
    document: str
    span: Span
    quote: str
    side: Side
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What is claimed, where it is told, and how many origins that makes: ``(least, most)`` for each side."""

    id: str
    text: str
    main: bool
    tellings: tuple[Telling, ...]
    support: Pair
    against: Pair
    standing: Standing

    def roots(self, side: Side) -> tuple[str, ...]:
        """Ids of the roots of one side, in the order of the articles."""
        return tuple(dict.fromkeys(root for t in self.tellings if t.side is side for root in t.roots))

    def standing_by(self, side: Side) -> tuple[str, ...]:
        """Roots of one side without those that took it back: who says first one thing and then the other."""
        last: dict[str, Side] = {}
        for telling in sorted(self.tellings, key=lambda t: (t.published or "~", t.document, t.span.begin)):
            if telling.side is not Side.OPEN:
                last |= dict.fromkeys(telling.roots, telling.side)
        return tuple(root for root in self.roots(side) if last.get(root) is side)


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its articles as the intake has them, its roots and claims."""

    name: str
    folder: Path
    kind: str
    documents: tuple[Document, ...]
    roots: Mapping[str, Root]
    claims: tuple[GoldClaim, ...]

    @property
    def articles(self) -> Path:
        """The file of its articles."""
        return self.folder / "articles.jsonl"


def folders(split: str | None = None, name: str | None = None, base: Path = STORIES) -> tuple[Path, ...]:
    """Folders of stories, in the order of split and name. Raises ``GoldError`` where there are none."""
    found = sorted(path.parent for path in base.glob(f"{split or '*'}/{name or '*'}/gold.json"))
    if not found:
        raise GoldError(f"there is no story {name or ''} in {base / (split or '')}")
    return tuple(found)


def load(folder: Path) -> Story:
    """The story in ``folder``. Raises ``GoldError`` that names the article or claim where something is wrong."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    given = tuple(documents([folder / "articles.jsonl"], IntakeSettings()))
    taken = tuple(d for d in given if isinstance(d, Document))
    if len(taken) != len(given):
        raise GoldError(f"{folder.name}: {len(given) - len(taken)} articles are no documents")
    roots = {
        id: Root(id, tuple(r["names"]), OriginKind(r["kind"]), r.get("camp"), tuple(r.get("apart", ())))
        for id, r in gold["roots"].items()
    }
    claims = tuple(_claim(row, taken, roots) for row in gold["claims"])
    return Story(folder.name, folder, gold["kind"], taken, roots, claims)


def _claim(row: Mapping[str, Any], given: tuple[Document, ...], roots: Mapping[str, Root]) -> GoldClaim:
    tellings = tuple(_telling(row["id"], entry, given) for entry in row["assertions"])
    for telling in tellings:
        if unknown := set(telling.roots) - set(roots):
            raise GoldError(f"{row['id']}: no root {', '.join(sorted(unknown))} ({telling.article})")
    return GoldClaim(
        id=row["id"],
        text=row["text"],
        main=bool(row["main"]),
        tellings=tellings,
        support=_pair(row["support"]),
        against=_pair(row["against"]),
        standing=Standing(row["standing"]),
    )


def _pair(given: Any) -> Pair:
    least, most = given
    return int(least), int(most)


def _telling(claim: str, entry: Mapping[str, Any], given: tuple[Document, ...]) -> Telling:
    """One entry of ``assertions``; of the versions of one URL the one that was ``published`` then, or has the quote."""
    url, quote, when = entry["article"], entry["quote"], entry.get("published")
    versions = [d for d in given if d.url and d.url.value == url]
    if when is not None:
        versions = [d for d in versions if d.published and d.published.value[:16] == when[:16]]
    holding = [d for d in versions if quote in d.text]
    if not holding:
        raise GoldError(f"{claim}: no article {url} holds {quote!r}")
    if len(holding) > 1:
        raise GoldError(f"{claim}: two versions of {url} hold {quote!r}; tell which by 'published'")
    found = holding[0]
    if found.text.count(quote) != 1:
        raise GoldError(f"{claim}: {url} holds {quote!r} {found.text.count(quote)} times")
    begin = found.text.index(quote)
    return Telling(
        claim=claim,
        article=url,
        publisher=found.publisher.value if found.publisher else None,
        published=found.published.value if found.published else None,
        document=found.id,
        span=Span(begin, begin + len(quote)),
        quote=quote,
        side=Side(entry["side"]),
        roots=tuple(entry["roots"]),
    )


def counted(roots: Iterable[Root]) -> Pair:
    """How many independent origins these are, at least and at most: ``docs/independence.md``, "Counting"."""
    given = tuple(roots)
    firm = [r for r in given if r.kind in FIRM]
    unnamed = [r for r in given if r.kind is OriginKind.UNNAMED]
    camps = {r.camp if r.camp is not None else (r.id,) for r in firm}
    alone = [u for u in unnamed if not any(_compatible(u, r) for r in firm)]
    least = len(camps) + len(_groups(alone, _compatible))
    return max(least, 1 if given else 0), len(given)


def _compatible(one: Root, other: Root) -> bool:
    if one.camp is not None and other.camp is not None:
        return one.camp == other.camp
    return other.id not in one.apart and one.id not in other.apart


def _groups(given: Iterable[Root], joins: Callable[[Root, Root], bool]) -> list[list[Root]]:
    """As few groups as first fit gives, those with a known camp first; all of a group may be one person or body."""
    groups: list[list[Root]] = []
    for root in sorted(given, key=lambda r: (r.camp is None, r.id)):
        home = next((g for g in groups if all(joins(root, other) for other in g)), None)
        if home is None:
            groups.append([root])
        else:
            home.append(root)
    return groups


def problems(story: Story) -> tuple[str, ...]:
    """One line for each thing in the gold that cannot be right."""
    out = []
    for claim in story.claims:
        where = f"{story.name} {claim.id}"
        if len({(t.article, t.document) for t in claim.tellings}) < 2:
            out.append(f"{where}: told by one article only")
        for side, bounds in ((Side.FOR, claim.support), (Side.AGAINST, claim.against)):
            found = counted(story.roots[id] for id in claim.standing_by(side))
            if found != bounds and claim.standing is not Standing.WITHDRAWN:
                out.append(f"{where}: {list(bounds)} {side.value}, but its roots make {list(found)}")
        facing = any(story.roots[id].kind in (*FIRM, OriginKind.UNNAMED) for id in claim.standing_by(Side.AGAINST))
        out += [f"{where}: {line}" for line in _standing_problems(claim, facing)]
    if not any(claim.main for claim in story.claims):
        out.append(f"{story.name}: no main claim")
    used = {root for claim in story.claims for t in claim.tellings for root in t.roots}
    out += [f"{story.name}: nothing rests on root {id}" for id in story.roots if id not in used]
    return tuple(out)


def _standing_problems(claim: GoldClaim, facing: bool) -> list[str]:
    """``facing``: somebody is against it who is known by name, or is said to be somebody."""
    opposed = claim.standing in (Standing.DENIED, Standing.CONTESTED)
    if opposed and claim.against[1] == 0:
        return [f"{claim.standing.value}, but nobody is against it"]
    if facing and not opposed and claim.standing is not Standing.WITHDRAWN:
        return [f"{claim.standing.value}, but somebody is against it"]
    if claim.standing is Standing.CORROBORATED and claim.support[0] < 2:
        return ["corroborated by fewer than two"]
    if claim.standing in (Standing.SINGLE, Standing.UNSOURCED) and claim.support[0] > 1:
        return [f"{claim.standing.value}, but at least {claim.support[0]} are for it"]
    return []


def main() -> int:
    """Print what cannot be right; exit code 1 where there is something."""
    ap = argparse.ArgumentParser(prog="python -m bench.storygold", description=__doc__.split("\n")[0])
    ap.add_argument("--split", choices=("dev", "test"))
    ap.add_argument("--story")
    o = ap.parse_args()
    found = 0
    for folder in folders(o.split, o.story):
        try:
            story = load(folder)
        except (GoldError, KeyError, ValueError) as error:
            lines: tuple[str, ...] = (f"{folder.name}: {error!r}",)
        else:
            tellings = sum(len(c.tellings) for c in story.claims)
            print(f"{story.name}: {len(story.documents)} articles, {len(story.claims)} claims told {tellings} times")
            lines = problems(story)
        found += len(lines)
        for line in lines:
            print("  " + line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
