"""Templates: text from anywhere is shown and never obeyed, files have names that change with what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.export import markup, trace_words
from sayso.export.visible import prose
from sayso.export.words import date, number
from sayso.types.span import Span
from sayso.web.pictures.beads import beads
from sayso.web.pictures.strip import summary

STATIC: Final = files("sayso.web").joinpath("static")
DAY: Final = len("2022-03-08")


@cache
def environment() -> Environment:
    """The templates of the package. What a template writes is escaped, on one line, its control characters shown."""
    made = Environment(
        loader=PackageLoader("sayso.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "text": lambda text: Markup(markup.shown(text)),  # all characters of an article, line breaks too
        "typed": lambda text: Markup(escape(text, quote=True)),  # what a person typed, for a text area
        "day": lambda given: date(given[:DAY]) if given else "date unknown",
        "when": lambda given: date(given) if given else "date unknown",
        "number": number,
        "between": lambda pair: trace_words.between(*pair),
        "bar_words": summary,
        "segment": lambda text: quote(text, safe=""),
        "origin_name": trace_words.origin_name,
        "origin_kind": trace_words.kind,
    }
    made.globals |= {"static": static_path, "link": link, "passage": passage, "zip": zip, "beads": beads}
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """A template, filled in."""
    return environment().get_template(template).render(context)


def _plain(value: Any) -> Any:
    """Text on one line, with nothing in it that a browser or reader obeys; what is marked as HTML stays."""
    return prose(value) if type(value) is str else value


def link(path: str, query: Mapping[str, Any] | None = None, **changed: Any) -> str:
    """An address of the app: a query with some parts changed; what is empty or ``None`` is left out."""
    parts = {name: value for name, value in {**(query or {}), **changed}.items() if value not in (None, "", False)}
    return path + (f"?{urlencode(parts)}" if parts else "")


def passage(document: str, span: Span) -> str:
    """The address of a place in an article: its words are marked there."""
    return f"/articles/{quote(document, safe='')}?at={span.begin}-{span.end}#at"


@cache
def static_path(name: str) -> str:
    """The address of a file of ``static/``, with a hash of what is in it: browsers may keep it for good."""
    digest = hashlib.sha256(static_bytes(name)).hexdigest()[:10]
    return f"/static/{digest}/{name}"


@cache
def static_bytes(name: str) -> bytes:
    """What is in a file of ``static/``. Raises ``KeyError`` where there is none."""
    found = {entry.name: entry for entry in STATIC.iterdir() if entry.is_file()}
    return found[name].read_bytes()
