"""The guide as it is now, built anew for the tests of the whole site, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import config, server, states
from checks.browser import SeleniumBrowser
from publish.build import write_site
from publish.engine import read_settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = config.load(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built guide."""
    into = tmp_path_factory.mktemp("guide") / "site"
    write_site(read_settings(ROOT), into)
    return into


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[server.Site]:
    """The built guide at an address, with scripts and without."""
    with server.folder(site, "site") as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> Iterator[SeleniumBrowser]:
    """One browser for all tests of this folder."""
    browser = SeleniumBrowser()
    try:
        yield browser
    finally:
        browser.close()


@pytest.fixture
def wide(chromium: SeleniumBrowser) -> SeleniumBrowser:
    """The browser with a window of 1280 × 800 pixels."""
    chromium.enter(states.WIDE)
    return chromium


@pytest.fixture
def narrow(chromium: SeleniumBrowser) -> SeleniumBrowser:
    """The browser with a window of 320 × 640 pixels."""
    chromium.enter(states.NARROW)
    return chromium
