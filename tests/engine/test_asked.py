from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.asked import coordinates, country_of, day_after, event_type, first_day, keys_of
from sayso.errors import UsageError


@pytest.mark.parametrize(
    ("given_", "first", "after"),
    [
        ("2022", "2022-01-01", "2023-01-01"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024-02-28", "2024-02-28", "2024-02-29"),
        ("9999", "9999-01-01", None),
        ("9999-12", "9999-12-01", None),
        ("9999-12-31", "9999-12-31", None),
        (None, None, None),
    ],
)
def test_dates_are_days_months_or_years(given_: str | None, first: str | None, after: str | None) -> None:
    assert (first_day(given_, "--since"), day_after(given_, "--until")) == (first, after)


@given(st.dates())
def test_a_day_ends_where_the_next_begins(day: object) -> None:
    after = day_after(str(day), "--until")
    assert after is None or (first_day(str(day), "--since") or "") < after


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\d", fullmatch=True))
def test_whatever_is_typed_is_a_date_or_told(typed: str) -> None:
    try:
        assert first_day(typed, "--since")
    except UsageError as error:
        assert "--since" in str(error)


def test_types_come_in_any_case() -> None:
    assert event_type("assault/DRONE") == ("ASSAULT", "drone")
    assert (event_type("Aid"), event_type("AID/"), event_type(None)) == (("AID", None), ("AID", None), (None, None))
    for wrong in ("", "WAR", "ASSAULT/tea", "/drone"):
        with pytest.raises(UsageError):
            event_type(wrong)


def test_countries_are_known_by_name_or_code() -> None:
    assert [country_of(x) for x in ("ukraine", " The  United Arab Emirates", "UA", "ua", "Sella", None)] == [
        *("UA", "AE", "UA"),
        *(None, None, None),
    ]


def test_spellings_of_one_name_have_one_key() -> None:
    assert keys_of("Lukashenko") == keys_of("Łukaszenka") == keys_of("Лукашэнка") != ()
    assert keys_of("Russia")[-1] == "ru"
    assert (keys_of(None), keys_of("-"), keys_of("")) == ((), (), ())


@pytest.mark.parametrize("typed", ["48.59,38", "48.59, 38.00", " 48.59,38.0 "])
def test_a_place_is_latitude_and_longitude(typed: str) -> None:
    assert coordinates(typed, "at") == (48.59, 38.0)


@given(st.text())
def test_whatever_is_typed_is_a_place_or_told(typed: str) -> None:
    try:
        found = coordinates(typed, "at")
    except UsageError as error:
        assert "latitude and longitude" in str(error)
    else:
        assert found is not None and abs(found[0]) <= 90 and abs(found[1]) <= 180
