"""Nothing that comes from an article, a feed or a name is executed, loaded or followed."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import served
from tests.web.hostile import PAYLOADS, hostile_ledger

pytestmark = pytest.mark.browser

LISTS = ("claims", "articles", "sources", "reviews")
PLAIN = ("/map", "/watch", "/watch/new", "/status", "/search?words=script", "/search?words=script&in=claims")
# Elements and attributes that no page of ours has: one of them means that words became markup.
FOREIGN = (
    "script:not([src^='/static/']), style, iframe, object, embed, base, meta[http-equiv], template, video,"
    " [onerror], [onload], [onfocus], [ontoggle], [onbegin], [style], [autofocus], form[action^='http']"
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over a ledger in which all words try to act."""
    with served(hostile_ledger(tmp_path_factory.mktemp("hostile"))) as address:
        yield address


def addresses(site: str) -> list[str]:
    """Every list, and each thing in it."""
    found = [*PLAIN]
    for name in LISTS:
        found.append(f"/{name}")
        answer = httpx.get(f"{site}/api/v1/{name}?limit=100", timeout=60)
        assert answer.status_code == 200, answer.text
        if name == "articles":
            ids = [item["id"] for item in answer.json()["items"]]
            found += [f"/articles/{a}/diff/{b}" for a, b in zip(ids, ids[1:], strict=False)][:20]
            found += [f"/articles/{id}/family" for id in ids[:20]]
        if name != "reviews":
            found += [f"/{name}/{item['id']}" for item in answer.json()["items"] if item.get("id")]
    return found


def check(page: Page, address: str) -> None:
    assert page.evaluate("window.__hit") is None, address
    assert page.locator(FOREIGN).count() == 0, (address, page.locator(FOREIGN).first.evaluate("it => it.outerHTML"))
    links = page.evaluate(
        "[...document.querySelectorAll('[href]')].map(it => new URL(it.href.baseVal ?? it.href, location).protocol)"
    )
    assert set(links) <= {"http:", "https:"}, (address, links)


def test_no_words_of_an_article_act_on_any_page(browser: Browser, hostile_site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    outside, dialogs, refused = [], [], []
    page.on("request", lambda request: None if request.url.startswith(hostile_site) else outside.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
    seen = ""
    for address in addresses(hostile_site):
        answer = page.goto(hostile_site + address)
        assert answer is not None and answer.status == 200, address
        check(page, address)
        seen += page.content()
    assert (outside, dialogs, refused) == ([], [], [])
    assert sum(payload.strip().split()[0][:8] in seen or "&lt;" in seen for payload in PAYLOADS) == len(PAYLOADS) >= 500
    context.close()


def test_no_words_of_an_address_act(browser: Browser, hostile_site: str) -> None:
    page = browser.new_page()
    for k, payload in enumerate(PAYLOADS[::7]):
        path, name = (("/claims", "about"), ("/search", "words"), ("/articles", "outlet"), ("/claims", "sort"))[k % 4]
        page.goto(str(httpx.URL(hostile_site + path, params={name: payload})))
        check(page, path + payload)
    page.close()
