import io
import sys

import pytest
from hypothesis import given

from sayso.errors import UsageError
from sayso.export import View
from sayso.export.csv_ import COLUMNS
from sayso.export.parquet import write
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import report

pq = pytest.importorskip("pyarrow.parquet")


def written(*outcomes):
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write(outcomes, out, View())
    return pq.read_table(io.BytesIO(out.buffer.getvalue()))


def test_each_claim_is_a_row_of_typed_cells() -> None:
    table = written(report(), REJECTION, report())
    assert table.column_names == list(COLUMNS)
    rows = table.to_pylist()
    assert [row["claim_id"] for row in rows] == [claim.id for claim in report().claims] * 2
    hit = rows[3]
    assert (hit["latitude"], hit["longitude"], hit["probability"]) == (50.45, 30.52, 0.9)
    assert (hit["url"], hit["who"], hit["country"]) == (None, None, "UA")
    assert isinstance(hit["char_begin"], int)


def test_the_offsets_lead_to_the_passage() -> None:
    told = report()
    for row in written(told).to_pylist():
        assert told.document.text[row["char_begin"] : row["char_end"]] == row["passage"]


def test_a_ledger_without_claims_is_a_table_without_rows() -> None:
    assert written(REJECTION).num_rows == 0


@given(odd_reports())
def test_odd_words_come_back_as_they_are(odd) -> None:
    table = written(odd)
    assert table.column("claim").to_pylist() == [claim.text or None for claim in odd.claims]


def test_a_terminal_and_a_missing_library_get_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with pytest.raises(UsageError, match="name a file after -o"):
        write([], Terminal(), View())
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="pip install pyarrow"):
        write([], io.StringIO(), View())
