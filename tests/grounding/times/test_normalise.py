import time
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.times.normalise import normalise, read_times
from sayso.types.span import Span
from sayso.types.time import AnchorKind, Granularity
from tests.grounding.times.support import DAY, read

ARTICLE = """Officials in Larvik-Ost said on Monday that the depot had exploded on 3 March.

A day after the explosion, at 0530 local time, the guards were replaced. Almost two weeks into the invasion of
Ukraine, trains run daily. In the 1990s they did not. The port stays shut until 5 April."""
WORDS = (
    "Monday|March|3|31 June|1999|two days|later|after|the explosion|at|0530|local time|since|until|early|the|1990s|"
    "next|week|half past four|overnight|century|99/99/9999|year 0|ago|first|of|the war|in|Ukraine|.|,|\n\n|10000000|"
    "million years|9999|December 31, 9999|fortnight|noon|24:00|Feb. 29"
).split("|")


def test_an_article_is_read_with_anchors_and_rules() -> None:
    found = {t.span.of(ARTICLE): t for t in read_times(ARTICLE, DAY)}
    assert found["Monday"].value == "2022-03-07"
    explosion = found["A day after"]
    assert explosion.begin == datetime(2022, 3, 4)
    assert explosion.anchor is not None and explosion.anchor.kind is AnchorKind.EVENT
    assert explosion.producer.name == "rule:unit-beside-event"
    assert found["0530 local time"].begin == datetime(2022, 3, 4, 5, 30)
    assert found["0530 local time"].granularity is Granularity.MINUTE
    weeks = found["Almost two weeks into"]
    assert weeks.anchor is not None and weeks.anchor.kind is AnchorKind.TABLE
    assert (weeks.begin, weeks.end) == (datetime(2022, 3, 8), datetime(2022, 3, 10))
    assert found["5 April"].begin is None and found["5 April"].end == datetime(2022, 4, 6)


def test_without_a_date_only_what_names_its_own_is_known() -> None:
    known = {t.span.of(ARTICLE) for t in read_times(ARTICLE, None) if t.known}
    assert known == {"Almost two weeks into", "the 1990s"}


def test_the_same_input_gives_the_same_records() -> None:
    assert read_times(ARTICLE, DAY) == read_times(ARTICLE, DAY)
    spans = [t.span for t in read_times(ARTICLE, DAY)]
    assert normalise(ARTICLE, reversed(spans), DAY) == read_times(ARTICLE, DAY)


def test_what_is_no_time_gets_a_reason() -> None:
    for words in ("walk 2", "the ministry", "???", "x" * 500):
        found = read(f"He saw [{words}] there.")
        assert not found.known and found.type is None and found.reason


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_words_with_any_date_give_sound_records(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for t in read_times(text, published):
        assert t.known == (t.reason is None) == (t.edtf is not None)
        if t.begin and t.end:
            assert t.begin < t.end


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=80), st.data())
def test_any_span_of_any_text_gives_a_record(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    (found,) = normalise(text, [span], DAY)
    assert found.span == span
    assert found.known or found.reason


def test_time_grows_with_length_and_no_faster() -> None:
    def spent(times: int) -> float:
        text = ARTICLE * times
        started = time.process_time()
        read_times(text, DAY)
        return time.process_time() - started

    spent(2)
    assert spent(40) < 8 * max(spent(10), 0.02)


def test_days_of_the_week_agree_with_the_calendar() -> None:
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    for shift in range(7):
        found = read(f"He left on [{names[(DAY - timedelta(shift)).weekday()]}].")
        assert found.begin is not None and found.begin.date() == DAY - timedelta(shift)


SPUN = (
    "Ever since the war in Ukraine started in February 2022, rumours ran. When Russia started its assault, few "
    "spoke. Days later, the mayor did. Then on March 2, a map was seen. But almost two weeks in, nobody has moved. "
    "A paper printed on March 7, 2022, said so, and a general lately wrote a letter."
)


def test_an_article_with_no_date_says_what_it_does_not_know() -> None:
    found = {t.span.of(SPUN): t for t in read_times(SPUN, None)}
    assert (found["Days later"].begin, found["Days later"].end) == (datetime(2022, 2, 26), datetime(2022, 3, 3))
    assert found["March 2"].begin == datetime(2022, 3, 2)
    assert found["almost two weeks in"].begin == datetime(2022, 3, 8)
    assert found["March 7, 2022"].begin == datetime(2022, 3, 7)
    assert not found["lately"].known and found["lately"].reason


def test_a_date_of_the_document_changes_nothing_that_the_text_says() -> None:
    without = {t.span.of(SPUN): (t.begin, t.end) for t in read_times(SPUN, None)}
    assert {t.span.of(SPUN): (t.begin, t.end) for t in read_times(SPUN, DAY)} == without


def test_an_article_that_is_one_quotation() -> None:
    text = '"On 31 June we met, on Monday we part, and until then walk 2 is closed."'
    found = {t.span.of(text): t for t in read_times(text, DAY)}
    assert not found["31 June"].known and found["31 June"].reason
    assert "2" not in found and "walk 2" not in found
