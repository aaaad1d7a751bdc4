from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli.main import main
from tests.store.asked import asked_ledger

HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}


def test_no_ledger_is_said_in_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["mcp", "--ledger", str(tmp_path / "none.sayso")])
    assert result.exit_code == 2 and "there is no ledger" in result.output and result.output.count("\n") == 1


@pytest.mark.slow
def test_a_conversation_over_standard_input_and_output(tmp_path: Path) -> None:
    with asked_ledger(tmp_path):
        pass
    asked = {"name": "search", "arguments": {"words": "Norrin"}}
    call = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": asked}
    told = [HELLO, {"jsonrpc": "2.0", "method": "notifications/initialized"}, call]
    command = [sys.executable, "-m", "sayso", "mcp", "--ledger", str(tmp_path / "a.sayso")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        for line in told:
            process.stdin.write(json.dumps(line) + "\n")
            process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for _ in range(2)]
        process.stdin.close()
    assert answers[0]["result"]["serverInfo"]["name"] == "sayso"
    assert json.loads(answers[1]["result"]["content"][0]["text"])["items"]
