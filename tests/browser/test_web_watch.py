from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_what_was_looked_at_is_new_no_more_in_this_browser_alone(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/watch")
    assert "31 articles came in" in page.locator(".came").inner_text()
    assert page.locator(".claims > li").count() > 3
    page.click("text=I have looked")
    assert page.url == f"{site}/watch"
    assert "Nothing came in since you looked" in page.locator(".came").inner_text()
    page.click(".came a")  # what came on the last day
    assert "31 articles came in since" in page.locator(".came").inner_text()
    context.close()
    other = browser.new_context()
    page = other.new_page()
    page.goto(f"{site}/watch")
    assert "31 articles came in" in page.locator(".came").inner_text()
    other.close()


def test_about_narrows_it_down_and_stays(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/watch")
    page.fill("input[name=about]", "lighthouse")
    page.click("text=Show")
    claims = page.locator(".claims .claim").all_inner_texts()
    assert claims and len(claims) < 10
    assert page.locator("input[name=about]").input_value() == "lighthouse"
    page.close()
