import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.tables import comma_line, safe, tab_line
from tests.readings import CHARACTERS

CELLS = st.lists(st.text(CHARACTERS, max_size=12), min_size=2, max_size=6)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u2028@x"])
def test_words_that_a_spreadsheet_would_obey_get_an_apostrophe(words: str) -> None:
    assert safe(words) == "'" + words.strip()


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert [safe(cell) for cell in (-12.5, 0.0, -3, None, "")] == ["-12.5", "0", "-3", "", ""]


def test_a_cell_is_one_line_that_hides_nothing() -> None:
    assert safe("a\r\nb\t c\x1b[31m\u202e\ud800") == "a b c\\x1b[31m\\u202e\\ud800"


def test_quotation_marks_and_commas_are_quoted() -> None:
    assert comma_line(['say "so"', "a, b", "c"]) == '"say ""so""","a, b",c\r\n'


def test_a_tab_separated_cell_does_not_open_a_quotation() -> None:
    assert tab_line(['"a" b', "c\td"]) == '\'"a" b\tc d\n'


@given(CELLS)
def test_what_a_reader_of_csv_gets_are_the_safe_cells(cells: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(comma_line(cells), newline=""), strict=True)
    assert row == [safe(cell) for cell in cells]


@given(CELLS)
def test_no_cell_breaks_out_of_its_column(cells: list[str]) -> None:
    line = tab_line(cells)
    assert line.endswith("\n") and line.count("\n") == 1 and line.count("\t") == len(cells) - 1
    (row,) = csv.reader(io.StringIO(line, newline=""), delimiter="\t")
    assert len(row) == len(cells)


@given(st.text(CHARACTERS, max_size=20))
def test_no_cell_begins_a_formula(words: str) -> None:
    assert not safe(words).startswith(("=", "+", "-", "@", "\t", "\r"))
