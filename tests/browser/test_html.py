"""The html output as a browser shows it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from sayso.export.format import Outcome, Show, View
from sayso.export.html import FORMAT
from sayso.types.claim import Grounding, Report
from sayso.types.document import Basis, Known
from sayso.types.span import Span
from tests.readings import REJECTION, document, plain
from tests.reports import bare, report

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

# Lowest ratio of text to its background (WCAG 2.2, success criterion 1.4.3).
CONTRAST = 4.5

CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = rgba(getComputedStyle(node).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const found = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest("svg")) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const name = node.tagName + "." + node.className;
    found[name] = Math.min(found[name] ?? 99, ratio);
  }
  return found;
}"""


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens reports as a page; fails the test when the page complains or asks for anything from outside."""
    pages: list[Page] = []
    complaints: list[str] = []
    requests: list[str] = []

    def open_page(*outcomes: Outcome, width: int = 1280, scheme: str = "light", **view: Any) -> Page:
        out = io.StringIO()
        FORMAT.write(outcomes, out, View(**view))
        file = tmp_path / f"page{len(pages)}.html"
        file.write_text(out.getvalue(), encoding="utf-8", newline="")
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith("file:") or "/page" not in url] == []


def marked(page: Page, role: str, number: int) -> str:
    return "".join(page.locator(f'.body [data-{role}~="{number}"]').all_text_contents())


def covered(spans: tuple[Span, ...], text: str) -> str:
    return "".join(span.of(text) for span in spans)


@pytest.mark.parametrize("explain", [False, True])
def test_the_text_is_whole_and_each_mark_covers_its_span(show: Opened, explain: bool) -> None:
    reading = plain()
    text = reading.document.text
    page = show(bare(reading), explain=explain, show=Show.ATTRIBUTIONS)
    assert page.locator(".body").text_content() == text
    order = sorted(reading.attributions, key=lambda a: min(s.begin for s in (*a.source, *a.cue, *a.content)))
    for number, attribution in enumerate(order, start=1):
        assert marked(page, "source", number) == covered(attribution.source, text)
        assert marked(page, "cue", number) == covered(attribution.cue, text)
        assert marked(page, "content", number) == covered(attribution.content, text)


def hostile(text: str) -> Report:
    """A report in which everything that comes from outside is ``text``."""
    reading = plain()
    whole = Span(0, len(text))
    known = Known(text, Basis.METADATA)
    said = reading.attributions[0]
    voice = replace(said.voice, name=text, mention=whole)
    attribution = replace(said, source=(), cue=(), content=(whole,), voice=voice, root=voice, basis_id=None)
    found = report()
    time = replace(found.grounding.times[3], span=whole, reason=text, value=text)
    place = replace(found.grounding.places[0], span=whole, name=text, reason=text)
    told = replace(found.events[0].mentions[0], trigger=whole, arguments=())
    event = replace(found.events[0], time=time, place=place, mentions=(told,), main=0, evidence=(whole,), actors=())
    claim = replace(found.claims[0], text=text, pieces=(whole,), span=whole, root=voice, evidence=(whole,))
    grounding = Grounding((time,), (place,), (), (event,), (claim,), (text,))
    read = replace(
        reading,
        document=document(text, text, title=known, publisher=known, url=known),
        sentences=(),
        mentions=(),
        attributions=(attribution,),
        voices=(replace(reading.voices[0], voice=voice, share=1.0),),
        warnings=(text,),
    )
    return Report(read, grounding)


@pytest.mark.parametrize(
    "text",
    [
        "<script>window.taken = true</script>",
        "<img src=x onerror='window.taken = true'>",
        '</style></title></textarea><svg onload="window.taken = true">',
        "\"'><a href=javascript:window.taken=true autofocus onfocus=window.taken=true>here</a>",
        "&lt;b&gt; stays as it is &amp; so does &#x41;",
        "\u202edrawkcab ton\u202c \u0301alone 🤷🏽\u200d♀️ \ttab\n\n\nlines",
    ],
)
def test_hostile_text_is_shown_and_not_obeyed(show: Opened, text: str) -> None:
    page = show(hostile(text), REJECTION)
    assert page.locator(".body").text_content() == text
    assert page.evaluate("window.taken") is None
    assert page.locator("script, img, iframe, object, form, input, [onload], [onerror], [onfocus]").count() == 0
    hrefs = page.locator("a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert [href for href in hrefs if not href.startswith("#")] == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_needs_sideways_scrolling(show: Opened, width: int) -> None:
    page = show(report(), bare(plain()), hostile("x" * 5000), REJECTION, width=width, explain=True, show=Show.ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_told_from_its_background(show: Opened, scheme: str) -> None:
    page = show(report(), bare(plain()), REJECTION, scheme=scheme, explain=True, show=Show.ALL)
    page.locator(".unknown summary").first.click()
    for hovered in (".banner", ".k2", ".i3"):
        page.locator(hovered).first.hover()
        ratios = page.evaluate(CONTRASTS)
        assert ratios
        assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < CONTRAST} == {}


def test_the_keyboard_leads_from_the_text_to_the_list_and_back(show: Opened) -> None:
    page = show(bare(plain()), show=Show.ATTRIBUTIONS)
    chip = page.locator(".body a.n").nth(2)
    chip.focus()
    page.keyboard.press("Enter")
    entry = page.locator("li:target")
    assert entry.get_attribute("value") == "3"
    assert entry.is_visible()
    entry.locator("a").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".body a:target").get_attribute("data-n") == "3"


def test_a_claim_opens_its_passage_and_the_passage_its_claim(show: Opened) -> None:
    page = show(report())
    line = page.locator("#d1k4 a.line")
    line.focus()
    page.keyboard.press("Enter")
    chip = page.locator(".body a:target")
    assert (chip.get_attribute("data-n"), chip.get_attribute("aria-label")) == ("4 denied", "claim 4, denied")
    lit = page.locator('.body [data-claim~="4"]').first
    unlit = page.locator('.body [data-claim~="8"]').first
    ground = "node => getComputedStyle(node).backgroundColor"
    assert lit.evaluate(ground) != unlit.evaluate(ground)
    chip.focus()
    page.keyboard.press("Enter")
    assert page.locator("li:target").get_attribute("value") == "4"


def test_each_part_of_a_claim_is_marked_where_it_stands(show: Opened) -> None:
    page = show(report())
    assert marked(page, "event", 4) == "hit"
    assert marked(page, "recipient", 4) == "a hospital"
    assert marked(page, "when", 4) == "overnight"
    assert marked(page, "where", 4) == "Kiev"
    assert marked(page, "actor", 1) == "Two brigades"
    assert marked(page, "evidence", 6) == "reportedly"


def test_the_marks_are_those_of_the_open_lists(show: Opened) -> None:
    page = show(report())
    underlined = "node => getComputedStyle(node).textDecorationLine"
    source, event = page.locator('.body [data-source="1"]'), page.locator('.body [data-event="1"]')
    assert (source.evaluate(underlined), event.evaluate(underlined)) == ("none", "underline")
    assert (page.locator(".body a.n:visible").count(), page.locator(".body a.h:visible").count()) == (0, 10)
    page.locator(".says summary").focus()
    page.keyboard.press("Enter")
    assert source.evaluate(underlined) == "underline"
    page.locator(".claims summary").click()
    assert event.evaluate(underlined) == "none"
    assert (page.locator(".body a.n:visible").count(), page.locator(".body a.h:visible").count()) == (4, 0)


def test_what_did_not_happen_looks_unlike_what_did_without_colour(show: Opened) -> None:
    page = show(report())
    style = "node => getComputedStyle(node).textDecorationStyle"
    looks = [page.locator(f'.body [data-event="{n}"]').evaluate(style) for n in (1, 3, 8)]
    assert len(set(looks)) == 3
    assert page.locator("#d1k1 .tag").inner_text() == "DID NOT HAPPEN"


def test_an_input_that_was_set_aside_is_told(show: Opened) -> None:
    page = show(report(), REJECTION)
    aside = page.locator("#aside").inner_text()
    assert REJECTION.origin in aside
    assert REJECTION.message in aside
    page.get_by_role("link", name="1 input set aside").click()
    assert page.locator("#aside").is_visible()


def test_it_prints(show: Opened) -> None:
    page = show(report(), show=Show.ALL)
    page.emulate_media(media="print")
    assert page.locator(".list").evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    assert page.pdf()[:5] == b"%PDF-"
