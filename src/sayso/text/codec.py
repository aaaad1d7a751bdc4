"""The types as JSON types and back, field by field under their own names.

A record type becomes an object, a tuple an array, a member of a closed set its value, a moment its ISO 8601 form
(local time as written, no zone). A span becomes what ``placer`` makes of it. The schema is the judge of the shape:
a field that it does not know fails the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from sayso.text.offsets import Utf16Index
from sayso.types.span import Span

Record: TypeAlias = dict[str, Any]
ToRecord: TypeAlias = Callable[[Span], Record]
FromRecord: TypeAlias = Callable[[Any], Span]
Decoder: TypeAlias = Callable[[Any, FromRecord], Any]


def placer(text: str) -> ToRecord:
    """A function that turns spans of ``text`` into records: offsets in code points and in UTF-16, and the words."""
    utf16 = Utf16Index.of(text)

    def place(span: Span) -> Record:
        return {
            "begin": span.begin,
            "end": span.end,
            "utf16_begin": utf16.to_utf16(span.begin),
            "utf16_end": utf16.to_utf16(span.end),
            "text": span.of(text),
        }

    return place


def finder(text: str) -> FromRecord:
    """A function that turns such records into spans, and raises ``ValueError`` where ``text`` has other words there."""

    def find(record: Any) -> Span:
        found = Span(record["begin"], record["end"])
        if found.of(text) != record["text"]:
            raise ValueError(f"characters {found.begin}-{found.end} are not {record['text'][:40]!r}")
        return found

    return find


def encode(value: Any, place: ToRecord) -> Any:
    """``value`` as JSON types. Raises ``TypeError`` for what is none of the types of ``sayso.types``."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Span):
        return place(value)
    if isinstance(value, tuple):
        return [encode(item, place) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    kind: Any = type(value)
    if _is_record(kind):
        return {name: encode(getattr(value, name), place) for name in _names(kind)}
    raise TypeError(f"{kind.__name__} has no place in a record")


def decode(kind: Any, value: Any, find: FromRecord) -> Any:
    """The ``kind`` (a type of ``sayso.types``, ``tuple[X, ...]`` or ``X | None``) that ``encode`` made ``value`` of.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` where ``value`` is none.
    """
    return _decoder(kind)(value, find)


@cache
def _decoder(kind: Any) -> Decoder:
    """What makes a ``kind``: found out once, as a report has thousands of values of few types."""
    if isinstance(kind, UnionType):
        (some,) = (_decoder(option) for option in get_args(kind) if option is not NoneType)
        return lambda value, find: None if value is None else some(value, find)
    if get_origin(kind) is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda value, find: tuple([item(one, find) for one in _checked(value, list)])
    if kind is Span:
        return lambda value, find: find(value)
    if kind is datetime:
        return lambda value, find: datetime.fromisoformat(value)
    if kind is float:
        return lambda value, find: float(_checked(value, (int, float)))
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda value, find: members.get(value) or kind(value)
    if _is_record(kind):
        hints = get_type_hints(kind)
        parts = [(name, _decoder(hints[name])) for name in _names(kind)]
        return lambda value, find: kind(**{name: part(value[name], find) for name, part in parts})
    return lambda value, find: _checked(value, kind)


def _checked(value: Any, kind: Any) -> Any:
    if not isinstance(value, kind):
        wanted = kind[-1] if isinstance(kind, tuple) else kind
        raise TypeError(f"{value!r:.40} is no {wanted.__name__}")
    return value


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.compare)  # others are there for the moment only
