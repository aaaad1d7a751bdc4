"""The page of a claim in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def claim(site: str) -> str:
    """The address of the claim that most articles tell."""
    first = httpx.get(f"{site}/api/v1/claims?limit=1").json()["items"][0]
    return f"{site}/claims/{first['id']}"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_figure_opens_its_reason_without_javascript(plain: Page, claim: str) -> None:
    plain.goto(claim)
    plain.click(".figures a >> nth=1")
    assert plain.url.endswith("#texts")
    assert plain.locator("#texts").is_visible()
    plain.click(".figures .main a")
    assert "At least" in plain.locator("#why-for").inner_text()


def test_a_box_of_an_origin_leads_to_its_entry_and_that_of_an_article_to_its_words(plain: Page, claim: str) -> None:
    plain.goto(claim)
    origin = plain.locator("svg.provenance a.origin").first
    to = origin.get_attribute("href") or ""
    origin.click()
    assert plain.url.endswith(to) and plain.locator(to).is_visible()
    plain.locator("svg.provenance a.article").first.click()
    assert "/articles/" in plain.url and plain.locator("#at").count() == 1


def test_a_pile_of_copies_opens_by_a_link_and_folds_again(plain: Page, claim: str) -> None:
    plain.goto(claim)
    assert plain.locator("svg.provenance a.copy").count() == 0
    plain.locator("svg.provenance a.copies").first.click()
    assert "open=o_" in plain.url and plain.locator("svg.provenance a.copy").count() > 1
    plain.click("text=Fold everything again")
    assert plain.locator("svg.provenance a.copy").count() == 0


def test_the_drawing_is_used_with_the_keyboard(browser: Browser, claim: str) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(claim)
    region = page.locator("#provenance .scroller")
    region.focus()
    assert region.evaluate("it => it.scrollWidth > it.clientWidth")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)  # it scrolls smoothly
    assert region.evaluate("it => it.scrollLeft > 0")
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.querySelector('title')?.textContent")
    assert name and page.evaluate("document.activeElement.namespaceURI").endswith("svg")
    page.keyboard.press("Enter")
    assert "#for-" in page.url
    page.close()


def test_the_page_fits_a_narrow_window_with_all_its_details_open(browser: Browser, claim: str) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(f"{claim}?open=all")
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_in_the_drawing_stay_in_their_boxes(browser: Browser, claim: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{claim}?open=all")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('svg.provenance a')].flatMap(a => {
            const box = a.querySelector('.box').getBoundingClientRect();
            return [...a.querySelectorAll('text')]
              .filter(t => t.getBoundingClientRect().right > box.right + 1).map(t => t.textContent);
        })"""
    )
    assert wide == []
    page.close()


def test_print_shows_what_is_folded(browser: Browser, claim: str) -> None:
    page = browser.new_page()
    page.goto(claim)
    page.emulate_media(media="print")
    assert page.locator(".copied ol").first.bounding_box()["height"] > 0  # type: ignore[index]
    assert not page.locator(".within").is_visible()
    page.close()
