from __future__ import annotations

import pytest

from sayso.export.row_records import RowKind
from sayso.web.answers import as_csv, as_json
from sayso.web.page import Asked, Rows, Shown

KIND: RowKind[int] = RowKind("digit", {"value": lambda n: n})


def shown(count: int, found: int | None, counted: int | None = None) -> Shown:
    return Shown("Digits", {}, rows=Rows(KIND, range(count), found, counted))


@pytest.mark.parametrize(
    ("query", "count", "found", "wanted"),
    [
        ({"limit": "3"}, 3, 10, "/digits.json?limit=3&skip=3"),
        ({"limit": "3", "skip": "9"}, 1, 10, None),
        ({}, 0, 0, None),
        ({}, 5, None, None),
    ],
)
def test_a_list_says_where_it_goes_on(query: dict[str, str], count: int, found: int | None, wanted: str | None) -> None:
    made = as_json(shown(count, found), Asked("/digits", {}, query))
    assert f'"next": {f"{chr(34)}{wanted}{chr(34)}" if wanted else "null"}' in bytes(made.body).decode()


def test_counting_that_stopped_is_said() -> None:
    assert b'"found_at_least": true' in as_json(shown(1, 1000, 1000), Asked("/digits", {}, {})).body
    assert b'"found_at_least": false' in as_json(shown(1, 999, 1000), Asked("/digits", {}, {})).body


def test_csv_is_a_file_with_the_name_of_its_page() -> None:
    made = as_csv(shown(2, 2), Asked("/claims/p_1/digits", {}, {}))
    assert made.headers["content-disposition"] == 'attachment; filename="claims-p_1-digits.csv"'
    assert bytes(made.body).decode().splitlines() == ["\ufeffkind,value", "digit,0", "digit,1"]


def test_a_page_without_rows_has_no_csv() -> None:
    made = as_csv(Shown("One", {}, record=dict), Asked("/one", {}, {}))
    assert made.status_code == 404 and bytes(made.body).count(b"\n") == 1
