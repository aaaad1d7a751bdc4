from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.cli.listing import Listing, most, page, tell_rows, write_rows
from sayso.export.format import View
from sayso.export.row_records import RowKind
from sayso.export.visible import cells


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    count: int | None
    parts: tuple[str, ...]


LISTING: Listing[Thing] = Listing(
    kind=RowKind("thing", {"name": lambda t: t.name, "how_many": lambda t: t.count, "parts": lambda t: t.parts}),
    columns={"count": lambda t: str(t.count), "name": lambda t: t.name, "last": lambda t: " ".join(t.parts)},
    wide="name",
    figures=("count",),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.lists(st.builds(Thing, st.text(), st.integers() | st.none(), st.tuples(st.text())), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("width", ["40", "100"])
def test_no_line_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: str, rows: list[Thing]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert write_rows(LISTING, rows, "text") == len(rows)
    lines = capsys.readouterr().out.split("\n")
    assert all(cells(line) <= int(width) for line in lines)
    assert not any(char < " " for line in lines for char in line)


def test_columns_are_aligned_and_figures_stand_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(LISTING, [Thing("a b", 7, ("x",)), Thing("word " * 30, 1234567, ("y", "z"))], "text")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("  count  name") and lines[1].startswith("      7  a b")
    assert lines[2].startswith("1234567  word word") and lines[3].startswith("         word")
    assert len({len(line) for line in (lines[0].replace("last", "x"), lines[1])}) == 1


def test_a_narrow_window_gets_labels(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    write_rows(LISTING, [Thing("a", 7, ("long words " * 3,)), Thing("b", None, ())], "text")
    text = capsys.readouterr().out
    assert text.startswith("count: 7\nname: a\nlast: long words") and "\n\ncount: None\nname: b\n" in text


def test_programs_get_values_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(LISTING, [Thing("=1+1", 7, ("x", "y")), Thing("a\x1b[31m", None, ())], "csv")
    assert capsys.readouterr().out == "\ufeffkind,name,how_many,parts\r\nthing,'=1+1,7,x; y\r\nthing,a\\x1b[31m,,\r\n"
    write_rows(LISTING, [Thing("a", None, ("x", "y"))], "jsonl")
    assert capsys.readouterr().out == '{"kind": "thing", "name": "a", "how_many": null, "parts": ["x", "y"]}\n'
    write_rows(LISTING, [], "json")
    assert capsys.readouterr().out == "[]\n"


def test_rows_are_written_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    def rows() -> Iterable[Thing]:
        yield Thing("a", 1, ())
        assert '"name": "a"' in capsys.readouterr().out
        yield Thing("b", 2, ())

    assert write_rows(LISTING, rows(), "jsonl") == 2


def test_only_what_does_not_fit_on_a_terminal_goes_through_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("click.echo_via_pager", lambda lines, color: paged.extend(lines))
    monkeypatch.setenv("LINES", "24")
    for count, through in ((22, False), (23, True), (500, True)):
        paged.clear()
        out = Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        page((f"line {k}" for k in range(count)), View())
        assert len(paged) == (count if through else 0)
        assert out.getvalue().count("\n") == (0 if through else count)


def test_text_shows_a_page_and_programs_get_all() -> None:
    assert [most(*x) for x in (("text", None), ("csv", None), ("text", 0), ("json", 7))] == [50, None, None, 7]


def test_how_many_there_are_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for shown, found, counted in ((0, 0, None), (1, 1, None), (50, 1200, None), (50, 9, 9), (5, 9, 9)):
        tell_rows(shown, found, "claim", counted)
    assert capsys.readouterr().err.splitlines() == [
        "no claim",
        "1 claim",
        "50 of 1,200 claims; --limit 0 for all",
        "9 claims",
        "5 of at least 9 claims; --limit 0 for all",
    ]
