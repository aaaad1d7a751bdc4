from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import anyio
import mcp.types as protocol
import pytest
from mcp import Client

from sayso.errors import UsageError
from sayso.web.mcp import make_server
from sayso.web.pool import Pool
from tests.reports import report


def test_an_assistant_lists_calls_and_calls_them(ledger: Path) -> None:
    async def ask() -> tuple[list[Any], Any, Any]:
        async with Client(make_server(Pool(ledger, 5), lambda text: report())) as client:
            listed = (await client.list_tools()).tools
            return listed, await client.call_tool("claims", {"limit": 1}), await client.call_tool("trace", {"id": "x"})

    listed, claims, failed = anyio.run(ask)
    assert {tool.name for tool in listed} == {"claims", "trace", "search", "article", "read"}
    assert all(tool.annotations.read_only_hint for tool in listed)
    assert json.loads(claims.content[0].text)["items"][0]["kind"] == "proposition" and not claims.is_error
    assert failed.is_error and isinstance(failed.content[0], protocol.TextContent) and "id" in failed.content[0].text


def test_without_the_library_one_line_says_how_to_get_it(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.types", None)
    with pytest.raises(UsageError, match=r"pip install sayso\[assistants\]"):
        make_server(Pool(ledger, 5), lambda text: report())
