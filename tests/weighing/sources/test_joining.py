"""Which tellers are one source."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Teller
from sayso.weighing.sources.joining import Sources
from tests.weighing.told import body, document, person, unnamed


def joined(*tellers: Teller) -> list[str | None]:
    found = Sources((t, f"t{k}") for k, t in enumerate(tellers))
    return [found.of(t, f"t{k}") for k, t in enumerate(tellers)]


def test_one_spokesman_under_many_spellings_titles_and_no_name() -> None:
    ids = joined(
        person("Vitaliy Kyrylov (Kirilov), spokesman of the regional territorial defence of Chernihiv"),
        person("Vitalii Kirilov", "spokesman for the Territorial Defence Forces North", "UA"),
        person("a spokesman of the regional territorial defence"),
        person("Witalij Kyryłow"),
        person("Віталій Кирилов"),
        person("V. Kyrylov", "military official"),
        body("the territorial defence"),
    )
    assert len(set(ids)) == 1


def test_a_ministry_under_many_strings() -> None:
    ids = joined(
        *map(body, ("the defence ministry", "Ukraine's Ministry of Defence", "MoD in Kyiv", "the ministry")),
        unnamed("a spokesman for the Ukrainian defence ministry"),
    )
    assert len(set(ids)) == 1


def test_ministries_of_two_countries_and_a_word_that_fits_both() -> None:
    tellers = (*map(body, ("Ukraine's defence ministry", "the Russian defence ministry", "the ministry")),)
    ids = joined(*tellers)
    assert len(set(ids)) == 3
    found = Sources((t, "t") for t in tellers)
    assert found.all[ids[2] or ""].may == {ids[0], ids[1]}


def test_a_minister_is_not_his_ministry_but_of_its_camp() -> None:
    tellers = (person("Defence Minister Oleksii Reznikov", None, "UA"), body("Ukraine's defence ministry"))
    first, second = joined(*tellers)
    assert first != second
    found = Sources((t, "t") for t in tellers)
    assert {s.camp.name for s in found.all.values()} == {"state:UA"}


def test_a_family_name_alone_joins_only_where_one_bearer_fits() -> None:
    assert len(set(joined(person("Ilan Torv"), person("Torv")))) == 1
    ids = joined(person("Ilan Torv"), person("Oleh Torv"), person("Torv"))
    assert len(set(ids)) == 3


def test_namesakes_of_two_countries_or_offices_stay_apart() -> None:
    assert len(set(joined(person("Ivan Moroz", None, "UA"), person("Ivan Moroz", None, "BY")))) == 2
    assert len(set(joined(person("Ivan Moroz", "mayor of Harkava"), person("Ivan Moroz", "mayor of Ostrel")))) == 2


def test_private_persons_never_join_across_texts() -> None:
    ann = person("Ann Bell", "a nurse", public=False)
    found = Sources([(ann, "one"), (ann, "two"), (ann, "one")])
    assert found.of(ann, "one") != found.of(ann, "two")


def test_an_office_of_a_place_is_of_the_country_of_the_place() -> None:
    mayor = person("Ivan Moroz", "mayor of Harkiv")
    found = Sources([(mayor, "t"), (body("the Ukrainian army"), "t")], {"~harkiv": "UA"})
    assert {s.camp.name for s in found.all.values()} == {"state:UA"}


def test_the_press_office_of_a_party_is_the_party() -> None:
    assert len(set(joined(body("the press office of Civic Forward"), body("Civic Forward")))) == 1


def test_a_company_and_its_pictures_are_one() -> None:
    ids = joined(body("the company Skylathe"), document("satellite pictures published by Skylathe"))
    assert len(set(ids)) == 1


NAMES = st.sampled_from(
    [
        *map(person, ("Ilan Torv", "Torv", "I. Torv", "Oleh Torv", "Torv Ilan", "the governor of Kolvast")),
        person("Ilan Torv", "governor of Kolvast", "UA"),
        person("Ilan Torv", "captain of the coast guard", "BY"),
        *map(body, ("the ministry", "defence ministry", "Ukraine's defence ministry", "the Velmar navy", "Velmar")),
        *map(document, ("the letter", "a letter of General Maltesk", "a letter by Anna Holm", "pictures")),
    ]
)


@given(st.lists(NAMES, max_size=9), st.randoms())
def test_order_decides_nothing(tellers: list[Teller], chance: random.Random) -> None:
    turned = list(tellers)
    chance.shuffle(turned)
    one, other = (Sources((t, "t") for t in row) for row in (tellers, turned))
    assert [one.of(t, "t") for t in tellers] == [other.of(t, "t") for t in tellers]
    assert {k: (s.name, s.may, s.camp) for k, s in one.all.items()} == {
        k: (s.name, s.may, s.camp) for k, s in other.all.items()
    }
