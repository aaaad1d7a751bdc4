from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest

from sayso.cli.notes import Line
from sayso.cli.notify import ATTEMPTS, FAILURES, Messenger, command_of, notify
from sayso.errors import UsageError
from sayso.store.told import find_unsent
from tests.store.support import new_ledger

EVENT = json.dumps({"text": "“Über” alles"}, ensure_ascii=False)


def program(folder: Path, code: str) -> tuple[str, ...]:
    (folder / "program.py").write_text(code, encoding="utf-8")
    return (sys.executable, str(folder / "program.py"))


def test_arguments_are_parted_as_in_a_shell_and_no_shell_runs() -> None:
    assert command_of(f"{sys.executable} -c 'a b' \"$HOME\" ;") == (sys.executable, "-c", "a b", "$HOME", ";")


@pytest.mark.parametrize(
    ("given", "told"), [("", "no command"), ("a 'b", "parted"), ("no-such-program-here", "no program")]
)
def test_a_command_that_cannot_run_is_refused_before_anything_is_done(given: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        command_of(given)


def test_the_command_gets_one_line_of_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    code = f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read()); print('chatter')"
    assert notify(program(tmp_path, code), EVENT) is None
    assert out.read_text(encoding="utf-8") == EVENT + "\n"
    assert capfd.readouterr().out == ""  # what is for programs on standard output stays whole


def test_failures_are_said_in_words(tmp_path: Path) -> None:
    assert notify(program(tmp_path, "import sys; sys.exit(3)"), EVENT) == "ends with 3"
    assert notify(program(tmp_path, "pass"), "x" * 1_000_000) is None  # one that does not read
    assert notify(("/nowhere/at/all",), EVENT) == "cannot be run (No such file or directory)"
    assert notify(program(tmp_path, "import os; os.kill(os.getpid(), 9)"), EVENT) == "was ended by signal 9"


def test_one_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    child = f"import time; time.sleep(1.5); open({str(mark)!r}, 'w')"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    begin = time.monotonic()
    assert notify(program(tmp_path, code), EVENT, 0.5) == "takes longer than 0.5 s"
    assert time.monotonic() - begin < 10
    time.sleep(1.5)
    assert not mark.exists()


def test_what_failed_is_tried_again_in_later_rounds_and_then_given_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = program(tmp_path, "import sys; sys.exit(1)")
    with new_ledger(tmp_path) as ledger:
        Messenger(broken, Line(progress=False)).hand_on(ledger, EVENT)
        assert capsys.readouterr().err == f"--notify: {sys.executable} ends with 1; tried again next round\n"
        for attempts in range(2, ATTEMPTS + 1):
            assert [u.attempts for u in find_unsent(ledger.read)] == [attempts - 1]
            Messenger(broken, Line(progress=False)).again(ledger)
        assert find_unsent(ledger.read) == []
        assert "1 given up after 5 attempts" in capsys.readouterr().err
        Messenger(broken, Line(progress=False)).hand_on(ledger, EVENT)
        Messenger(program(tmp_path, "pass"), Line(progress=False)).again(ledger)
        assert find_unsent(ledger.read) == []


def test_a_command_that_always_fails_does_not_hold_up_the_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with new_ledger(tmp_path) as ledger:
        messenger = Messenger(program(tmp_path, "import sys; sys.exit(1)"), Line(progress=False))
        for k in range(50):
            messenger.hand_on(ledger, str(k))
        assert [u.event for u in find_unsent(ledger.read)] == [str(k) for k in range(50)]
        assert capsys.readouterr().err.count("\n") == FAILURES
