from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.engine import watching
from sayso.engine.ingest import Taken
from sayso.engine.propositions import weigh_new
from sayso.engine.watching import LONGEST_REST, MOST, Rests, bring_in, is_address, key_of, tell, watch
from sayso.engine.workers import Team
from sayso.store.connection import Writer, writer
from sayso.store.forget import save_forgotten
from sayso.store.told import find_untold, save_watched
from sayso.types.document import Document, Rejection, Stage
from sayso.types.news import More, News, NewsKind
from sayso.types.weighing import Assertion, Side, Teller
from tests.engine.claimed import asserting
from tests.engine.test_ingest import FakeTeam
from tests.readings import ENGLISH
from tests.store.claiming import named, read
from tests.store.support import NOW, new_ledger
from tests.tellings import COUNCIL, RUSK, told


class Story:
    """Articles that each say one thing of the same event, or of one of their own; they come when a test says so."""

    def __init__(self, ledger: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ledger = ledger
        self.asserted: dict[str, Sequence[Assertion]] = {}
        asserting(monkeypatch, self.asserted)

    def come(self, key: str, *chain: Teller, own: bool = False, **fields: object) -> Document:
        """One article more, weighed."""
        document = named(key, f"2031-03-{len(self.asserted) + 1:02}", publisher=f"Paper {key}")
        if own:
            fields |= {"text": f"Only {key} says so.", "words": (f"w{key}",), "trigger": f"t{key}", "taking": ()}
        self.asserted[document.id] = [told(key, document.id, *chain, **fields)]
        read(self.ledger, document)
        list(weigh_new(self.ledger))
        return document

    def tell(self) -> list[str]:
        """The kinds of what is told now."""
        return [item.kind.value if isinstance(item, News) else "more" for item in tell(self.ledger)]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        yield Story(ledger, monkeypatch)


def test_a_story_is_told_as_it_goes_on_and_nothing_twice(story: Story) -> None:
    story.come("a", RUSK)
    assert story.tell() == ["new"]
    story.come("b", RUSK)
    assert story.tell() == []
    story.come("c", COUNCIL, side=Side.AGAINST)
    assert story.tell() == ["denied"]
    assert story.tell() == []


def test_what_was_under_way_when_it_was_stopped_is_told_again_and_the_rest_once(story: Story) -> None:
    for key in "abc":
        story.come(key, RUSK, own=True)
    first = tell(story.ledger)
    seen = [next(first), next(first)]  # the second was told, and it ended before that was remembered
    first.close()
    rest = [item for item in tell(story.ledger) if isinstance(item, News)]
    assert len(rest) == 2 and rest[0] == seen[1]
    assert len({n.after.claim for n in rest} | {n.after.claim for n in seen if isinstance(n, News)}) == 3


def test_two_news_of_one_claim_are_remembered_one_by_one(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.come("a", RUSK)
    story.tell()
    story.come("b", COUNCIL, side=Side.AGAINST)
    found = [item for item in watching._news(story.ledger.read, find_untold(story.ledger.read)[0])]
    twice = (found[0], News(NewsKind.NUMBER, *(getattr(found[0], f) for f in News.__slots__[1:])))
    monkeypatch.setattr(watching, "_news", lambda ledger, claim: twice)
    first = tell(story.ledger)
    assert [next(first), next(first)] == list(twice)
    first.close()
    assert list(tell(story.ledger)) == [twice[1]]
    assert story.ledger.connection.execute("SELECT count(*) FROM said").fetchone()[0] == 0


def test_a_burst_is_bounded_and_the_rest_counted(story: Story) -> None:
    for k in range(MOST + 5):
        story.come(f"x{k}", RUSK, own=True)
    found = list(tell(story.ledger))
    assert len(found) == MOST + 1 and found[-1] == More(((NewsKind.NEW, 5),))
    assert list(tell(story.ledger)) == []


def test_a_burst_whose_number_was_not_told_is_not_lost(story: Story) -> None:
    for k in range(MOST + 5):
        story.come(f"x{k}", RUSK, own=True)
    first = tell(story.ledger)
    for _ in range(MOST + 1):
        next(first)
    first.close()
    assert len(list(tell(story.ledger))) == 5


def test_an_article_read_anew_makes_no_new_claims(story: Story) -> None:
    document = story.come("a", RUSK)
    story.tell()
    story.asserted[document.id] = [told("other", document.id, RUSK, text="Now it reads otherwise.", words=("x",))]
    story.ledger.connection.execute("DELETE FROM readings WHERE document = ?", (document.id,))
    story.ledger.connection.execute("INSERT INTO readings VALUES (?, '2', x'')", (document.id,))
    list(weigh_new(story.ledger))
    assert story.tell() == []


def test_what_is_forgotten_is_told_of_no_more(story: Story) -> None:
    story.come("a", RUSK)
    document = story.come("b", COUNCIL, side=Side.AGAINST)
    save_forgotten(story.ledger, [document.id], "document", NOW)
    list(weigh_new(story.ledger))
    assert story.tell() == ["new"]


def test_the_same_words_in_one_article_are_one_new_claim(story: Story) -> None:
    document = story.come("a", RUSK)
    story.ledger.connection.execute("DELETE FROM readings WHERE document = ?", (document.id,))
    story.asserted[document.id] = [
        told("a", document.id, RUSK), told("b", document.id, RUSK, place=1, words=("y",), trigger="y", type=None),
    ]  # fmt: skip
    story.ledger.connection.execute("INSERT INTO readings VALUES (?, '2', x'')", (document.id,))
    list(weigh_new(story.ledger))
    assert story.tell() == ["new"]


ROWS = st.lists(st.tuples(st.booleans(), st.sampled_from(list(Side)), st.booleans(), st.booleans()), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_however_often_it_looks_nothing_is_told_twice(
    rows: list[tuple[bool, Side, bool, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch, new_ledger(tmp_path_factory.mktemp("l")) as ledger:
        save_watched(ledger, NOW)
        story = Story(ledger, monkeypatch)
        keys = []
        for k, (rusk, side, own, look) in enumerate(rows):
            story.come(str(k), RUSK if rusk else COUNCIL, side=side, own=own)
            if look:
                keys += [key_of(n) for n in tell(ledger) if isinstance(n, News)]
        keys += [key_of(n) for n in tell(ledger) if isinstance(n, News)]
        assert len(set(keys)) == len(keys)
        assert list(tell(ledger)) == []
        assert ledger.connection.execute("SELECT count(*) FROM fresh").fetchone()[0] == 0


def now() -> str:
    return NOW


def nobody() -> AbstractContextManager[tuple[Team, str]]:
    raise AssertionError("nothing waits, so that nobody is asked to read")


def reading() -> AbstractContextManager[tuple[Team, str]]:
    return nullcontext((FakeTeam(), "1"))


def test_files_and_feeds_are_taken_in_and_a_feed_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    refused = Rejection("https://b.test/", Stage.FETCH, "fetch-failed", "https://b.test/: takes no connection")
    asked: list[str] = []

    def take_from(ledger: Writer, urls: Sequence[str], clock: object) -> Iterator[Taken]:
        for url in urls:
            asked.append(url)
            yield Taken(url, 0, 0, (refused,) if "b.test" in url else (), False)

    urls = ["https://b.test/", "https://c.test/"]
    with writer(tmp_path / "l.sayso", create=True) as ledger:
        found = list(bring_in(ledger, [tmp_path / "a.txt"], urls, now, reading, take_from))  # type: ignore[arg-type]
        assert asked == urls
        assert [(t.new, t.rejected) for t in found if isinstance(t, Taken)] == [(1, ()), (0, (refused,)), (0, ())]
        again = list(bring_in(ledger, [tmp_path / "a.txt"], [], now, nobody))
        assert [t.known for t in again if isinstance(t, Taken)] == [True]


def test_a_program_looks_once_and_gets_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.engine.watching.team", lambda jobs: reading())
    monkeypatch.setattr("sayso.weighing.assertions.assertions", lambda found: (told("x", found.document.id, RUSK),))
    with writer(tmp_path / "l.sayso", create=True):
        pass
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    found = [list(watch(tmp_path / "l.sayso", [tmp_path / "a.txt"], at=NOW)) for _ in range(2)]
    assert [[n.kind for n in news if isinstance(n, News)] for news in found] == [[NewsKind.NEW], []]


def test_addresses_and_paths_are_told_apart() -> None:
    assert is_address("HTTPS://post.test/feed") and is_address("http://post.test")
    assert not is_address("https.txt") and not is_address("folder/http://x")


def test_what_fails_is_left_alone_for_longer_and_longer() -> None:
    rests = Rests()
    asked = []
    for k in range(200):
        if rests.due(["a"]):
            asked.append(k)
            rests.note("a", failed=True)
    assert asked[:5] == [0, 2, 5, 10, 19]
    assert max(b - a for a, b in zip(asked, asked[1:], strict=False)) == LONGEST_REST + 1
    rests = Rests()
    rests.note("a", failed=True)
    assert (rests.due(["a", "b"]), rests.due(["a", "b"])) == (["b"], ["a", "b"])
    rests.note("a", failed=False)
    assert rests.due(["a"]) == ["a"]
