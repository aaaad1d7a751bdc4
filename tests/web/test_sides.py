from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.trace_tree import Traced, tree
from sayso.types.weighing import Bounds, OriginKind, Reason, Side
from sayso.web.sides import COPIES, ENTRIES, MOST, ORIGINS, Told, shown, sides
from tests.tellings import DENIAL, FIRST, flooded, proposition, traced, weighed


def told(found: Traced, opened: str = "") -> tuple[Told, ...]:
    made = tree(found)
    return sides(made, shown(made, opened), {}, opened)


def test_each_side_tells_its_origins_with_their_articles() -> None:
    yes, no, neither = told(traced())
    assert [side.side for side in (yes, no, neither)] == [Side.FOR, Side.AGAINST, Side.OPEN]
    rusk, private = yes.sources
    assert (rusk.name, rusk.kind, rusk.spellings) == ("Pavel Rusk", OriginKind.NAMED, ("Pavlo Rusk",))
    (entry,) = rusk.entries
    assert entry.place.id == FIRST.id and entry.place.outlet == "Alder Wire"
    assert [copy.outlet for copy in entry.copies] == ["The Harbour Post"] and entry.copies[0].doubt == "probably"
    assert no.sources[0].entries[0].place.id == DENIAL.id
    assert private.rests == (("Pavel Rusk", "#for-o_1", ", probably"),)


def test_a_private_person_is_not_named() -> None:
    private = told(traced())[0].sources[1]
    assert private.name == "a person of one article" and private.spellings == ()
    assert private.entries[0].said[0].voices == ("a person of one article",)


@pytest.mark.parametrize(
    ("rules", "counts"),
    [(("least", "most"), "sure"), (("most",), "maybe"), (("least", "most", "withdrawn"), "none"), ((), "none")],
)
def test_whether_an_origin_counts_is_told_from_the_reasons(rules: tuple[str, ...], counts: str) -> None:
    reasons = tuple(Reason(rule, f"Told by {rule}.", (), ("o_1",)) for rule in rules)
    found = replace(weighed(), support=Bounds(1, 2, reasons))
    rusk = told(traced(weighed=found))[0].sources[0]
    assert rusk.counts == counts
    assert rusk.reasons == (("Told by withdrawn.",) if "withdrawn" in rules else ())


def test_nobody_known_is_never_counted_for_sure() -> None:
    one = replace(weighed().origins[0], kind=OriginKind.UNSOURCED)
    reasons = (Reason("least", "At least 1.", (), ("o_1",)), Reason("most", "At most 1.", (), ("o_1",)))
    found = replace(weighed(), origins=(one, *weighed().origins[1:]), support=Bounds(1, 1, reasons))
    assert told(traced(weighed=found))[0].sources[0].counts == "maybe"


def test_copies_beyond_what_a_page_holds_are_counted() -> None:
    entry = told(flooded(600))[0].sources[0].entries[0]
    assert (len(entry.copies), entry.copied, entry.left) == (COPIES, 601, 601 - COPIES)
    entry = told(flooded(600), "o_1")[0].sources[0].entries[0]
    assert len(entry.copies) == MOST


def many(origins: int, articles: int) -> Traced:
    """A claim of so many origins with so many articles each."""
    rows, heard = [], []
    for k in range(origins):
        keys = [f"{k:04x}{n:012x}" for n in range(articles)]
        rows += [replace(FIRST, id=f"c_{key}", document=f"d_{key}") for key in keys]
        told = tuple(f"c_{key}" for key in keys)
        heard.append(replace(weighed().origins[0], id=f"o_{k}", name=f"Somebody {k}", assertions=told))
    found = replace(weighed(), origins=tuple(heard), steps=())
    return Traced(replace(proposition(), assertions=tuple(rows), articles=(), weighed=found), (), {})


def test_a_page_has_room_for_so_many_origins_and_articles() -> None:
    (yes,) = told(many(70, 9))
    assert len(yes.sources) == ORIGINS and yes.left == 20
    assert sum(len(source.entries) for source in yes.sources) <= ENTRIES
    assert all(len(source.entries) + source.left == source.articles == 9 for source in yes.sources)
    (yes,) = told(many(70, 9), "all")
    assert len(yes.sources) == 70 and sum(len(source.entries) for source in yes.sources) <= MOST


def test_an_origin_that_is_asked_for_is_told_whole_wherever_it_stands() -> None:
    (yes,) = told(many(70, 9), "o_68")
    assert {source.key: len(source.entries) for source in yes.sources}["o_68"] == 9
    (yes,) = told(many(3, 9), "o_unknown")
    assert len(yes.sources) == 3
