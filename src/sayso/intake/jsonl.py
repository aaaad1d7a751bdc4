"""JSON Lines of articles: one object a line, with ``text`` and, where known, title, publisher, date and URL."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sayso.intake.build import Facts, document, metadata, web_address
from sayso.intake.dates import iso_date
from sayso.intake.decode import decode, head_text, refuse_binary_head
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal, one_line, too_big
from sayso.intake.streams import read_all, read_head, rejoined
from sayso.types.document import Basis, Document, Known, Rejection

UTF_16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
# An object or array over several lines: its first line holds brackets only.
WRITTEN_OUT = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{][\s\[{]*\n")
FIRST_OBJECT = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
CHUNK = 1 << 20


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """A document for each line that holds one, a rejection for each other line that is not blank.

    Keys: ``text`` (required), ``title``, ``outlet`` or ``publisher``, ``date`` or ``published``, ``url``, ``id``.
    A file that is one JSON object or array of objects over several lines (``.json``) is read as well.
    The origin is ``path:line``, with ``#id`` behind it where the article has one. Raises ``Refusal``.
    """
    blank = True
    for number, line in _lines(source, settings):
        origin = f"{source.origin}:{number}"
        try:
            if line is not None and not line.removeprefix(BOM_UTF8).strip():
                continue
            blank = False
            value = _parse(line, settings)
        except Refusal as refusal:
            yield refusal.at(origin)
            continue
        yield from _articles(value, origin)
    if blank:
        raise Refusal("empty", "holds no text")


def _articles(value: Any, origin: str) -> Iterator[Document | Rejection]:
    """One article, or those of an array (``path:line[index]``)."""
    items = [(f"{origin}[{k}]", item) for k, item in enumerate(value)] if isinstance(value, list) else [(origin, value)]
    for place, item in items:
        try:
            yield _article(item, place)
        except Refusal as refusal:
            yield refusal.at(place)


def _article(value: Any, origin: str) -> Document:
    if not isinstance(value, dict):
        raise Refusal("not-an-article", f'holds {_kind(value)}; an article is an object such as {{"text": "..."}}')
    text = value.get("text")
    if not isinstance(text, str):
        found = f"is {_kind(text)}" if "text" in value else f"is missing (keys: {', '.join(sorted(value)) or 'none'})"
        raise Refusal("no-text", f'"text" {found}; give the article\'s text there')
    name = value.get("id")
    if isinstance(name, str | int) and not isinstance(name, bool) and str(name).strip():
        origin = f"{origin}#{one_line(str(name).strip())}"
    publisher = value.get("outlet") or value.get("publisher")
    if isinstance(publisher, dict):  # schema.org: {"@type": "Organization", "name": ...}
        publisher = publisher.get("name")
    facts = Facts(
        title=metadata(value.get("title")),
        publisher=metadata(publisher),
        published=_date(value.get("date")) or _date(value.get("published")),
        url=web_address(value.get("url")),
    )
    return document(text, origin, FORMAT.name, facts)


def _date(words: object) -> Known | None:
    found = iso_date(words) if isinstance(words, str) else None
    return Known(found, Basis.METADATA) if found else None


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _parse(line: bytes | None, settings: IntakeSettings) -> Any:
    """The value in ``line``. Raises ``Refusal``."""
    if line is None:
        raise too_big(None, settings)
    try:
        return json.loads(line.removeprefix(BOM_UTF8).rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte 0x{line[error.start]:02x}, {error.start} bytes in); save it as UTF-8"
        raise Refusal("wrong-encoding", message) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        what = error.msg.removesuffix(" at")
        raise Refusal("malformed-json", f"is not JSON ({what}, {place}); correct it or leave it out") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; 100,000 nested brackets
        raise Refusal("malformed-json", "is JSON that cannot be read (too deep or too large a number)") from error


def _lines(source: Input, settings: IntakeSettings) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line, ``None`` for one over the size limit; all as line 1 where they are one value."""
    head = read_head(source.stream)
    refuse_binary_head(head)
    stream = rejoined(head, source.stream)
    wide = head.startswith(UTF_16_MARKS)
    if wide or WRITTEN_OUT.match(head):
        data = read_all(Input(source.origin, source.suffix, stream, source.size), settings)
        if not wide:
            yield 1, data
            return
        stream = BytesIO(decode(data).encode("utf-8"))
    number = 0
    while line := stream.readline(settings.max_bytes + 1):
        number += 1
        too_long = len(line) > settings.max_bytes
        while too_long and line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield number, None if too_long else line


def _recognises(head: bytes) -> bool:
    return FIRST_OBJECT.match(head_text(head)) is not None


FORMAT = Format("jsonl", (".jsonl", ".ndjson", ".json"), documents, _recognises)
