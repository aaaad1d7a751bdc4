"""The page of an article: what is pointed at, led to and moved to lights up, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LIT = "it => getComputedStyle(it).backgroundColor"
NONE = "rgba(0, 0, 0, 0)"


@pytest.fixture(scope="module")
def told(site: str) -> str:
    """The address of the article that stands first of those with a copy: it has claims across articles."""
    family = next(
        item["id"]
        for item in httpx.get(f"{site}/api/v1/articles?sort=claims").json()["items"]
        if httpx.get(f"{site}/api/v1/articles/{item['id']}").json()["derives_from"]
    )
    return f"{site}/articles/{family}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    yield context.new_page()
    context.close()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript, in a low window, so that a place has to be scrolled to."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 400})
    yield context.new_page()
    context.close()


def test_a_claim_that_is_pointed_at_lights_its_words_and_words_their_claim(page: Page, told: str) -> None:
    page.goto(told)
    words, entry = page.locator(".body .m2").first, page.locator(".told .k2")
    assert not page.locator(".lit").count()
    entry.hover()
    assert page.locator(".body .m2.lit").count() == page.locator(".body .m2").count() > 0
    words.hover()
    assert "lit" in (entry.get_attribute("class") or "")
    page.locator("h1").hover()
    assert not page.locator(".lit").count()


def test_keys_go_from_claim_to_claim_and_open_it(page: Page, told: str) -> None:
    page.goto(told)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    line = page.locator(".told .k1 .line")
    assert line.evaluate("it => it === document.activeElement")
    assert page.locator(".body .m1.lit").count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/p_*")


def test_without_javascript_a_number_leads_to_lit_words_and_back(bare: Page, told: str) -> None:
    bare.goto(told)
    bare.locator(".told .k2 .go").click()
    assert "#c_" in bare.url
    assert bare.locator(".body .m2").first.evaluate(LIT) != NONE
    assert bare.locator(".body .m2").first.is_visible()
    bare.locator(".body .h2").click()
    assert bare.url.endswith("#k2") and bare.locator(".body .m2").first.evaluate(LIT) != NONE


def test_a_link_to_characters_marks_them_and_is_scrolled_to(bare: Page, told: str) -> None:
    length = bare.goto(told) and len(bare.locator(".body").text_content() or "")
    bare.goto(f"{told}?at={length - 30}-{length}#at")
    asked = bare.locator(".body .asked")
    assert "".join(asked.all_text_contents()) == (bare.locator(".body").text_content() or "")[-30:]
    box = asked.first.bounding_box()
    assert box is not None and 0 <= box["y"] < 400


def test_a_claim_of_another_page_leads_to_its_words(page: Page, site: str) -> None:
    claim = httpx.get(f"{site}/api/v1/claims?limit=1").json()["items"][0]["id"]
    page.goto(f"{site}/claims/{claim}")
    address = page.locator("a[href*='/articles/'][href*='?at=']").first.get_attribute("href")
    assert address is not None
    begin, end = map(int, address.partition("?at=")[2].removesuffix("#at").split("-"))
    page.goto(site + address)
    text = page.locator(".body").text_content() or ""
    assert "".join(page.locator(".body .asked").all_text_contents()) == text[begin:end]


def test_marks_can_be_taken_off_without_javascript(bare: Page, told: str) -> None:
    bare.goto(told)
    source = bare.locator(".body .s").first
    line = "it => getComputedStyle(it).textDecorationLine"
    assert "underline" in source.evaluate(line)
    bare.locator("#m-says").uncheck()
    assert bare.locator(".body .c1").first.evaluate(LIT) == NONE
    bare.locator("#m-event").uncheck()
    assert not bare.locator(".body .h").first.is_visible()


def test_two_texts_stand_side_by_side_and_one_below_the_other_in_a_narrow_window(browser: Browser, told: str) -> None:
    parent = httpx.get(f"{told}.json").json()["derives_from"][0]["id"]
    site, _, id = told.rpartition("/")
    for width, beside in ((1280, True), (400, False)):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{site}/{parent}/diff/{id}")
        pair = page.locator(".pair.both.changed").first
        one, two = pair.locator(".one").bounding_box(), pair.locator(".two").bounding_box()
        assert one is not None and two is not None and (one["y"] == two["y"]) is beside
        page.close()


def test_the_picture_of_a_family_leads_to_its_articles(page: Page, told: str) -> None:
    page.goto(f"{told}/family")
    page.locator(".picture svg a").first.click()
    page.wait_for_url("**/articles/d_*")
