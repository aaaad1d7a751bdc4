"""The article in an HTML page. Loads lxml and trafilatura: import it only where a page has to be read.

The choice of what is article and what is page furniture is trafilatura's (Barbaresi 2021); headline, outlet, date and
address are read from the page's own fields only.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from sayso.intake.build import Facts
from sayso.intake.facts import same_words
from sayso.intake.formats import Refusal
from sayso.intake.page import page_facts

# Time for a page grows with the square of its elements, of the inline elements in one paragraph, and of the attributes
# of one element. The page of a news article has 1,000 to 10,000 elements, some tens in a paragraph, a few attributes on
# each; with these limits pages made to be slow took 1 to 4 s, 20 MB of attributes 15 s.
MAX_ELEMENTS, MAX_INLINE, MAX_ATTRIBUTES = 20_000, 2_000, 100
CROWDED_TAG = re.compile(
    r"<[a-z][^\s<>]*+(?:[\s/]++[^\s=<>/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"']++))?+)"
    rf"{{{MAX_ATTRIBUTES}}}",
    re.I,
)
NO_TEXT = ("script", "style", "svg", "template", "math", "canvas")
INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span
    strike strong sub sup time tt u var wbr
    """.split()
)
INVALID_IN_TREE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# Elements of trafilatura's tree that stand on lines of their own.
BLOCKS = frozenset({"p", "head", "item", "list", "quote", "row", "table", "code", "fw", "ab"})

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # keeps its warnings off standard error
logger = logging.getLogger(__name__)


def article(page: str) -> tuple[str, Facts]:
    """Text and facts of the article in the HTML source ``page``.

    The text is the headline and the paragraphs of the body, parted by blank lines, white space within
    them collapsed. Raises ``Refusal``: ``no-article``, ``nested-too-deep``, ``too-many-elements``
    (or attributes), ``malformed-html``.
    """
    try:
        tree = _parsed(page)
        facts, headlines = page_facts(tree)
        _tame(tree)
        found: Any = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False)
        blocks = list(_blocks(found.body)) if found is not None else []
    except Refusal:
        raise
    except Exception as error:  # whatever the extractor trips over, this page is set aside and the others go on
        logger.debug("extraction failed", exc_info=True)
        raise Refusal("malformed-html", f"cannot be taken apart ({type(error).__name__}); save it as text") from error
    if not blocks or not any(char.isalpha() for block in blocks for char in block):
        raise Refusal("no-article", "holds no article text that could be found; save the article as text")
    if headlines and not any(same_words(blocks[0], headline) for headline in headlines):
        blocks.insert(0, headlines[0])
    return "\n\n".join(blocks), facts


def _parsed(page: str) -> Any:
    """The tree of ``page``. Raises ``Refusal`` where the parser would drop a part of it, or take very long."""
    if CROWDED_TAG.search(page):
        message = f"has a tag with more than {MAX_ATTRIBUTES} attributes; save the article as text"
        raise Refusal("too-many-elements", message)
    parser = HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
    )
    try:
        tree = document_fromstring(INVALID_IN_TREE.sub(" ", page).encode("utf-8"), parser=parser)
    except etree.ParserError as error:  # nothing but comments or white space
        raise Refusal("no-article", "holds no article text") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise Refusal("nested-too-deep", "nests its tags deeper than any browser page would; save the article as text")
    return tree


def _tame(tree: Any) -> None:
    """Remove what holds no text, and inline tags where a paragraph has absurdly many. Raises ``Refusal``."""
    etree.strip_elements(tree, *NO_TEXT, with_tail=False)
    elements = list(tree.iter())
    if len(elements) > MAX_ELEMENTS:
        message = f"has {len(elements):,} elements, more than the limit of {MAX_ELEMENTS:,}; save the article as text"
        raise Refusal("too-many-elements", message)
    holders: dict[Any, Any] = {}  # inline element -> the paragraph or other block that holds it
    for element in elements:
        if element.tag in INLINE:
            parent = element.getparent()
            holders[element] = holders.get(parent, parent)
    for holder, count in Counter(holders.values()).items():
        if count > MAX_INLINE:
            etree.strip_tags(holder, *INLINE)
            for element in holder.iter():  # joins the pieces of text that were between the tags
                element.text, element.tail = element.text, element.tail


def _blocks(body: Any) -> Iterator[str]:
    """Paragraphs, headings, list items and table rows of the extracted body, in order."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS:
            yield from _flushed(pieces)
        elif event == "end" and element.tag in ("lb", "cell"):
            pieces.append("\n" if element.tag == "lb" else " ")
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield from _flushed(pieces)


def _flushed(pieces: list[str]) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in "".join(pieces).replace("\r", " ").split("\n"))
    block = "\n".join(line for line in lines if line)
    pieces.clear()
    if block:
        yield block
