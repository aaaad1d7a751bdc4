from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.proposing import best_told, in_order, propose, setting, sided, whole
from sayso.types.event import Occurrence
from sayso.types.weighing import Assertion, Setting, Side
from tests.tellings import ALL, ARTICLES, CARRIED, COUNCIL, FIRST, PAST, RUSK, told

KNOWN = {a.id: a for a in ARTICLES}


@given(st.permutations(ALL))
def test_the_order_in_which_assertions_come_changes_nothing(order: list[Assertion]) -> None:
    assert propose(order, KNOWN, CARRIED) == propose(ALL, KNOWN, CARRIED)


def test_a_claim_says_what_it_is_and_when_it_was_told() -> None:
    found = propose(ALL, KNOWN, CARRIED)
    assert (found.id, found.text) == ("p_" + FIRST.id[2:], FIRST.text)
    assert (found.first_seen, found.last_seen, found.texts) == ("2031-03-01", "2031-03-06", 4)
    assert [a.document for a in found.assertions][-1] == "d_00a3"  # it has no date
    assert found.mode == "deploy" and found.setting == FIRST.setting


def test_where_nobody_has_it_happen_the_claim_is_that_it_did_not() -> None:
    denial = told("a", "d_00a1", COUNCIL, side=Side.AGAINST)
    plain = told("b", "d_00a2", RUSK, side=Side.AGAINST, text="Velmar troops have not crossed.",
                 status=replace(PAST, occurrence=Occurrence.DID_NOT))  # fmt: skip
    found = propose([denial, plain], KNOWN, ())
    assert {a.side for a in found.assertions} == {Side.FOR} and found.text == "Velmar troops have not crossed."
    assert propose([denial], KNOWN, ()).text == "Denied: Velmar troops crossed the Sella."
    assert [a.side for a in sided([denial, FIRST])] == [Side.AGAINST, Side.FOR]
    open_ = told("c", "d_00a1", side=Side.OPEN)
    assert [a.side for a in sided([open_])] == [Side.OPEN] and propose([open_], KNOWN, ()).text == open_.text


def test_a_line_that_stands_alone_is_shown_rather_than_one_that_points_elsewhere() -> None:
    pointing = told("a", "d_00a1", text="They had crossed it, the troops of Velmar.", probability=0.99)
    short = told("b", "d_00a1", text="Troops crossed.")
    assert best_told([pointing, short, FIRST]) == FIRST
    assert best_told([replace(FIRST, side=Side.AGAINST), pointing]) == pointing


def test_a_line_that_says_itself_that_it_is_not_so_is_not_denied_once_more() -> None:
    forged = told("a", "d_00a1", COUNCIL, side=Side.AGAINST, text="This letter of Velmar is a crude forgery.")
    assert propose([forged], KNOWN, ()).text == forged.text


def test_a_line_with_a_second_half_that_is_not_so_does_not_turn_the_others_round() -> None:
    denial = told("a", "d_00a1", COUNCIL, side=Side.AGAINST)
    mixed = replace(FIRST, id="c_mixed", type=None, text="The line is down, and the troops of Velmar did not cross.")
    assert {a.side for a in sided([denial, mixed])} == {Side.FOR}
    assert [a.side for a in sided([denial, FIRST])] == [Side.AGAINST, Side.FOR]


def test_a_fragment_is_no_line_of_its_own() -> None:
    fragment = told("a", "d_00a1", text="Whether the troops of Velmar had fired any shots there.", probability=0.99)
    assert best_told([fragment, FIRST]) == FIRST
    assert whole(propose([FIRST], KNOWN, ())) and not whole(propose([fragment], KNOWN, ()))
    denial = told("b", "d_00a2", COUNCIL, side=Side.AGAINST)
    assert whole(propose([denial], KNOWN, ()))  # "Denied: ..."


def test_time_and_place_are_those_that_most_have() -> None:
    night = told("a", "d_00a1", setting=Setting("2031-03-02T00:00:00", None, "Norrin", "UA", 1.0, 2.0, "point"))
    bare = told("b", "d_00a2", setting=Setting(None, None, "Norrin", "UA", 1.0, 2.0, "point"))
    found = setting([FIRST, night, bare, told("c", "d_00a3", setting=Setting())])
    assert (found.site, found.latitude, found.since) == ("Norrin", 1.0, "2031-03-01T00:00:00")
    assert setting([told("c", "d_00a3", setting=Setting())]) == Setting()


def test_articles_without_a_date_come_last() -> None:
    assert [a.document for a in in_order(reversed(ALL), KNOWN)] == ["d_00a1", "d_00a2", "d_00a4", "d_00a5", "d_00a3"]
