from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store import arrived
from sayso.store.arrived import (
    Touched,
    find_arrived_count,
    find_intake,
    find_lowest,
    find_mark,
    find_new_among,
    find_newest,
    find_touched,
)
from sayso.store.connection import Writer
from sayso.store.taken import save_input, save_outcomes
from tests.store.asked import again, keep, known
from tests.store.support import NOW, article, new_ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """Two articles of one story, then one that tells half of it with something of its own."""
    with new_ledger(tmp_path_factory.mktemp("arrived")) as made:
        first = known()
        keep(made, first, again(first, 2, publisher="Evening Wire", published="2022-03-10"))
        list(link_new(made))
        list(weigh_new(made))
        yield made


def come(ledger: Writer, text: str, at: str) -> str:
    """One article more, taken in then."""
    found = article(text)
    given_ = save_input(ledger, f"{text}.txt", text, 9, at)
    save_outcomes(ledger, given_, 0, [found], at, last=True)
    return found.id


def test_in_an_empty_ledger_nothing_came(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as empty:
        assert find_newest(empty.read) is None and find_mark(empty.read, "2022") == 0
        assert find_touched(empty.read, 0) == Touched((), ())
        assert find_touched(empty.read, 0, "anybody", ("key",)) == Touched((), ())


@settings(max_examples=40, deadline=None)
@given(hours=st.lists(st.integers(0, 23), min_size=1, max_size=9), asked=st.integers(0, 24))
def test_the_mark_is_behind_all_that_came_before(
    tmp_path_factory: pytest.TempPathFactory, hours: list[int], asked: int
) -> None:
    with new_ledger(tmp_path_factory.mktemp("mark")) as made:
        ids = [come(made, f"Number {k}.", f"2026-01-02T{hour:02}:00:00Z") for k, hour in enumerate(sorted(hours))]
        mark = find_mark(made.read, f"2026-01-02T{asked:02}")
        late = {id for id, hour in zip(ids, sorted(hours), strict=True) if hour >= asked}
        assert find_new_among(made.read, ids, mark) == late
        assert find_arrived_count(made.read, mark, 100) == len(late)
        newest = find_newest(made.read)
        assert newest is not None and newest.document == ids[-1]
        assert find_intake(made.read, ids[0]) is not None and find_intake(made.read, "d_gone") is None


def test_an_article_that_is_met_again_came_when_it_was_met_first(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as made:
        come(made, "The bridge fell.", NOW)
        given_ = save_input(made, "again.txt", "h", 9, "2026-02-01T00:00:00Z")
        save_outcomes(made, given_, 0, [article("The bridge fell.")], "2026-02-01T00:00:00Z", last=True)
        newest = find_newest(made.read)
        assert newest is not None and newest.taken == NOW
        assert find_arrived_count(made.read, find_mark(made.read, "2026-02"), 9) == 0


def test_claims_are_new_or_told_again(ledger: Writer) -> None:
    everything = find_touched(ledger.read, 0)
    assert len(everything.new) == 10 and everything.again == ()
    second = find_touched(ledger.read, 1)
    assert second.new == () and sorted(second.again) == sorted(everything.new)
    assert find_touched(ledger.read, 2) == Touched((), ())


@pytest.mark.parametrize(("about", "many"), [("hospital", 1), ("nobody", 0), ('" OR 1 --', 0)])
def test_about_asks_for_words_of_a_new_telling(ledger: Writer, about: str, many: int) -> None:
    assert len(find_touched(ledger.read, 0, about).new) == many
    assert len(find_touched(ledger.read, 1, about).again) == many
    assert find_touched(ledger.read, 2, about) == Touched((), ())


def test_of_very_many_articles_only_the_latest_are_gone_through(
    ledger: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_lowest(ledger.read, 0) == 0
    monkeypatch.setattr(arrived, "MOST", 1)
    assert find_lowest(ledger.read, 0) == 1
