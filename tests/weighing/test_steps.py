"""The graph of provenance."""

from __future__ import annotations

from sayso.types.span import Span
from sayso.weighing.weigh import weigh
from tests.weighing.told import SPAN, article, articles, body, copied, outlet, person, said


def test_each_step_has_its_rule_and_the_words_that_show_it() -> None:
    rows = [
        said("a", person("Ilan Torv")),
        said("b", outlet("Desna Radio")),
        said("c", body("the Velmar parliament"), person("Ilan Torv")),
        said("d", body("Velmar's parliament")),
        said("e"),
        said("f"),
    ]
    held = articles(article("a", "Desna Radio", "2024-05-01"), article("b", "B", "2024-05-02"))
    told = weigh(rows, held, [copied("c_e", "c_b", "b")])
    steps = {s.child: s for s in told.steps}
    torv = next(o.id for o in told.origins if o.name == "Ilan Torv")
    assert (steps["c_a"].rule, steps["c_a"].parent, steps["c_a"].span) == ("says", torv, Span(0, 5))
    assert (steps["c_b"].rule, steps["c_b"].parent, steps["c_b"].doubt) == ("cites", "c_a", 0.0)
    assert (steps["c_d"].rule, steps["c_d"].parent, steps["c_d"].document) == ("rests on", "c_c", "c")
    assert (steps["c_e"].rule, steps["c_e"].parent, steps["c_e"].document) == ("derived", "c_b", "b")
    assert (steps["c_f"].rule, steps["c_f"].span) == ("says", SPAN)
    assert all(0 <= s.doubt <= 1 for s in told.steps)


def test_a_circle_is_closed_and_tied_to_its_origin() -> None:
    held = articles(article("a", "Alpha"), article("b", "Beta"))
    told = weigh([said("a", outlet("Beta")), said("b", outlet("Alpha"))], held, [])
    edges = {(s.child, s.parent) for s in told.steps}
    (circle,) = told.origins
    assert edges == {("c_a", "c_b"), ("c_b", "c_a"), ("c_a", circle.id), ("c_b", circle.id)}


def test_what_a_text_says_flatly_goes_on_to_its_source() -> None:
    rows = [said("a", name="1"), said("a", person("Ilan Torv"), name="2")]
    first, second = weigh(rows, {}, ()).steps
    assert (first.child, first.parent, first.rule) == ("1", "2", "rests on")
    assert 0 < first.doubt < 0.5 and second.rule == "says"
