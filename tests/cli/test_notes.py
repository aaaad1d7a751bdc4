from __future__ import annotations

import pytest

from sayso.cli.notes import Line


def test_progress_is_written_over_and_notes_stay(capsys: pytest.CaptureFixture[str]) -> None:
    line = Line(progress=True)
    line.show("1 of 2")
    line.say("set aside: b.txt")
    line.show("2 of 2")
    line.close()
    line.close()
    assert capsys.readouterr().err == "\r\x1b[K1 of 2\r\x1b[Kset aside: b.txt\n\r\x1b[K2 of 2\n"


def test_nobody_watching_gets_lines_alone(capsys: pytest.CaptureFixture[str]) -> None:
    line = Line(progress=False)
    line.show("1 of 2")
    line.say("done")
    line.close()
    assert capsys.readouterr().err == "done\n"


def test_what_goes_to_standard_output_finds_the_line_empty(capsys: pytest.CaptureFixture[str]) -> None:
    line = Line(progress=True)
    line.clear()
    line.show("1 of 2")
    line.clear()
    line.say("done")
    assert capsys.readouterr().err == "\r\x1b[K1 of 2\r\x1b[Kdone\n"
