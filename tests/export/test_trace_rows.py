from __future__ import annotations

import csv
import io

from sayso.export.row_records import csv_pieces, record
from sayso.export.trace_rows import ASSERTIONS, rows
from tests.tellings import COPY, FIRST, PRIVATE, flooded, traced


def test_there_is_a_row_for_each_assertion_in_the_order_of_dates() -> None:
    found = list(rows(traced()))
    assert [row.id for row in found] == [a.id for a in traced().proposition.assertions]
    first, copy = found[0], found[1]
    assert (first.outlet, first.side, first.copied_from) == ("Alder Wire", "for", None)
    assert (copy.id, copy.copied_from, copy.origins) == (COPY.id, FIRST.id, ("o_1",))
    assert len(list(rows(flooded(100)))) == 105


def test_private_persons_have_no_names() -> None:
    (row,) = (row for row in rows(traced()) if row.id == PRIVATE.id)
    assert row.voices == row.origin_names == ("a person of one article",)


def test_rows_are_written_as_json_and_csv() -> None:
    found = list(rows(traced()))
    assert record(ASSERTIONS, found[0])["span"] == [0, 32]
    text = "".join(csv_pieces(ASSERTIONS, found)).removeprefix("\ufeff")
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in read] == [row.id for row in found] and read[0]["kind"] == "assertion"
