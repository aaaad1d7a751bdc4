from sayso.lineage.evidence import text_of
from sayso.lineage.weigh import weigh
from tests.copies import family_set, linked
from training.family import fit, trees

SET = family_set()
ROWS = [
    {
        "id": d.id,
        "title": "Ferry",
        "text": d.text,
        "outlet": d.publisher.value if d.publisher else None,
        "published": d.published.value if d.published else None,
    }
    for d in SET
]
COPIES = [d for d in SET if d.id not in ("d_other", "d_original")]
GOLD = [
    {"type": "cluster", "docs": sorted(d.id for d in SET if d.id != "d_other"), "first": "d_original"},
    {"type": "cluster", "docs": ["d_other"], "first": "d_other"},
    *({"type": "edge", "src": "d_original", "dst": d.id} for d in COPIES),
]


def test_trees_follow_the_edges() -> None:
    ((weighed, parent),) = trees(ROWS, GOLD, linked(SET))
    root = [t.id for t in weighed.members].index("d_original")
    assert parent == [None if k == root else root for k in range(len(parent))]


def test_weights_learn_what_tells_parents() -> None:
    members = [text_of(d) for d in SET if d.id != "d_other"]
    among = {pair: found for pair, found in linked(SET).items() if "d_other" not in pair}
    weighed = weigh(members, among)
    root = [t.id for t in weighed.members].index("d_original")
    found = fit([(weighed, [None if k == root else root for k in range(len(members))])])
    assert found["before"] > 0 > found["after"] and found["root earliest"] > 0
