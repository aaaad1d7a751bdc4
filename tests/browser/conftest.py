"""A headless Chromium, the system's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.served import demo_ledger, served

MISSING = "Chromium is not installed: `apt-get install chromium`, or name the program in CHROMIUM"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. Without Chromium they are skipped, but never where CI is set."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to the superuser, whom containers run as.
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if as_root else [])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the story of ``sayso demo``. Not to be written to: copy its folder."""
    return demo_ledger(tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="session")
def site(story: Path) -> Iterator[str]:
    """The address of the app over that ledger."""
    with served(story) as address:
        yield address
