from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.cli import clock
from sayso.store.connection import reader as reading
from sayso.store.connection import writer
from tests.cli.commands.watching import asserted, prose, write
from tests.fetch.support import reply, world
from tests.readings import FakeReader

Sayso = Callable[..., Result]
Watch = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to be watched."""
    made = tmp_path / "in"
    made.mkdir()
    return made


@pytest.fixture
def watch(sayso: Sayso, tmp_path: Path, folder: Path, reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """``sayso watch FOLDER --once`` on a new ledger."""
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: reader)
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    monkeypatch.setattr("sayso.weighing.assertions.assertions", asserted)
    sayso("init", tmp_path)

    def run(*arguments: object, once: bool = True) -> Result:
        options = ["--once"] if once else []
        return sayso("watch", folder, *options, "--jobs", 1, "--ledger", tmp_path / "ledger.sayso", *arguments)

    return run


def kinds(result: Result) -> list[str]:
    return [json.loads(line).get("news", "more") for line in result.stdout.splitlines()]


def test_a_folder_is_followed_and_nothing_told_twice(watch: Watch, folder: Path) -> None:
    write(folder / "a.txt", "for rusk crossing")
    first = watch()
    assert first.exit_code == 0 and first.stderr == ""
    (line,) = first.stdout.splitlines()
    assert line.startswith("date unknown p_") and line.endswith("On the word of Pavel Rusk. Single origin.")
    assert watch().stdout == ""
    write(folder / "b.txt", "against council crossing", "for rusk other")
    told = watch().stdout.splitlines()
    assert len(told) == 2
    assert "first denial: “Velmar troops crossed the Sella.” By the council of Norrin. Before single origin" in told[0]
    assert "new claim: “Only other.” On the word of Pavel Rusk." in told[1]
    assert watch().stdout == ""


def test_what_the_ledger_held_before_is_told_only_if_that_is_asked_for(
    watch: Watch, sayso: Sayso, folder: Path, tmp_path: Path
) -> None:
    path = write(folder / "a.txt", "for rusk crossing")
    for name, options, told in (("plain", (), 0), ("all", ("--all",), 1)):
        ledger = tmp_path / name / "ledger.sayso"
        sayso("init", ledger.parent)
        sayso("ingest", path, "--jobs", 1, "--ledger", ledger)
        found = sayso("watch", folder, "--once", "--jobs", 1, *options, "--ledger", ledger)
        assert len(found.stdout.splitlines()) == told
        again = sayso("watch", folder, "--once", "--jobs", 1, "--all", "--ledger", ledger)
        assert again.stdout == "" and "--all is for the first look only" in again.stderr


def test_what_another_ingest_took_in_meanwhile_is_told_too(watch: Watch, sayso: Sayso, tmp_path: Path) -> None:
    watch()
    path = write(tmp_path / "b.txt", "for rusk crossing")
    sayso("ingest", path, "--jobs", 1, "--ledger", tmp_path / "ledger.sayso")
    assert kinds(watch("--output-format", "jsonl")) == ["new"]


def test_a_program_gets_one_object_a_line_and_its_command_the_same(watch: Watch, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = f"import sys; open({str(out)!r}, 'ab').write(sys.stdin.buffer.read())"
    command = shlex.join([sys.executable, "-c", code])
    write(folder / "a.txt", "for rusk crossing", "for council other")
    result = watch("--output-format", "jsonl", "--notify", command)
    assert kinds(result) == ["new", "new"]
    assert out.read_text(encoding="utf-8") == result.stdout


def test_a_command_that_fails_is_told_and_tried_again(watch: Watch, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = (
        f"import os, sys; os.path.exists({str(tmp_path / 'mend')!r}) or sys.exit(4); open({str(out)!r}, 'a').write('x')"
    )
    command = shlex.join([sys.executable, "-c", code])
    write(folder / "a.txt", "for rusk crossing")
    first = watch("--notify", command)
    assert first.exit_code == 0 and first.stdout.count("\n") == 1
    assert first.stderr == f"--notify: {sys.executable} ends with 4; tried again next round\n"
    (tmp_path / "mend").touch()
    second = watch("--notify", command)
    assert (second.stdout, second.stderr, out.read_text()) == ("", "", "x")
    assert "no program" in watch("--notify", "no-such-program").stderr


def test_a_burst_is_bounded(watch: Watch, folder: Path) -> None:
    write(folder / "a.txt", *(f"for rusk thing{k}" for k in range(30)))
    lines = watch().stdout.splitlines()
    assert len(lines) == 21 and lines[-1] == "and 10 more new claims; 'sayso claims' lists them"
    assert watch().stdout == ""


def test_about_narrows_it_down_and_the_rest_waits(watch: Watch, folder: Path) -> None:
    write(folder / "a.txt", "for rusk crossing")
    assert watch("--about", "nobodysaysthis").stdout == ""
    assert watch().stdout.count("\n") == 1


def test_what_cannot_be_read_is_told_and_the_others_go_on(watch: Watch, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").touch()
    write(folder / "b.txt", "for rusk crossing")
    result = watch(tmp_path / "not there")
    assert result.exit_code == 2 and result.stdout.count("\n") == 1
    assert "holds no text [empty]" in result.stderr and "is not there" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-"], "standard input cannot be watched"),
        (["--every", "soon"], "is no length of time"),
        (["--every", "0m"], "is no length of time"),
        (["https://news.test/feed", "--every", "30s"], "once a minute at most"),
    ],
)
def test_what_cannot_be_done_is_one_line(watch: Watch, arguments: list[str], words: str) -> None:
    result = watch(*arguments)
    assert result.exit_code == 2 and words in result.stderr and result.stderr.count("\n") == 1


def test_it_looks_again_after_each_pause(watch: Watch, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt
        write(folder / f"{len(pauses)}.txt", f"for rusk {('bridges', 'grain')[len(pauses) - 1]}")

    monkeypatch.setattr(clock, "sleep", sleep)
    result = watch("--every", "2h", once=False)
    assert result.exit_code == 130 and pauses == [7200.0] * 3
    assert [line.split("“")[1].split("”")[0] for line in result.stdout.splitlines()] == ["Only bridges.", "Only grain."]


def test_while_another_process_writes_it_waits_for_the_next_round(
    watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(clock, "sleep", sleep)
    with writer(tmp_path / "ledger.sayso"):
        assert watch().exit_code == 2
        result = watch(once=False)
    assert result.exit_code == 130
    assert "another process is writing" in result.stderr and "tried again in 10m" in result.stderr


def feed(*texts: str) -> bytes:
    items = "".join(f"<item><title>{k}</title><description>{text}</description></item>" for k, text in enumerate(texts))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()


def test_a_feed_is_asked_politely_and_one_that_fails_is_left_alone_for_a_while(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{prose('a')} TELLS for rusk crossing.", f"{prose('b')} TELLS against council crossing."]
    pages = {"/feed": reply(feed(texts[0]), ETag='"1"', Content_Type="application/rss+xml")}
    rounds: list[float] = []

    with world(pages) as made:  # type: ignore[arg-type]

        def sleep(seconds: float) -> None:
            rounds.append(seconds)
            if len(rounds) == 1:
                pages["/feed"] = reply(status="304 Not Modified", ETag='"1"')
            elif len(rounds) == 2:
                pages["/feed"] = reply(feed(*texts), ETag='"2"', Content_Type="application/rss+xml")
            else:
                raise KeyboardInterrupt

        monkeypatch.setattr(clock, "sleep", sleep)
        monkeypatch.setattr("sayso.engine.fetching.Visits", made.visits)
        sources = ("http://wire.test/gone", "http://news.test/feed")
        result = watch(*sources, "--every", "1m", "--output-format", "jsonl", once=False)
    assert kinds(result) == ["new", "denied"]
    asked = [r for r in made.requests if r.target == "/feed"]
    assert [r.headers.get("if-none-match") for r in asked] == [None, '"1"', '"1"']
    assert made.targets().count("/gone") == 2  # not in the round behind the failure
    assert result.stderr.count("404") == 2 and result.exit_code == 130


# Processes of their own, with the stand-in; Ctrl-C arrives also where whoever started the tests ignores it.
ALONE = """
import signal, sys
from tests.cli.commands.watching import stand_in
stand_in()
from sayso.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main(sys.argv[1:])
"""


def started(*arguments: object) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[3]
    found = os.environ | {"PYTHONPATH": os.pathsep.join((str(root), str(root / "src")))}
    command = [sys.executable, "-c", ALONE, "watch", "--jobs", "1", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=found)


def assert_whole(ledger: Path) -> None:
    with reading(ledger) as found:
        assert [row[0] for row in found.execute("PRAGMA integrity_check")] == ["ok"]
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []


def test_killed_between_telling_and_remembering_it_repeats_one_line_and_loses_none(
    watch: Watch, folder: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger.sayso"
    write(folder / "a.txt", "for rusk one", "for rusk two", "for rusk three")
    marks = tmp_path / "marks"
    code = (
        f"import os; p = {str(marks)!r}; open(p, 'a').write('x');"
        " os.path.getsize(p) == 2 and os.kill(os.getppid(), 9)"
    )  # fmt: skip
    notify = shlex.join([sys.executable, "-c", code])
    process = started(folder, "--once", "--ledger", ledger, "--notify", notify)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    before = out.splitlines()
    assert len(before) == 2
    after = watch().stdout.splitlines()
    assert len(after) == 2 and after[0] == before[1] and len({*before, *after}) == 3
    assert watch().stdout == ""
    assert_whole(ledger)


def test_ctrl_c_ends_a_pause_at_once(watch: Watch, folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sayso"
    write(folder / "a.txt", "for rusk one")
    process = started(folder, "--every", "1h", "--ledger", ledger)
    assert process.stdout is not None
    assert "Only one." in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "") and "Traceback" not in err
    assert_whole(ledger)
