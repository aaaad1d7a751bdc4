from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import Result

from sayso.web.tokens import Tokens, digest

Sayso = Callable[..., Result]


@pytest.fixture
def ledger(tmp_path: Path, sayso: Sayso) -> Path:
    assert sayso("init", tmp_path).exit_code == 0
    return tmp_path / "ledger.sayso"


@contextmanager
def started(ledger: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server as a process, and its address without the last slash."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            assert process.stderr.readline().strip() == str(ledger)
            yield process, process.stderr.readline().split()[0].rstrip("/")
        finally:
            process.kill()


def asked(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urlopen(Request(address, headers=headers), timeout=20) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_others_are_not_served_by_mistake(sayso: Sayso, ledger: Path, host: str) -> None:
    result = sayso("serve", "--ledger", ledger, "--host", host)
    assert result.exit_code == 2 and "add --public, and --tokens FILE" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--public"], "--public needs --tokens FILE"),
        (["--tokens", "t"], "--tokens goes with --public only"),
        (["--https"], "--https goes with --public only"),
        (["--public", "--tokens", "none"], "none: the token file cannot be read"),
        (["--host", "no such host"], "cannot listen on no such host"),
        (["--new-reader", "--new-reviewer", "Ilse"], "make a token each"),
        (["--new-reviewer", " "], "is no name"),
    ],
)
def test_what_is_wrong_is_one_line(sayso: Sayso, ledger: Path, options: list[str], message: str) -> None:
    result = sayso("serve", "--ledger", ledger, *options)
    assert result.exit_code == 2 and message in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_port_that_is_taken_is_said(sayso: Sayso, ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = sayso("serve", "--ledger", ledger, "--port", taken.getsockname()[1])
    assert result.exit_code == 2 and "Address already in use" in result.stderr and "--port" in result.stderr


def test_what_is_no_ledger_is_said_before_anything_is_served(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "x.sayso").write_bytes(b"not a ledger at all, though long enough to look like something")
    for name, words in (("x.sayso", "no ledger"), ("none.sayso", "there is no ledger")):
        result = sayso("serve", "--ledger", tmp_path / name)
        assert result.exit_code == 2 and words in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_token_is_printed_once_and_its_hash_kept(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    made = sayso("serve", "--new-reviewer", "Ilse Marrow", "--tokens", path)
    (entry,) = Tokens(path).entries()
    assert entry.reviewer == "Ilse Marrow" and entry.digest == digest(made.stdout.strip())
    told = sayso("serve", "--new-reader").stdout.splitlines()
    assert told[1] == f"line:  read {digest(told[0].removeprefix('token: '))}"


def test_files_that_others_may_read_or_that_let_nobody_in_are_refused(
    sayso: Sayso, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "tokens"
    path.write_text("# nobody\n", encoding="utf-8")
    path.chmod(0o600)
    assert "no token is in it" in sayso("serve", "--ledger", ledger, "--public", "--tokens", path).stderr
    sayso("serve", "--new-reader", "--tokens", path)
    path.chmod(0o644)
    assert "chmod 600" in sayso("serve", "--ledger", ledger, "--public", "--tokens", path).stderr
    path.chmod(0o600)
    result = sayso("serve", "--ledger", ledger, "--public", "--tokens", path, "--host", "0.0.0.0")
    assert "say with --name" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_server_answers_at_a_port_of_its_own_and_ctrl_c_ends_it_quietly(ledger: Path, host: str) -> None:
    if host == "::1" and not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    with started(ledger, "--host", host) as (process, address):
        status, text = asked(f"{address}/claims")
        assert status == 200 and "This ledger is empty" in text
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode in (0, 130) and out == "" and err.strip() == ""


@pytest.mark.slow
def test_a_ledger_that_goes_or_is_replaced_while_it_is_served_is_one_clear_page(ledger: Path, tmp_path: Path) -> None:
    with started(ledger) as (process, address):
        assert asked(f"{address}/claims")[0] == 200
        away = tmp_path / "away"
        ledger.rename(away)
        status, text = asked(f"{address}/claims")
        assert status == 503 and "the ledger is not there any more" in text
        ledger.write_bytes(b"something else, written over it by mistake" * 40)
        status, text = asked(f"{address}/claims")
        assert status == 503 and "no ledger of Sayso" in text and "Traceback" not in text
        os.replace(away, ledger)
        assert asked(f"{address}/claims")[0] == 200
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1].strip() == "", "nothing of it on the terminal"


@pytest.mark.slow
def test_a_public_server_counts_wrong_tokens_by_who_asks_the_proxy(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    token = sayso("serve", "--new-reader", "--tokens", path).stdout.strip()
    options = ["--public", "--tokens", str(path), "--https", "--name", "sayso.example.org"]
    with started(ledger, *options) as (_, address):
        one = {"X-Forwarded-For": "192.0.2.1", "Host": "sayso.example.org"}
        found = [asked(f"{address}/claims.json", **one, Authorization="Bearer x")[0] for _ in range(9)]
        assert found == [401] * 8 + [429]
        other = {**one, "X-Forwarded-For": "192.0.2.2", "Authorization": f"Bearer {token}"}
        assert asked(f"{address}/claims.json", **other)[0] == 200
        assert asked(f"{address}/claims.json", **{**other, "Host": "elsewhere.example"})[0] == 400


@pytest.mark.slow
def test_several_processes_answer_and_end_with_the_first_even_when_it_is_killed(ledger: Path) -> None:
    with started(ledger, "--workers", "2") as (process, address):
        assert {asked(f"{address}/claims")[0] for _ in range(20)} == {200}
        helpers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert helpers
        process.kill()
        process.wait(20)
        end = time.monotonic() + 20
        while any(Path(f"/proc/{helper}/status").exists() for helper in helpers) and time.monotonic() < end:
            time.sleep(0.1)
        assert not [helper for helper in helpers if Path(f"/proc/{helper}/status").exists()]


def test_who_has_signed_in_is_known_to_one_process(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    assert sayso("serve", "--new-reader", "--tokens", tokens).exit_code == 0
    result = sayso("serve", "--ledger", ledger, "--public", "--tokens", tokens, "--workers", 2)
    assert result.exit_code == 2 and "--workers goes without --public" in result.stderr
