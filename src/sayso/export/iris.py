"""Names for records in linked data: URNs made of their ids, and addresses of the web that are fit for it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from sayso.types.document import Document

NAMESPACE: Final = "urn:sayso:ns:"  # of the terms that no vocabulary has
# What RFC 3987 lets stand in an address; anything else makes readers of linked data stop or guess.
WEB: Final = re.compile(
    r"https?://[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]+"
)


def iri(kind: str, *parts: str) -> str:
    """``urn:sayso:claim:c_12``; whatever an id holds, the name is a valid URN (RFC 8141)."""
    return ":".join(["urn:sayso", kind, *(quote(part, safe="", errors="backslashreplace") or "-" for part in parts)])


def document_iri(document: Document) -> str:
    """The name of the text that was read, which is not that of the page that holds it."""
    return iri("document", document.id)


def web_address(document: Document) -> str | None:
    """Where the document stands in the web; ``None`` where that is unknown or no address."""
    found = document.url.value if document.url else ""
    return found if WEB.fullmatch(found) else None
