"""Using what stands on a page never leads away from it, and leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import server
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, Visit
from checks.observe.inputs import INPUTS
from checks.observe.presses import PRESSES
from checks.observe.shortcuts import SHORTCUTS

WAYS = {
    "location.href = '/next/'": ("navigation", "/next/"),
    "location.reload()": ("navigation", "/"),
    "history.back()": ("navigation", ""),
    "form.submit()": ("submit", "/next/"),
    "form.requestSubmit()": ("submit", "/next/"),
    "away.click()": ("navigation", "/next/"),
    "apart.click()": ("window", "/next/"),
    "window.open('/next/')": ("window", "/next/"),
    "alert('Hello')": ("message", "Hello"),
    "confirm('Sure?')": ("message", "Sure?"),
}
BODY = """<!doctype html><html lang="en"><title>A</title>
<form id="form" action="/next/"></form>
<a id="away" href="/next/">Next</a> <a id="apart" href="/next/" target="_blank">Next</a>
<label>Name <input id="field"></label> <button type="button" id="button">Do</button>
<script>
var navigation = form; // a name that the browser has as well
const use = () => {{ {way}; }};
field.addEventListener("change", use); button.addEventListener("click", use);
addEventListener("keydown", event => {{ if (event.key === "x") use(); }});
</script>"""


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, tmp_path: Path, own_browser: SeleniumBrowser) -> Iterator[tuple[str, str]]:
    (tmp_path / "index.html").write_text(BODY.format(way=request.param))
    with server.folder(tmp_path, "site") as site:
        own_browser.enter({})
        own_browser.open(site.address(Page("/"), scripts=True))
        yield WAYS[request.param]


def test_nothing_leads_away_and_the_page_is_as_before(
    way: tuple[str, str], own_browser: SeleniumBrowser, settings: Settings
) -> None:
    look = "return [location.pathname, document.documentElement.outerHTML, document.querySelector('#field').value]"
    before = own_browser.evaluate(look)
    inputs = INPUTS.observe(own_browser, visit(settings))
    shortcuts = SHORTCUTS.observe(own_browser, visit(settings))
    PRESSES.observe(own_browser, visit(settings))
    assert [(change.effect, change.to) for change in inputs.changes] == [way]
    assert [(shortcut.key, shortcut.effect) for shortcut in shortcuts.found] == [("x", way[0])]
    assert own_browser.evaluate(look) == before


def visit(settings: Settings) -> Visit:
    return Visit(Page("/"), None, settings)
