"""A headless Chromium, the system's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

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
