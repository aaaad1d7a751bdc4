"""Bounds of one side."""

from __future__ import annotations

from sayso.types.weighing import Side
from sayso.weighing.bounds import count
from sayso.weighing.ledger import Ledger
from sayso.weighing.origins import find
from tests.weighing.told import body, outlet, person, said, unnamed


def bounds(*rows: object) -> tuple[int, int, bool]:
    found = count(find(Ledger(rows, {}, ()))[0], Side.FOR)  # type: ignore[arg-type]
    return found.least, found.most, found.floor


def test_somebody_said_so() -> None:
    assert bounds(said("a"), said("b")) == (1, 2, True)
    assert bounds(said("a"), said("b", outlet("Quillon"))) == (1, 2, True)
    assert bounds() == (0, 0, False)


def test_officials_may_be_the_named_body_and_residents_may_not() -> None:
    navy = said("a", body("the Velmar navy"))
    assert bounds(navy, said("b", unnamed("officials")))[:2] == (1, 2)
    assert bounds(navy, said("b", unnamed("Dravonian officials")))[:2] == (2, 2)
    assert bounds(navy, said("b", unnamed("a resident")), said("c", unnamed("villagers")))[:2] == (2, 3)


def test_people_of_one_company_count_once_at_least() -> None:
    rows = [said("a", person("Mila Torvic", "manager of Hotel Brela")), said("b", body("Hotel Brela"))]
    rows.append(said("c", person("Jon Ferrel", "owner of Hotel Brela")))
    assert bounds(*rows)[0] == 1


def test_other_sides_do_not_count() -> None:
    assert bounds(said("a"), said("b", body("the Velmar navy"), side=Side.AGAINST))[:2] == (1, 1)
