"""The scorers: programmes of their own, kept beside the corpora, called and never copied."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any


class BenchError(Exception):
    """A corpus, scorer or prediction is missing or malformed; the message says which."""


@lru_cache
def load_module(path: Path) -> Any:
    """A scorer as a module, for the functions in it. Raises ``BenchError`` when it is not there."""
    if not path.is_file():
        raise BenchError(f"{path} is missing; give the folder of scorers with SCORERS=...")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


def score(script: Path, gold: Path, predicted: Path, *options: str) -> dict[str, Any]:
    """What a scorer prints with ``--json``. Raises ``BenchError`` with its message when it refuses."""
    if not script.is_file():
        raise BenchError(f"{script} is missing; give the folder of scorers with SCORERS=...")
    command = [sys.executable, str(script), str(gold), str(predicted), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(done.stderr.strip() or f"{script.name} ended with {done.returncode}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Documents of a JSONL file. Raises ``BenchError`` naming file and line."""
    if not path.is_file():
        raise BenchError(f"{path} is missing; give the folder of corpora with CORPORA=...")
    out = []
    with path.open(encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if line.strip():
                try:
                    out.append(json.loads(line))
                except ValueError as error:
                    raise BenchError(f"{path}:{number}: not JSON ({error})") from None
    return out


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> None:
    """One JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
