"""What an HTML page says about itself in fields made for machines: Open Graph, schema.org, Dublin Core."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.intake.build import Facts, metadata, web_address
from sayso.intake.dates import iso_date
from sayso.types.document import Basis, Known

# Names of <meta> fields, the surest first; compared in lower case.
TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title")
PUBLISHER = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher")
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "date",
)
ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting")
SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " :: ", " » ")
MAX_NODES = 10_000  # of schema.org data; pages have some tens
MAX_HEADLINES = 5


def page_facts(tree: Any) -> tuple[Facts, tuple[str, ...]]:
    """Facts of a page and the wordings of its headline, the surest first. ``tree`` is an lxml tree.

    Only fields made for this count: no date is searched in the text, none is taken from the URL.
    """
    fields = _meta_fields(tree)
    schema = _schema_article(tree)
    publisher = _first(metadata(value) for value in (*_values(fields, PUBLISHER), _name(schema.get("publisher"))))
    titles = _headlines(tree, fields, schema, publisher)
    written = [*_values(fields, PUBLISHED), schema.get("datePublished"), *_time_elements(tree)]
    dates = (iso_date(words) for words in written if isinstance(words, str))
    published = next((Known(day, Basis.METADATA) for day in dates if day), None)
    links = [*tree.xpath("//link[@rel='canonical']/@href"), *_values(fields, ("og:url",))]
    url = _first(web_address(str(link)) for link in links)
    title = metadata(titles[0]) if titles else None
    return Facts(title=title, publisher=publisher, published=published, url=url), titles


def _meta_fields(tree: Any) -> dict[str, str]:
    """Content of each <meta> field by lower-case name; the first of several counts."""
    fields: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            if content and content.strip() and element.get(attribute):
                fields.setdefault(element.get(attribute).strip().lower(), content)
    return fields


def _values(fields: dict[str, str], names: Iterable[str]) -> list[str]:
    return [fields[name] for name in names if name in fields]


def _first(found: Iterable[Known | None]) -> Known | None:
    return next((known for known in found if known), None)


def _headlines(tree: Any, fields: dict[str, str], schema: dict[str, Any], publisher: Known | None) -> tuple[str, ...]:
    headings = [" ".join(element.itertext()) for element in tree.xpath(f"(//h1)[position() <= {MAX_HEADLINES}]")]
    window = [" ".join(element.itertext()) for element in tree.xpath("(//head/title)[1]")]
    outlet = publisher.value if publisher else ""
    candidates = [schema.get("headline"), *_values(fields, TITLE), *headings, *window]
    tidy = (_without_outlet(known.value, outlet) for known in map(metadata, candidates) if known)
    return tuple(dict.fromkeys(words for words in tidy if words and words.casefold() != outlet.casefold()))


def _without_outlet(title: str, outlet: str) -> str:
    """``title`` without the outlet's name that sites put behind it."""
    for separator in SEPARATORS:
        if outlet and title.casefold().endswith((separator + outlet).casefold()):
            return title[: -len(separator + outlet)].rstrip()
    return title


def _time_elements(tree: Any) -> list[str]:
    return [str(value) for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")[:1]]


def _schema_article(tree: Any) -> dict[str, Any]:
    """The first schema.org article in the page's JSON-LD; empty if there is none that can be read."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for node in _nodes("".join(script.itertext())):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in kinds):
                    return node
    return {}


def _nodes(source: str) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD document, outer ones first."""
    try:
        waiting = deque([json.loads(source, strict=False)])
    except (ValueError, RecursionError):  # pages often carry broken JSON-LD; their other fields still count
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))
        elif isinstance(value, list):
            waiting.extend(v for v in value[:MAX_NODES] if isinstance(v, dict | list))


def _name(value: Any) -> Any:
    """The name of a schema.org organisation, which may stand in a list or be a mere string."""
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value
