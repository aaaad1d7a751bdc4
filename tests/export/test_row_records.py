from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from sayso.export import row_records
from sayso.export.row_records import RowKind, csv_pieces, json_pieces, jsonl_pieces, record
from sayso.types.span import Span


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    parts: tuple[str, ...]


THINGS: RowKind[Thing] = RowKind("thing", {"name": lambda t: t.name, "parts": lambda t: t.parts})


@given(st.lists(st.builds(Thing, st.text(), st.tuples(st.text(), st.text()))))
def test_any_rows_come_back_from_json(rows: list[Thing]) -> None:
    wanted = [{"kind": "thing", "name": t.name, "parts": list(t.parts)} for t in rows]
    assert json.loads("".join(json_pieces(THINGS, rows))) == wanted
    assert [json.loads(line) for line in "".join(jsonl_pieces(THINGS, rows)).splitlines()] == wanted


@given(st.lists(st.builds(Thing, st.text(), st.tuples(st.text()))))
def test_any_rows_are_rows_of_csv_that_no_spreadsheet_obeys(rows: list[Thing]) -> None:
    text = "".join(csv_pieces(THINGS, rows))
    found = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert found[0] == ["kind", "name", "parts"] and len(found) == len(rows) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)


def test_spans_are_pairs_and_what_is_several_stands_in_one_cell() -> None:
    kind: RowKind[Span] = RowKind("span", {"at": lambda s: s, "names": lambda s: ("a", "b")})
    assert record(kind, Span(1, 3)) == {"kind": "span", "at": [1, 3], "names": ["a", "b"]}
    assert "".join(csv_pieces(kind, [Span(1, 3)])).splitlines()[1] == "span,1; 3,a; b"


def test_no_kind_has_a_value_called_kind() -> None:
    kinds = [k for k in vars(row_records).values() if isinstance(k, RowKind)]
    assert len({k.name for k in kinds}) == len(kinds) >= 8
    assert not any("kind" in k.values for k in kinds)
