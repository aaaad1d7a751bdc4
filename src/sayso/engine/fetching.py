"""From addresses into the ledger: fetched one after the other, only because somebody asked for each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from sayso.engine.ingest import NOTHING, Clock, Taken, take
from sayso.fetch import Fetched, NotModified, Validators, Visits, fetch
from sayso.intake import given
from sayso.intake.build import web_address
from sayso.intake.fingerprint import Fingerprint
from sayso.store.connection import Reader, Writer
from sayso.store.visits import Visit, find_visit, save_visit
from sayso.types.document import Basis, Document, Known, Rejection

Fetch: TypeAlias = Callable[[str, Validators | None], Fetched | NotModified | Rejection]


def take_from(ledger: Writer, urls: Iterable[str], now: Clock, fetching: Fetch | None = None) -> Iterator[Taken]:
    """Fetch addresses and take in what they hold, one after the other, and say what became of each.

    ``fetching`` stands in for the network in tests. A feed gives its entries; nothing that a page or feed names is
    fetched. Where the server says that nothing is new, nothing is taken in. Raises ``LedgerError``.
    """
    if fetching is None:
        visits = Visits()

        def fetching(url: str, marks: Validators | None) -> Fetched | NotModified | Rejection:
            return fetch(url, validators=marks, visits=visits)

    for url in urls:
        answer = fetching(url, _marks(ledger.read, url))
        if isinstance(answer, Rejection):
            yield take(ledger, answer.origin, NOTHING, iter([answer]), now)
            continue
        if isinstance(answer, NotModified):
            marks = answer.validators
            save_visit(ledger, url, Visit(marks.url, marks.etag, marks.last_modified), now())
            yield Taken(url, 0, 0, (), True)
            continue
        print_ = Fingerprint(hashlib.sha256(answer.body).hexdigest(), len(answer.body))
        yield take(ledger, url, print_, _documents(answer, url), now)
        save_visit(ledger, url, Visit(answer.url, answer.etag, answer.last_modified), now())


def _marks(ledger: Reader, url: str) -> Validators | None:
    visit = find_visit(ledger, url)
    if visit is None or (visit.etag is None and visit.last_modified is None):
        return None
    return Validators(visit.answered, visit.etag, visit.last_modified)


def _documents(answer: Fetched, url: str) -> Iterator[Document | Rejection]:
    for outcome in given(answer.body, url, answer.content_type, charset=answer.charset):
        whole = outcome.origin == url  # and not an entry of a feed, or a file in an archive
        if isinstance(outcome, Document) and outcome.url is None and whole and web_address(answer.url):
            outcome = replace(outcome, url=Known(answer.url, Basis.CALLER))
        yield outcome
