from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_keys_move_through_the_list_and_open_a_claim(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/claims")
    links = page.locator(".claims a.claim")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert links.nth(1).evaluate("it => it === document.activeElement")
    page.keyboard.press("k")
    assert links.first.evaluate("it => it === document.activeElement")
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.locator("input[name=about]").input_value() == "jk"
    page.close()


def test_filters_work_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.select_option("select[name=standing]", "contested")
    page.click("text=Show")
    assert "standing=contested" in page.url
    shown = page.locator(".claims .standing").all_inner_texts()
    assert shown and set(shown) == {"contested"}
    context.close()
