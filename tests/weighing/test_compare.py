from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.contrast import Aspect, Contrast, Difference, Heading
from sayso.types.event import Certainty, Role
from sayso.types.weighing import Assertion, Modality, Setting, Side, Standing, Taking
from sayso.weighing.compare import Claims, compare
from tests.contrasts import CLAIMS, DENIES, FIRST, HEADINGS, KNOWN, MINE, SECOND, SELLA, THEIRS, compared
from tests.histories import RUSK, known, tells
from tests.weighing.told import body, outlet, person, unnamed


def apart(one: Assertion, other: Assertion) -> dict[Aspect, Difference]:
    heading = Heading("p", "It was so.", Modality.DEED, Standing.SINGLE)
    both, _, _ = compare({"p": (one,)}, {"p": (other,)}, Claims({"p": heading}, {}, {}), known([one, other]))
    return {d.aspect: d for d in both[0].differences}


def values(contrast: Contrast) -> dict[Aspect, tuple[list[str], list[str]]]:
    return {d.aspect: ([h.value for h in d.first], [h.value for h in d.second]) for d in contrast.differences}


def test_all_that_two_outlets_say_differently() -> None:
    first = compared().both[0]
    assert first.claim.id == "p_1" and first.first == (FIRST, DENIES) and first.second == (SECOND,)
    assert values(first) == {
        Aspect.SIDE: (["for it", "against it"], ["for it"]),
        Aspect.NUMBER: (["A column of 33 vehicles"], ["Two tanks"]),
        Aspect.WHO: (["Velmar troops"], ["Norrin militia"]),
        Aspect.MEANS: (["missile"], ["drone"]),
        Aspect.PLACE: (["Sella"], ["Olt"]),
        Aspect.TIME: (["2031-03-01"], ["2031-03-05"]),
        Aspect.CERTAINTY: (["sure"], ["not sure"]),
        Aspect.SOURCE: (["Pavel Rusk", "the council of Velmar"], ["officials"]),
    }


def test_every_value_has_the_words_that_show_it() -> None:
    texts = [(a.document, a.text) for told in (*MINE.values(), *THEIRS.values()) for a in told]
    for contrast in compared().both:
        for d in contrast.differences:
            for held in (*d.first, *d.second):
                place, words = held.words.span, held.words.text
                assert any(id == held.words.document and place.of(text) == words for id, text in texts)


def test_whom_both_rest_on_in_the_end_is_told_without_private_names() -> None:
    assert compared().both[0].shared == ("Pavel Rusk", "")


def test_a_plan_stands_beside_the_deed() -> None:
    pair = compared().both[1]
    assert (pair.claim.id, pair.other and pair.other.id) == ("p_4", "p_5")
    assert values(pair) == {Aspect.MODALITY: (["planned"], ["done"])}


def test_what_one_has_alone() -> None:
    assert [c.claim.id for c in compared().only_first] == ["p_6"] and compared().only_second == ()


def test_taking_back_is_more_than_being_against() -> None:
    back = tells("a", "It retracted the report", RUSK, side=Side.AGAINST, withdrawal=True)
    found = apart(back, tells("b", "It was so", RUSK))[Aspect.SIDE]
    assert [h.value for h in found.first] == ["takes it back"]


def test_one_number_and_none() -> None:
    found = apart(tells("a", "33 tanks rolled", RUSK, numbers=("33",)), tells("b", "Tanks rolled", RUSK))
    assert found[Aspect.NUMBER].second == () and [h.value for h in found[Aspect.NUMBER].first] == ["33 tanks"]


def test_the_same_number_of_other_things() -> None:
    one, other = (tells(d, f"33 {w} rolled", RUSK, numbers=("33",)) for d, w in (("a", "tanks"), ("b", "vehicles")))
    assert list(apart(one, other)) == [Aspect.NUMBER]
    assert apart(one, tells("c", "33 rolled in", RUSK, numbers=("33",))) == {}


def test_one_source_under_two_names_is_one() -> None:
    one = tells("a", "It was so", person("Vitaliy Kyrylov"))
    assert Aspect.SOURCE not in apart(one, tells("b", "It was so", person("V. Kirillov")))
    assert Aspect.SOURCE in apart(one, tells("b", "It was so"))
    assert Aspect.SOURCE in apart(one, tells("b", "It was so", outlet("Alder Wire")))
    assert Aspect.SOURCE not in apart(tells("a", "It was so"), tells("b", "It was so"))
    assert Aspect.SOURCE not in apart(tells("a", "It was so", unnamed(None)), tells("b", "It was so", unnamed(None)))


def test_private_sources_have_no_name() -> None:
    found = apart(tells("a", "It was so", person("Ada Venn", public=False)), tells("b", "It was so", body("the guard")))
    assert [h.value for h in found[Aspect.SOURCE].first] == ["a private person"]


def test_places_near_each_other_and_a_country_are_no_difference() -> None:
    def at(document: str, *setting: object) -> Assertion:
        return replace(tells(document, f"It was so {document}", RUSK), setting=Setting(None, None, *setting))  # type: ignore[arg-type]

    here = at("a", "Sella", "UA", 51.0, 31.0, "point")
    for there in (
        at("b", "Sella", "UA"),
        at("b", "Sella bridge", "UA", 51.01, 31.01, "point"),
        at("b", "Ukraine", "UA", 49.0, 32.0, "country"),
        at("b", None, "UA"),
        at("b"),
    ):
        assert apart(here, there) == {}
    for there in (at("b", "Olt", "UA", 50.0, 30.0, "point"), at("b", "Olt", "UA"), at("b", None, "PL")):
        assert list(apart(here, there)) == [Aspect.PLACE]


def test_times_that_touch_are_no_difference() -> None:
    def when(since: str | None, until: str | None) -> Assertion:
        return replace(
            tells(f"d{since}{until}", f"It was so {since} {until}", RUSK),
            setting=replace(SELLA, since=since, until=until),
        )

    day = when("2031-03-01T00:00:00", "2031-03-02T00:00:00")
    for other in (("2031-03-01T10:00:00", "2031-03-01T11:00:00"), (None, None), (None, "2031-04-01T00:00:00")):
        assert apart(day, when(*other)) == {}
    found = apart(day, when("2031-03-02T00:00:00", "2031-03-05T00:00:00"))[Aspect.TIME]
    assert [h.value for h in found.second] == ["2031-03-02 to 2031-03-04"]
    found = apart(day, when("2031-06-01T00:00:00", None))[Aspect.TIME]
    assert [h.value for h in found.second] == ["from 2031-06-01"]


def test_who_takes_part_is_compared_by_key_country_and_name() -> None:
    def by(document: str, *taking: Taking) -> Assertion:
        return replace(tells(document, f"It was so {document}", RUSK), taking=taking)

    one = by("a", Taking(Role.RECIPIENT, "the Velmar army", "vlmr rm", "VE"))
    assert apart(one, by("b", Taking(Role.RECIPIENT, "Velmar troops", "vlmr trps", "VE"))) == {}
    assert apart(one, by("b", Taking(Role.RECIPIENT, "a resident"))) == {}  # nobody that can be compared
    assert list(apart(one, by("b", Taking(Role.RECIPIENT, "Norrin", "nrn", "HL")))) == [Aspect.WHOM]


def test_the_same_words_are_no_difference_of_place_but_may_be_denied() -> None:
    one = replace(tells("a", "Patrols saw no boat", RUSK), setting=SELLA)
    other = replace(tells("b", "that patrols saw “no boat”", RUSK), setting=replace(SELLA, site="Olt", latitude=1.0))
    assert apart(one, other) == {}
    assert list(apart(one, replace(other, side=Side.AGAINST))) == [Aspect.SIDE]


def test_a_number_of_nothing_is_no_difference_from_none() -> None:
    assert apart(tells("a", "Rusk, 58, resigned", RUSK, numbers=("58",)), tells("b", "Rusk resigned", RUSK)) == {}


SIDES = st.sampled_from(list(Side))
TOLD = st.lists(st.tuples(SIDES, st.sampled_from(list(Certainty)), st.integers(0, 40)), min_size=1, max_size=4)


@given(TOLD, TOLD)
def test_turning_the_two_round_turns_the_answer_round(
    one: list[tuple[Side, Certainty, int]], other: list[tuple[Side, Certainty, int]]
) -> None:
    def made(name: str, rows: list[tuple[Side, Certainty, int]]) -> tuple[Assertion, ...]:
        return tuple(
            tells(f"{name}{k}", f"{n} tanks rolled", RUSK, side=side, numbers=(str(n),), certainty=sure)
            for k, (side, sure, n) in enumerate(rows)
        )

    first, second = made("a", one), made("b", other)
    claims = Claims({"p_1": HEADINGS["p_1"]}, {}, {})
    words = known([*first, *second])
    there = compare({"p_1": first}, {"p_1": second}, claims, words)[0][0]
    back = compare({"p_1": second}, {"p_1": first}, claims, words)[0][0]
    assert [(d.aspect, d.first, d.second) for d in there.differences] == [
        (d.aspect, d.second, d.first) for d in back.differences
    ]
    assert compare({"p_1": first}, {"p_1": first}, claims, words)[0][0].differences == ()


def test_claims_of_both_stand_before_each_other_by_what_differs() -> None:
    both, _, _ = compare(MINE, THEIRS, CLAIMS, KNOWN)
    counts = [len(c.differences) for c in both]
    assert counts == sorted(counts, reverse=True)
