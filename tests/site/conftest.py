"""The guide as it is now, built anew for the tests of the whole site, and a browser to look at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checks import browser, config, server, states
from checks.browser import BrowserFault, ScriptFault, SeleniumBrowser
from publish.build import write_site
from publish.engine import read_settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = config.load(ROOT)
ARRIVED = "return performance.timeOrigin !== arguments[0] && document.readyState;"


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


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[SeleniumBrowser]:
    """A browser of its own that does all that a reader's does: service workers, pages kept for going back."""
    monkeypatch.setattr(browser, "WATCH", "")
    monkeypatch.setattr(browser, "SWITCHES", tuple(one for one in browser.SWITCHES if "back-forward" not in one))
    started = SeleniumBrowser()
    try:
        yield started
    finally:
        started.close()


def go(browser: SeleniumBrowser, address: str) -> None:
    """Lead the browser to an address as a link does: nothing that it keeps is cleared away, as `open` does."""
    before = browser.evaluate("return performance.timeOrigin;")
    browser.evaluate("location.href = arguments[0];", address)
    until(lambda: browser.evaluate(ARRIVED, before), "complete")


def until(ask: Callable[[], object], wanted: object = True, seconds: float = 20) -> None:
    """Ask again until the answer is the wanted one. Fails when it does not come in time."""
    end = time.monotonic() + seconds
    while (answer := _answer(ask)) != wanted:
        assert time.monotonic() < end, f"after {seconds} s: {answer!r}, and not {wanted!r}"
        time.sleep(0.05)


def _answer(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except (BrowserFault, ScriptFault):  # a page that is just going away
        return None
