from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.store.connection import Writer
from sayso.store.families import (
    find_alike_count,
    find_child_count,
    find_children,
    find_families,
    find_family,
    find_family_count,
    find_home,
    find_main_parents,
    find_members,
    find_parents,
    find_quote_count,
    find_quotes,
    find_relatives,
    save_families,
    turned,
)
from sayso.store.forget import save_forgotten
from sayso.store.lineage import Link, find_unsettled, save_links
from sayso.types.lineage import Alignment, Alteration, Derivation, Family, Kind, Passage, QuotedAgain
from sayso.types.span import Span
from tests.store.support import NOW, article, new_ledger, take

PARENT = article("He said: “We saw 11 boats 🤷 there.” The rest.", published="2022-03-01", publisher="Alder Wire")
CHILD = article("“We saw 1 boats 🤷 there,” he said.", published="2022-03-02", publisher="alder wire", title="Boats")
OTHER = article("Something else, “We saw 11 boats 🤷 there.”")
SHARED = Alignment((Passage(Span(0, 9), Span(5, 11)), Passage(Span(12, 15), Span(1, 4))), 0.9, 0.8, 0.7, 0.5)
QUOTE = QuotedAgain(Span(9, 35), Span(0, 25), Alteration.NUMBER)
SAME = QuotedAgain(Span(9, 35), Span(16, 42), None)


def derivation(child: str, parent: str, *quotes: QuotedAgain) -> Derivation:
    shared = SHARED if parent < child else turned(SHARED)
    return Derivation(parent, child, Kind.RESPUN, 0.97, 0.9, shared, quotes, ("published “earlier”", "holds more"))


FAMILY = Family(
    PARENT.id,
    tuple(sorted((PARENT.id, CHILD.id))),
    (derivation(CHILD.id, PARENT.id, QUOTE),),
    "Suspilne",
)
DIGEST = Family(OTHER.id, (OTHER.id,), (derivation(OTHER.id, PARENT.id, SAME),))
EVERY = (PARENT.id, CHILD.id, OTHER.id)


def keep(ledger: Writer) -> None:
    take(ledger, PARENT, CHILD, OTHER)
    pairs = [tuple(sorted((PARENT.id, id))) for id in (CHILD.id, OTHER.id)]
    save_links(ledger, [Link((pair[0], pair[1]), SHARED, True) for pair in pairs])
    save_families(ledger, EVERY, (FAMILY, DIGEST))


def test_a_family_comes_back_as_it_was(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        assert find_family(ledger.read, CHILD.id) == find_family(ledger.read, PARENT.id) == FAMILY
        assert find_family(ledger.read, OTHER.id) == DIGEST
        assert find_family(ledger.read, "d_none") is None
        assert find_parents(ledger.read, CHILD.id) == FAMILY.derivations
        assert (find_home(ledger.read, CHILD.id), find_alike_count(ledger.read, CHILD.id)) == (PARENT.id, 2)
        assert (find_home(ledger.read, "d_none"), find_alike_count(ledger.read, "d_none")) == (None, 1)


def test_who_derives_from_whom_is_found_both_ways(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        assert find_main_parents(ledger.read, [CHILD.id, PARENT.id]) == {CHILD.id: (Kind.RESPUN, PARENT.id)}
        count = find_child_count(ledger.read, PARENT.id)
        children = find_children(ledger.read, PARENT.id, 9)
        assert children[0][1].id == CHILD.id and children[0][0] is Kind.RESPUN and len(children) == count
        assert find_children(ledger.read, PARENT.id, 1) == children[:1]
        assert (find_children(ledger.read, CHILD.id, 9), find_child_count(ledger.read, CHILD.id)) == ((), 0)
        assert find_members(ledger.read, CHILD.id, 9) == (PARENT.id, CHILD.id)
        assert find_members(ledger.read, CHILD.id, 1) == (PARENT.id,) and find_members(ledger.read, "d_none", 9) == ()


def test_only_families_of_several_articles_are_listed(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        (row,) = find_families(ledger.read)
        assert (row.first, row.articles, row.outlets, row.root, row.altered) == (PARENT.id, 2, 1, "Suspilne", 1)
        assert (row.published, row.last, row.outlet) == ("2022-03-01", "2022-03-02", "Alder Wire")
        assert find_family_count(ledger.read) == 1 and list(find_families(ledger.read, 0)) == []
        assert find_relatives(ledger.read, [CHILD.id])[CHILD.id].title == "Boats"


def test_quotations_come_with_both_wordings(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        altered, same = find_quotes(ledger.read)
        assert (altered.words, altered.parent_words) == ("“We saw 1 boats 🤷 there,”", "“We saw 11 boats 🤷 there.”")
        assert altered.alteration is Alteration.NUMBER and same.alteration is None
        assert same.words == same.parent_words
        assert list(find_quotes(ledger.read, altered=True)) == [altered]
        assert list(find_quotes(ledger.read, OTHER.id)) == [same]
        assert [
            find_quote_count(ledger.read, d, altered=a) for d, a in ((None, False), (None, True), (OTHER.id, True))
        ] == [2, 1, 0]
        rows = ledger.read.execute("SELECT words, parent_words FROM article_quotes WHERE alteration = 'number'")
        assert [tuple(row) for row in rows] == [(altered.words, altered.parent_words)]
        (view,) = ledger.read.execute("SELECT * FROM article_lineage WHERE document = ?", (CHILD.id,))
        assert (view["kind"], view["reasons"], view["altered_quotes"]) == (
            "respun",
            "published “earlier”; holds more",
            1,
        )


def test_a_family_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        apart = replace(FAMILY, first=CHILD.id, derivations=(derivation(PARENT.id, CHILD.id),), root=None)
        save_families(ledger, (PARENT.id, CHILD.id), (apart,))
        assert find_family(ledger.read, PARENT.id) == apart
        assert find_family(ledger.read, OTHER.id) == DIGEST
        save_families(ledger, EVERY, (Family(PARENT.id, (PARENT.id,), ()),))
        left = [
            ledger.read.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("families", "members", "quotes")
        ]
        assert left == [0, 0, 0]


def test_whoever_lost_a_family_waits_for_another(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        save_families(ledger, [PARENT.id], ())
        assert find_unsettled(ledger.read, 9) == (CHILD.id,)


def test_a_forgotten_member_takes_its_family_with_it(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        save_forgotten(ledger, [PARENT.id], "document", NOW)
        assert find_family(ledger.read, CHILD.id) is None and find_family(ledger.read, OTHER.id) is None
        assert find_unsettled(ledger.read, 9) == tuple(sorted((CHILD.id, OTHER.id)))
        left = [
            ledger.read.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
            for t in ("families", "derivations", "quotes")
        ]
        assert left == [0, 0, 0]


def test_an_alignment_turned_twice_is_itself() -> None:
    assert turned(turned(turned(SHARED))) == turned(SHARED)
    assert [p.second for p in turned(SHARED).passages] == [Span(0, 9), Span(12, 15)]
