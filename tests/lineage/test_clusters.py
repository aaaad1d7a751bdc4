from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.clusters import clusters, length, ties
from sayso.types.lineage import Alignment, Passage
from sayso.types.span import Span


def link(first: tuple[int, int, int], second: tuple[int, int, int]) -> Alignment:
    """(begin, end, length of the text) on both sides."""
    (a, b, n), (c, d, m) = first, second
    return Alignment((Passage(Span(a, b), Span(c, d)),), (b - a) / n, (d - c) / m, 1.0, 1.0)


def found(links: dict[tuple[str, str], Alignment]) -> list[tuple[str, ...]]:
    ids = sorted({id for pair in links for id in pair})
    return list(clusters(ids, ties(links), dict.fromkeys(ids)))


def test_whole_copies_hold_each_other() -> None:
    whole = link((0, 100, 100), (0, 100, 100))
    assert found({("a", "b"): whole, ("b", "c"): whole, ("d", "e"): whole}) == [("a", "b", "c"), ("d", "e")]


def test_a_cut_copy_joins_its_original() -> None:
    assert found({("cut", "original"): link((0, 40, 42), (0, 40, 100))}) == [("cut", "original")]


def test_a_digest_glues_nothing() -> None:
    links = {("digest", f"story{k}"): link((k * 20, k * 20 + 20, 100), (0, 20, 20)) for k in range(5)}
    assert found(links) == [("digest",), ("story0",), ("story1",), ("story2",), ("story3",), ("story4",)]


def test_a_digest_joins_what_most_of_it_comes_from() -> None:
    links = {
        ("digest", "long"): link((0, 70, 100), (0, 70, 120)),
        ("digest", "short"): link((70, 100, 100), (0, 30, 30)),
    }
    assert found(links) == [("digest", "long"), ("short",)]


def test_an_original_used_by_many_keeps_its_cut_copy() -> None:
    links = {
        ("cut", "original"): link((0, 40, 40), (0, 40, 100)),
        ("original", "user"): link((60, 90, 100), (0, 30, 100)),
        ("home", "user"): link((0, 60, 90), (30, 90, 100)),
    }
    assert found(links) == [("cut", "original"), ("home", "user")]


def test_an_article_of_its_own_with_a_passage_stays_alone() -> None:
    assert found({("a", "b"): link((0, 30, 100), (0, 30, 100))}) == [("a",), ("b",)]


PART = st.tuples(st.integers(0, 49), st.integers(50, 99), st.just(100))


@given(
    st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("efgh")), st.tuples(PART, PART)), st.randoms()
)
def test_order_changes_nothing_and_each_id_stands_once(given_: dict, shuffled) -> None:
    links = {pair: link(*sides) for pair, sides in given_.items()}
    mixed = list(links)
    shuffled.shuffle(mixed)
    assert found(links) == found({pair: links[pair] for pair in mixed})
    flat = [id for cluster in found(links) for id in cluster]
    assert sorted(flat) == sorted({id for pair in links for id in pair})


def test_length() -> None:
    assert length([Span(0, 3), Span(5, 6)]) == 4
