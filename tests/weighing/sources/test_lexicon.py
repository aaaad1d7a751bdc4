"""The word lists."""

from __future__ import annotations

from sayso.weighing.sources.lexicon import SORTS, lexicon, look_up, plain, singular


def test_every_noun_is_of_known_sorts_and_every_body_of_a_role_is_known() -> None:
    lex = lexicon()
    assert all(n.sorts and n.sorts <= SORTS for n in (*lex.people.values(), *lex.bodies.values()))
    assert {n.body for n in lex.people.values() if n.body} <= set(lex.bodies)


def test_countries_by_name_capital_and_nationality() -> None:
    lex = lexicon()
    assert {lex.countries[plain(w)] for w in ("Ukraine", "Kyiv", "Ukrainian")} == {"UA"}
    assert lex.names["BY"] == "Belarus"


def test_known_bodies_are_of_countries_that_the_table_has() -> None:
    lex = lexicon()
    assert {code for code, _ in lex.known.values()} <= {*lex.names, "-"}


def test_plurals() -> None:
    assert [singular(w) for w in ("ministries", "spokesmen", "officials", "press")] == [
        *("ministry", "spokesman", "official", "press"),
    ]
    assert look_up(lexicon().people, "residents") is lexicon().people["resident"]
