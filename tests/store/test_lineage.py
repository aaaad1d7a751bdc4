from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.store.connection import Writer
from sayso.store.forget import save_forgotten
from sayso.store.lineage import (
    Link,
    find_alignments,
    find_compared,
    find_lineage_faults,
    find_orphaned_features,
    find_postings,
    find_same_address,
    find_sketched,
    find_text,
    find_texts,
    find_ties,
    find_unlinked,
    find_unlinked_count,
    find_unsettled,
    find_unsettled_among,
    save_linked,
    save_links,
    save_unindexed,
    save_unlinked,
)
from sayso.types.lineage import Alignment, Passage
from sayso.types.span import Span
from tests.store.support import NOW, article, new_ledger, take

SHARED = Alignment((Passage(Span(0, 9), Span(2, 11)), Passage(Span(12, 15), Span(12, 14))), 0.9, 0.8, 0.7, 0.5)
LATE = article("Words of the late one, some.", published="2022-03-09", url="https://a.example/x")
EARLY = article("Words of the early one, some.", published="2022-03-01T08:00:00Z", url="https://a.example/x")
UNDATED = article("Words without a date.")


def linked(ledger: Writer) -> tuple[str, str]:
    """Three documents, of which two are linked; their ids in order."""
    take(ledger, LATE, EARLY, UNDATED)
    pair = (min(LATE.id, EARLY.id), max(LATE.id, EARLY.id))
    save_linked(ledger, EARLY.id, [2**39, 7, 8], [])
    save_linked(ledger, LATE.id, [7, 8, 9], [Link(pair, SHARED, True)])
    return pair


def test_what_is_taken_in_waits_the_earliest_first(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, LATE, EARLY, UNDATED)
        take(ledger, LATE, origin="again.txt")
        assert find_unlinked(ledger.read) == (EARLY.id, LATE.id, UNDATED.id)
        save_linked(ledger, EARLY.id, [], [])
        assert find_unlinked_count(ledger.read) == 2
        assert find_text(ledger.read, LATE.id) == LATE.text


def test_features_lead_to_documents(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        places, numbers = find_postings(ledger.read, [8, 5, 2**39], 64)
        assert places == [0, 0, 2]
        found = find_sketched(ledger.read, numbers)
        assert {s.document for s in found.values()} == {EARLY.id, LATE.id}
        assert found[numbers[2]].document == EARLY.id and found[numbers[2]].size == 3
        assert len(find_postings(ledger.read, [8], 1)[1]) == 1
        assert find_same_address(ledger.read, LATE.id, 9) == (EARLY.id,)
        assert find_same_address(ledger.read, UNDATED.id, 9) == ()


def test_two_documents_with_one_number_have_two(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, LATE, EARLY)
        taken = int(LATE.id[2:10], 16) - 2**31
        ledger.connection.execute("INSERT INTO sketches VALUES (?, ?, 0)", (taken, EARLY.id))
        save_linked(ledger, LATE.id, [1], [])
        assert sorted(find_sketched(ledger.read, [taken, taken + 1])) == [taken, taken + 1]


def test_a_link_comes_back_as_it_was(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        pair = linked(ledger)
        assert find_alignments(ledger.read, [pair, ("d_0", "d_1")]) == {pair: SHARED}
        assert find_compared(ledger.read, {pair, ("d_0", "d_1")}) == {pair}
        (tie,) = find_ties(ledger.read, LATE.id)
        assert (tie.pair, tie.joins) == (pair, True) and tie.strength == pytest.approx(0.63)
        assert find_ties(ledger.read, EARLY.id) == [tie]
        assert find_unsettled(ledger.read, 9) == tuple(sorted([EARLY.id, LATE.id]))
        assert find_unsettled_among(ledger.read, [LATE.id, UNDATED.id]) == {LATE.id}
        save_links(ledger, [Link(pair, Alignment((), 0.0, 0.0, 0.0, 0.0), False)])
        assert find_ties(ledger.read, LATE.id) == []  # compared, and nothing found


@settings(max_examples=25)
@given(st.lists(st.tuples(*[st.integers(0, 10**6)] * 4), max_size=8), st.floats(0, 1))
def test_any_alignment_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, ...]], x: float
) -> None:
    passages = tuple(Passage(Span(a, a + b + 1), Span(c, c + d + 1)) for a, b, c, d in rows)
    found = Alignment(passages, x, 1 - x, x / 2, x / 3)
    with new_ledger(tmp_path_factory.mktemp("links")) as ledger:
        take(ledger, LATE, EARLY)
        pair = (min(LATE.id, EARLY.id), max(LATE.id, EARLY.id))
        save_links(ledger, [Link(pair, found, False)])
        assert find_alignments(ledger.read, [pair]) == {pair: found}


def test_nothing_of_a_document_is_kept_by_half(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, LATE, EARLY)
        with pytest.raises(LedgerError):
            save_linked(ledger, LATE.id, [1, 2], [Link(("d_0", LATE.id), SHARED, True)])  # d_0 is not there
        assert find_unlinked_count(ledger.read) == 2
        assert ledger.read.execute("SELECT count(*) FROM features").fetchone()[0] == 0


def test_a_document_whose_facts_change_has_its_family_found_anew(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        ledger.connection.execute("DELETE FROM unsettled")
        take(ledger, article(UNDATED.text, published="2022-01-01"), origin="b.txt")
        assert find_unsettled(ledger.read, 9) == ()  # it has no relatives
        take(ledger, article(LATE.text, published="2022-01-01"), origin="c.txt")
        assert find_unsettled(ledger.read, 9) == (LATE.id,)


def test_what_is_forgotten_leaves_no_link_and_no_feature(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        ledger.connection.execute("DELETE FROM unsettled")
        save_forgotten(ledger, [LATE.id], "document", NOW)
        assert find_unsettled(ledger.read, 9) == (EARLY.id,)
        counts = [
            ledger.read.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("links", "sketches", "features")
        ]
        assert counts == [0, 1, 3]


def test_a_document_can_be_compared_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        save_unlinked(ledger, [LATE.id, "d_gone"])
        assert set(find_unlinked(ledger.read)) == {LATE.id, UNDATED.id}
        assert find_orphaned_features(ledger.read) == 0
        save_linked(ledger, LATE.id, [1], [])
        assert len(find_ties(ledger.read, LATE.id)) == 1


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("DELETE FROM unlinked", "was not compared"),
        ("DELETE FROM features WHERE feature = 9", "features are not all there"),
        ("UPDATE links SET passages = '[[0,999,0,9]]'", "shares more with another than it holds"),
        ("INSERT INTO families VALUES ((SELECT min(id) FROM documents), NULL, 2)", "other members than it says"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, harm: str, told: str) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        assert list(find_lineage_faults(ledger.read)) == []
        ledger.connection.execute(harm)
        assert any(told in what for _, what in find_lineage_faults(ledger.read))


def test_features_without_a_document_are_found_and_removed(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        linked(ledger)
        ledger.connection.execute("DELETE FROM sketches")
        assert find_orphaned_features(ledger.read) == 6
        save_unindexed(ledger)
        assert find_orphaned_features(ledger.read) == 0


def test_texts_are_found_together(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        one, other = article("One text."), article("Another \x00 text \U0001f642.")
        take(ledger, one, other)
        found = dict(find_texts(ledger.read, [one.id, other.id, other.id, "d_0"]))
        assert found == {one.id: one.text, other.id: other.text}
