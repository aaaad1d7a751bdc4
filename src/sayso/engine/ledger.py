"""A ledger for programs: what ``sayso.open`` gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar, Unpack

from sayso.engine.asked import day_after, first_day
from sayso.engine.compare import Comparison, find_comparison
from sayso.engine.timeline import CLAIMS, Timeline, find_timeline
from sayso.engine.trace import Trace, find_trace
from sayso.engine.wanted import AskedAcross, AskedEach, across_wanted, each_wanted, member
from sayso.errors import UsageError
from sayso.store.claimed import find_propositions
from sayso.store.connection import reader
from sayso.store.counts import Counts, find_counts
from sayso.store.families import find_families, find_family
from sayso.store.ids import find_article
from sayso.store.lists import find_articles, find_claims, find_sources
from sayso.store.readings import find_report, find_reports
from sayso.store.search import find_hits
from sayso.types.claim import Report
from sayso.types.lineage import Family
from sayso.types.listed import (
    ArticleWanted,
    Hits,
    ListedArticle,
    ListedClaim,
    ListedFamily,
    ListedProposition,
    Source,
)
from sayso.types.review import Action, ListedReview

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """Rows of a list, looked up anew each time one goes through them, one at a time."""

    look: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.look()

    def to_arrow(self) -> Any:
        """All rows as a ``pyarrow.Table``. Raises ``UsageError`` when pyarrow is not installed."""
        try:
            import pyarrow
        except ImportError:
            raise UsageError("pyarrow is not installed; install it with 'pip install pyarrow'") from None
        return pyarrow.Table.from_pylist(list(map(_plain, self)))

    def to_pandas(self) -> Any:
        """All rows as a ``pandas.DataFrame``. Raises ``UsageError`` when pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise UsageError("pandas is not installed; install it with 'pip install pandas'") from None
        return pandas.DataFrame.from_records(list(map(_plain, self)))


def _plain(row: Any) -> dict[str, Any]:
    """A row as a flat record: of a status each of its parts, of closed sets their values, of tuples lists."""
    out: dict[str, Any] = {}
    for name, value in asdict(row).items():
        for part, inner in value.items() if isinstance(value, dict) else [(name, value)]:
            bare = inner.value if isinstance(inner, Enum) else inner
            out[part] = list(bare) if isinstance(bare, tuple) else bare
    return out


class Ledger:
    """A ledger opened for reading. A context manager; others may read and write at the same time.

    Everything that looks something up raises ``LedgerError`` where the file cannot be read.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._stack = ExitStack()
        self._reader = self._stack.enter_context(reader(self.path))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._stack.close()

    def counts(self) -> Counts:
        """What ``sayso status`` tells."""
        return find_counts(self._reader)

    def articles(
        self, *, since: str | None = None, until: str | None = None, outlet: str | None = None
    ) -> Rows[ListedArticle]:
        """Articles, those published last first; dates as ``2022``, ``2022-03`` or ``2022-03-08``.

        Raises ``UsageError`` for a date that is none.
        """
        wanted = ArticleWanted(since=first_day(since, "since"), until=day_after(until, "until"), outlet=outlet)
        return Rows(lambda: find_articles(self._reader, wanted))

    def claims(self, **asked: Unpack[AskedAcross]) -> Rows[ListedProposition]:
        """Claims across articles, with the meaning of the options of ``sayso claims``: those most told first.

        Raises ``UsageError`` for a type, date, standing or order that there is none of.
        """
        wanted = across_wanted(asked)
        return Rows(lambda: find_propositions(self._reader, wanted))

    def each_claim(self, **asked: Unpack[AskedEach]) -> Rows[ListedClaim]:
        """Every article's own claims, with the meaning of the options of ``sayso claims --each``.

        Raises ``UsageError`` for a type, date, status or order that there is none of.
        """
        wanted = each_wanted(asked)
        return Rows(lambda: find_claims(self._reader, wanted))

    def trace(self, id: str) -> Trace:
        """What stands behind the claim with this id, or the beginning of one: origins, bounds and their reasons.

        The id is that of a claim across articles or of any article's claim in it. Raises ``UsageError`` where no claim,
        or more than one, has such an id, or it was not compared with others yet.
        """
        return find_trace(self._reader, id)

    def timeline(
        self,
        id: str | None = None,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = CLAIMS,
    ) -> Timeline:
        """How the claim with this id went on, or the claims about somebody: with the options of ``sayso timeline``.

        Raises ``UsageError`` as ``trace``, for a date that is none, and unless one of ``id`` and ``about`` is given.
        """
        return find_timeline(self._reader, id, about=about, since=since, until=until, limit=limit)

    def compare(self, first: str, second: str) -> Comparison:
        """What two articles (ids, or the beginning of one) or outlets (names) say differently of the same claims.

        Raises ``UsageError`` where there is no such article or outlet, and where both are the same.
        """
        return find_comparison(self._reader, first, second)

    def review(
        self, claim: str | None, action: str, *values: str, by: str, at: str, kind: str | None = None
    ) -> ListedReview:
        """Keep what a person decided about a claim: ``action`` is an option of ``sayso review``, ``values`` its values.

        ``by`` says who decides, ``at`` when (ISO 8601), ``kind`` what a new name behind "root" is. The file is opened
        for writing meanwhile. Raises ``UsageError`` for what cannot be done, ``LedgerError`` while another writes.
        """
        from sayso.engine.review import Asked, decide
        from sayso.store.connection import writer

        wanted = member(Action, action)
        assert wanted is not None
        with writer(self.path) as ledger:
            return decide(ledger, Asked(wanted, claim, values, kind), by, at)

    def reviews(self, claim: str | None = None) -> Rows[ListedReview]:
        """What people decided, or what they decided about one claim, the earliest first, also what was taken back.

        Raises ``UsageError`` as ``trace``.
        """
        from sayso.engine.history import find_history

        return Rows(lambda: find_history(self._reader, claim))

    def sources(self) -> Rows[Source]:
        """Who speaks: those with most attributions first."""
        return Rows(lambda: find_sources(self._reader))

    def search(self, words: str, kind: str = "article", limit: int | None = 20) -> Hits:
        """Articles (or, as ``kind``, claims) that hold all these words. Raises ``UsageError`` where there are none."""
        return find_hits(self._reader, words, kind, limit)

    def families(self) -> Rows[ListedFamily]:
        """Articles that come from one original, together: the largest families first."""
        return Rows(lambda: find_families(self._reader))

    def lineage(self, id: str) -> Family | None:
        """Who derives from whom in the family of the article with this id, or the beginning of one.

        ``None`` where no other article is of the same text or has passages of it. Raises ``UsageError`` as ``report``.
        """
        return find_family(self._reader, find_article(self._reader, id))

    def report(self, id: str) -> Report | None:
        """All that was read from the article with this id, or the beginning of one; ``None`` while it waits.

        Raises ``UsageError`` where no article, or more than one, has such an id.
        """
        return find_report(self._reader, find_article(self._reader, id))

    def reports(self) -> Iterator[Report]:
        """Everything that was read, one article after the other, in the order of their ids."""
        return find_reports(self._reader)
