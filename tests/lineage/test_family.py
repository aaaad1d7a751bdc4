import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.family import families, flipped, related
from sayso.types.document import Basis, Document, Known
from sayso.types.lineage import Family, Kind
from tests.copies import ORIGINAL, OTHER, RESPUN, dated, document, family_set, linked

SET = family_set()
LINKS = linked(SET)


def parents(family: Family) -> dict[str, str]:
    return {d.child: d.parent for d in family.derivations}


def test_the_tree_of_an_original_and_its_copies() -> None:
    (family,) = families(SET, LINKS)
    assert family.first == "d_original" and family.root is None
    assert family.members == ("d_altered", "d_cut", "d_original", "d_respun", "d_whole")
    assert parents(family) == {id: "d_original" for id in family.members if id != "d_original"}
    kinds = {d.child: d.kind for d in family.derivations}
    assert kinds == {
        "d_altered": Kind.LIGHT_EDIT, "d_cut": Kind.CUT, "d_respun": Kind.RESPUN, "d_whole": Kind.VERBATIM,
    }  # fmt: skip
    assert all(d.direction > 0.5 and d.probability > 0.9 and d.reasons for d in family.derivations)
    altered = next(d for d in family.derivations if d.child == "d_altered")
    assert any(q.alteration for q in altered.quotes)


@settings(max_examples=25, deadline=None)
@given(st.permutations(SET), st.permutations(sorted(LINKS)))
def test_order_changes_nothing(given_: list[Document], pairs: list[tuple[str, str]]) -> None:
    assert families(given_, {pair: LINKS[pair] for pair in pairs}) == families(SET, LINKS)


def test_documents_without_links_give_no_family() -> None:
    assert families(SET, {}) == () and families((), LINKS) == ()


def test_a_false_date_does_not_make_a_respun_copy_the_original() -> None:
    moved = [dated(d, "2022-03-03T23:00:00Z") if d.id == "d_respun" else d for d in SET]
    assert families(moved, LINKS)[0].first == "d_original"


def test_without_dates_the_wording_of_most_decides() -> None:
    (family,) = families([dated(d, None) for d in SET], LINKS)
    assert family.first in ("d_original", "d_whole") and parents(family)["d_respun"] != "d_altered"


def test_a_patched_text_joins_what_most_of_it_comes_from_and_glues_nothing() -> None:
    other = document("d_vessar", (*OTHER, "The feast is on Sunday."), "Vessar Post", "2022-03-04T12:00:00Z")
    mixed = document("d_mixed", (*OTHER[:3], ORIGINAL[3]), "Daily Mix", "2022-03-06T09:00:00Z")
    given_ = (*SET, other, mixed)
    found = families(given_, linked(given_))
    assert [sorted(f.members) for f in found if "d_mixed" in f.members] == [["d_mixed", "d_other", "d_vessar"]]
    assert [f.first for f in found] == ["d_original", "d_other"]
    edges = {(d.parent, d.kind) for f in found for d in f.derivations if d.child == "d_mixed"}
    assert ("d_original", Kind.PARTIAL) in edges and len(edges) == 2


def test_an_outlet_that_is_credited_and_absent_is_the_root() -> None:
    one = document(
        "d_1", ("LISK (Harbour Wire) - " + ORIGINAL[0], *ORIGINAL[1:]), "Orlen Herald", "2022-03-04T09:00:00Z"
    )
    two = document("d_2", (*RESPUN, "Source: Harbour Wire"), "Trend Gazette", "2022-03-04T12:00:00Z")
    (family,) = families((one, two), linked((one, two)))
    assert family.root == "Harbour Wire" and family.first == "d_1"
    theirs = replace(one, publisher=Known("Harbour Wire", Basis.METADATA))
    assert families((theirs, two), linked((theirs, two)))[0].root is None


def test_a_chain_keeps_its_order() -> None:
    words = [p.replace("ferry", "boat").replace("harbour", "haven").replace("bridge", "crossing") for p in ORIGINAL]
    more = [p.replace("shells", "rounds").replace("port", "dock").replace("troops", "men") for p in words]
    chain = (
        document("d_c", ORIGINAL, "Lisk Lantern", "2022-03-04T08:00:00Z"),
        document("d_b", words, "Orlen Herald", "2022-03-05T12:00:00Z"),
        document("d_a", more, "Trend Gazette", "2022-03-06T15:00:00Z"),
    )
    (family,) = families(chain, linked(chain))
    assert family.first == "d_c" and parents(family) == {"d_b": "d_c", "d_a": "d_b"}


def test_contradictions_end_in_a_tree() -> None:
    """All at one time, or in the future, each crediting the next: one parent each, no circle."""
    outlets = ("Lisk Lantern", "Orlen Herald", "Tessen Post")
    circle = [
        document(f"d_{k}", (*ORIGINAL, f"Source: {outlets[(k + 1) % 3]}"), outlet, "2199-01-01T00:00:00Z")
        for k, outlet in enumerate(outlets)
    ]
    (family,) = families(circle, linked(circle))
    assert len(parents(family)) == len(family.derivations) == 2 and family.first not in parents(family)


def test_a_version_of_the_same_outlet() -> None:
    later = document(
        "d_later",
        (*ORIGINAL, "This story was updated with the mayor's answer."),
        "Lisk Lantern",
        "2022-03-04T11:00:00Z",
    )
    (family,) = families((SET[0], later), linked((SET[0], later)))
    assert [(d.parent, d.child, d.kind) for d in family.derivations] == [("d_original", "d_later", Kind.VERSION)]


def test_boilerplate_is_no_link() -> None:
    line = "Click here to support independent journalism with a small monthly contribution."
    one, two = document("d_1", (*ORIGINAL, line)), document("d_2", (*OTHER, line))
    assert families((one, two), linked((one, two))) == ()


def test_many_copies_are_one_family_in_bounded_time() -> None:
    first = SET[0]
    copies = [replace(SET[3], id=f"d_{k:04d}") for k in range(300)]
    alike = linked((SET[3], replace(SET[3], id="d_zzz")))[("d_respun", "d_zzz")]
    links = {(a.id, b.id): alike for n, a in enumerate(copies) for b in copies[n + 1 : n + 15]}
    links |= {(c.id, first.id): flipped(LINKS["d_original", "d_respun"]) for c in copies[:40]}
    begin = time.process_time()
    (family,) = families((first, *copies), links)
    assert len(family.members) == 301 and len(family.derivations) == 300 and family.first == "d_original"
    assert time.process_time() - begin < 60


def test_flipped_twice_is_the_same() -> None:
    found = LINKS["d_altered", "d_original"]
    assert flipped(flipped(found)) == found
    assert 0.9 < related(found, ORIGINAL[0] * 5) <= 1.0
