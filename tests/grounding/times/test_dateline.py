from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.times.dateline import CONTRADICTED, written
from sayso.grounding.times.intervals import at
from sayso.grounding.times.normalise import read_times
from sayso.types.time import AnchorKind, TimeExpression
from tests.grounding.times.support import DAY

HEADLINE = "Depot burns in Larvik-Ost\n"
BODY = "\nThe village was shelled yesterday, the mayor said. On Friday the depot burned, and last week a bridge fell."
ENTRY = "The shelling went on all through the night and nobody in the cellar slept. Yesterday the well ran dry."


def times(text: str, published: date | None) -> dict[str, TimeExpression]:
    return {t.span.of(text): t for t in read_times(text, published)}


def test_a_date_line_near_the_documents_date_is_what_the_text_counts_from() -> None:
    found = times(HEADLINE + "Wednesday, 9 March 2022" + BODY, DAY)["yesterday"]
    assert found.begin == datetime(2022, 3, 8)
    assert found.anchor is not None and found.anchor.kind is AnchorKind.EXPRESSION
    assert found.anchor.name == "Wednesday, 9 March 2022"


def test_a_date_line_stands_in_for_a_missing_date() -> None:
    assert times(HEADLINE + "March 9, 2022" + BODY, None)["yesterday"].begin == datetime(2022, 3, 8)


def test_a_date_line_that_contradicts_the_documents_date_leaves_nothing_to_count_from() -> None:
    found = times(HEADLINE + "14 June 2016" + BODY, DAY)
    for words in ("yesterday", "Friday", "last week"):
        assert not found[words].known and found[words].reason == CONTRADICTED
    assert found["14 June 2016"].begin == datetime(2016, 6, 14)


def test_a_date_far_down_or_inside_a_sentence_is_no_date_line() -> None:
    long = "The mayor spoke for an hour about the bridge, the depot and the mill, and nobody left the hall. " * 3
    for text in (HEADLINE + long + "\n14 June 2016" + BODY, HEADLINE + "He was born on\n14 June 2016 there." + BODY):
        assert times(text, DAY)["yesterday"].begin == datetime(2022, 3, 7)


def test_each_day_of_a_diary_counts_from_its_own_heading() -> None:
    text = f"From the cellar\nSunday, 27 February\n{ENTRY}\nTuesday, 1 March\n{ENTRY}"
    found = [t.begin for t in read_times(text, DAY) if t.span.of(text) == "Yesterday"]
    assert found == [datetime(2022, 2, 26), datetime(2022, 2, 28)]


def test_later_days_told_as_past_contradict_the_documents_date() -> None:
    text = "On 14 June 2023 the army took Larvik-Ost. On 2 July 2023 the depot burned. Yesterday the guards left."
    found = times(text, DAY)
    assert found["Yesterday"].reason == CONTRADICTED
    assert found["14 June 2023"].begin == datetime(2023, 6, 14)


def test_later_days_that_are_planned_contradict_nothing() -> None:
    text = "Talks will be held on 14 June 2023 and are planned to end on 2 July 2023. Yesterday the mayor spoke."
    assert times(text, DAY)["Yesterday"].begin == datetime(2022, 3, 7)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=" \n\t13May,.2022Monday", max_size=200), st.none() | st.dates())
def test_any_text_has_days_in_order(text: str, published: date | None) -> None:
    found = written(text, at(published) if published else None)
    places = [place for place, _ in found.days]
    assert places == sorted(places)
    for place, anchor in found.days:
        assert anchor.span is not None and anchor.span.end <= place
        assert found.at(place) is not None
