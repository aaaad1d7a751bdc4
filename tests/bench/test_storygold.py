from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.storygold import STORIES, GoldError, Root, counted, folders, load, problems
from sayso.types.weighing import OriginKind, Side
from tests.bench.stories import FIRST, GOLD, ROWS, SECOND, THIRD, ferry, written

UNNAMED, NAMED = OriginKind.UNNAMED, OriginKind.NAMED


def changed(**claim: Any) -> dict[str, Any]:
    gold = deepcopy(GOLD)
    gold["claims"][0] |= claim
    return gold


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_the_gold_of_every_story_is_sound(folder: Path) -> None:
    story = load(folder)
    assert story.name == folder.name
    assert problems(story) == ()
    assert 10 <= len(story.documents) <= 40 and 2 <= len(story.claims) <= 6


def test_stories_are_found_by_split_and_name() -> None:
    assert STORIES / "dev/border_column" in folders("dev")
    assert folders("dev", "grain_depot_strike") == (STORIES / "dev/grain_depot_strike",)
    with pytest.raises(GoldError, match="no story"):
        folders("dev", "nowhere")


def test_a_quote_is_a_span_of_its_article(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    told = [t for claim in story.claims for t in claim.tellings]
    texts = {d.id: d.text for d in story.documents}
    assert all(texts[t.document][t.span.begin : t.span.end] == t.quote for t in told)
    assert told[0].publisher == "Lisk Lantern" and problems(story) == ()


@pytest.mark.parametrize(
    ("quote", "why"), [("The ferry floats", "no article .* holds"), ("e", "holds 'e' [0-9]+ times")]
)
def test_a_quote_must_stand_there_once(tmp_path: Path, quote: str, why: str) -> None:
    entry = {"article": FIRST, "quote": quote, "side": "for", "roots": ["dorn"]}
    with pytest.raises(GoldError, match=why):
        load(written(tmp_path, changed(assertions=[entry])))


def test_versions_of_one_address_are_told_apart(tmp_path: Path) -> None:
    later = ROWS[0] | {"text": ROWS[0]["text"] + " Divers found it.", "published": "2031-03-01T20:00:00Z"}
    with pytest.raises(GoldError, match="tell which by 'published'"):
        load(written(tmp_path, rows=(*ROWS, later)))
    gold = deepcopy(GOLD)
    for claim in gold["claims"]:
        for entry in claim["assertions"]:
            if entry["article"] == FIRST:
                entry["published"] = "2031-03-01T20:00:00Z"
    assert load(written(tmp_path, gold, (*ROWS, later))).claims[0].tellings[0].document.startswith("d_")


def test_an_unknown_root_is_told(tmp_path: Path) -> None:
    entry = {"article": SECOND, "quote": "the ferry went down", "side": "for", "roots": ["nobody"]}
    with pytest.raises(GoldError, match="no root nobody"):
        load(written(tmp_path, changed(assertions=[entry])))


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ({"support": [2, 2]}, r"\[2, 2\] for, but its roots make \[1, 2\]"),
        ({"standing": "single origin"}, "somebody is against it"),
        ({"standing": "corroborated"}, "somebody is against it"),
        ({"main": False}, "no main claim"),
    ],
)
def test_what_cannot_be_right_is_told(tmp_path: Path, claim: dict[str, Any], why: str) -> None:
    assert any(re.search(why, line) for line in problems(load(written(tmp_path, changed(**claim)))))


def test_who_says_the_contrary_later_took_it_back(tmp_path: Path) -> None:
    gold = deepcopy(GOLD)
    entry = {"article": THIRD, "quote": "lies on the ground off Lisk", "side": "against", "roots": ["dorn"]}
    gold["claims"][0]["assertions"].append(entry)
    rows = (ROWS[0], ROWS[1] | {"published": "2031-03-01T09:00:00Z"}, ROWS[2])
    claim = load(written(tmp_path, gold, rows)).claims[0]
    assert claim.standing_by(Side.FOR) == ("vale",) and claim.standing_by(Side.AGAINST) == ("owner", "dorn")
    assert "dorn" in claim.roots(Side.FOR)


def root(id: str, kind: OriginKind, camp: str | None = None, apart: tuple[str, ...] = ()) -> Root:
    return Root(id, (id,), kind, camp, apart)


@pytest.mark.parametrize(
    ("roots", "bounds"),
    [
        ((), (0, 0)),
        ((root("a", OriginKind.UNSOURCED),), (1, 1)),
        ((root("a", UNNAMED), root("b", UNNAMED), root("c", UNNAMED)), (1, 3)),
        ((root("a", UNNAMED, "x"), root("b", UNNAMED, "y")), (2, 2)),
        ((root("a", NAMED, "x"), root("b", NAMED, "x"), root("c", NAMED)), (2, 3)),
        ((root("a", NAMED, "x"), root("b", UNNAMED, "x")), (1, 2)),
        ((root("a", NAMED, "x"), root("b", UNNAMED, "y")), (2, 2)),
        ((root("a", NAMED), root("b", UNNAMED, "y", ("a",))), (2, 2)),
        ((root("a", OriginKind.WITNESS), root("b", OriginKind.CHANNEL), root("c", OriginKind.CIRCLE)), (1, 3)),
    ],
)
def test_origins_are_counted_as_defined(roots: tuple[Root, ...], bounds: tuple[int, int]) -> None:
    assert counted(roots) == bounds


ANY = st.lists(
    st.tuples(st.sampled_from(list(OriginKind)), st.sampled_from([None, "x", "y", "z"])), min_size=1, max_size=7
)


@given(ANY)
def test_at_least_is_never_more_than_at_most(given: list[tuple[OriginKind, str | None]]) -> None:
    roots = [root(f"r{k}", kind, camp) for k, (kind, camp) in enumerate(given)]
    least, most = counted(roots)
    assert 1 <= least <= most == len(roots)
    assert counted(reversed(roots)) == (least, most)


@given(ANY)
def test_a_named_eyewitness_of_no_camp_raises_at_most_by_one(given: list[tuple[OriginKind, str | None]]) -> None:
    roots = [root(f"r{k}", kind, camp) for k, (kind, camp) in enumerate(given)]
    unnamed = tuple(r.id for r in roots if r.kind is UNNAMED)
    before, after = counted(roots), counted([*roots, root("new", NAMED, None, unnamed)])
    firm = any(r.kind in (NAMED, UNNAMED, OriginKind.DOCUMENT, OriginKind.WITNESS) for r in roots)
    assert after == (before[0] + firm, before[1] + 1)
