"""Take the pictures of the web app that the README shows: ``python tools/make_screens.py docs/img``.

Needs the development environment and Debian's Chromium. The ledger is that of ``sayso demo``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from tests.browser.served import demo_ledger, served

CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1240, "height": 1000}


def main(folder: Path) -> None:
    """Write ``claim.png``, light, and ``article.png``, dark."""
    with tempfile.TemporaryDirectory() as place, served(demo_ledger(Path(place))) as site, sync_playwright() as play:
        claim = httpx.get(f"{site}/api/v1/claims?limit=1").json()["items"][0]["id"]
        told = httpx.get(f"{site}/api/v1/articles?limit=100").json()["items"]
        article = next(row["id"] for row in told if row["outlet"] == "Westmarch Chronicle")
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, path, scheme in (("claim", f"/claims/{claim}", "light"), ("article", f"/articles/{article}", "dark")):
            page = chromium.new_context(viewport=SIZE, color_scheme=scheme).new_page()  # type: ignore[arg-type]
            page.goto(site + path)
            page.screenshot(path=folder / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
