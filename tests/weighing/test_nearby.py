"""Which other assertions one means without words of its own for it."""

from __future__ import annotations

from sayso.types.weighing import Assertion, Side
from sayso.weighing.ledger import Ledger
from sayso.weighing.nearby import Nearby
from sayso.weighing.weigh import weigh
from tests.weighing.told import article, articles, body, document, outlet, person, said, unnamed


def nearby(rows: list[Assertion], *held: tuple[str, str, str]) -> Nearby:
    found = Nearby(Ledger(rows, articles(*(article(*row) for row in held)), ()))
    for k in sorted(range(len(rows)), key=lambda k: found.ledger.told[k].order):
        found.note(k)
    return found


def test_a_text_that_names_somebody_is_not_unsourced() -> None:
    rows = [said("a", name="1"), said("a", person("Ilan Torv"), name="2"), said("b", name="3")]
    found = nearby(rows)
    assert found.beside(0) == [1] and found.beside(2) == []
    weighed = weigh(rows, {}, ())
    assert (weighed.support.least, weighed.support.most) == (1, 2)
    assert nearby([rows[0], said("a", person("Ilan Torv"), name="2", side=Side.AGAINST)]).beside(0) == []


def test_what_a_reporter_saw_is_his_own() -> None:
    rows = [said("a", name="1", witnessed=True), said("a", person("Ilan Torv"), name="2")]
    assert nearby(rows).beside(0) == []
    assert weigh(rows, {}, ()).support.most == 2


def test_a_communique_is_of_whoever_is_named_beside_it() -> None:
    rows = [said("a", document("its communiqué"), name="1"), said("a", body("Velmar interior ministry"), name="2")]
    assert weigh(rows, {}, ()).support.most == 1
    alone = weigh(rows[:1], {}, ())
    assert [o.kind.value for o in alone.origins] == ["document"]


def test_people_who_talked_to_an_outlet_are_those_of_its_article() -> None:
    rows = [
        said("a", unnamed("US administration official", "US")),
        said("b", outlet("Capitol Courier"), unnamed("US official", "US")),
        said("c", unnamed("US official", "US")),
    ]
    held = [("a", "Capitol Courier", "2022-02-28"), ("b", "Wire", "2022-03-01"), ("c", "Mail", "2022-03-01")]
    found = nearby(rows, *held)
    assert found.told_to(1) == [0] and found.told_to(2) == []
    assert weigh(rows, articles(*(article(*row) for row in held)), ()).support.most == 2


def test_they_are_not_those_whom_the_outlet_names() -> None:
    rows = [
        said("a", person("Ilan Torv", "governor"), name="1"),
        said("a", unnamed("security official"), name="2"),
        said("b", outlet("Quillon Wire"), unnamed("official")),
    ]
    found = nearby(rows, ("a", "Quillon Wire", "2022-02-28"), ("b", "Mail", "2022-03-01"))
    assert found.told_to(2) == [1]


def test_an_outlet_that_takes_something_back_means_its_own_withdrawal() -> None:
    rows = [
        said("a", side=Side.AGAINST, withdrawal=True),
        said("b", outlet("Quillon Wire"), side=Side.AGAINST, withdrawal=True),
    ]
    found = nearby(rows, ("a", "Quillon Wire", "2022-02-28"), ("b", "Mail", "2022-03-01"))
    assert found.told_to(1) == [0]


def test_somebody_private_who_talked_to_an_outlet_is_the_one_of_its_article() -> None:
    held = (article("radio", "Desna Radio", "2024-05-01"), article("post", "Lowland Post", "2024-05-02"))
    halyna = person("Halyna", public=False)
    rows = [said("radio", halyna), said("post", outlet("Desna Radio"), halyna)]
    assert weigh(rows, articles(*held), ()).support.most == 1
    other = [said("radio", halyna), said("post", outlet("Desna Radio"), person("Jora", public=False))]
    assert weigh(other, articles(*held), ()).support.most == 2
