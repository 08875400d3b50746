"""Nothing moves while a page comes in over a slow line, whatever its scripts add."""

from __future__ import annotations

import pytest

from checks.browser import SeleniumBrowser
from checks.server import Site

SLOW = {"offline": False, "latency": 300, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Milliseconds, and bytes in a second."""

MOVED = """
  const moved = [];
  const named = ({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 60);
  const watch = new PerformanceObserver((list) => moved.push(...list.getEntries()));
  watch.observe({ type: "layout-shift", buffered: true });
  await new Promise((resolve) => setTimeout(resolve, arguments[0]));
  return [...moved, ...watch.takeRecords()].map(({ value, sources }) => [value, ...sources.map(named)]);
"""
SETTLED = 600  # milliseconds
MOVE = "setTimeout(() => document.querySelector('h1').before(document.createElement('hr')), 100);"


@pytest.fixture(params=["wide", "narrow"])
def slow(request: pytest.FixtureRequest) -> SeleniumBrowser:
    """A browser on a slow line, which forgets what it has loaded before."""
    browser: SeleniumBrowser = request.getfixturevalue(request.param)
    browser.command("Network.enable")
    browser.command("Network.setCacheDisabled", cacheDisabled=True)
    browser.command("Network.emulateNetworkConditions", **SLOW)
    request.addfinalizer(lambda: browser.command("Network.disable"))
    return browser


@pytest.mark.parametrize("page", ["", "help-now/", "decide/", "week-planner/", "search/", "search/?q=cost", "404.html"])
def test_nothing_moves_while_a_page_comes_in(served: Site, slow: SeleniumBrowser, page: str) -> None:
    slow.open(f"{served.with_scripts}/{page}")
    assert slow.evaluate(MOVED, SETTLED) == []


def test_what_moves_is_seen(served: Site, slow: SeleniumBrowser) -> None:
    slow.open(f"{served.with_scripts}/")
    slow.evaluate(MOVE)
    assert any("<h1" in name for _, *names in slow.evaluate(MOVED, SETTLED) for name in names)


def test_a_page_is_seen_though_its_results_do_not_come(served: Site, slow: SeleniumBrowser) -> None:
    slow.command("Network.setBlockedURLs", urls=["*/search.*.js"])
    slow.open(f"{served.with_scripts}/search/?q=cost")
    assert "cost" in slow.evaluate("return location.search;")
    seen = "return document.querySelector('main h1 + p').checkVisibility({ visibilityProperty: true });"
    assert slow.evaluate(f"await new Promise((resolve) => setTimeout(resolve, 2500)); {seen}") is True
    slow.command("Network.setBlockedURLs", urls=[])
