from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_from_the_list_to_a_source_to_a_claim_by_keys_alone(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/sources")
    name = page.locator(".speaker .claim").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/person/*")
    assert page.locator("h1").inner_text() == name
    said = page.locator(".claims a.claim").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/p_*")
    assert said in page.locator("main").inner_text()
    page.close()


def test_a_name_is_found_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/sources")
    page.fill("input[name=name]", "velk")
    page.click("text=Show")
    assert page.locator(".speaker .claim").count() == 3
    page.fill("input[name=name]", "Jonna Reik")  # without a public role
    page.click("text=Show")
    assert "Private persons are not found by name" in page.locator(".lead").inner_text()
    context.close()


def test_the_lists_fit_beside_each_other_and_below_each_other(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/sources/person/tmsu%20vlke")
    said, beside = (page.locator(at).bounding_box() for at in (".spread > section", ".spread > .aside"))
    assert said and beside and said["x"] + said["width"] <= beside["x"]
    page.set_viewport_size({"width": 400, "height": 900})
    said, beside = (page.locator(at).bounding_box() for at in (".spread > section", ".spread > .aside"))
    assert said and beside and said["y"] + said["height"] <= beside["y"]
    page.close()
