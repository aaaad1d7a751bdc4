from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_the_figures_are_read_with_what_they_count(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/status")
    assert page.locator(".big div").first.inner_text().split("\n")[:2] == ["articles", "31"]
    assert "Nothing was set aside" in page.locator("main").inner_text()
    page.goto(f"{site}/status/set-aside")
    page.select_option("select[name=stage]", "reading")
    page.click("text=Show")
    assert "stage=reading" in page.url and page.locator(".lead").is_visible()
    page.close()
