"""From a text and what is known about it to a ``Document``."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from sayso.intake.decode import NUL_MESSAGE
from sayso.intake.facts import text_facts
from sayso.intake.formats import Refusal
from sayso.types.document import Basis, Document, Known

MOST_CHARACTERS = 500_000  # of one text: a book; what is read of it stands in memory until its end
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about a document besides its text."""

    title: Known | None = None
    publisher: Known | None = None
    published: Known | None = None
    url: Known | None = None


def metadata(words: object) -> Known | None:
    """``words`` as a fact given in the input's own fields; ``None`` if they are no text or blank."""
    tidy = " ".join(words.split()) if isinstance(words, str) else ""
    return Known(tidy, Basis.METADATA) if tidy else None


def web_address(words: object) -> Known | None:
    """``words`` as a fact if they are an http(s) address. Other schemes could run something when followed."""
    known = metadata(words)
    return known if known and re.match(r"https?://[^\s/]", known.value, re.I) else None


def document(text: str, origin: str, format_name: str, facts: Facts | None = None) -> Document:
    """The document of ``text``; what ``facts`` leave open is read from the text's own first lines.

    Raises ``Refusal`` if the text is blank (``empty``), longer than ``MOST_CHARACTERS`` (``too-long``), or holds NUL
    characters (``binary``) or lone surrogates (``unpaired-surrogate``), which no output could carry.
    """
    facts = facts or Facts()
    if not text.strip():
        raise Refusal("empty", "holds no text")
    if len(text) > MOST_CHARACTERS:
        told = f"{len(text):,} characters, more than the limit of {MOST_CHARACTERS:,} for one text"
        raise Refusal("too-long", f"holds {told}; split it into articles")
    if "\0" in text:
        raise Refusal("binary", NUL_MESSAGE)
    if lone := SURROGATE.search(text):
        place = f"half a character (U+{ord(lone[0]):04X}) at offset {lone.start()}"
        raise Refusal("unpaired-surrogate", f"holds {place}; export the text again")
    if any(known and SURROGATE.search(known.value) for known in (facts.title, facts.publisher, facts.url)):
        raise Refusal("unpaired-surrogate", "holds half a character in its title, publisher or URL; export it again")
    found = text_facts(text, facts.title.value if facts.title else None)
    return replace(
        Document("d_" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:16], text, origin, format_name),
        title=facts.title or _from_text(found.title),
        publisher=facts.publisher or _from_text(found.publisher),
        published=facts.published or _from_text(found.published),
        url=facts.url,
        body_begin=found.body_begin,
    )


def _from_text(words: str | None) -> Known | None:
    return Known(words, Basis.TEXT) if words else None
