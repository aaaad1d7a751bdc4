from __future__ import annotations

from pathlib import Path

from sayso.engine.fetching import take_from
from sayso.engine.ingest import Taken
from sayso.fetch import Fetched, NotModified, Validators
from sayso.store.connection import Writer, writer
from sayso.store.taken import find_rejections, find_waiting
from sayso.types.document import Rejection, Stage
from tests.readings import ENGLISH

PAGE = "https://post.test/a"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>'
    f"<item><title>One</title><description>{ENGLISH}</description></item>"
    f"<item><title>Two</title><link>https://post.test/2</link><description>{ENGLISH} Twice.</description></item>"
    "</channel></rss>"
)


def now() -> str:
    return "2026-01-02T03:04:05Z"


class Site:
    """A site that knows what it gave before."""

    def __init__(self, body: str, content_type: str | None = None, url: str = PAGE) -> None:
        self.answer = Fetched(url, body.encode(), content_type, etag='"1"')
        self.asked: list[Validators | None] = []

    def __call__(self, url: str, marks: Validators | None) -> Fetched | NotModified | Rejection:
        self.asked.append(marks)
        if marks is not None and marks.etag == self.answer.etag:
            return NotModified(url, marks)
        return self.answer


def taken(ledger: Writer, site: object) -> list[Taken]:
    return list(take_from(ledger, [PAGE], now, site))  # type: ignore[arg-type]


def test_a_page_is_taken_in_under_the_address_that_answered(tmp_path: Path) -> None:
    site = Site(ENGLISH, "text/plain", "https://post.test/moved")
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        assert [t.new for t in taken(ledger, site)] == [1]
        ((document, _),) = find_waiting(ledger.read, 9, 9_000)
        assert document.origin == PAGE and document.url is not None
        assert document.url.value == "https://post.test/moved"


def test_the_encoding_that_the_server_names_counts(tmp_path: Path) -> None:
    site = Site("")
    site.answer = Fetched(PAGE, f"{ENGLISH} Правда.".encode("koi8-r"), "text/plain", "koi8-r")
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        assert [t.new for t in taken(ledger, site)] == [1]
        ((document, _),) = find_waiting(ledger.read, 9, 9_000)
        assert document.text.endswith("Правда.")


def test_what_has_not_changed_is_not_taken_in_again(tmp_path: Path) -> None:
    site = Site(ENGLISH)
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        assert [[t.known for t in taken(ledger, site)] for _ in range(2)] == [[False], [True]]
        assert [m.etag if m else None for m in site.asked] == [None, '"1"']
        site.answer = Fetched(PAGE, f"{ENGLISH} He said it twice.".encode(), etag='"2"')
        assert [t.new for t in taken(ledger, site)] == [1]


def test_a_feed_gives_its_entries_and_their_own_addresses(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        assert [t.new for t in taken(ledger, Site(FEED, "application/rss+xml"))] == [2]
        urls = [d.url.value if d.url else None for d, _ in find_waiting(ledger.read, 9, 99_000)]
        assert sorted(map(str, urls)) == ["None", "https://post.test/2"]


def test_what_is_not_fetched_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    refused = Rejection(PAGE, Stage.INTAKE, "fetch-private-address", f"{PAGE}: is within a private network")
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        for _ in range(2):
            taken(ledger, lambda url, marks: refused)
        assert list(find_rejections(ledger.read)) == [refused]
        assert [t.new for t in taken(ledger, Site(ENGLISH))] == [1]
        assert list(find_rejections(ledger.read)) == []
