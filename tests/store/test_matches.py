from __future__ import annotations

from pathlib import Path

from sayso.engine.settling import settle_claims
from sayso.store.assertions import find_unmatched, number_of, save_assertions
from sayso.store.connection import Writer, migrations
from sayso.store.forget import save_forgotten
from sayso.store.matches import (
    FIRST,
    Edge,
    Placed,
    find_candidates,
    find_carried,
    find_ids,
    find_matches,
    find_related,
    find_sisters,
    find_tied,
    find_unweighed,
    find_unweighed_count,
    save_blocks,
    save_matched,
)
from sayso.types.span import Span
from sayso.types.weighing import Carried, Match
from tests.store.claiming import named, read
from tests.store.support import NOW, new_ledger
from tests.tellings import told

A, B, C = (named(key, f"2022-03-0{k}") for k, key in enumerate("abc", 1))


def asserting(ledger: Writer, *documents: object) -> list[str]:
    """One assertion of each document; their ids."""
    found = []
    for document in documents:
        read(ledger, document)  # type: ignore[arg-type]
        one = told("x", document.id)  # type: ignore[attr-defined]
        save_assertions(ledger, document.id, [one])  # type: ignore[attr-defined]
        found.append(one.id)
    return found


def edge(one: str, other: str, probability: float, related: bool = False) -> Edge:
    first, second = sorted((one, other))
    return Edge(Match(first, second, probability, ("same place",)), related)


def test_matches_and_carried_words_come_back(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        a, b, c = asserting(ledger, A, B, C)
        carried = Carried(c, a, A.id, Span(3, 9))
        save_matched(ledger, B.id, (), [edge(a, b, 0.9), edge(b, c, 0.3)])
        save_matched(ledger, C.id, [carried], [edge(b, c, 0.3), edge(a, c, 0.8, related=True)])
        numbers = list(map(number_of, (a, b, c)))
        known = dict(zip(numbers, (a, b, c), strict=True))
        found = {(m.first, m.second): m for m in find_matches(ledger.read, known, reasons=True)}
        strong, weak = edge(a, b, 0.9).match, Match(*sorted((b, c)), 0.3, ())
        assert found == {(strong.first, strong.second): strong, (weak.first, weak.second): weak}
        assert {m.reasons for m in find_matches(ledger.read, known)} == {()}
        assert find_carried(ledger.read, numbers) == (carried,)
        assert find_tied(ledger.read, [numbers[0]]) == {numbers[1], numbers[2]}
        assert find_tied(ledger.read, [numbers[1]]) == {numbers[0]}
        assert find_related(ledger.read, numbers) == ()  # nothing was weighed yet
        assert find_ids(ledger.read, numbers) == known


def test_all_that_is_concerned_waits_to_be_weighed(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        a, b, _ = asserting(ledger, A, B, C)
        save_matched(ledger, B.id, (), [edge(a, b, 0.9)])
        assert find_unweighed(ledger.read, 9) == (number_of(b),) and find_unmatched(ledger.read, 9) == (A.id, C.id)
        ledger.connection.execute("DELETE FROM unweighed")
        save_matched(ledger, B.id, (), [])  # they are apart now
        assert set(find_unweighed(ledger.read, 9)) == {number_of(a), number_of(b)}
        assert find_unweighed_count(ledger.read) == 2
        assert find_matches(ledger.read, {number_of(id): id for id in (a, b)}) == []


def test_what_is_forgotten_leaves_its_neighbours_waiting(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        a, b, c = asserting(ledger, A, B, C)
        save_matched(ledger, A.id, (), [])
        save_matched(ledger, B.id, (), [edge(a, b, 0.9)])
        save_matched(ledger, C.id, [Carried(c, a, A.id, Span(0, 3))], [])
        ledger.connection.execute("DELETE FROM unweighed")
        save_forgotten(ledger, [A.id], "document", NOW)
        assert set(find_unweighed(ledger.read, 9)) == {number_of(b), number_of(c)}
        assert find_unmatched(ledger.read, 9) == (C.id,)  # its words are its own now
        assert ledger.connection.execute("SELECT count(*) FROM matches").fetchone()[0] == 0


def crowd(ledger: Writer, count: int) -> list[Placed]:
    """So many documents, the earlier the lower, one assertion each, all in one block; none of them waits."""
    out = []
    for k in range(count):
        document = named(f"n{k:03}", f"2022-{1 + k // 28:02}-{1 + k % 28:02}")
        (id,) = asserting(ledger, document)
        placed = Placed(number_of(id), k, frozenset({77}))
        save_blocks(ledger, document.id, [placed])
        out.append(placed)
    ledger.connection.execute("DELETE FROM unmatched")
    return out


def test_of_a_large_block_the_first_are_candidates_of_all(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        placed = crowd(ledger, FIRST + 8)
        everybody = {p.number for p in placed}
        assert find_candidates(ledger.read, placed[0]) == everybody - {placed[0].number}
        assert find_candidates(ledger.read, placed[-1]) == {p.number for p in placed[:FIRST]}
        pairs = {(p.number, other) for p in placed for other in find_candidates(ledger.read, p)}
        assert pairs == {(b, a) for a, b in pairs}


def test_sisters_are_all_that_is_compared_of_articles_in_the_same_block(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        a, b, c = (number_of(id) for id in asserting(ledger, A, B, C))
        save_blocks(ledger, A.id, [Placed(a, 1, frozenset({1, 2}))])
        save_blocks(ledger, B.id, [Placed(b, 2, frozenset({2, 3}))])
        save_blocks(ledger, C.id, [Placed(c, 3, frozenset({3}))])
        assert find_sisters(ledger.read, Placed(a, 1, frozenset({1, 2}))) == {a, b}
        assert find_sisters(ledger.read, Placed(c, 3, frozenset({3}))) == {b, c}


def test_who_comes_before_the_last_of_the_first_has_that_one_compared_anew(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        crowd(ledger, FIRST + 3)
        early = named("early", "2021-01-01")
        (id,) = asserting(ledger, early)
        save_blocks(ledger, early.id, [Placed(number_of(id), -1, frozenset({77}))])
        last = named(f"n{FIRST - 1:03}").text  # it was the last of the first
        waiting = {row[0] for row in ledger.connection.execute(
            "SELECT text FROM documents d JOIN unmatched u ON u.document = d.id")}  # fmt: skip
        assert waiting == {early.text, last}
        ledger.connection.execute("DELETE FROM unmatched")
        save_blocks(ledger, early.id, [])
        query = "SELECT d.text FROM unmatched u JOIN documents d ON d.id = u.document"
        assert [text for (text,) in ledger.connection.execute(query)] == [last]
        assert f"OFFSET {FIRST}\n" in "".join(migrations())


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        placed = crowd(ledger, FIRST + 3)
        document = named("n000", "2022-01-01")
        save_blocks(ledger, document.id, [placed[0]])
        assert find_unmatched(ledger.read, 9) == ()


def test_what_is_as_it_was_does_not_wait_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        a, b = asserting(ledger, A, B)
        save_matched(ledger, A.id, (), ())
        save_matched(ledger, B.id, (), [edge(a, b, 0.9)])
        settle_claims(ledger)
        save_matched(ledger, B.id, (), [edge(a, b, 0.9)])
        assert find_unweighed(ledger.read, 9) == ()
        save_matched(ledger, B.id, (), [edge(a, b, 0.8)])
        assert set(find_unweighed(ledger.read, 9)) == {number_of(a), number_of(b)}
