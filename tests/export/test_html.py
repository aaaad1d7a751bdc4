import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import product

import pytest
from hypothesis import given, settings

from sayso.export import View
from sayso.export.html import write
from sayso.types.claim import Report
from sayso.types.document import Basis, Known
from tests.odd import odd_reports
from tests.readings import REJECTION, document, plain
from tests.reports import bare, report

VOID = {"meta"}
ELEMENTS = set(
    "html head meta title style body header h1 h2 h3 nav ol ul li a span p main article section div table thead "
    "tbody tr th td bdi b code svg pattern rect path title details summary dl dt dd".split()
)


class Page(HTMLParser):
    """What a browser would make of it, as far as a test needs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.bodies: list[str] = []
        self.titles: list[str] = []
        self.policy = ""
        self._open: list[str] = []
        self._within: str | None = None
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.elements.add(tag)
        self.names |= set(values)
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [values["href"]] if values.get("href") else []
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        if tag not in VOID:
            self._open.append(tag)
        if tag == "div" and values.get("class") == "body":
            self._within = tag
            self.bodies.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == self._within:
            self._within = None

    def handle_data(self, data: str) -> None:
        if self._within:
            self.bodies[-1] += data
        if self._open == ["html", "head", "title"]:
            self.titles.append(data)


def written(*outcomes, **view) -> str:
    out = io.StringIO()
    write(outcomes, out, View(**view))
    return out.getvalue()


@given(odd_reports())
@settings(max_examples=80)
def test_the_marked_text_is_the_article_and_nothing_gets_out_of_it(report: Report) -> None:
    page = Page(written(report, replace(REJECTION, origin=report.document.origin), explain=True))
    assert page.bodies == [report.document.text.replace("\0", "\ufffd")]
    assert page.elements <= ELEMENTS
    assert not [name for name in page.names if name.startswith("on") or name in ("src", "style")]


def test_hostile_text_is_only_text() -> None:
    evil = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"
    reading = replace(
        plain(),
        document=document(evil, evil, title=Known(evil, Basis.TEXT), url=Known("javascript:alert(1)", Basis.METADATA)),
        attributions=(),
        warnings=(evil,),
    )
    html = written(bare(reading), replace(REJECTION, message=evil))
    page = Page(html)
    assert page.bodies == [evil]
    assert page.elements <= ELEMENTS
    assert page.titles[0].startswith(evil)
    assert all(link.startswith("#") for link in page.links)


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    page = Page(written(report(), REJECTION, report()))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert {"#d1", "#d2", "#aside"} <= set(page.links)


def test_the_policy_allows_the_style_sheet_inside_and_nothing_else() -> None:
    html = written(report())
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = Page(html).policy
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert set(re.findall(r"url\((.*?)\)", html)) <= {"#hatch"}
    assert "@import" not in html and "http:" not in html and "https:" not in html


def test_what_was_set_aside_is_listed_and_linked() -> None:
    html = written(report(), REJECTION)
    assert '<a href="#aside">1 input set aside</a>' in html
    assert "broken.txt: the file is empty; give one with text" in html


def test_one_article_needs_no_list_of_articles() -> None:
    assert "<nav" not in written(report())
    assert written(report(), report()).count('<li><a href="#d') == 2


def test_a_page_of_nothing_is_a_page() -> None:
    assert Page(written()).titles == ["0 articles · what is claimed"]


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


CSS = files("sayso.export").joinpath("page.css").read_text(encoding="utf-8")
THEMES = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.S)]
GROUNDS = ("paper", "c1", "c2", "c3")


def test_there_is_a_light_and_a_dark_theme_with_the_same_names() -> None:
    assert len(THEMES) == 2
    assert set(THEMES[0]) == set(THEMES[1])


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground_they_stand_on(theme: int) -> None:
    colours = THEMES[theme]
    pairs = [
        *product(("ink", "source", "cue", "alarm"), GROUNDS),
        *product(("doubt",), ("paper", "panel", "hit")),
        *product(("muted", "link"), ("paper", "panel")),
        *product(("ink", "alarm"), ("panel",)),
        *product(("hit-ink", "source", "cue", "alarm", "muted"), ("hit",)),
    ]
    low = {f"{a} on {b}": round(contrast(colours[a], colours[b]), 2) for a, b in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_parts_of_the_bar_stand_out_from_the_page(theme: int) -> None:
    colours = THEMES[theme]
    low = {name: contrast(colours[name], colours["paper"]) for name in ("unnamed", *(f"v{k}" for k in range(7)))}
    assert {name: ratio for name, ratio in low.items() if ratio < 3} == {}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_lines_under_words_can_be_seen(theme: int) -> None:
    colours = THEMES[theme]
    pairs = product(("who", "when", "where", "alarm", "doubt"), ("paper", "hit", *GROUNDS))
    low = {f"{a} on {b}": round(contrast(colours[a], colours[b]), 2) for a, b in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}
