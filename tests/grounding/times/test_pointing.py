from sayso.types.time import AnchorKind
from tests.grounding.times.support import ends, read


def test_then_is_the_time_named_last() -> None:
    found = read("The bridge fell on 3 March 2021. Since [then], ferries have run.")
    assert found.relation == "since" and found.end is None
    assert found.begin is not None and found.begin.date().isoformat() == "2021-03-03"
    assert (
        found.anchor is not None and found.anchor.kind is AnchorKind.EXPRESSION and found.anchor.name == "3 March 2021"
    )


def test_without_a_time_before_it_then_is_unknown() -> None:
    found = read("Since [then], ferries have run.")
    assert not found.known and found.reason


def test_that_hour_is_the_clock_time_named_last() -> None:
    assert ends("On 3 March at 10:15 the gates opened. At [that hour] the guards slept.") == (
        "2022-03-03T10:15:00",
        "2022-03-03T10:16:00",
    )


def test_a_period_is_the_stretch_named_last_not_the_day() -> None:
    assert ends("In 2019 the port was shut; on 4 May a crane fell. Ships waited during [that period].") == (
        "2019-01-01",
        "2020-01-01",
    )


def test_a_day_of_the_month_that_the_story_has_reached() -> None:
    assert ends("They met on 3 January 2020. He wrote the letter on [the fifth].") == ("2020-01-05", "2020-01-06")
    assert not read("They met on 3 February 2020. He wrote on [the thirty-first].").known
    assert not read("He wrote the letter on [the fifth].").known


def test_the_year_is_the_storys_or_else_the_documents() -> None:
    assert ends("The mine shut in May 2017. Later in [the year] it flooded.") == ("2017-01-01", "2018-01-01")
    assert ends("The mine flooded early in [the year].") == ("2022-01-01", "2023-01-01")


def test_what_is_being_lived_through_is_the_documents_own() -> None:
    assert ends("It's [our last day here] and the boats are gone.") == ("2022-03-08", "2022-03-09")
    assert ends('"How was [your week]?" he asked.') == ("2022-03-07", "2022-03-14")
    assert not read("She remembered [the best day] there.").known


def test_without_a_document_date_it_is_unknown() -> None:
    found = read("It's [our last day here] and the boats are gone.", None)
    assert not found.known and found.reason
