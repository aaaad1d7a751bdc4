"""A ledger for programs: what ``sayso.open`` gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from sayso.engine.asked import day_after, first_day
from sayso.engine.compare import Comparison, find_comparison
from sayso.engine.rows import Rows
from sayso.engine.timeline import CLAIMS, Timeline, find_timeline
from sayso.engine.trace import Trace, find_trace
from sayso.engine.wanted import AskedAcross, AskedEach, across_wanted, each_wanted, member
from sayso.errors import UsageError
from sayso.store.claimed import find_propositions
from sayso.store.connection import reader, writer
from sayso.store.counts import Counts, find_counts
from sayso.store.families import find_families, find_family, find_quotes
from sayso.store.ids import find_article
from sayso.store.lists import find_articles, find_claims
from sayso.store.readings import find_report, find_reports
from sayso.store.search import find_hits
from sayso.store.sources import find_sources
from sayso.store.taken import find_rejections
from sayso.types.claim import Report
from sayso.types.document import Rejection
from sayso.types.lineage import Family
from sayso.types.listed import (
    ArticleWanted,
    Hits,
    ListedArticle,
    ListedClaim,
    ListedFamily,
    ListedProposition,
    ListedQuote,
)
from sayso.types.review import Action, ListedReview
from sayso.types.speakers import Source

if TYPE_CHECKING:
    from sayso.engine.diff import Diff
    from sayso.engine.forgetting import Forgettable, Forgotten
    from sayso.engine.ingesting import Ingested, Progress
    from sayso.engine.showing import ShownArticle, ShownClaim
    from sayso.store.upkeep import Finding


class Ledger:
    """A ledger file. A context manager; others may read it at the same time, and one may write.

    What changes it (``ingest``, ``review``, ``forget``, ``check``) opens it for writing meanwhile, and keeps all it
    does before it returns. Everything raises ``LedgerError`` where the file cannot be read, or another process writes
    to it while this one wants to. ``now`` gives the time of what is kept (ISO 8601 in UTC) where none is told.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, create: bool = False, now: Callable[[], str] | None = None
    ) -> None:
        self.path = Path(path)
        self._now = now
        self._stack = ExitStack()
        if create:
            make(self.path)
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

    def rejected(self) -> Rows[Rejection]:
        """What was set aside and why, as ``sayso status --rejected`` lists it."""
        return Rows(lambda: find_rejections(self._reader))

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

        ``dates`` are its ``--since`` and ``--until``. Raises ``UsageError`` for a type, date, standing or order that
        there is none of.
        """
        wanted = across_wanted(asked)
        return Rows(lambda: find_propositions(self._reader, wanted))

    def each_claim(self, **asked: Unpack[AskedEach]) -> Rows[ListedClaim]:
        """Every article's own claims, with the meaning of the options of ``sayso claims --each``.

        ``dates`` are its ``--since`` and ``--until``. Raises ``UsageError`` for a type, date, status or order that
        there is none of.
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
        self,
        claim: str | None,
        action: str,
        *values: str,
        by: str,
        at: str | None = None,
        kind: str | None = None,
    ) -> ListedReview:
        """Keep what a person decided about a claim: ``action`` is an option of ``sayso review``, ``values`` its values.

        ``by`` says who decides, ``at`` when (ISO 8601), ``kind`` what a new name behind "root" is. Raises
        ``UsageError`` for what cannot be done.
        """
        from sayso.engine.review import Asked, decide

        wanted = member(Action, action)
        assert wanted is not None
        with writer(self.path) as ledger:
            return decide(ledger, Asked(wanted, claim, values, kind), by, self._time(at))

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

    def show(self, id: str) -> ShownArticle | ShownClaim:
        """The article or the article's claim with this id, or the beginning of one, and all that is known of it.

        An article with its versions, where it was met, from what it derives and what was read from it; a claim with
        its report. Raises ``UsageError`` where none, or more than one, has such an id.
        """
        from sayso.engine.showing import find_shown

        return find_shown(self._reader, id)

    def diff(self, first: str, second: str) -> Diff:
        """Two articles side by side, each by its id or the beginning of one. Raises ``UsageError`` as ``report``."""
        from sayso.engine.diff import find_diff

        return find_diff(self._reader, first, second)

    def quotes(self, id: str | None = None, *, altered: bool = False) -> Rows[ListedQuote]:
        """Quotations that articles have from others, of all or of one article; ``altered``: not word for word.

        Raises ``UsageError`` as ``report``.
        """
        document = find_article(self._reader, id) if id is not None else None
        return Rows(lambda: find_quotes(self._reader, document, altered=altered))

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

    def ingest(
        self,
        paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str] = (),
        *,
        fetch: Iterable[str] = (),
        jobs: int | None = None,
        reread: bool = False,
        read: bool = True,
        at: str | None = None,
        tell: Callable[[Progress], object] | None = None,
    ) -> Ingested:
        """Take files and folders in, read what is new, find from what it derives and weigh its claims.

        The options are those of ``sayso ingest``: ``fetch`` names addresses, ``jobs`` processes (1: reads in this one;
        one a core unless given), ``reread`` reads again what an older model has read, ``read=False`` only takes in.
        ``tell`` gets each thing that was done. May be stopped at any moment and called again: nothing is lost or taken
        twice. What was set aside is in the answer. Raises ``ModelError`` when the model cannot be loaded.
        """
        from sayso.engine.ingesting import Wanted, ingest, ingested

        if jobs is not None and jobs < 1:
            raise UsageError(f"jobs is {jobs}; at least one process has to read")
        clock = self._clock(at)
        inputs = [os.fspath(p) for p in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
        wanted = Wanted(inputs=inputs, fetch=fetch, jobs=jobs, reread=reread, read=read)
        with writer(self.path) as ledger:
            return ingested(ingest(ledger, wanted, clock), tell)

    def export(self, path: str | os.PathLike[str], *ids: str, format: str | None = None) -> int:
        """Write what was read from all articles, or from those with these ids, to a file; the number of articles.

        ``format`` is one of ``sayso export --to``; without it the name's ending says. The file is put in place only
        when it is whole. Raises ``UsageError`` for an unknown format, and for what cannot be written.
        """
        from sayso.engine.exporting import chosen, export
        from sayso.engine.putting import put, refuse_ledger
        from sayso.export import FORMATS, View, choose

        target = Path(path)
        form = choose(FORMATS, format, target)
        refuse_ledger(self.path, target)
        documents = chosen(self._reader, ids)
        with put(target) as out:
            return export(self._reader, documents, form, out, View())

    def backup(self, path: str | os.PathLike[str]) -> int:
        """Copy the ledger as it is now to a new file, check the copy, and give its size in bytes."""
        from sayso.store.backup import save_backup

        return save_backup(self._reader, Path(path))

    def check(self, *, repair: bool = False) -> tuple[Finding, ...]:
        """What is wrong with the ledger; nothing where it is whole. Takes minutes for a hundred thousand articles.

        ``repair`` builds broken indexes anew and lets articles with broken readings wait for the next ``ingest``.
        """
        from sayso.store.upkeep import find_faults, find_index_faults, save_repairs

        with writer(self.path) as ledger:
            found = (*find_faults(ledger.read), *find_index_faults(ledger))
            if repair and found:
                save_repairs(ledger, found)
        return found

    def forgettable(self, what: str) -> Forgettable:
        """What ``forget`` would take out. Raises ``UsageError`` where nobody and nothing is called so."""
        from sayso.engine.forgetting import find_forgettable

        return find_forgettable(self._reader, what)

    def forget(self, what: str, *, at: str | None = None) -> Forgotten:
        """Remove the article with this id, or every article in which somebody of this name speaks or acts, for good.

        ``forgettable`` lists them beforehand. Raises ``UsageError`` as that, ``LedgerError`` while somebody still goes
        through rows of the ledger as it was; ask again then.
        """
        from sayso.engine.forgetting import find_forgettable, forget

        moment = self._time(at)
        with writer(self.path) as ledger:
            return forget(ledger, find_forgettable(ledger.read, what), moment)

    def _time(self, at: str | None) -> str:
        return self._clock(at)()

    def _clock(self, at: str | None) -> Callable[[], str]:
        if at is not None:
            return lambda: at
        if self._now is None:
            raise UsageError("say when with at=, as ISO 8601 in UTC: 2031-03-03T12:00:00Z")
        return self._now


def make(path: Path) -> None:
    """Make an empty ledger with the folders above it, or bring an older one up to date. Raises ``LedgerError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path.parent}: cannot be made ({error.strerror}); choose another folder") from error
    with writer(path, create=True):
        pass
