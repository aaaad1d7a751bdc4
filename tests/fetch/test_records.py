from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.fetch.records import Fetched, FetchSettings, Refusal, Validators, keepable, shown
from sayso.types.document import Rejection, Stage


@pytest.mark.parametrize(
    "settings", [{"delay": 0.5}, {"delay": float("nan")}, {"delay": 90}, {"max_bytes": 0}, {"max_seconds": -1}]
)
def test_settings_that_are_rude_or_mean_nothing_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        FetchSettings(**settings)


def test_a_refusal_becomes_a_rejection_without_password_and_on_one_line() -> None:
    rejection = Refusal("fetch-failed", "gives\nno answer").at("https://ann:secret@news.test/a\x1b[2J")
    url = "https://news.test/a\\x1b[2J"
    assert rejection == Rejection(url, Stage.FETCH, "fetch-failed", f"{url}: gives\\nno answer")


@given(st.text())
def test_what_is_shown_is_printable(words: str) -> None:
    assert shown(words).isprintable() and len(shown(words, 9)) <= 10 * 12


@pytest.mark.parametrize("value", [None, "", " x", "a\r\nb", "\u00e9", "x" * 1001])
def test_a_mark_that_could_not_be_sent_back_is_not_kept(value: str | None) -> None:
    assert keepable(value) is None


def test_an_answer_without_marks_has_no_validators() -> None:
    assert Fetched("https://news.test/", b"").validators is None
    marked = Fetched("https://news.test/", b"", etag='"1"')
    assert marked.validators == Validators("https://news.test/", '"1"')
