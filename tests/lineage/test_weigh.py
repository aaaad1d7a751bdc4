from sayso.lineage import weigh as module
from sayso.lineage.evidence import text_of
from sayso.lineage.parents import NEVER
from sayso.lineage.weigh import weigh
from tests.copies import family_set, linked

SET = tuple(d for d in family_set() if d.id != "d_other")
LINKS = linked(SET)


def test_all_pairs_of_a_small_family_are_weighed_both_ways() -> None:
    found = weigh([text_of(d) for d in SET], LINKS)
    assert [t.id for t in found.members] == sorted(d.id for d in SET)
    assert set(found.pairs) == {(b, a) for a, b in found.pairs} and len(found.pairs) == 2 * len(LINKS)


def test_scores_are_matrices_in_the_same_order() -> None:
    found = weigh([text_of(d) for d in reversed(SET)], LINKS)
    edges, roots = found.scores({"before": 1.0, "root earliest": 2.0})
    first = [t.id for t in found.members].index("d_original")
    assert roots.argmax() == first and roots[first] == 2.0
    assert edges.diagonal().max() == NEVER and (edges[first] > 0).sum() == len(SET) - 1


def test_a_large_family_stays_connected(monkeypatch) -> None:
    monkeypatch.setattr(module, "SMALL_FAMILY", 3)
    monkeypatch.setattr(module, "CLOSEST", 1)
    found = weigh([text_of(d) for d in SET], LINKS)
    reached = {0}
    for _ in SET:
        reached |= {m for h, m in found.pairs if h in reached}
    assert len(reached) == len(SET) and len(found.pairs) < 2 * len(LINKS)
