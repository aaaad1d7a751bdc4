"""HTML pages: headline and body paragraphs; the document's text is what was extracted, not the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.intake.build import Facts, document
from sayso.intake.decode import decode, head_text
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal
from sayso.intake.streams import read_all
from sayso.types.document import Document, Rejection

# HTML Living Standard, "prescan a byte stream to determine its encoding": the declaration stands this early.
PRESCAN = 4096
CHARSET = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """One document: the article of the page. Raises ``Refusal``, ``no-article`` if the page holds none."""
    text, facts = page(read_all(source, settings), source.charset)
    yield document(text, source.origin, FORMAT.name, facts)


def page(data: bytes, charset: str | None = None) -> tuple[str, Facts]:
    """Text and facts of the page in ``data``. ``charset`` is what came with it, as HTTP and mail name one.

    Raises ``Refusal``, ``no-article`` if the page holds no article.
    """
    if not data.strip():
        raise Refusal("empty", "holds no text")
    source = decode(data, charset or declared(data))
    from sayso.intake import extract  # lxml and trafilatura take 0.8 s to load

    return extract.article(source)


def declared(data: bytes) -> str | None:
    """The encoding that a page or an XML document names in its first bytes."""
    found = CHARSET.search(data, 0, PRESCAN)
    return found[1].decode("ascii", "ignore") if found else None


def _recognises(head: bytes) -> bool:
    return OPENING.match(head_text(head)) is not None


FORMAT = Format("html", (".html", ".htm", ".xhtml"), documents, _recognises)
