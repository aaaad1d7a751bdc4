"""News feeds, RSS and Atom: each entry that holds text is one document. Nothing that a feed names is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from io import BytesIO
from typing import Any

from sayso.intake.build import Facts, document, metadata, web_address
from sayso.intake.dates import iso_date
from sayso.intake.decode import decode, head_text
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal
from sayso.intake.html import declared
from sayso.intake.streams import read_all
from sayso.types.document import Basis, Document, Known, Rejection

# What XML lets stand where markup is not read, in the order in which it stands; an open one goes to the end.
INERT = re.compile(r"<\?.*?(?:\?>|\Z)|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.S)
DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.I)
PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
# Possessive: tried again at other ends, a row of "<?a?>" would take time that doubles with each.
BEFORE_ROOT = r"\s*+(?:(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?>))\s*+)*+"
ROOT = re.compile(BEFORE_ROOT + r"<(?:rss\b|feed\b|\w{1,40}:feed\b|rdf:RDF\b)", re.S | re.I)
ROOT_END = re.compile(r"</(?:rss|feed|\w{1,40}:feed|rdf:RDF)\s*>", re.I)
ENTRY = re.compile(r"<(?:\w{1,40}:)?(?:item|entry)\b", re.I)
ENTRY_END = re.compile(r"</(?:\w{1,40}:)?(?:item|entry)\s*>", re.I)
MARKUP = re.compile(r"<[a-z/!][^>]*>|&(?:#\w+|\w+);", re.I)
# The parser takes some 20 us for each tag, and time that grows with what stands open at each place and with the square
# of a tag's attributes. Real feeds have hundreds of entries, seven levels deep.
MAX_ENTRIES, MAX_TAGS, MAX_DEPTH = 20_000, 400_000, 100
LONG_TAG = re.compile(r"<[A-Za-z_/][^<>]{20000}")
TAG = re.compile(r"<(/?)[A-Za-z_][^<>]*?(/?)>")


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """A document for each entry with text, a rejection for each other. The origin is ``path:number of the entry``.

    The text is the entry's content, or else its summary. The feed's title is the publisher. Raises ``Refusal``:
    ``has-dtd`` for a document type declaration, which could make the parser expand or fetch what it names. A feed
    that breaks off gives its whole entries, and a rejection (``malformed-feed``) for the one that is cut, or itself.
    """
    feed, entries, cut = _parsed(read_all(source, settings), source.charset)
    outlet = metadata(_words(feed.get("title")))
    rss = feed.get("version", "").startswith("rss")
    for number, entry in enumerate(entries, start=1):
        origin = f"{source.origin}:{number}"
        if cut is Cut.ENTRY and number == len(entries):
            yield Refusal("malformed-feed", "is where the feed breaks off; get it again").at(origin)
            return
        try:
            yield _document(entry, outlet, rss, origin)
        except Refusal as refusal:
            yield refusal.at(origin)
    if cut:
        yield Refusal("malformed-feed", "breaks off before its end; get it again").at(source.origin)


class Cut(Enum):
    """Where a feed breaks off."""

    ENTRY = "entry"
    BETWEEN = "between"


def _parsed(data: bytes, charset: str | None = None) -> tuple[dict[str, Any], list[Any], Cut | None]:
    """What the feed says of itself (``title``, ``version``), its entries, and how it is cut. Raises ``Refusal``."""
    if not data.strip():
        raise Refusal("empty", "holds no text")
    text = decode(data, charset or declared(data))
    bare = INERT.sub("", text)
    if DECLARATION.search(bare):
        message = "declares a document type or entities, which are never followed; remove <!DOCTYPE ...>"
        raise Refusal("has-dtd", message)
    if not ROOT.match(text):
        raise Refusal("malformed-feed", "is no RSS or Atom feed")
    _refuse_oversized(bare)
    import feedparser

    plain = '<?xml version="1.0" encoding="utf-8"?>' + PROLOGUE.sub("", text, count=1).lstrip()
    try:  # bytes in a stream: anything else could be taken for an address or a path and opened
        found = feedparser.parse(BytesIO(plain.encode("utf-8")), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever it trips over, this feed is set aside and the others go on
        raise Refusal("malformed-feed", f"cannot be taken apart ({type(error).__name__})") from error
    entries = list(found.entries)
    if not entries:
        trouble = found.get("bozo_exception")
        raise (
            Refusal("malformed-feed", f"cannot be read ({trouble})") if trouble else Refusal("empty", "has no entries")
        )
    title = found.feed.get("title_detail") or found.feed.get("title")
    return {"title": title, "version": found.version}, entries, _cut(bare)


def _refuse_oversized(bare: str) -> None:
    """Raise ``Refusal`` for a feed that would take the parser very long. ``bare`` is its markup."""
    count = sum(1 for _ in ENTRY.finditer(bare))
    if count > MAX_ENTRIES:
        raise Refusal("too-many-members", f"has {count:,} entries, more than {MAX_ENTRIES:,}; split it")
    if bare.count("<") > MAX_TAGS or LONG_TAG.search(bare):
        raise Refusal("too-many-elements", "has more or longer tags than any real feed; save its articles as text")
    if _depth(bare) > MAX_DEPTH:
        raise Refusal("nested-too-deep", f"nests elements more than {MAX_DEPTH} deep; save its articles as text")


def _cut(bare: str) -> Cut | None:
    """How a feed breaks off, ``None`` if its outermost element is closed."""
    if ROOT_END.search(bare):
        return None
    last = max((found.start() for found in ENTRY.finditer(bare)), default=-1)
    closed = ENTRY_END.search(bare, last) or re.compile(r"[^<>]*/>").match(bare, last + 1)
    return Cut.BETWEEN if closed else Cut.ENTRY


def _depth(bare: str) -> int:
    deepest = depth = 0
    for tag in TAG.finditer(bare):
        if not tag[2]:
            depth += -1 if tag[1] else 1
            deepest = max(deepest, depth)
    return deepest


def _document(entry: Any, outlet: Known | None, rss: bool, origin: str) -> Document:
    text = next((words for words in map(_text, _bodies(entry)) if words.strip()), "")
    if not text:
        raise Refusal("no-text", "is an entry without content or summary; save the article that it points to")
    # RSS 1.0 dates its entries with Dublin Core's date; what Atom calls "updated" is another matter.
    days = (iso_date(words) for words in (_field(entry, "published"), _field(entry, "updated") if rss else "") if words)
    day = next((day for day in days if day), None)
    facts = Facts(
        title=metadata(_words(entry.get("title_detail") or entry.get("title"))),
        publisher=outlet,
        published=Known(day, Basis.METADATA) if day else None,
        url=web_address(_field(entry, "link")),
    )
    return document(text, origin, FORMAT.name, facts)


def _field(entry: Any, name: str) -> str:
    """The field itself: feedparser's dictionaries give ``updated`` for a missing ``published``, and the reverse."""
    value = dict.get(entry, name)
    return value if isinstance(value, str) else ""


def _bodies(entry: Any) -> Iterator[Any]:
    """What may be the entry's text, the fullest first."""
    contents = [content for content in dict.get(entry, "content") or () if isinstance(content, dict)]
    yield from sorted(contents, key=lambda content: -len(str(content.get("value") or "")))
    yield dict.get(entry, "summary_detail") or dict.get(entry, "summary")


def _text(body: Any) -> str:
    """The paragraphs of a text construct (a record with ``type`` and ``value``, or a string). Raises ``Refusal``."""
    words, kind = (body.get("value"), body.get("type")) if isinstance(body, dict) else (body, None)
    if not isinstance(words, str):
        return ""
    if kind == "text/plain" or not MARKUP.search(words):
        return words.strip()
    from sayso.intake import extract  # lxml and trafilatura take 0.8 s to load

    try:
        return extract.article(f"<html><body><article>{words}</article></body></html>")[0]
    except Refusal as refusal:
        if refusal.reason == "no-article":
            return ""  # a picture, say: the entry may hold more elsewhere
        raise


def _words(title: Any) -> str:
    """A title in one line, without markup."""
    text = _text(title)
    return " ".join(text.split())


def _recognises(head: bytes) -> bool:
    return ROOT.match(head_text(head)) is not None


FORMAT = Format("feed", (".rss", ".atom", ".rdf"), documents, _recognises)
