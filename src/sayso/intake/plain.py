"""Plain text and Markdown: the file is the document, character for character."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.build import document
from sayso.intake.decode import decode
from sayso.intake.formats import Format, Input, IntakeSettings
from sayso.intake.streams import read_all
from sayso.types.document import Document, Rejection


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """One document: the decoded file, its line breaks as they are. Raises ``Refusal``."""
    yield document(decode(read_all(source, settings), source.charset), source.origin, FORMAT.name)


def _recognises(head: bytes) -> bool:
    return True  # asked last: what is nothing else is read as text, if it can be decoded


FORMAT = Format("plain", (".txt", ".text", ".md", ".markdown"), documents, _recognises)
