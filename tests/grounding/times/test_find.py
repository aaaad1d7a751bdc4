import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.times.find import find


def marked(text: str) -> list[str]:
    return [span.of(text) for span in find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left on Friday, Oct. 23, at 9 a.m. EST Tuesday.", ["Friday, Oct. 23", "9 a.m. EST Tuesday"]),
        ("It began in early March 2021 and late November.", ["early March 2021", "late November"]),
        ("He said Friday night that it was over.", ["Friday night"]),
        ("They met on April 24 and 25 in Sarn.", ["April 24", "25"]),
        ("It went on between 3 and 9 May.", ["3", "9 May"]),
        ("More than four decades ago it was new.", ["More than four decades ago"]),
        ("For the past two months, nothing moved for weeks.", ["the past two months", "weeks"]),
        ("Almost two weeks in, the front stands still.", ["Almost two weeks in"]),
        ("Days later he came; the next day he left.", ["Days later", "the next day"]),
        ("At 0530 local time, overnight, and at half past four.", ["0530 local time", "overnight", "half past four"]),
        ("In the 1990s, in 1995, and on 6-8 June.", ["the 1990s", "1995", "6-8 June"]),
        ("On the second day of the siege it rained.", ["the second day"]),
    ],
)
def test_extents(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May said that Jan Kavan may march.",
        "They lost 1990 men and 2000 dollars.",
        "A 44-year-old man was there.",
        "The Boeing 1999 rose to 25.61 points.",
        "Sun and rain, wed and sat.",
        "He had a second chance and came second.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert marked(text) == []


def test_nothing_reaches_over_a_blank_line() -> None:
    assert marked("He left on 3\n\nMarch was cold.") == []


@given(
    st.lists(
        st.sampled_from("May Friday 3 1999 , . the last two days ago at 0530 local time – March \n\n of".split(" "))
    )
)
def test_spans_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = find(text)
    assert all(a.end <= b.begin for a, b in zip(spans, spans[1:], strict=False))
    assert all(span.end <= len(text) and span.of(text).strip() == span.of(text) for span in spans)


def test_words_without_a_date_are_found_all_the_same() -> None:
    assert marked("He lately wrote that he had left.") == ["lately"]


@pytest.mark.parametrize(
    "text", ["room 1914", "Resolution 1973", "Route 1812", "24/7 shifts", "a 13-2 vote", "version 2.0.1", "walk 2"]
)
def test_numbers_that_look_like_dates_are_left(text: str) -> None:
    assert marked(f"They spoke of {text} there.") == []
