"""INTAKE: from files to documents.

Takes paths of files and folders, and "-" for standard input; gives a ``Document`` for each article and a
``Rejection`` for each input that cannot be one, in the order of the inputs; may touch the files it is given,
reading only, and nothing else: no network, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from sayso.intake import csv, eml, feed, html, jsonl, pdf, plain, warc, zip
from sayso.intake.build import Facts, document
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal, too_big
from sayso.intake.language import LanguageGate
from sayso.intake.streams import read_head, rejoined
from sayso.intake.walk import Named, found, opened, os_refusal, shown
from sayso.types.document import Document, Rejection

# Asked in this order what an input without a known extension is.
FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    zip.FORMAT,
    warc.FORMAT,
    jsonl.FORMAT,
    feed.FORMAT,
    html.FORMAT,
    eml.FORMAT,
    csv.FORMAT,
    plain.FORMAT,
)

# What media types of the web are read as; any other is asked of the first bytes.
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/json": ".jsonl",
    "text/csv": ".csv",
}

__all__ = ["FORMATS", "Facts", "Format", "Input", "IntakeSettings", "documents", "given", "text_document"]


def documents(
    origins: Iterable[Named], settings: IntakeSettings | None = None, *, standard_input: BinaryIO | None = None
) -> Iterator[Document | Rejection]:
    """The documents in files and folders, in order; ``"-"`` is standard input (or the stream given for it).

    Reads one input at a time and never raises for a bad one: what cannot be read becomes a ``Rejection``
    with a stable ``reason`` and a message that says how to mend it.
    """
    settings = settings or IntakeSettings()
    gate = LanguageGate()
    for path in found(origins):
        if isinstance(path, Rejection):
            yield path
            continue
        origin = "-" if path is None else shown(path)
        try:
            with opened(path, settings, standard_input) as source:
                for outcome in _read(source, settings):
                    yield _screened(outcome, gate, settings)
        except Refusal as refusal:
            yield refusal.at(origin)
        except OSError as error:
            yield os_refusal(error, origin).at(origin)


def given(
    data: bytes,
    origin: str,
    media_type: str | None = None,
    settings: IntakeSettings | None = None,
    *,
    charset: str | None = None,
) -> Iterator[Document | Rejection]:
    """The documents in bytes that the caller holds.

    ``media_type`` is what their server calls them (``text/html``), ``charset`` the encoding that it names: it goes
    before one that a page names itself (HTML Living Standard, 13.2.3.2; for feeds RFC 7303, 3).
    """
    settings = settings or IntakeSettings()
    gate = LanguageGate()
    source = Input(origin, SUFFIXES.get(media_type or "", ""), BytesIO(data), len(data), charset=charset)
    try:
        for outcome in _read(source, settings):
            yield _screened(outcome, gate, settings)
    except Refusal as refusal:
        yield refusal.at(origin)


def text_document(
    text: str, settings: IntakeSettings | None = None, *, facts: Facts | None = None, origin: str = "text"
) -> Document | Rejection:
    """The document of a text that the caller holds, with what the caller knows about it."""
    settings = settings or IntakeSettings()
    try:
        if len(text) > settings.max_bytes:
            raise too_big(len(text), settings)
        return _screened(document(text, origin, plain.FORMAT.name, facts), LanguageGate(), settings)
    except Refusal as refusal:
        return refusal.at(origin)


def _read(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """Hand ``source`` to the format of its extension, or of its first bytes."""
    source = replace(source, inner=_read)
    for form in FORMATS:
        if source.suffix in form.extensions:
            return form.documents(source, settings)
    head = read_head(source.stream)
    if source.stream.seekable():
        source.stream.seek(0)
    else:
        source = replace(source, stream=rejoined(head, source.stream))
    return next(form for form in FORMATS if form.recognises(head)).documents(source, settings)


def _screened(outcome: Document | Rejection, gate: LanguageGate, settings: IntakeSettings) -> Document | Rejection:
    return gate.screen(outcome) if isinstance(outcome, Document) and settings.check_language else outcome
