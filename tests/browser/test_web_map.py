from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sayso.store.connection import writer
from tests.browser.served import served
from tests.store.placed import CRIMEA, GULF, KYIV, UKRAINE, put

pytestmark = pytest.mark.browser
# WCAG 2.2 A and AA.
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over a ledger with claims of ten days, in places of all kinds."""
    path = tmp_path_factory.mktemp("places") / "ledger.sayso"
    with writer(path, create=True) as ledger:
        for day in range(1, 10):
            dated = {"since": f"2022-03-{day:02}T00:00:00", "until": f"2022-03-{day + 1:02}T00:00:00"}
            put(ledger, **KYIV, **dated, least=day, standing="contested" if day % 2 else "corroborated")
        put(ledger, **CRIMEA, since="2022-03-01T00:00:00", until="2022-04-01T00:00:00", least=2)
        put(ledger, **UKRAINE, least=0, standing="unsourced")
        put(ledger, **GULF, standing="denied")
    with served(path) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/map?view=UA", "/claims?since=2022-03-03&until=2022-03-05"])
def test_nothing_keeps_people_from_using_it(browser: Browser, places: str, scheme: str, address: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(places + address)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert faults == []
    context.close()


def test_a_mark_is_opened_with_the_keyboard(page: Page, places: str) -> None:
    page.goto(f"{places}/map?view=UA")
    page.locator("a.place.dot").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/claims\?place=Kyiv&at=50\.45"))
    assert page.locator(".claims > li").count() == 9


def test_marks_have_the_colours_of_their_standings(page: Page, places: str) -> None:
    page.goto(f"{places}/map?view=UA")
    fills = page.locator("a.dot .full").evaluate_all("all => all.map(it => getComputedStyle(it).fill)")
    assert len(set(fills)) == 2 and "none" not in fills
    hatch = page.locator(".hatched").evaluate("it => getComputedStyle(it).fill")
    assert "hatch" in hatch


def test_arrows_move_along_the_strip_and_enter_chooses_a_day(page: Page, places: str) -> None:
    page.goto(f"{places}/claims")
    bars = page.locator(".strip a")
    bars.first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert bars.nth(3).evaluate("it => it === document.activeElement")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("since=2022-03-04&until=2022-03-04"))


def test_dragging_over_the_strip_chooses_a_stretch(page: Page, places: str) -> None:
    page.goto(f"{places}/map?standing=contested")
    bars = page.locator(".strip a")
    bars.nth(2).hover()
    page.mouse.down()
    bars.nth(4).hover()
    page.mouse.up()
    expect(page).to_have_url(re.compile("standing=contested.*since=2022-03-03.*until=2022-03-05"))


def test_sliders_choose_a_stretch(page: Page, places: str) -> None:
    page.goto(f"{places}/map")
    first = page.locator(".span input").first
    assert first.get_attribute("aria-valuetext") == "1 March 2022"
    first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=since]").input_value() == "2022-03-02" and "since" not in page.url
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("since=2022-03-02"))


def test_all_of_it_works_without_javascript(browser: Browser, places: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{places}/map")
    page.click("text=World")
    page.click("[aria-label=Closer]")
    assert "view=" in page.url and page.locator("svg.map .land").count() > 0
    page.click(".strip a >> nth=2")
    expect(page).to_have_url(re.compile("since=2022-03-03"))
    page.select_option("select[name=standing]", "contested")
    page.click("text=Show")
    assert "view=" in page.url and "standing=contested" in page.url
    context.close()


@pytest.mark.parametrize("address", ["/map?view=UA", "/claims"])
def test_a_narrow_screen_needs_no_sideways_scrolling(browser: Browser, places: str, address: str) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(places + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.close()


def test_the_first_view_is_light(page: Page, places: str) -> None:
    """At most 150 KB come over the wire for the whole world, its style sheets and scripts."""
    came: list[int] = []
    page.on("requestfinished", lambda request: came.append(request.sizes()["responseBodySize"]))
    page.goto(f"{places}/map?view=world", wait_until="networkidle")
    assert 10_000 < sum(came) < 150_000


def test_the_form_takes_one_line_on_a_usual_screen(page: Page, places: str) -> None:
    page.goto(f"{places}/claims")
    tops = page.locator(".asked > label > :is(input, select), .asked > button").evaluate_all(
        "all => all.map(it => Math.round(it.getBoundingClientRect().top))"
    )
    assert len(tops) == 7 and max(tops) - min(tops) <= 2
