from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, Spot
from sayso.types.weighing import Assertion, Carried, Match, Side
from sayso.weighing.matching import cluster
from sayso.weighing.reviewed import NOTHING, Reviewed, apply, fold, links, own_words, parted, tied
from sayso.weighing.weigh import weigh
from tests.weighing.told import article, articles, body, copied, document, outlet, person, said, unnamed

NAMES = "abcdefg"


def decided(number: int, action: Action, *about: str, **fields: object) -> Decision:
    return Decision(number, "2031-03-03", "Ilse", action, None, about, **fields)  # type: ignore[arg-type]


def clusters(ids: str, reviewed: Reviewed, matches: list[Match], pairs: tuple[tuple[str, str], ...] = ()) -> list[str]:
    found = cluster(ids, parted(ids, matches, reviewed), links(ids, pairs, reviewed))
    return ["".join(part) for part in found]


def alike(ids: str, probability: float = 0.9) -> list[Match]:
    return [Match(a, b, probability) for a in ids for b in ids if a < b]


def test_what_is_taken_out_leaves_alone_and_its_copies_go_with_it() -> None:
    apart = fold([decided(1, Action.APART, "b", leaves=("a", "c"))], {})
    assert clusters("abcd", NOTHING, alike("abc"), (("d", "b"),)) == ["abcd"]
    assert clusters("abcd", apart, alike("abc"), (("d", "b"),)) == ["ac", "bd"]


def test_a_copy_that_is_taken_out_does_not_hang_on_its_original() -> None:
    apart = fold([decided(1, Action.APART, "c", leaves=("a",))], {})
    assert clusters("abc", apart, alike("a"), (("b", "a"), ("c", "b"))) == ["ab", "c"]
    # Lineage that is found later may have it the other way round.
    assert clusters("abc", apart, alike("a"), (("a", "b"), ("b", "c"))) == ["a", "bc"]


def test_what_is_put_together_is_one_though_nothing_matches() -> None:
    both = fold([decided(1, Action.WITH, "a", "b", into=("c", "d"))], {})
    assert clusters("abcde", both, alike("ab") + alike("cd")) == ["abcd", "e"]
    assert tied("d", both) == set("abcd") and tied("e", both) == set()


def test_an_assertion_moves_from_one_claim_into_another() -> None:
    moved = fold([decided(1, Action.WITH, "b", into=("c",), leaves=("a",))], {})
    assert clusters("abc", moved, alike("ab", 0.99)) == ["a", "bc"]


def test_the_later_decision_counts() -> None:
    apart = decided(1, Action.APART, "a", leaves=("b",))
    both = decided(2, Action.WITH, "a", into=("b",))
    assert clusters("ab", fold([apart, both], {}), alike("ab")) == ["ab"]
    assert clusters("ab", fold([replace(apart, number=3), both], {}), []) == ["a", "b"]
    assert fold(
        [decided(1, Action.SIDE, "a", side=Side.OPEN), decided(2, Action.SIDE, "a", side=Side.AGAINST)], {}
    ).sides == {"a": Side.AGAINST}


sets = st.sets(st.sampled_from(NAMES), min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
decisions = st.lists(
    st.one_of(
        st.builds(lambda a, b: decided(0, Action.APART, a, leaves=tuple(set(b) - {a})), st.sampled_from(NAMES), sets),
        st.builds(lambda a, b: decided(0, Action.WITH, *a, into=b), sets, sets),
        st.builds(lambda a, s: decided(0, Action.SIDE, a, side=s), st.sampled_from(NAMES), st.sampled_from(Side)),
    ),
    max_size=6,
).map(lambda rows: [replace(d, number=k) for k, d in enumerate(rows, 1)])


@given(decisions, st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))), st.randoms())
def test_undone_decisions_count_for_nothing_and_order_of_intake_changes_nothing(
    made: list[Decision], pairs: set[tuple[str, str]], random: object
) -> None:
    matches = [Match(min(a, b), max(a, b), 0.9) for a, b in sorted(pairs) if a < b]
    assert fold([replace(d, undone_by=99) for d in made], {}) == NOTHING
    found = clusters(NAMES, fold(made, {}), matches)
    turned = list(reversed(made))
    assert fold(turned, {}) == fold(made, {})
    assert clusters(NAMES[::-1], fold(made, {}), matches[::-1]) == found
    assert sorted("".join(found)) == list(NAMES)
    if made and made[-1].action is Action.WITH:  # the last word holds, whatever was said before
        home = {id: part for part in found for id in part}
        assert len({home[id] for id in (*made[-1].about, *made[-1].into)}) == 1


KYRYL = person("Pavel Rusk", "spokesman of the regional defence", "UA")
RUSK = person("Colonel Haldane")
ONE = said("d1", KYRYL)
TWO = said("d2", RUSK)
THREE = said("d3", unnamed("officials"))
FOUR = said("d4")
ALL = (ONE, TWO, THREE, FOUR)
KNOWN = {a.id: a for a in ALL}
ARTICLES = articles(*(article(f"d{k}", f"Paper {k}", f"2031-03-0{k}") for k in range(1, 5)))


def weighed(told: tuple[Assertion, ...], reviewed: Reviewed, carried: tuple[Carried, ...] = ()) -> tuple[int, int, int]:
    found = weigh(apply(told, reviewed), ARTICLES, own_words(carried, reviewed))
    return found.support.least, found.support.most, found.against.most


def same(one: list[Spot], other: list[Spot]) -> Reviewed:
    return fold([decided(1, Action.SAME, one=tuple(one), other=tuple(other))], KNOWN)


def test_two_origins_that_are_one_count_once_also_in_articles_to_come() -> None:
    both = same([Spot(ONE.id, 1)], [Spot(TWO.id, 1)])
    assert weighed((ONE, TWO), NOTHING)[1] == 2
    assert weighed((ONE, TWO), both) == weighed((TWO, ONE), both) == (1, 1, 0)
    later = said("d5", RUSK)
    assert weighed((ONE, TWO, later), both)[:2] == (1, 1)
    assert weighed((later, said("d6", KYRYL)), both)[1] == 2, "it is about this claim, not about all"


def test_people_without_a_name_are_meant_in_their_article_alone() -> None:
    both = same([Spot(THREE.id, 1)], [Spot(ONE.id, 1)])
    assert weighed((ONE, THREE), NOTHING)[1] == 2
    assert weighed((ONE, THREE), both)[1] == 1
    assert weighed((ONE, THREE, said("d5", unnamed("officials"))), both)[1] == 2


def test_private_persons_are_never_joined_by_their_names() -> None:
    here, there = said("d1", person("Ada Venn", public=False)), said("d2", person("A. Venn", public=False))
    spots = (Spot(here.id, 1),), (Spot(there.id, 1),)
    made = decided(1, Action.SAME, one=spots[0], other=spots[1])
    assert fold([made], {a.id: a for a in (here, there)}) == NOTHING


def test_an_article_that_names_nobody_is_put_down_to_a_name() -> None:
    both = same([Spot(FOUR.id, 0)], [Spot(ONE.id, 1)])
    assert weighed((ONE, FOUR), NOTHING)[1] == 2
    assert weighed((ONE, FOUR), both)[1] == 1


def test_what_named_an_origin_is_gone_and_so_is_what_was_decided() -> None:
    made = decided(1, Action.SAME, one=(Spot(ONE.id, 1),), other=(Spot(TWO.id, 1),))
    assert fold([made], {ONE.id: ONE}) == NOTHING
    root = decided(2, Action.ROOT, THREE.id, one=(Spot(ONE.id, 1),))
    assert fold([root], {}) == NOTHING


def test_a_root_that_a_person_names_stands_for_the_chain() -> None:
    named = fold([decided(1, Action.ROOT, THREE.id, one=(Spot(ONE.id, 1),))], KNOWN)
    assert weighed((ONE, THREE), named)[:2] == (1, 1)
    (changed,) = apply([THREE], named)
    assert [t.name for t in changed.chain] == [None, "Pavel Rusk"] and changed.chain[1].mention is None
    assert replace(changed, chain=THREE.chain) == THREE
    typed = fold([decided(1, Action.ROOT, THREE.id, words="Pavel Rusk", kind=VoiceKind.PERSON, public=True)], {})
    assert weighed((ONE, THREE), typed)[:2] == (1, 1)


def test_a_copy_that_a_person_decided_about_speaks_for_itself() -> None:
    copy = said("d2", KYRYL)
    carried = (copied(copy.id, ONE.id, "d1"),)
    against = fold([decided(1, Action.SIDE, copy.id, side=Side.AGAINST)], {})
    assert weighed((ONE, copy), NOTHING, carried) == (1, 1, 0)
    assert weighed((ONE, copy), against, carried)[2] == 1
    assert own_words(carried, NOTHING) == carried and own_words(carried, against) == ()


voices = st.sampled_from(
    (KYRYL, RUSK, person("Ada Venn", public=False), unnamed("officials"), body("the council of Norrin"),
     outlet("Paper 1"), document("the letter of 3 March"))
)  # fmt: skip


@given(st.lists(st.lists(voices, max_size=2), min_size=2, max_size=5), st.data())
def test_saying_that_two_origins_are_one_never_raises_a_bound(chains: list[list[object]], data: st.DataObject) -> None:
    told = tuple(said(f"d{k}", *chain) for k, chain in enumerate(chains, 1))  # type: ignore[arg-type]
    spots = [
        [
            Spot(a.id, k)
            for a in told
            for k, t in enumerate(a.chain)
            if k and a.id in o.assertions and t.name in o.written
        ]
        for o in weigh(told, ARTICLES, ()).origins
    ]
    one, other = (tuple(data.draw(st.sampled_from([*filter(None, spots), []]))) for _ in range(2))
    reviewed = fold([decided(1, Action.SAME, one=one, other=other)], {a.id: a for a in told})
    before, after = weighed(told, NOTHING), weighed(told, reviewed)
    assert after[0] <= before[0] and after[1] <= before[1]
