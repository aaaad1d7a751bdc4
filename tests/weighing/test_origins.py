"""Origins with their names, and what was taken back."""

from __future__ import annotations

from sayso.types.weighing import OriginKind, Side
from sayso.weighing.ledger import Ledger
from sayso.weighing.origins import find, made
from tests.weighing.told import article, articles, body, copied, outlet, person, said, taking, unnamed


def test_names_ids_and_assertions() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("I. Torv")), said("c", outlet("the Quillon agency"))]
    ledger = Ledger(rows, {}, ())
    torv, channel = made(find(ledger)[0], ledger)
    assert (torv.name, torv.written, torv.assertions) == ("Ilan Torv", ("I. Torv", "Ilan Torv"), ("c_a", "c_b"))
    assert (channel.kind, channel.name) == (OriginKind.CHANNEL, "the Quillon agency")
    assert torv.id.startswith("o_")
    assert len(torv.id) == 14


def test_an_id_is_the_same_beside_other_assertions() -> None:
    one, more = [said("a", person("Ilan Torv"))], [said("b"), said("c", unnamed("officials"))]
    ids = [{o.id for o in made(find(led)[0], led)} for led in (Ledger(one, {}, ()), Ledger([*more, *one], {}, ()))]
    assert ids[0] < ids[1]


def test_an_outlet_takes_back_what_it_said_itself_not_what_it_relayed() -> None:
    held = articles(article("a", "Post"), article("b", "Post"), article("w", "Post"))
    rows = [said("a", witnessed=True), said("b", person("Ilan Torv"))]
    rows.append(said("w", side=Side.AGAINST, withdrawal=True))
    back = {o.name: o.counts(Side.FOR) for o in find(Ledger(rows, held, ()))[0] if Side.FOR in o.rows}
    assert back == {"Post": False, "Ilan Torv": True}


def test_a_copy_of_a_withdrawal_takes_nothing_back() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("Oleh Moroz"))]
    rows.append(said("w", person("Oleh Moroz"), side=Side.AGAINST, withdrawal=True))
    found = find(Ledger(rows, {}, (copied("c_w", "c_a", "a"),)))[0]
    assert all(o.counts(Side.FOR) for o in found)


def test_who_withdraws_a_report_withdraws_what_people_without_a_name_told_it() -> None:
    held = articles(article("a", "Quillon Wire", "2024-05-01"), article("b", "Quillon Wire", "2024-05-03"))
    rows = [said("a", unnamed("official")), said("b", side=Side.AGAINST, withdrawal=True)]
    found, _ = find(Ledger(rows, held, ()))
    (official,) = (o for o in found if o.kind is OriginKind.UNNAMED)
    assert Side.FOR in official.back
    others = [said("a", person("Ilan Torv")), rows[1]]
    assert not any(o.back for o in find(Ledger(others, held, ()))[0])


def test_a_camp_has_the_name_that_the_articles_give_its_state() -> None:
    rows = [said("a", body("Sellanian interior ministry"), by=(taking("troops of Sellania"),))]
    ledger = Ledger(rows, {}, ())
    (ministry,) = made(find(ledger)[0], ledger)
    assert ministry.camp == "state:Sellania"
    assert ledger.camp("state:UA") == "state:UA" and ledger.camp(None) is None


DAYS = articles(*(article(name, "Post", f"2024-05-0{k}") for k, name in enumerate("abcd", 1)))


def test_an_article_that_tells_both_sides_of_a_source_shows_that_the_other_one_came_later() -> None:
    torv = person("Ilan Torv")
    rows = [said("a", torv), said("c", torv, side=Side.AGAINST), said("c", torv, name="c_had")]
    (one,) = find(Ledger(rows, DAYS, ()))[0]
    assert set(one.back) == {Side.FOR}
    together = [said("a", torv), said("a", torv, side=Side.AGAINST, name="c_not"), said("c", torv)]
    (one,) = find(Ledger(together, DAYS, ()))[0]
    assert not one.back


def test_an_outlet_that_says_the_opposite_later_takes_back_what_it_saw() -> None:
    rows = [said("a", witnessed=True), said("c", side=Side.AGAINST), said("c", name="c_had")]
    found = find(Ledger(rows, DAYS, ()))[0]
    assert not any(one.counts(Side.FOR) for one in found) and any(one.counts(Side.AGAINST) for one in found)
    other = articles(DAYS["a"], article("c", "Mail", "2024-05-03"))
    assert all(not one.back for one in find(Ledger(rows, other, ()))[0])


def test_hours_of_one_day_tell_what_came_later_and_days_without_hours_do_not() -> None:
    torv = person("Ilan Torv")
    rows = [said("a", torv), said("b", torv, side=Side.AGAINST)]
    for first, second, back in (
        ("2024-05-01T05:00:00Z", "2024-05-01T07:20:00Z", {Side.FOR}),
        ("2024-05-01", "2024-05-01T07:20:00Z", set()),
    ):
        held = articles(article("a", "Post", first), article("b", "Mail", second))
        (one,) = find(Ledger(rows, held, ()))[0]
        assert set(one.back) == back
