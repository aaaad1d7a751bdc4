"""What two articles or two outlets say differently of one event: what ``Ledger.compare`` gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.errors import UsageError
from sayso.export import compare_json
from sayso.store.assertions import find_weighed_articles
from sayso.store.compared import (
    find_headings,
    find_outlet,
    find_outlets_like,
    find_related_to,
    find_told,
    find_weighed,
)
from sayso.store.connection import Reader
from sayso.store.ids import find_article
from sayso.store.lineage import find_text
from sayso.types.contrast import Compared, Contrast, Party
from sayso.types.span import Span
from sayso.types.weighing import Assertion

ID: Final = re.compile(r"d_[0-9a-z]{4,}|(?=[0-9a-f]*\d)[0-9a-f]{4,16}", re.I)
LIKE: Final = 5  # names of outlets that are told where none is called so
RELATED: Final = 2_000  # claims of one alone for which it is looked up whether the other has the event otherwise

Told = Mapping[str, Sequence[Assertion]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles or outlets side by side: typed and frozen."""

    compared: Compared

    @property
    def both(self) -> tuple[Contrast, ...]:
        """The claims that both make, those with most differences first."""
        return self.compared.both

    @property
    def only_first(self) -> tuple[Contrast, ...]:
        """The claims that only the first makes."""
        return self.compared.only_first

    @property
    def only_second(self) -> tuple[Contrast, ...]:
        """The claims that only the second makes."""
        return self.compared.only_second

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, as ``sayso compare --output-format json`` writes it."""
        return compare_json.record(self.compared)


def find_comparison(ledger: Reader, first: str, second: str) -> Comparison:
    """What two articles (ids, or the beginning of one) or outlets (names) say of the same claims.

    Raises ``UsageError`` where there is no such article or outlet, and where both are the same.
    """
    from sayso.weighing.compare import compare

    parties = (_party(ledger, first), _party(ledger, second))
    ids = [tuple(a.id for a in party.articles) for party in parties]
    if set(ids[0]) == set(ids[1]):
        raise UsageError(f"{first!r} and {second!r} are the same; give two articles or two outlets")
    told = [find_told(ledger, own) for own in ids]
    both, one, other = compare(told[0], told[1], _claims(ledger, told[0], told[1]), _words(ledger, told))
    return Comparison(Compared(*parties, both, one, other))


def _party(ledger: Reader, given: str) -> Party:
    """The outlet of this name, else the article with this id."""
    outlet = find_outlet(ledger, given)
    if outlet is None and not ID.fullmatch(given.strip()):
        like = find_outlets_like(ledger, given, LIKE)
        told = f"; some are called {', '.join(like)}" if like else "; 'sayso articles' lists articles and outlets"
        raise UsageError(f"no outlet is called {given!r}, and it is no id of an article{told}")
    name, ids = outlet if outlet is not None else (None, (find_article(ledger, given),))
    articles = find_weighed_articles(ledger, ids)
    return Party(name or articles[ids[0]].outlet, tuple(articles[id] for id in ids if id in articles))


def _claims(ledger: Reader, first: Told, second: Told) -> Any:
    from sayso.weighing.compare import Claims

    ids = {*first, *second}
    shared = [id for id in first if id in second]
    weighed = {id: found for id in shared if (found := find_weighed(ledger, id)) is not None}
    alone = [id for id in first if id not in second][:RELATED]
    return Claims(
        headings=find_headings(ledger, ids),
        origins={id: found.origins for id, found in weighed.items()},
        related={id: find_related_to(ledger, first[id]) for id in alone},
    )


def _words(ledger: Reader, told: Iterable[Told]) -> dict[tuple[str, Span], str]:
    """The words behind the spans of all assertions."""
    found: dict[tuple[str, Span], str] = {}
    text = ("", "")
    for document, span in sorted({(a.document, a.span) for a in _every(told)}):
        if document != text[0]:
            text = (document, find_text(ledger, document))
        found[document, span] = span.of(text[1])
    return found


def _every(told: Iterable[Told]) -> Iterator[Assertion]:
    return (a for mine in told for rows in mine.values() for a in rows)
