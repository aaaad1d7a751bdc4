"""The cases that docs/independence.md names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.types.weighing import OriginKind, Side, Standing, Weighed
from sayso.weighing.weigh import weigh
from tests.weighing.told import (
    article,
    articles,
    body,
    copied,
    document,
    outlet,
    person,
    said,
    taking,
    unnamed,
)


def bounds(told: Weighed) -> tuple[int, int, int, int]:
    return told.support.least, told.support.most, told.against.least, told.against.most


def test_many_outlets_rest_on_one_spokesman_under_many_names() -> None:
    rows = [
        said("desna", person("Vitaliy Kyrylov (Kirilov), spokesman of the regional territorial defence", None, "UA")),
        said("rada", body("Ukraine's parliament"), person("Vitaliy Kirilov", "spokesman for the territorial defence")),
        said("wire", body("the Ukrainian parliament")),
        said("copy", person("Kirill Vitalov")),
        said("hromadske", person("a spokesman of the regional territorial defence")),
        said("polish", person("Witalij Kyryłow")),
        said("lantern", outlet("the Desna broadcaster")),
        said("late"),
        said("first", unnamed("Ukrainian officials")),
        said("second", unnamed("officials in Kyiv")),
        said("belta", person("Alexander Lukashenko", "president", "BY"), side=Side.AGAINST),
        said("pentagon", unnamed("a senior US defence official"), side=Side.OPEN),
    ]
    rows[0] = replace(rows[0], taking=(taking("Belarusian troops", "BY"),))
    held = articles(article("desna", "Desna", "2022-03-01T08:52:00Z"), article("lantern", "Lantern", "2022-03-01"))
    told = weigh(rows, held, [copied("c_copy", "c_wire", "wire")])
    assert bounds(told) == (1, 4, 1, 1)
    assert told.standing is Standing.DENIED
    assert "Lukashenko" in told.standing_reason
    spokesman = next(o for o in told.origins if "Witalij Kyryłow" in o.written)
    assert len(spokesman.assertions) == 7
    sentences = " ".join(r.sentence for r in told.support.reasons)
    assert "These 7 articles count once" in sentences
    assert "without saying from whom" in sentences


def test_three_papers_with_officials_have_one_origin_at_least_and_three_at_most() -> None:
    told = weigh([said(d, unnamed("officials")) for d in "abc"], {}, [])
    assert bounds(told)[:2] == (1, 3)
    assert told.standing is Standing.SINGLE


def test_two_named_bodies_of_two_countries_corroborate_since_the_second_came() -> None:
    rows = [said("a", body("the Velmar coast guard")), said("b", body("the Dravonian navy")), said("c")]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-03"), article("c", "C", "2024-05-02"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (2, 3)
    assert (told.standing, told.standing_since) == (Standing.CORROBORATED, "2024-05-03")


def test_a_man_of_a_body_and_the_body_are_one_camp() -> None:
    rows = [
        said("a", body("the Velmar coast guard")),
        said("b", person("Colonel Rusk, who commands the Velmar coast guard")),
    ]
    told = weigh(rows, {}, [])
    assert bounds(told)[:2] == (1, 2)
    assert {o.camp for o in told.origins} == {"state:Velmar"}
    assert any("Velmar" in r.sentence for r in told.support.reasons if r.rule == "camp")


def test_a_loop_of_outlets_is_one_circle() -> None:
    rows = [said("a", outlet("Beta News")), said("b", outlet("Gamma Times")), said("c", outlet("Alpha Post"))]
    held = articles(article("a", "Alpha Post"), article("b", "Beta News"), article("c", "Gamma Times"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (1, 1)
    assert [o.kind for o in told.origins] == [OriginKind.CIRCLE]
    assert any(r.rule == "circle" and "Beta News" in r.sentence for r in told.support.reasons)


def test_an_article_dated_before_what_it_cites_finds_a_channel_only() -> None:
    rows = [said("a", outlet("Beta")), said("b", body("the Velmar navy"))]
    held = articles(article("a", "Alpha", "2024-05-01"), article("b", "Beta", "2024-05-04"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (1, 2)
    assert {o.kind for o in told.origins} == {OriginKind.CHANNEL, OriginKind.NAMED}
    assert any(r.rule == "dates" for r in told.support.reasons)


def test_namesakes_in_different_offices_stay_apart() -> None:
    rows = [
        said("a", person("Ivan Petrenko", "mayor of Harkava", "UA")),
        said("b", person("Ivan Petrenko", "captain of the Velmar coast guard")),
    ]
    assert bounds(weigh(rows, {}, []))[:2] == (2, 2)


def test_private_persons_of_one_name_are_one_or_two() -> None:
    rows = [said(d, person("Marta Kovel", "a baker", public=False)) for d in "ab"]
    assert bounds(weigh(rows, {}, []))[:2] == (1, 2)


def test_a_letter_counts_once_however_many_post_it() -> None:
    rows = [said("a", person("Neda Orlosk"), document("a letter by officers")), said("b", document("the letter"))]
    rows.append(said("c", person("Tomas Brill"), document("an open letter posted by Tomas Brill")))
    told = weigh(rows, {}, [])
    assert bounds(told)[:2] == (1, 1)
    assert [o.kind for o in told.origins] == [OriginKind.DOCUMENT]


def test_a_source_that_takes_back_its_word_no_longer_counts() -> None:
    rows = [said("a", body("the Velmar navy")), said("b", outlet("A")), said("r")]
    rows.append(said("w", body("Velmar's navy"), side=Side.AGAINST, withdrawal=True))
    held = articles(article("a", "A", "2024-05-01"), article("w", "W", "2024-05-06"))
    told = weigh(rows, held, [])
    assert bounds(told) == (1, 1, 1, 1)
    assert (told.standing, told.standing_since) == (Standing.WITHDRAWN, "2024-05-06")
    assert any(r.rule == "withdrawn" and "2024-05-06" in r.sentence for r in told.support.reasons)


def test_who_says_it_first_and_denies_it_later_took_it_back() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("Torv"), side=Side.AGAINST)]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-03"))
    told = weigh(rows, held, [])
    assert bounds(told) == (0, 0, 1, 1)
    assert told.standing is Standing.WITHDRAWN


def test_who_is_on_both_sides_of_one_day_counts_on_both() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("Torv"), side=Side.AGAINST)]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-01"))
    told = weigh(rows, held, [])
    assert bounds(told) == (1, 1, 1, 1)
    assert any(r.rule == "both sides" for r in told.support.reasons)


def test_an_outsider_contests_and_a_participant_denies() -> None:
    row = replace(said("a", unnamed("residents")), taking=(taking("Dravonian jets"),))
    own = said("b", body("Dravonia's defence ministry"), side=Side.AGAINST)
    other = said("c", body("the Velmar navy"), side=Side.AGAINST)
    assert weigh([row, own], {}, []).standing is Standing.DENIED
    assert weigh([row, own, other], {}, []).standing is Standing.CONTESTED


def test_a_copy_of_a_text_that_was_not_read_keeps_to_that_text() -> None:
    rows = [said(d, unnamed("officials")) for d in "ab"]
    told = weigh(rows, {}, [copied("c_a", None, "lost"), copied("c_b", None, "lost")])
    assert bounds(told)[:2] == (1, 1)


def test_nothing_at_all() -> None:
    told = weigh([], {}, [])
    assert bounds(told) == (0, 0, 0, 0)
    assert told.standing is Standing.UNSOURCED


@pytest.mark.slow
def test_ten_thousand_articles_come_to_an_end() -> None:
    rows, held = [], {}
    for k in range(10_000):
        teller = (outlet(f"Paper {k % 700}"), person(f"Ilan{k % 9} Torv{k % 50}"), unnamed("officials"))[k % 3]
        rows.append(said(f"d{k}", teller))
        held[f"d{k}"] = article(f"d{k}", f"Paper {k % 701}", f"2024-05-{k % 28 + 1:02}")
    told = weigh(rows, held, [copied(f"c_d{k}", f"c_d{k - 1}", f"d{k - 1}") for k in range(5_000, 9_000)])
    assert told.support.most > told.support.least > 0
