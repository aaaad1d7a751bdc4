"""What each article says of a claim, as rows for programs: one for each assertion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from sayso.export import trace_words
from sayso.export.row_records import RowKind
from sayso.export.trace_tree import Traced
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Assertion


@dataclass(frozen=True, slots=True)
class AssertionRow:
    """An assertion with its article, its words, and the origins that it rests on.

    ``copied_from`` is the id of the assertion whose words it has, ``None`` where they are its own. ``voices`` are
    those of its chain, from the nearest to the root, private persons without their names.
    """

    claim: str
    id: str
    document: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    text_id: str
    side: str
    text: str
    said: str | None
    span: Span
    certainty: str
    voices: tuple[str, ...]
    copied_from: str | None
    origins: tuple[str, ...]
    origin_names: tuple[str, ...]
    origin_kinds: tuple[str, ...]


NAMES: Final = tuple(AssertionRow.__dataclass_fields__)
ASSERTIONS: Final[RowKind[AssertionRow]] = RowKind("assertion", {name: attrgetter(name) for name in NAMES})


def rows(traced: Traced) -> Iterator[AssertionRow]:
    """The assertions of a claim in the order of the dates of their articles."""
    found = traced.proposition
    articles = traced.articles
    parents = {c.child: c.parent for c in traced.carried}
    origins: dict[str, list[int]] = {}
    for place, origin in enumerate(found.weighed.origins):
        for id in origin.assertions:
            origins.setdefault(id, []).append(place)
    for a in found.assertions:
        article = articles.get(a.document)
        rests = [found.weighed.origins[place] for place in origins.get(a.id, ())]
        yield AssertionRow(
            claim=found.id,
            id=a.id,
            document=a.document,
            outlet=article.outlet if article else None,
            published=article.published if article else None,
            title=article.title if article else None,
            url=article.url if article else None,
            text_id=article.text_id if article else a.document,
            side=a.side.value,
            text=a.text,
            said=traced.words.get((a.document, a.span)),
            span=a.span,
            certainty=a.certainty.value,
            voices=tuple(_voice(a, place) for place in range(1, len(a.chain))),
            copied_from=parents.get(a.id),
            origins=tuple(o.id for o in rests),
            origin_names=tuple(trace_words.origin_name(o) for o in rests),
            origin_kinds=tuple(o.kind.value for o in rests),
        )


def _voice(a: Assertion, place: int) -> str:
    teller = a.chain[place]
    private = teller.kind is VoiceKind.PERSON and not teller.public
    return trace_words.PRIVATE if private else teller.name or "nobody named"
