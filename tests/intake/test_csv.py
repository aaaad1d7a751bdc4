import csv
import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.intake.csv import FORMAT
from sayso.types.document import Basis, Document, Known, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH

GOOD = f'"{ENGLISH}"'


def places(outcomes: list[Document | Rejection]) -> list[str]:
    """Row (and id) of each outcome, with the reason of a rejection."""
    return [
        o.origin.rpartition(":")[2] + (f" {o.reason}" if isinstance(o, Rejection) else "")
        for o in outcomes
    ]  # fmt: skip


def test_an_article_on_each_row(take: Take) -> None:
    table = (
        "Date,Title,Outlet,Body,URL,ID,Length\r\n"
        f'8 March 2022,"They ""refuse""",Kestrel News,{GOOD},https://kestrel.example/a,a17,3\r\n'
        f',,,"{ENGLISH}\r\n\r\nSecond, paragraph.",javascript:x,,\r\n'
    )
    first, second = take(table, "a.csv")
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.text, first.format) == (ENGLISH, "csv")
    assert first.title == Known('They "refuse"', Basis.METADATA)
    assert first.publisher == Known("Kestrel News", Basis.METADATA)
    assert first.published == Known("2022-03-08", Basis.METADATA)
    assert first.url == Known("https://kestrel.example/a", Basis.METADATA)
    assert second.text == f"{ENGLISH}\r\n\r\nSecond, paragraph."
    assert (second.title, second.publisher, second.published, second.url) == (None, None, None, None)
    assert places([first, second]) == ["2#a17", "3"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz", "from-a-pipe"])
def test_the_delimiter_is_found(delimiter: str, name: str, document: Callable[..., Document]) -> None:
    table = delimiter.join(["id", "text", "source"]) + "\n" + delimiter.join(["7", GOOD, "Kestrel"]) + "\n"
    found = document(gzip.compress(table.encode()) if name.endswith(".gz") else table, name)
    assert found.text == ENGLISH and found.publisher == Known("Kestrel", Basis.METADATA)


def test_a_first_line_for_excel_names_the_delimiter(document: Callable[..., Document]) -> None:
    assert document(f"sep=;\r\ntext;title, and more\r\n{GOOD};x\r\n", "a.csv").text == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(encoding: str, document: Callable[..., Document]) -> None:
    text = f"{ENGLISH} It’s so – no more."
    assert document(f'text,id\n"{text}",1\n'.encode(encoding), "a.csv").text == text


def test_quotation_marks_behind_a_backslash(document: Callable[..., Document]) -> None:
    table = 'text,id\n"He said \\"never\\" twice, and left",1\n'
    assert document(table, "a.csv").text == 'He said "never" twice, and left'


def test_lines_of_an_old_mac(document: Callable[..., Document]) -> None:
    assert document(f"id,text\r1,{GOOD}\r", "a.csv").text == ENGLISH


@pytest.mark.parametrize(
    ("row", "reason", "hint"),
    [
        ("x,", "no-text", "column"),
        ("x", "no-text", "column"),
        ("x,   ", "no-text", "column"),
        ("x,one, two, three", "malformed-csv", "4 fields"),
        ("x,one\rtwo", "malformed-csv", "new-line"),
        (b"x,\xd0\xd1\xd2\xd3", "wrong-encoding", "UTF-8"),
        ('x,"' + "long " * 1000 + '"', "too-big", "limit"),
        ("x," + "long " * 1000, "too-big", "limit"),
        ('x,"' + "long words, and more,\n" * 200 + '"', "too-big", "limit"),
    ],
)
def test_a_bad_row_is_named_and_the_others_go_on(row: str | bytes, reason: str, hint: str, take: Take) -> None:
    middle = row if isinstance(row, bytes) else row.encode()
    bounds = {"max_bytes": 1000} if reason == "too-big" else {}
    first, bad, last = take(b"id,text\na,%b\n\n%b\nb,%b\n" % (GOOD.encode(), middle, GOOD.encode()), "a.csv", **bounds)
    assert isinstance(bad, Rejection) and (bad.reason, hint in bad.message) == (reason, True)
    assert places([first, last]) == ["2#a", "5#b"] and places([bad])[0].startswith("4 ")


def test_an_open_quotation_mark_costs_no_row_before_it(take: Take) -> None:
    assert places(take(f'id,text\na,{GOOD}\nb,"{ENGLISH}\nc,{GOOD.strip(chr(34))}\n', "a.csv")) == [
        "2#a",
        "3 malformed-csv",
    ]


def test_a_row_without_an_end_is_given_up(take: Take) -> None:
    assert places(take(f"id,text\na,{GOOD}\nb," + '""' * 5000, "a.csv", max_bytes=1000)) == ["2#a", "3 too-big"]


def test_a_damaged_gzip_file_loses_nothing_before(take: Take) -> None:
    first, broken = take(gzip.compress(f"id,text\na,{GOOD}\nb,{GOOD}\n".encode(), 0)[:-12], "a.csv.gz")
    assert isinstance(first, Document) and isinstance(broken, Rejection)
    assert broken.reason == "damaged-gzip" and broken.origin.endswith("a.csv.gz")


@pytest.mark.parametrize(
    ("table", "reason"),
    [("", "empty"), ("\n \n", "empty"), ("id,title\n1,x\n", "no-text-column"), (b"\x89PNG\n\0", "binary"),
     ('"text', "malformed-csv")],
)  # fmt: skip
def test_a_table_that_cannot_be_read(table: str | bytes, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(table, "a.csv").reason == reason


def test_a_field_larger_than_the_csv_module_allows_by_itself(document: Callable[..., Document]) -> None:
    before = csv.field_size_limit()
    assert len(document('text\n"' + "word " * 100_000 + '"\n', "a.csv").text) == 500_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("head", [b"Text, he said, is nothing.", b"text", b"a,b\n", b"title,date\n", b""])
def test_a_text_with_commas_is_no_table(head: bytes) -> None:
    assert not FORMAT.recognises(head)


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), max_size=30)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(",;\t|"))
def test_what_a_table_was_written_with_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["title", "text"])
    writer.writerows(rows)
    path = tmp_path_factory.getbasetemp() / "written.csv"
    path.write_bytes(out.getvalue().encode("utf-8"))
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    if '\\"' not in out.getvalue():  # which could be read in two ways
        assert [o.text for o in outcomes if isinstance(o, Document)] == [text for _, text in rows if text.strip()]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet='",;\r\n\\a\x00 é', max_size=60).map(str.encode), st.booleans())
def test_any_bytes_give_an_outcome(tmp_path_factory: pytest.TempPathFactory, data: bytes, named: bool) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "any.csv"
    path.write_bytes(b"text,id\n" + data if named else data)
    outcomes = list(documents([path], IntakeSettings(check_language=False, max_bytes=100)))
    assert all(o.origin.startswith(str(path)) for o in outcomes)
    assert all(o.message.isprintable() for o in outcomes if isinstance(o, Rejection))
