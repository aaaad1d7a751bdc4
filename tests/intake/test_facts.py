import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.facts import same_words, text_facts
from tests.readings import ENGLISH


def facts(text: str) -> tuple[str | None, str | None, str | None, str]:
    found = text_facts(text)
    return found.title, found.publisher, found.published, text[found.body_begin :].split("\n")[0]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Battalions refuse to cross\n\n", "Battalions refuse to cross"),
        ("Battalions refuse to cross\n", "Battalions refuse to cross"),
        ("# Battalions refuse to cross\n\n", "Battalions refuse to cross"),
        ("Who gave the order?\n\nBy Jane Doe\n\n", "Who gave the order?"),
        ("“We will not cross,” says colonel\n\nBy Jane Doe\n8 March 2022\n\n", "“We will not cross,” says colonel"),
        ("By land and sea, troops flee\n\n", "By land and sea, troops flee"),
    ],
)
def test_a_headline_is_the_title_and_the_body_begins_behind_it(head: str, expected: str) -> None:
    title, _, _, body = facts(head + ENGLISH)
    assert title == expected
    assert body == ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        f"They refused to cross.\n\n{ENGLISH}",  # a sentence
        f"They refused to cross:\n\n{ENGLISH}",
        f"{ENGLISH} {ENGLISH}\n\n{ENGLISH}",  # too long
        "Battalions refuse to cross",  # nothing follows
        "Battalions refuse to cross\n\nBy Jane Doe\n",
        f"Battalions refuse\nto cross the river, says\na letter. {ENGLISH}",  # wrapped at a column
        f"Battalions refuse\nTo cross the river\n{ENGLISH}",
        f"By Jane Doe, Kestrel News\n\n{ENGLISH}",
        f"Lindra, March 8, 2022\n\n{ENGLISH}",
        f"Live\n\n{ENGLISH}",
        "",
    ],
)
def test_no_title_is_made_of_what_may_be_none(text: str) -> None:
    found = text_facts(text)
    assert (found.title, found.body_begin) == (None, 0)


@pytest.mark.parametrize(
    ("text", "publisher", "published"),
    [
        ("LINDRA, March 3, 2022 (Kestrel News) - {}", "Kestrel News", "2022-03-03"),
        ("PORT ALDER, Norrin (Kestrel News), 3 March 2022 — {}", "Kestrel News", "2022-03-03"),
        ("PORT ALDER, Thursday, 3 March 2022 -- {}", None, "2022-03-03"),
        ("A headline here\n\nLINDRA, 2022-03-03 – {}", None, "2022-03-03"),
        ("A headline here\n\nPublished: 8 March 2022, 10:30 GMT\nUpdated: 9 March 2022\n\n{}", None, "2022-03-08"),
        ("A headline here\n\nFirst published on March 8, 2022\n\n{}", None, "2022-03-08"),
        ("A headline here\n\nBy Jane Doe, Kestrel News, 8 March 2022\n\n{}", "Kestrel News", "2022-03-08"),
        ("A headline here\n\nBy Jane Doe for The Harbour Post\n8 March 2022\n\n{}", "The Harbour Post", "2022-03-08"),
        (
            "A headline here\n\nBy the foreign desk, The Harbour Post\n8 March 2022\n\n{}",
            "The Harbour Post",
            "2022-03-08",
        ),
        ("Kestrel News | 8 March 2022\n\n{}", "Kestrel News", "2022-03-08"),
        ("BY JANE DOE\n8 March 2022\n\n{}", None, "2022-03-08"),
        ("A headline here\n\nBy Jane Doe, Lindra, 8 March 2022\n\n{}", None, "2022-03-08"),  # Lindra is a place
    ],
)
def test_publisher_and_date_in_dateline_and_byline(text: str, publisher: str | None, published: str) -> None:
    assert facts(text.format(ENGLISH))[1:3] == (publisher, published)


@pytest.mark.parametrize(
    "text",
    [
        "LINDRA (Kestrel News) - {}",  # no date: the outlet is not taken either
        "A headline here\n\nBy Jane Doe, Kestrel News\n\n{}",
        "LINDRA, March 3 (Kestrel News) - {}",
        "A headline here\n\nUpdated: 9 March 2022\n\n{}",  # not when it was published
        "On March 3, 2022 - the day of the letter - {}",
        "The letter of 3 March 2022 (Kestrel News) - {}",
        "A headline here\n\n{}\n\nPublished: 8 March 2022",
        "LINDRA, 31 February 2022 (Kestrel News) - {}",
    ],
)
def test_nothing_is_guessed_without_a_full_date_in_its_place(text: str) -> None:
    assert facts(text.format(ENGLISH))[1:3] == (None, None)


def test_a_known_title_finds_the_headline_that_rules_would_miss() -> None:
    text = f"They refused to cross.\n\n{ENGLISH}"
    assert text_facts(text, "They Refused to Cross").body_begin == text.index(ENGLISH)
    assert text_facts(text, "Another title").body_begin == 0


def test_same_words() -> None:
    assert same_words("“We won’t cross”", "We won't CROSS")
    assert not same_words("We cross", "We will cross")
    assert not same_words("—", "...")


PIECES = ["By ", "8 March 2022", "\n", "\n\n", "LINDRA, ", "(K)", " - ", "A b", "#"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_the_body_begins_within_the_text_at_a_visible_character(text: str) -> None:
    found = text_facts(text)
    assert found.body_begin == 0 or not text[found.body_begin].isspace()
    assert found.title is None or found.title in text
    assert found.publisher is None or (found.publisher in text and found.published is not None)


@pytest.mark.parametrize("unit", ["A ", "A.", "(A", "by ", "2022-", "Times, ", "8 March "])
def test_a_hostile_first_line_takes_no_time(unit: str) -> None:
    assert text_facts(unit * 100_000).published is None
