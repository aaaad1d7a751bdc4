from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_the_box_of_every_page_searches_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/status")
    page.fill("#find", "flag lighthouse")
    page.press("#find", "Enter")
    assert page.url.endswith("/search?words=flag+lighthouse")
    assert set(page.locator(".passage mark").first.locator("..").locator("mark").all_inner_texts()) <= {
        "flag",
        "lighthouse",
    }
    page.click(".tabs a:has-text('Claims')")
    assert "in=claims" in page.url and page.locator("input[name=words]").input_value() == "flag lighthouse"
    page.fill("input[name=words]", "sailors")
    page.click("main button")
    assert "in=claims" in page.url and "sailors" in page.locator(".claim mark").first.inner_text()
    context.close()


def test_a_click_on_a_hit_leads_to_its_article(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/search?words=Hallisk")
    title = page.locator(".claim").first.inner_text()
    page.locator(".claim").first.click()
    assert "/articles/d_" in page.url and title in page.locator("main").inner_text()
    page.close()
