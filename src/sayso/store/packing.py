"""Records as rows of values without names, small and quick to read: for what is looked up by the hundred.

The order of the fields is that of the type, so that what is kept can be read by the version that wrote it; others make
it anew from the readings.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from sayso.types.span import Span

T = TypeVar("T")
LEVEL: Final = 6  # of zlib


def pack(value: Any) -> bytes:
    """A record, or a tuple of records, as compressed JSON."""
    return zlib.compress(json.dumps(_bare(value), ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def unpack(kind: type[T], packed: bytes) -> T:
    """The record of this kind that ``pack`` made ``packed`` of. Raises ``ValueError`` where it is none."""
    try:
        made: Any = _maker
        found: T = made(kind)(json.loads(zlib.decompress(packed)))
    except (zlib.error, ValueError, TypeError, IndexError, KeyError) as error:
        raise ValueError(f"is no {kind.__name__}: {error}") from error
    return found


def _bare(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_bare(item) for item in value]
    return [_bare(getattr(value, field.name)) for field in fields(value)]


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """A function that makes a value of this kind of its bare form."""
    if isinstance(kind, UnionType):
        (some,) = (option for option in get_args(kind) if option is not NoneType)
        make = _maker(some)
        return lambda bare: None if bare is None else make(bare)
    if get_origin(kind) is tuple:
        each = _maker(get_args(kind)[0])
        return lambda bare: tuple([each(item) for item in bare])
    if kind is Span:
        return lambda bare: Span(bare[0], bare[1])
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        makers = tuple(_maker(hints[field.name]) for field in fields(kind))
        build: Any = kind
        return lambda bare: build(*[make(item) for make, item in zip(makers, bare, strict=True)])
    if isinstance(kind, type) and issubclass(kind, Enum):
        members: dict[Any, Any] = {member.value: member for member in kind}
        return members.__getitem__
    return _same


def _same(bare: Any) -> Any:
    return bare
