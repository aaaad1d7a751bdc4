"""The OpenAPI document of the API (OpenAPI 3.1.0), made from the pages: what is documented is what is served."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from sayso.engine.version import version
from sayso.export.row_records import RowKind
from sayso.text.codec import Record
from sayso.types.span import Span
from sayso.web.page import Page

API: Final = "/api/v1"
PLAIN: Final[dict[type, Record]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Span: {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
}
PROBLEM: Final[Record] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}},
}
FAILURES: Final = {
    "400": "The request cannot be carried out as asked; the title says why.",
    "401": "Who asks is not known; a public server wants a token.",
    "404": "Nothing has this id.",
    "414": "The address is too long.",
    "429": "Too many requests; the header Retry-After says how long to wait.",
    "503": "The ledger cannot be read, or answering takes too long.",
}


def document(pages: Sequence[Page]) -> Record:
    """The whole document, for these pages."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sayso",
            "version": version(),
            "description": "Who stands behind each claim of a ledger, and who against. Read-only: reviews are made in"
            " the browser. Ids may be shortened as long as nothing else begins like them.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": API}],
        "paths": {page.path: {"get": _operation(page)} for page in pages},
        "components": {
            "schemas": {"problem": PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _operation(page: Page) -> Record:
    parts = [
        {"name": name, "in": "path", "required": True, "description": told, "schema": {"type": "string"}}
        for name, told in page.parts.items()
    ]
    query = [
        {"name": p.name, "in": "query", "required": False, "description": p.help, "schema": dict(p.schema)}
        for p in page.params
    ]
    return {
        "operationId": page.name,
        "summary": page.help,
        "parameters": [*parts, *query],
        "responses": {
            "200": {"description": page.help, "content": {"application/json": {"schema": answer_schema(page)}}},
            **{status: _failure(told) for status, told in FAILURES.items()},
        },
    }


def _failure(told: str) -> Record:
    problem = {"schema": {"$ref": "#/components/schemas/problem"}}
    return {"description": told, "content": {"application/problem+json": problem, "text/plain": {}}}


def answer_schema(page: Page) -> Record:
    """The JSON Schema of what a page answers: its own, that of a list of its rows, or any record."""
    if page.schema is not None:
        return page.schema()
    if page.lists is None:
        return {"type": "object"}
    return {
        "type": "object",
        "required": ["kind", "items", "found", "found_at_least", "next"],
        "properties": {
            "kind": {"const": f"{page.lists.name} list"},
            "items": {"type": "array", "items": row_schema(page.lists)},
            "found": {"type": ["integer", "null"], "description": "How many there are in all."},
            "found_at_least": {"type": "boolean", "description": "Whether there may be more than were counted."},
            "next": {"type": ["string", "null"], "description": "The address of the next rows."},
        },
    }


def row_schema(kind: RowKind[Any]) -> Record:
    """The JSON Schema of one row."""
    return {
        "type": "object",
        "required": ["kind", *kind.values],
        "properties": {"kind": {"const": kind.name}} | {n: _schema(kind.types.get(n, Any)) for n in kind.values},
    }


def _schema(hint: Any) -> Record:
    """The JSON Schema of values of an annotation."""
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and inner[1:] == (...,):
        return {"type": "array", "items": _schema(inner[0])}
    if isinstance(hint, types.UnionType):
        return {"anyOf": [{"type": "null"} if one is type(None) else _schema(one) for one in inner]}
    return {}
