from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Setting
from sayso.weighing.whereabouts import one_place, one_time, place, time

SELLA = Setting("2031-03-01T00:00:00", "2031-03-02T00:00:00", "Sella", "UA", 51.0, 31.0, "point")
DATES = st.one_of(st.none(), st.dates().map(lambda d: d.isoformat()))
SETTINGS = st.builds(
    Setting, DATES, DATES, st.sampled_from([None, "Sella", "Olt", "Sella bridge"]), st.sampled_from([None, "UA", "PL"]),
    st.one_of(st.none(), st.floats(-90, 90)), st.one_of(st.none(), st.floats(-180, 180)),
    st.sampled_from([None, "point", "country"]),
)  # fmt: skip


def test_places_are_one_within_ten_kilometres() -> None:
    assert one_place(SELLA, replace(SELLA, site="The ford", latitude=51.08))
    assert not one_place(SELLA, replace(SELLA, site="The ford", latitude=51.1))
    assert not one_place(SELLA, replace(SELLA, site="The ford", latitude=None))
    assert one_place(SELLA, replace(SELLA, site="Sella bridge", latitude=None))


def test_a_country_holds_its_places_and_no_others() -> None:
    whole = Setting(site="Ukraine", country="UA", precision="country")
    assert one_place(SELLA, whole) and one_place(SELLA, Setting(country="UA")) and one_place(SELLA, Setting())
    assert not one_place(SELLA, replace(whole, site="Poland", country="PL"))
    assert not one_place(Setting(country="UA"), Setting(country="PL"))
    assert (place(SELLA), place(Setting(country="UA")), place(Setting())) == ("Sella", "UA", None)


def test_times_are_told_in_days() -> None:
    assert time(SELLA) == "2031-03-01"
    assert time(replace(SELLA, until="2031-03-05T00:00:00")) == "2031-03-01 to 2031-03-04"
    assert time(replace(SELLA, until=None)) == "from 2031-03-01"
    assert time(replace(SELLA, since=None)) == "before 2031-03-02" and time(Setting()) is None


def test_an_instant_lies_in_its_day_and_days_do_not_touch() -> None:
    noon = replace(SELLA, since="2031-03-01T12:00:00", until="2031-03-01T12:00:00")
    assert one_time(SELLA, noon) and one_time(noon, noon)
    assert not one_time(SELLA, replace(SELLA, since="2031-03-02T00:00:00", until="2031-03-03T00:00:00"))


@given(SETTINGS, SETTINGS)
def test_which_of_two_comes_first_changes_nothing(one: Setting, other: Setting) -> None:
    assert one_place(one, other) == one_place(other, one)
    assert one_time(one, other) == one_time(other, one)
    assert one_place(one, one)
