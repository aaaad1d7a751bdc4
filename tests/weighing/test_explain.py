"""Sentences that say why a count is what it is."""

from __future__ import annotations

from sayso.types.weighing import Assertion, Carried, Side
from sayso.weighing.weigh import weigh
from tests.weighing.told import body, copied, outlet, person, said, unnamed


def sentences(rows: list[Assertion], links: tuple[Carried, ...] = ()) -> dict[str, str]:
    return {r.rule: r.sentence for r in weigh(rows, {}, links).support.reasons}


def test_many_articles_of_one_origin() -> None:
    torv = person("Ilan Torv")
    found = sentences([said("a", torv), said("b", torv), said("c")], (copied("c_c", "c_a", "a"),))
    assert found["once"] == "These 3 articles count once: all rest on Ilan Torv (1 of them by copying)."
    assert found["most"] == "At most 1: 3 articles rest on one origin."


def test_people_without_a_name() -> None:
    found = sentences([said(d, unnamed("officials")) for d in "abc"])
    assert found["unnamed"] == "“officials” in 3 texts may be the same people: at least 1, at most 3."
    found = sentences([said("a", unnamed("Ukrainian officials")), said("b", body("the Ukrainian navy"))])
    assert "may speak for Ukraine, as the Ukrainian navy does" in found["unnamed"]


def test_a_camp_an_unsourced_text_and_a_channel() -> None:
    rows = [said("a", body("the Velmar navy")), said("b", body("the Velmar government")), said("c")]
    rows.append(said("d", outlet("Quillon")))
    found = sentences(rows)
    assert found["camp"].endswith("count once at least: they may speak from one knowledge, for Velmar.")
    assert found["unsourced"] == "1 article repeats it without saying from whom: it may rest on any of these."
    assert found["channel"].startswith("Quillon is named as the source")
    assert "2 named sources, 1 outlet that is only cited and 1 text that names nobody" in found["most"]


def test_each_reason_names_what_it_is_about() -> None:
    told = weigh([said("a", person("Ilan Torv")), said("b", person("Torv")), said("c", side=Side.AGAINST)], {}, [])
    ids = {o.id for o in told.origins}
    for reason in (*told.support.reasons, *told.against.reasons):
        assert reason.assertions
        assert set(reason.origins) <= ids


def test_private_persons_are_not_named() -> None:
    rows = [said("a", person("Ilan Torv", public=False)), said("b", person("Ada Venn", public=False)), said("c")]
    told = weigh(rows, {}, [])
    every = [r.sentence for r in told.support.reasons] + [told.standing_reason]
    assert not any("Torv" in one or "Venn" in one for one in every)
    assert "At least 2: 2 people of one article each." in every
    (alone,) = (r.sentence for r in weigh(rows[:1], {}, []).support.reasons if r.rule == "least")
    assert alone == "At least 1: all of it may go back to a person of one article."
