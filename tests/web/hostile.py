"""Words that try to act in a browser, and a ledger in which everything that comes from articles is such words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle, product
from pathlib import Path
from typing import Any

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.types.claim import Report
from sayso.types.document import Basis, Known
from tests.store.asked import keep, known
from tests.store.support import new_ledger

HIT = "window.__hit=1"
ACTING = (
    f"<script>{HIT}</script>",
    f"<script src=data:text/javascript,{HIT}></script>",
    f"<ScRiPt >{HIT}</sCrIpT>",
    f"<img src=x onerror={HIT}>",
    f"<img src=x onerror=`{HIT}`>",
    f"<svg onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<svg><animate onbegin={HIT} attributeName=x dur=1s>",
    f"<math><mtext><mglyph><style><img src=x onerror={HIT}>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    f"<iframe src=javascript:parent.{HIT}>",
    f"<object data=javascript:{HIT}>",
    f"<embed src=javascript:{HIT}>",
    f"<a href=javascript:{HIT} autofocus onfocus={HIT}>x</a>",
    f"<input autofocus onfocus={HIT}>",
    f"<details open ontoggle={HIT}>",
    f"<video><source onerror={HIT}></video>",
    f"<body onload={HIT}>",
    f"<style>@import 'javascript:{HIT}';</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button>Go</button></form>",
    f"<template><script>{HIT}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={HIT}>'>",
    f"&lt;script&gt;{HIT}&lt;/script&gt;",
    f"&#60;script&#62;{HIT}&#60;/script&#62;",
    f"%3Cscript%3E{HIT}%3C/script%3E",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    f"javascript:{HIT}",
    f"java\tscript:{HIT}",
    f"data:text/html,<script>{HIT}</script>",
    f"\u202e<script>{HIT}</script>\u2066",
    f"<\x00script>{HIT}</script>",
    f"＜script＞{HIT}＜/script＞",
)
# What would end the place where the words stand: an attribute, a comment, an element of raw text.
ENDING = ("", '">', "'>", '" autofocus onfocus=window.__hit=1 x="', "</title>", "</textarea>", "</style>", "-->", "]]>",
          "</script>", "</svg>", "</text></svg>", "</option></select>", "\n\n", "`>")  # fmt: skip
PAYLOADS = tuple(ending + acting for acting, ending in product(ACTING, ENDING))
WORDS = ("name", "text", "value", "surface", "office", "note")  # fields of records that hold words of articles


def hostile(found: Any, payloads: Iterator[str]) -> Any:
    """A record with a payload behind each of its words, spans and ids as they were."""
    if isinstance(found, tuple):
        return tuple(hostile(item, payloads) for item in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    changed = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, str) and type(value) is str and field.name in WORDS:
            changed[field.name] = f"{value} {next(payloads)}"
        elif not isinstance(value, str):
            changed[field.name] = hostile(value, payloads)
    return replace(found, **changed)


def hostile_report(number: int, payloads: Iterator[str]) -> Report:
    """A story in which title, outlet, address, names and claims, and the end of the text, try to act."""
    first = known()
    claims = tuple(replace(hostile(c, payloads), id=f"c_{number:04d}{k:012d}") for k, c in enumerate(first.claims))
    text = f"{first.document.text}\n\n{next(payloads)}"
    facts = {name: Known(next(payloads), Basis.METADATA) for name in ("title", "publisher", "url")}
    document = replace(first.document, id=f"d_{number:016d}", text=text, **facts)
    reading = replace(hostile(replace(first.reading, document=document), iter(cycle([""]))), document=document)
    grounding = hostile(replace(first.grounding, claims=()), payloads)
    return replace(first, reading=reading, grounding=replace(grounding, claims=claims))


def hostile_ledger(folder: Path, articles: int = 40) -> Path:
    """A ledger of such stories; every payload stands in it."""
    payloads = iter(cycle(PAYLOADS))
    with new_ledger(folder) as ledger:
        for number in range(articles):
            keep(ledger, hostile_report(number, payloads))
        list(link_new(ledger))
        list(weigh_new(ledger))
    return folder / "a.sayso"
