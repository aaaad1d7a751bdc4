"""What other claims tell of those who are named in one."""

from __future__ import annotations

from sayso.types.weighing import Side
from sayso.weighing.known import NOTHING, known, learn
from sayso.weighing.weigh import weigh
from tests.weighing.told import body, document, person, said, unnamed

ROWS = [
    said("a", person("Ada Koro", public=False)),
    said("b", person("Ada Koro", public=False)),
    said("c", body("Civil Rescue Service of Velmara")),
]
OTHER = said("c", person("Ada Koro", "spokeswoman of the Civil Rescue Service"), name="c_other")


def test_an_office_that_another_claim_gives_makes_one_origin_of_three() -> None:
    assert weigh(ROWS, {}, ()).support.most == 3
    found = weigh(ROWS, {}, (), learn([OTHER]))
    assert (found.support.least, found.support.most) == (1, 1)
    assert {w for o in found.origins for w in o.written} == {"Ada Koro", "Civil Rescue Service of Velmara"}


def test_nobody_of_another_claim_is_an_origin_here() -> None:
    others = learn([said("d", person("Marta Rusk", "mayor of Harkava")), OTHER])
    rows = [said("a", person("Ilan Torv", "governor")), said("b", body("the mayor of Kolvast"))]
    found = weigh(rows, {}, (), others)
    assert found == weigh(rows, {}, ())


def test_only_people_with_an_office_are_known_and_each_once_in_one_order() -> None:
    tellers = [
        person("Ada Koro", "spokeswoman of the coast guard"),
        person("Ilan Torv", public=False),
        unnamed("officials"),
        document("a letter"),
        body("the ministry"),
    ]
    rows = [said(d, t, name=f"c_{d}{k}") for k, t in enumerate(tellers) for d in "ab"]
    assert [t.name for t in learn(rows).tellers] == ["Ada Koro"]
    assert learn(reversed(rows)) == learn(rows) == known(t for r in rows for t in r.chain)
    assert learn([]) == NOTHING


def test_what_is_known_elsewhere_never_raises_a_bound() -> None:
    rows = [*ROWS, said("d", person("Koro", public=False)), said("e", body("Civil Rescue Service"), side=Side.AGAINST)]
    alone, found = weigh(rows, {}, ()), weigh(rows, {}, (), learn([OTHER]))
    assert found.support.most <= alone.support.most and found.against.most <= alone.against.most


def test_the_full_name_of_a_body_joins_what_this_claim_has_by_fewer_words() -> None:
    rows = [said("a", body("Third Assault")), said("b", body("the brigade"))]
    assert weigh(rows, {}, ()).support.most == 2
    full = learn([said("c", body("3rd Separate Assault Brigade"), name="c_other")])
    assert weigh(rows, {}, (), full).support.most == 1
    assert {w for o in weigh(rows, {}, (), full).origins for w in o.written} == {"Third Assault", "the brigade"}
