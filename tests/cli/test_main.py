import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import sayso
from sayso.cli.main import COMMANDS, main
from sayso.errors import InputError
from tests.readings import ENGLISH

# Runs the command line with a model and a grounding that need no data; arguments follow.
FAKE = """
import sys, sayso.engine.read, sayso.reading
from tests.readings import FakeReader
from tests.reports import grounded
sayso.reading.load_reader = lambda folder=None: FakeReader()
sayso.engine.read._own_ground = lambda: grounded
from sayso.cli.main import main
main(prog_name="sayso")
"""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", FAKE, *arguments]


def environment(root: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    return kept | {"PYTHONPATH": os.pathsep.join(map(str, (root, root / "src"))), "TERM": "xterm", **more}


@pytest.fixture
def root() -> Path:
    return Path(__file__).resolve().parents[2]


def test_help_lists_every_command() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for known in COMMANDS:
        assert re.search(rf"^  {known.name} +\S", result.stdout, re.M)


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.stdout == f"sayso, version {sayso.__version__}\n"


@pytest.mark.parametrize("arguments", [["nonsense"], ["read", "--nonsense"], ["read", "--output-format", "xml"]])
def test_a_wrong_request_exits_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


def test_hostile_words_in_an_error_are_escaped() -> None:
    @main.command("fail")
    def fail() -> None:
        raise InputError("cannot read a\x1b[31m\nb")

    try:
        result = CliRunner().invoke(main, ["fail"])
    finally:
        del main.commands["fail"]
    assert (result.exit_code, result.stderr) == (2, "sayso: cannot read a\\x1b[31m b\n")


def test_without_standalone_mode_errors_get_through() -> None:
    with pytest.raises(click.UsageError):
        main.main(["nonsense"], standalone_mode=False)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes")
def test_a_reader_that_goes_away_is_no_error(root: Path, tmp_path: Path) -> None:
    for k in range(300):
        (tmp_path / f"{k:03}.txt").write_text(ENGLISH, encoding="utf-8")
    run = subprocess.Popen(
        command("read", "-q", str(tmp_path)), env=environment(root), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout and run.stderr
    run.stdout.read(10)
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(60) == 141


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_ctrl_c_is_quiet(root: Path) -> None:
    started = FAKE.replace("main(prog_name", "print('started', flush=True)\nmain(prog_name")
    run = subprocess.Popen(
        [sys.executable, "-c", started, "read", "-"],
        env=environment(root),
        # a shell starts background jobs deaf to Ctrl-C, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdin and run.stdout and run.stderr
    assert run.stdout.readline() == b"started\n"
    time.sleep(1)  # long enough to be in the command, wherever
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err.strip()) == (130, b"", b"")


def at_a_terminal(arguments: list[str], env: dict[str, str]) -> str:
    """What a command writes to a terminal."""
    leader, follower = pty.openpty()
    run = subprocess.Popen(arguments, env=env, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    out = b""
    while select.select([leader], [], [], 60)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux's way to say that the other side is closed
            break
        if not piece:
            break
        out += piece
    os.close(leader)
    run.wait(60)
    return out.decode()


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_colour_comes_on_a_terminal_unless_told_otherwise(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert "\x1b[1m" in at_a_terminal(command("read", str(path)), environment(root))
    assert "\x1b" not in at_a_terminal(command("read", str(path)), environment(root, NO_COLOR="1"))
    assert "\x1b" not in at_a_terminal(command("read", str(path)), environment(root, TERM="dumb"))


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_nothing_named_at_a_terminal_asks_for_a_name(root: Path) -> None:
    assert "nothing to read: name a file or folder" in at_a_terminal(command("read"), environment(root))
