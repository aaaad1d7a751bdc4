"""Names of bodies."""

from __future__ import annotations

from sayso.weighing.sources.organs import Named, join_organs, state_named
from sayso.weighing.sources.phrases import describe


def named(words: str, country: str | None = None) -> Named:
    said = describe(words)
    assert said.body is not None
    return said.body, said.country or country


def test_a_shorter_name_joins_the_only_one_that_it_fits() -> None:
    rows = [named("Ukraine's Ministry of Defence"), named("the ministry"), named("the defence ministry")]
    assert len({id(o) for o in join_organs(rows).values()}) == 1


def test_two_countries_are_two_bodies_and_a_bare_name_may_be_either() -> None:
    rows = [named("Ukraine's army"), named("the Russian army"), named("the army")]
    found = join_organs(rows)
    assert len({id(o) for o in found.values()}) == 3
    assert len(found[rows[2]].may) == 2


def test_words_that_part_bodies_keep_them_apart() -> None:
    rows = [named("the defence ministry", "UA"), named("the interior ministry", "UA")]
    assert len({id(o) for o in join_organs(rows).values()}) == 2


def test_one_speaker_shows_that_two_names_are_of_one_body() -> None:
    rows = [named("the regional territorial defence of Chernihiv"), named("the northern territorial defence")]
    assert len({id(o) for o in join_organs(rows).values()}) == 2
    assert len({id(o) for o in join_organs(rows, [rows]).values()}) == 1


def test_a_country_that_no_table_has_speaks_for_itself() -> None:
    body, _ = named("Dravonia")
    assert state_named(body, {"~dravon"}) == "~dravon"
    assert state_named(body, set()) is None
