"""The real browser: what it answers, and how it fails."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checks import server
from checks.browser import BrowserFault, BrowserMissing, ScriptFault, SeleniumBrowser
from checks.model import Page

BODY = """<!doctype html><html lang="en"><title>A</title><style>body { margin: 0 }</style>
<header id="top"><a href="#a">One</a></header><main><h2>Two</h2><p>a</p><p><input></p></main>
<script>
const { dataset } = document.body;
addEventListener("keydown", ({ shiftKey, key }) => {
  dataset.keys = `${dataset.keys ?? ""} ${shiftKey ? "Shift+" : ""}${key}`;
});
</script>"""


@pytest.fixture
def page(tmp_path: Path, own_browser: SeleniumBrowser) -> Iterator[SeleniumBrowser]:
    (tmp_path / "index.html").write_text(BODY)
    with server.folder(tmp_path, "site") as site:
        own_browser.enter({})
        own_browser.open(site.address(Page("/"), scripts=True))
        yield own_browser


def test_evaluate_passes_arguments_and_awaits(page: SeleniumBrowser) -> None:
    script = "await null; return { got: arguments, title: document.title }"
    assert page.evaluate(script, 1, None, True, {"a": ["é"]}) == {
        "got": {"0": 1, "1": None, "2": True, "3": {"a": ["é"]}},
        "title": "A",
    }
    assert page.evaluate("return undefined") is None


@pytest.mark.parametrize("script", ["throw new Error('broken here')", "await Promise.reject(new Error('broken here'))"])
def test_a_script_that_fails_says_why(script: str, page: SeleniumBrowser) -> None:
    with pytest.raises(ScriptFault, match="broken here"):
        page.evaluate(script)


def test_inspect_asks_for_listeners_passes_arguments_and_awaits(page: SeleniumBrowser) -> None:
    script = "const kinds = Object.keys(getEventListeners(window)); await null; return [kinds, ...arguments]"
    [kinds, *arguments] = page.inspect(script, None, "é</script>")
    assert "keydown" in kinds
    assert arguments == [None, "é</script>"]
    with pytest.raises(ScriptFault, match="broken here"):
        page.inspect("await null; throw new Error('broken here')")


def test_keys_are_real(page: SeleniumBrowser) -> None:
    assert page.active_element() is None
    page.press("Tab")
    assert page.active_element() == {
        "selector": "#top > a",
        "snippet": '<a href="#a">One</a>',
        "template": "",
        "heading": "",
    }
    page.press("Tab")
    for key in ("a", "ü", "+", " "):
        page.press(key)
    page.press("Shift+Tab")
    page.press("Escape")
    focused = page.active_element()
    assert focused and focused["selector"] == "#top > a"
    assert page.evaluate("return document.querySelector('input').value") == "aü+ "
    assert page.evaluate("return document.body.dataset.keys") == " Tab Tab a ü +   Shift+Tab Escape"


def test_screenshots_of_the_viewport_and_of_a_part(page: SeleniumBrowser) -> None:
    def size(picture: bytes) -> tuple[int, int]:
        assert picture.startswith(b"\x89PNG")
        return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])

    assert size(page.screenshot()) == (1280, 800)
    assert size(page.screenshot((10, 20, 30, 40))) == (30, 40)


def test_described_elements_know_their_heading_and_template(page: SeleniumBrowser) -> None:
    page._templates = '["header"]'
    try:
        described = page.evaluate("return ['p', 'a'].map(one => checks.describe(document.querySelector(one)))")
    finally:
        page._templates = "[]"
    assert described[0] | {"template": ""} == {
        "selector": "main > p:nth-of-type(1)",
        "snippet": "<p>a</p>",
        "template": "",
        "heading": "Two",
    }
    assert (described[1]["template"], described[1]["heading"]) == ("header", "")


def test_a_page_that_never_comes_to_rest_is_a_fault(tmp_path: Path, own_browser: SeleniumBrowser) -> None:
    (tmp_path / "index.html").write_text(
        "<p id=a>a</p><script>let n = 0; (function move() {"
        " a.style.height = `${n++ % 900}px`; requestAnimationFrame(move) })()</script>"
    )
    with server.folder(tmp_path, "site") as site, pytest.raises(ScriptFault, match="did not come to rest"):
        own_browser.open(site.address(Page("/"), scripts=True))


def test_endless_decoration_does_not_keep_a_page_from_resting(tmp_path: Path, own_browser: SeleniumBrowser) -> None:
    (tmp_path / "index.html").write_text(
        "<style>@keyframes turn { to { transform: rotate(1turn) } } p { animation: turn 1s infinite } "
        "b { transition: opacity 60s; opacity: 0 }</style><p>a<b>b</b>"
        "<script>document.querySelector('b').style.opacity = 1</script>"
    )
    with server.folder(tmp_path, "site") as site:
        own_browser.open(site.address(Page("/"), scripts=True))
    assert own_browser.evaluate("return getComputedStyle(document.querySelector('b')).opacity") == "1"


LEAVING = """<!doctype html><html lang="en"><title>A</title><form action="/away/"><input></form><script>
var navigation = document.forms[0];
function stop() {}
</script>"""


@pytest.mark.parametrize("way", ["navigation.requestSubmit()", "location.href = '/away/'"])
def test_where_a_page_was_about_to_lead_does_not_come_up_in_place_of_the_next(
    way: str, tmp_path: Path, own_browser: SeleniumBrowser
) -> None:
    for path, text in {"index.html": LEAVING, "away/index.html": "Away", "next/index.html": "Next"}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    with server.folder(tmp_path, "site") as site:
        for milliseconds in range(10, 40):
            own_browser.open(site.address(Page("/"), scripts=True))
            own_browser.evaluate(f"setTimeout(() => {{ {way} }}, {milliseconds})")
            own_browser.open(site.address(Page("/next/"), scripts=True))
            assert own_browser.evaluate("return location.pathname") == "/next/"


def test_a_page_that_hangs_is_a_fault() -> None:
    class Hanging(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            threading.Event().wait(20)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    hanging = ThreadingHTTPServer(("127.0.0.1", 0), Hanging)
    threading.Thread(target=hanging.serve_forever, daemon=True).start()
    browser = SeleniumBrowser()
    browser._driver.set_page_load_timeout(5)
    try:
        with pytest.raises(BrowserFault, match="in time"):
            browser.open(f"http://127.0.0.1:{hanging.server_address[1]}/")
    finally:
        browser.close()
        hanging.shutdown()


def test_a_browser_that_is_killed_is_a_fault_and_leaves_nothing_behind() -> None:
    browser = SeleniumBrowser()
    os.kill(browser._driver.service.process.pid, signal.SIGKILL)
    with pytest.raises(BrowserFault):
        browser.open("about:blank")
    browser.close()
    assert not browser.profile.exists()


def test_no_browser_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SE_OFFLINE", "true")
    monkeypatch.setenv("SE_CACHE_PATH", str(tmp_path))
    with pytest.raises(BrowserMissing, match="apt-get install chromium chromium-driver"):
        SeleniumBrowser()
