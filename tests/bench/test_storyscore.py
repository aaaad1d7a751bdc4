from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bench.storyscore import Found, matched, score
from sayso.types.weighing import Article, Assertion, Carried, OriginKind, Proposition, Side, Weighed
from sayso.weighing.known import Known
from tests.bench.stories import ferry, origin, proposition, right, said, weighed


def found(propositions: Sequence[Proposition], texts: Mapping[str, str] | None = None) -> Found:
    return Found(tuple(propositions), texts or {}, {})


def test_what_is_right_scores_one(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    made = score(story, found(right(story)))
    assert all((t.precision, t.recall, t.found_side) == (1, 1, t.side) for t in made.tellings)
    for row in made.claims:
        assert row.found and (row.found.support, row.found.against) == (row.support, row.against)
        assert row.found.standing == row.standing and (row.found.right, row.found.extra) == (row.roots, ())
    assert [t.found_root for t in made.tellings][:2] == ["Anna Dorn", "A. Dorn"]


def test_a_telling_that_is_not_found_stands_alone(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, fled = right(story)
    made = score(story, found([replace(sank, assertions=sank.assertions[:3]), fled]))
    alone = made.tellings[3]
    assert (alone.proposition, alone.precision, alone.recall) == (None, 1, 0.25)
    assert made.tellings[0].recall == 0.75 and made.claims[0].found and made.claims[0].found.missed == ("vale",)


def test_claims_thrown_together_cost_precision(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, fled = right(story)
    made = score(story, found([replace(sank, assertions=sank.assertions + fled.assertions)]))
    assert [t.precision for t in made.tellings] == pytest.approx([4 / 6] * 4 + [2 / 6] * 2)
    assert all(t.recall == 1 for t in made.tellings)


def test_a_story_that_is_not_told_at_all(tmp_path: Path) -> None:
    made = score(ferry(tmp_path), found(()))
    assert all(row.found is None and row.proposition is None for row in made.claims)
    assert {t.recall for t in made.tellings} == {0.25, 0.5}


def test_the_closest_assertion_is_taken(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    whole = said(story, 1, "The owner denied that the ferry had sunk", id="c_whole")
    inner = said(story, 1, "the ferry had sunk", Side.AGAINST, id="c_inner")
    other = said(story, 1, "According to A. Dorn", id="c_other")
    pairs = matched(story, [proposition("p", (whole, inner, other), weighed((), (1, 1)))])
    assert {t.quote: a.id for t, (_, a) in pairs.items()} == {"that the ferry had sunk": "c_inner"}


def test_of_two_readings_of_one_span_that_with_the_rest_of_the_claim_counts(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, fled = right(story)
    twin = replace(sank.assertions[0], id="c_0_twin", place=-1)
    for order in ((0, 1, 2), (2, 1, 0)):
        given = (proposition("p_a", (twin,), weighed((), (1, 1))), sank, fled)
        pairs = matched(story, [given[k] for k in order])
        assert {p.id for t, (p, _) in pairs.items() if t.claim == "c1"} == {"p_sank"}


def test_members_that_tell_no_claim_are_counted(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, fled = right(story)
    stray = said(story, 2, "Police said", id="c_stray")
    made = score(story, found([replace(sank, assertions=(*sank.assertions, stray)), fled]))
    assert [(c.members, c.extra_members) for c in made.claims] == [(5, 1), (2, 0)]


def test_counters_count_outlets_and_texts_for_the_claim(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    one = {d.id: story.documents[0].id for d in story.documents}
    made = score(story, found(right(story), one))
    assert [(c.outlets, c.texts) for c in made.claims] == [(3, 1), (2, 1)]
    assert [c.texts for c in score(story, found(right(story))).claims] == [3, 2]


def test_the_oracle_weighs_clusters_and_sides_of_the_gold(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, fled = right(story)
    wrong = tuple(replace(a, side=Side.FOR) for a in sank.assertions)
    asked: list[list[tuple[str, str]]] = []

    def weigh(
        given: Sequence[Assertion], _: Mapping[str, Article], carried: Sequence[Carried], known: Known
    ) -> Weighed:
        asked.append([(a.id, a.side.value) for a in given])
        assert carried == [] and known.tellers == ()
        return weighed([origin("Dorn", given, OriginKind.NAMED)], (1, 1))

    made = score(story, found([replace(sank, assertions=wrong + fled.assertions)]), weigh)
    oracle, sources, other, _ = asked
    assert [side for _, side in oracle] == [side for _, side in sources] == ["for", "for", "against", "for"]
    assert len(other) == 2
    row = made.claims[0]
    assert row.oracle and (row.oracle.right, row.oracle.missed) == (1, ("vale", "owner"))
