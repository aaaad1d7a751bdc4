"""Reviewing, signing in and reports, as a person does it in a browser."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from sayso.store.connection import locked
from sayso.web.tokens import add, line
from tests.browser.served import served

pytestmark = pytest.mark.browser

SERIOUS = ("serious", "critical")
FURTHEST = 400  # presses of Tab until something must have been reached
# What has the focus, as a screen reader would begin to say it.
FOCUSED = """(() => {
  const it = document.activeElement.labels?.[0] ?? document.activeElement;
  return (it.innerText ?? it.textContent).trim();
})()"""


@pytest.fixture
def ledger(story: Path, tmp_path: Path) -> Path:
    """A copy of the story that may be written to."""
    shutil.copytree(story.parent, tmp_path / "own")
    return tmp_path / "own" / story.name


@pytest.fixture
def own(ledger: Path) -> Iterator[str]:
    """The address of the app over that copy."""
    with served(ledger) as address:
        yield address


def claim_of(site: str) -> str:
    return str(httpx.get(f"{site}/api/v1/claims?limit=1").json()["items"][0]["id"])


def reach(page: Page, words: str) -> None:
    """Press Tab until something with these words has the focus."""
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        if re.search(words, str(page.evaluate(FOCUSED))):
            return
    raise AssertionError(f"{words!r} was not reached with Tab on {page.url}")


def review(page: Page) -> None:
    """Follow the link within a page to where one reviews."""
    reach(page, "^Review$")
    page.keyboard.press("Enter")


def press(page: Page, words: str, key: str = "Enter") -> None:
    """Reach something and press a key that leads to another page."""
    reach(page, words)
    with page.expect_navigation():
        page.keyboard.press(key)


def begin(page: Page, site: str) -> str:
    """Open the claim that most articles tell, say who reviews, and give the address."""
    page.goto(f"{site}/claims")
    press(page, "^Karvenian troops have landed on Hallisk")
    claim = page.url
    review(page)
    reach(page, "^Your name")
    page.keyboard.type("Ilse Marrow")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == claim
    return claim


@pytest.mark.parametrize("script", [True, False])
def test_a_whole_review_needs_tab_enter_and_space_only(browser: Browser, own: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    claim = begin(page, own)
    review(page)
    press(page, "^Accept$", "Space")
    assert "Decision 1: accepted the claim as it was read." in page.inner_text("[role=status]")
    review(page)
    reach(page, "^Note$")
    page.keyboard.type("Ask the ministry.")
    press(page, "^Keep the note$")
    assert "“Ask the ministry.”" in page.inner_text("[role=status]")

    review(page)
    reach(page, "^Correct what one article says")
    page.keyboard.press("Enter")
    press(page, "^against ")
    assert "/tellings/c_" in page.url
    press(page, "^Neither$", "Space")
    assert page.url == claim and "is neither for nor against the claim" in page.inner_text("[role=status]")

    review(page)
    reach(page, "^Two of its origins are one")
    page.keyboard.press("Enter")
    reach(page, "^Tomas Velk")
    page.keyboard.press("Space")
    reach(page, "^World Desk 9")
    page.keyboard.press("Space")
    press(page, "^They are one$")
    told = page.inner_text("[role=status]")
    assert "Tomas Velk and World Desk 9 are one origin. Now contested: " in told and "; was 1 to 5" in told

    review(page)
    press(page, "^Undo")
    assert "took back decision 4" in page.inner_text("[role=status]") and "; was 1 to 4" in page.inner_text(
        "[role=status]"
    )
    press(page, "^Reviews$")
    assert page.locator(".decisions li").count() == 5
    context.close()


def test_what_was_typed_survives_a_ledger_that_is_written_to(browser: Browser, own: str, ledger: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own}/claims/{claim_of(own)}")
    page.fill("input[name=by]", "Ilse")
    page.click("text=Begin to review")
    page.fill("textarea[name=note]", "First line\nsecond <line>")
    with locked(ledger):
        page.click("text=Keep the note")
        assert "Nothing is lost" in page.inner_text("[role=alert]")
        assert page.input_value("textarea[name=note]") == "First line\nsecond <line>"
    page.click("button:has-text('Send it again')")
    assert "“First line second <line>”" in page.inner_text("[role=status]")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_while_somebody_reviews(browser: Browser, own: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # axe is a script of another's
    page = context.new_page()
    claim = f"{own}/claims/{claim_of(own)}"
    page.goto(claim)
    page.fill("input[name=by]", "Ilse")
    page.click("text=Begin to review")
    page.click("text=Accept")
    found = {}

    def look(name: str) -> None:
        told = Axe().run(page).response["violations"]
        bad = [(v["id"], v["nodes"][0]["html"][:160]) for v in told if v["impact"] in SERIOUS]
        found.update({name: bad} if bad else {})
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"), name

    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(claim)
        page.evaluate("document.querySelectorAll('.review details').forEach(it => { it.open = true })")
        look(f"claim {width}")
        page.goto(page.locator(".tellings a").first.evaluate("it => it.href"))
        look(f"telling {width}")
        page.fill("input[name=other]", "p_0000000000000000")
        page.click("text=Put it there")
        look(f"again {width}")
        page.goto(f"{own}/reviews")
        look(f"reviews {width}")
    context.close()
    assert found == {}


def test_a_token_opens_the_door_and_signing_out_closes_it(browser: Browser, ledger: Path, tmp_path: Path) -> None:
    add(tmp_path / "tokens", line("secret token", "Ilse"))
    with served(ledger, "--public", "--tokens", str(tmp_path / "tokens")) as site:
        page = browser.new_context().new_page()
        page.goto(f"{site}/reviews?by=Ilse")
        assert "/login" in page.url and "ledger.sayso" not in page.content()
        page.keyboard.type("secret token")  # the field has the focus
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url == f"{site}/reviews?by=Ilse" and "You decide as Ilse" in page.inner_text("main")
        other = page.context.new_page()
        other.set_content(f'<a href="{site}/claims">a link on a page of somebody else</a>')
        other.click("a")
        assert "/login" in other.url
        other.click("text=Go on")
        assert other.url == f"{site}/claims", "the session is still there"
        page.reload()
        page.click("text=Sign out")
        page.goto(f"{site}/claims")
        assert "/login" in page.url
        page.context.close()


def test_a_report_opens_from_disk_prints_on_a4_and_asks_nobody(browser: Browser, site: str, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{site}/claims/{claim_of(site)}")
    with page.expect_download() as begun:
        page.click("text=Report to send")
    path = tmp_path / begun.value.suggested_filename
    begun.value.save_as(path)
    assert re.fullmatch(r"claim-p_[0-9a-f]{7,}\.html", path.name)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: said.append(told.text))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()] and said == []
    assert page.locator("blockquote").first.evaluate("it => getComputedStyle(it).borderLeftStyle") == "solid"
    assert page.locator(".r-drawing rect").first.evaluate("it => getComputedStyle(it).stroke") != "none"
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    assert 2 <= len(pages) <= 12 and min(len(one.extract_text()) for one in pages[:-1]) > 200, "no page is nearly empty"
    context.close()
