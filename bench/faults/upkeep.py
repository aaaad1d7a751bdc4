"""Kill ``backup`` and ``forget`` at each point of their writing, and let the disk fail under the commands.

    python -m bench.faults.upkeep --kills 200

After each kill the ledger must open and be whole; a file under the name of the copy must be a whole copy; what was to
be forgotten must be there with all its rows, or be gone from all tables and indexes, and be gone from the bytes of the
file once the command ran again.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from bench.faults.__main__ import faults_of, held, inputs
from bench.faults.points import Points, backed_up, forgotten, in_child
from bench.faults.writing import NOW, Readers
from sayso.cli.main import main as sayso
from sayso.engine.ingest import read_waiting, take_in
from sayso.errors import SaysoError
from sayso.intake import IntakeSettings
from sayso.store.connection import writer

SECRET = "Quorvash Mellindrake told Zubrowicz that the tunnel was empty."
WORDS = (b"quorvash", b"mellindrake", b"zubrowicz")
NOBODY = 65534
HAS_DOCUMENT = ("sightings", "readings", "voices", "claims", "queue", "rejections")
LIMITS = (4_000, 20_000, 60_000, 120_000, 200_000)  # bytes that a file may have


def made(folder: Path, articles: int = 12) -> tuple[Path, str]:
    """A ledger in which all is read, and the id of the document that is to be forgotten."""
    given = inputs(folder / "in", articles)
    (given / "secret.txt").write_text(SECRET + " " + " ".join(["It was cold."] * 30), encoding="utf-8")
    path = folder / "whole.sayso"
    with writer(path, create=True) as ledger:
        list(take_in(ledger, [given], lambda: NOW, IntakeSettings(check_language=False)))
        list(read_waiting(ledger, Readers(), "bench", lambda: NOW))
        (document,) = ledger.read.execute("SELECT id FROM documents WHERE text LIKE 'Quorvash%'").fetchone()
    return path, document


def traces(ledger: Path, document: str) -> Counter[str]:
    """How many rows of each table and of the index are of a document."""
    connection = sqlite3.connect(ledger)
    try:
        ask = connection.execute
        found = {
            t: ask(f"SELECT count(*) FROM {t} WHERE document = ?", (document,)).fetchone()[0] for t in HAS_DOCUMENT
        }
        found["documents"] = ask("SELECT count(*) FROM documents WHERE id = ?", (document,)).fetchone()[0]
        found["inputs"] = ask("SELECT count(*) FROM inputs WHERE origin LIKE '%secret.txt'").fetchone()[0]
        found["index"] = ask("SELECT count(*) FROM documents_index WHERE documents_index MATCH 'quorvash'").fetchone()[
            0
        ]
        return +Counter(found)
    finally:
        connection.close()


def bytes_left(ledger: Path) -> list[str]:
    """Which of the forgotten words still stand in the bytes of the ledger or of a file beside it."""
    held = b"".join(part.read_bytes().lower() for part in sorted(ledger.parent.glob(f"{ledger.name}*")))
    return [f"bytes: {word.decode()}" for word in WORDS if word in held]


def _copied(whole: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(whole, folder / "a.sayso"))


class Trial:
    """Kills of both commands on copies of one ledger."""

    def __init__(self, folder: Path) -> None:
        self.whole, self.document = made(folder)
        self._folder = folder / "trial"
        self._held = held(self.whole)
        self._traces = traces(self.whole, self.document)
        self.wrong: list[str] = []
        self.seen: Counter[str] = Counter()

    def points(self, command: str) -> list[str]:
        """The names of the points that a run passes which is not killed."""
        code, names = in_child(self._action(command, _copied(self.whole, self._folder)))
        assert code == 0
        return names

    def _action(self, command: str, ledger: Path) -> Callable[[Points], object]:
        if command == "backup":
            return lambda points: backed_up(ledger, ledger.with_name("copy.sayso"), points)
        return lambda points: forgotten(ledger, self.document, points)

    def kill(self, command: str, fatal: int) -> None:
        """Kill one run at one point, look, run it again, look again."""
        ledger = _copied(self.whole, self._folder)
        code, _ = in_child(self._action(command, ledger), fatal)
        self.seen["killed" if code == -signal.SIGKILL else f"exit code {code}"] += 1
        wrong = faults_of(ledger, set())
        wrong += self._backup(ledger) if command == "backup" else self._forget(ledger)
        self.wrong += [f"{words} ({command}, point {fatal})" for words in wrong]

    def _backup(self, ledger: Path) -> list[str]:
        copy = ledger.with_name("copy.sayso")
        wrong = [] if held(ledger) == self._held else ["lost: rows of the ledger"]
        self.seen["parts left"] += any(ledger.parent.glob(".*.part"))
        self.seen["copies whole"] += copy.exists()
        if not copy.exists() and in_child(self._action("backup", ledger))[0] != 0:
            wrong.append("again: the next backup fails")
        return wrong if _is_whole(copy, self._held) else [*wrong, "torn: a half copy"]

    def _forget(self, ledger: Path) -> list[str]:
        found = traces(ledger, self.document)
        self.seen["still there" if found else "gone"] += 1
        if found:
            wrong = [] if found == self._traces and held(ledger) == self._held else [f"torn: {dict(found)}"]
        else:
            wrong = [] if _kept_receipt(ledger, self.document) else ["lost: the receipt"]
        if in_child(self._action("forget", ledger))[0] != 0:
            return [*wrong, "again: the next forget fails"]
        wrong += bytes_left(ledger) + faults_of(ledger, set())
        if traces(ledger, self.document):
            wrong.append("torn: not forgotten")
        if held(ledger)[1]["documents"] != self._held[1]["documents"] - 1:
            wrong.append("lost: another document")
        return wrong


def _kept_receipt(ledger: Path, document: str) -> bool:
    connection = sqlite3.connect(ledger)
    try:
        receipts = connection.execute("SELECT count(*) FROM receipts WHERE documents = 1").fetchone()[0]
        return (receipts, connection.execute("SELECT id FROM forgotten").fetchall()) == (1, [(document,)])
    finally:
        connection.close()


def _is_whole(copy: Path, expected: object) -> bool:
    try:
        return not faults_of(copy, set()) and held(copy) == expected
    except (SaysoError, sqlite3.DatabaseError):
        return False


def chosen(names: Sequence[str], kills: int) -> list[int]:
    """Points to kill at: all around file operations first, then others in even steps, then all again."""
    files = [k for k, name in enumerate(names, 1) if name.startswith(("before", "after"))]
    others = [k for k, name in enumerate(names, 1) if not name.startswith(("before", "after"))]
    left = max(kills - len(files), 0)
    spread = [others[k * len(others) // left] for k in range(left)] if others else []
    return (files + spread)[:kills]


def commands(folder: Path, document: str) -> dict[str, list[str]]:
    """The commands under which the disk fails, on the ledger ``trial/a.sayso`` of the folder."""
    more = folder / "more"
    more.mkdir(exist_ok=True)
    for k in range(30):
        (more / f"{k}.txt").write_text(f"The convoy crossed the bridge at {k} o'clock and was not seen again. " * 20)
    return {
        "ingest": ["ingest", "--no-read", "-q", str(more)],
        "backup": ["backup", "-q", str(folder / "trial" / "copy.sayso")],
        "forget": ["forget", "--yes", document],
    }


def failing(command: list[str], ledger: Path, fault: str) -> tuple[int, str]:
    """Exit code and standard error of a command on whose disk a fault lies: ``file:N`` bytes at most, or ``folder``."""
    said = ledger.parent.parent / "stderr"
    child = os.fork()
    if child == 0:
        code: object = 70
        try:
            os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            sys.stderr, sys.stdout = os.fdopen(2, "w", closefd=False), os.fdopen(1, "w", closefd=False)
            _fail(fault)
            sayso([*command, "--ledger", str(ledger)])
        except SystemExit as end:
            code = end.code or 0
        except BaseException as error:  # noqa: BLE001  # told by the exit code
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            sys.stderr.flush()
            os._exit(code if isinstance(code, int) else 70)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.read_text()


def _fail(fault: str) -> None:
    kind, _, value = fault.partition(":")
    if kind == "file":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write fails with EFBIG instead
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), resource.RLIM_INFINITY))
    elif kind == "folder" and os.geteuid() == 0:  # nothing is read-only for root
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def disk_failures(trial: Trial, folder: Path) -> tuple[int, int]:
    """Let the disk fail under each command; how many were tried, and how many of them failed with a clear line."""
    tried = failed = 0
    for name, command in commands(folder, trial.document).items():
        ledger = _copied(trial.whole, folder / "trial")
        with redirect_stderr(io.StringIO()), redirect_stdout(io.StringIO()):
            # In this process, which loads what children without rights may not.
            sayso([*command, "--ledger", str(ledger)], standalone_mode=False)
        for fault in (*(f"file:{size}" for size in LIMITS), "folder"):
            ledger = _copied(trial.whole, folder / "trial")
            if fault == "folder":
                ledger.parent.chmod(0o555)
            code, said = failing(command, ledger, fault)
            ledger.parent.chmod(0o755)
            tried += 1
            failed += code == 2
            wrong = faults_of(ledger, set())
            if code not in (0, 2) or (code == 2 and (said.count("\n") != 1 or not said.startswith("sayso: "))):
                wrong.append(f"an error that is no clear line: {code} {said.strip()[-300:]}")
            if name == "backup" and code == 2 and (any(ledger.parent.glob("*copy*"))):
                wrong.append("torn: a part of a copy is left")
            if code == 2 and name != "forget" and held(ledger)[0] != held(trial.whole)[0]:
                wrong.append("lost: a reading")
            code, said = failing(command, ledger, "none")
            if code != 0:
                wrong.append(f"again: {code} {said.strip()[-300:]}")
            trial.wrong += [f"{words} ({name}, {fault})" for words in wrong]
    return tried, failed


def main() -> int:
    """Run the faults; 1 when anything was lost or torn."""
    ap = argparse.ArgumentParser(prog="python -m bench.faults.upkeep", description=__doc__.split("\n")[0])
    ap.add_argument("--kills", type=int, default=200)
    o = ap.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        trial = Trial(folder)
        for command, kills in (("backup", o.kills // 2), ("forget", o.kills - o.kills // 2)):
            names = trial.points(command)
            around = sum(name.startswith(("before", "after")) for name in names)
            print(f"{command}: {len(names)} points, {around} of them around file operations")
            for fatal in chosen(names, kills):
                trial.kill(command, fatal)
        tried, failed = disk_failures(trial, folder)
    seen = ", ".join(f"{count} {what}" for what, count in sorted(trial.seen.items()))
    print(f"{seen}; the disk failed under {tried} commands, {failed} of which could not be done")
    print(f"{len(trial.wrong)} faults")
    for line in trial.wrong[:10]:
        print(f"  {line}")
    return int(bool(trial.wrong))


if __name__ == "__main__":
    sys.exit(main())
