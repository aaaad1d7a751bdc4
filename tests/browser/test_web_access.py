"""Everybody can use every page: axe-core finds nothing serious, nothing asks another machine, nothing overflows."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SERIOUS = ("serious", "critical")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW = {"width": 400, "height": 800}
WIDE = {"width": 1280, "height": 900}


def addresses(site: str) -> list[str]:
    """One of each kind of page."""
    claims = httpx.get(f"{site}/api/v1/claims?limit=3").json()["items"]
    articles = httpx.get(f"{site}/api/v1/articles").json()["items"]
    sources = httpx.get(f"{site}/api/v1/sources?limit=3").json()["items"]
    told = httpx.get(f"{site}/api/v1/claims/{claims[0]['id']}").json()["assertions"][0]["document"]
    found = ["/claims", "/claims?standing=contested&about=Hallisk", "/claims?about=nothing", "/nothing"]
    found += [f"/claims/{claim['id']}" for claim in claims]
    found += ["/articles", f"/articles/{told}", *(f"/articles/{article['id']}" for article in articles[:3])]
    copy = next(i["id"] for i in articles if _parents(site, i["id"]))
    found += [f"/articles/{copy}?at=0-20", f"/articles/{copy}/family"]
    found += [f"/articles/{_parents(site, copy)[0]}/diff/{copy}"]
    found += ["/sources", *(f"/sources/{source['source_kind']}/{source['key']}" for source in sources)]
    found += ["/watch", "/watch/new", "/watch/changed", "/status/set-aside", "/search?words=troops&in=claims"]
    return [*found, "/map", "/status", "/search", "/search?words=Hallisk", "/reviews"]


def _parents(site: str, id: str) -> list[str]:
    """From what an article derives."""
    found = httpx.get(f"{site}/api/v1/articles/{id}").json()["derives_from"]
    return [parent["id"] for parent in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, site: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=WIDE, bypass_csp=True)  # axe is a script of another's
    page = context.new_page()
    found = {}
    for address in addresses(site):
        page.goto(site + address)
        told = Axe().run(page, options=RULES).response["violations"]
        bad = [(v["id"], v["nodes"][0]["html"][:160]) for v in told if v["impact"] in SERIOUS]
        if bad:
            found[address] = bad
    context.close()
    assert found == {}


def test_every_page_fits_a_narrow_window(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    wide = []
    for address in addresses(site):
        page.goto(site + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
            wide.append(address)
    context.close()
    assert wide == []


def test_no_page_asks_another_machine_or_says_anything_on_the_console(browser: Browser, site: str) -> None:
    page = browser.new_page()
    outside, said = [], []
    page.on("request", lambda request: None if request.url.startswith(site) else outside.append(request.url))
    page.on("console", lambda told: said.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in addresses(site):
        page.goto(site + address)
    page.close()
    assert outside == [] and [s for s in said if "404" not in s] == []


def test_every_page_has_one_heading_a_language_and_a_way_past_the_menu(browser: Browser, site: str) -> None:
    page = browser.new_page()
    for address in addresses(site):
        page.goto(site + address)
        assert page.locator("h1").count() == 1, address
        assert page.locator("html").get_attribute("lang") == "en"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip", address
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(it => +it.tagName[1])")
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), (address, levels)
    page.close()


def test_the_keys_of_the_pages_are_told_where_they_work(site: str) -> None:
    assert "<kbd>j</kbd>" in httpx.get(f"{site}/claims").text
