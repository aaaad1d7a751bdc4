"""What an assistant may ask: pages of the app by name, and reading a text that it is given. Nothing writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sayso.errors import UsageError
from sayso.export.records import to_dict
from sayso.text.codec import Record
from sayso.types.claim import Report
from sayso.web.answers import record_of
from sayso.web.page import Asked, Page
from sayso.web.pages import PAGES
from sayso.web.pool import Pool

SHOWN: Final = {
    "claims": "claims",
    "trace": "claim",
    "search": "search",
    "article": "article",
}  # tools, and their pages
LONGEST: Final = 100_000  # characters of a text that is to be read
Read = Callable[[str], Report]


@dataclass(frozen=True, slots=True)
class Tool:
    """A call: what it is for, the JSON Schema of its arguments, and what it answers."""

    name: str
    help: str
    schema: Record
    call: Callable[[Mapping[str, Any]], Record]


def tools(pool: Pool, read: Read) -> tuple[Tool, ...]:
    """All calls, on the ledger of ``pool``. ``read`` reads a text as an article."""
    known = {page.name: page for page in PAGES}
    return (*(_of_page(name, known[page], pool) for name, page in SHOWN.items()), _reading(read))


def called(tool: Tool, arguments: Mapping[str, Any]) -> Record:
    """What a call answers. Raises ``SaysoError`` for arguments that it does not know or cannot take."""
    unknown = sorted(set(arguments) - set(tool.schema["properties"]))
    missing = sorted(set(tool.schema["required"]) - set(arguments))
    if unknown or missing:
        told = f"does not know {', '.join(unknown)}" if unknown else f"needs {', '.join(missing)}"
        raise UsageError(f"{tool.name} {told}; it takes {', '.join(tool.schema['properties'])}")
    return tool.call(arguments)


def _of_page(name: str, page: Page, pool: Pool) -> Tool:
    parts: Record = {part: {"type": "string", "description": told} for part, told in page.parts.items()}
    query: Record = {param.name: {**param.schema, "description": param.help} for param in page.params}

    def call(arguments: Mapping[str, Any]) -> Record:
        given = {key: _typed(value) for key, value in arguments.items() if value is not None}
        base = page.path.format(**{part: given[part] for part in parts})
        asked = Asked(base, {part: given.pop(part) for part in parts}, given)
        with pool.reader() as ledger:
            return record_of(page.look(ledger, asked), asked)

    return Tool(name, page.help, _object({**parts, **query}, list(parts)), call)


def _reading(read: Read) -> Tool:
    schema = {"type": "string", "maxLength": LONGEST, "description": "The text of one article, in English."}

    def call(arguments: Mapping[str, Any]) -> Record:
        text = arguments["text"]
        if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
            raise UsageError(f"text is to be one article of at most {LONGEST:,} characters")
        return to_dict(read(text))

    told = "Read a text that is not in the ledger: its claims, who says so, on whose word, when, where, how sure."
    return Tool("read", told, _object({"text": schema}, ["text"]), call)


def _object(properties: Record, required: list[str]) -> Record:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _typed(value: Any) -> str:
    """A value as it would be typed into an address."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, str | int):
        return str(value)
    raise UsageError(f"{value!r} is neither a text nor a number")
