"""Pages that keep the gate from looking: untested with the reason, while the run goes on with all other pages."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checks import browser as browsers
from checks import config, engine, server, states
from checks.browser import Browser, SeleniumBrowser
from checks.command_line import BLOCKED, main
from checks.model import Outcome, Page, Report, Visit
from tests.checks.fakes import observation, rule

HEAD = '<!doctype html><html lang="en"><title>Page</title><h1>Page</h1>'
GOOD = f"{HEAD}<p>Text.</p>"
STATES = [state for state in states.STATES if state.name in ("wide", "dark")]
STUCK = {
    "a loop": "<script>while (true);</script>",
    "a loop after loading": "<script>setTimeout(() => { while (true); })</script>",
    "a page that loads itself": "<script>location.reload()</script>",
    "dialogs without end": "<script>while (true) alert('Again')</script>",
}
MEMORY_WITHOUT_END = "<script>const all = []; while (true) all.push(new Array(1e6).fill(1.5))</script>"


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A browser that waits less for a page that does not answer."""
    for name, seconds in {"LOAD_SECONDS": 8, "SCRIPT_SECONDS": 8, "ANSWER_SECONDS": 10}.items():
        monkeypatch.setattr(browsers, name, seconds)
    yield


def site_of(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(text, encoding="utf-8")
    return folder


def look_at(folder: Path, *, deadly: bool = False) -> tuple[Report, int]:
    with server.folder(folder, "site") as site:
        return judge(site, folder, deadly=deadly)


def judge(site: server.Site, root: Path, *, deadly: bool = False) -> tuple[Report, int]:
    """The report on a site and how many browsers it took; `deadly` kills the tab of the page /bad/."""
    started: list[Browser] = []

    def start() -> Browser:
        started.append(SeleniumBrowser())
        return started[-1]

    def title(browser: Browser, visit: Visit) -> object:
        if deadly and visit.page.path == "/bad/":
            browser.command("Page.crash")
        return browser.evaluate("return document.title")

    judged = rule(observes=(observation(observe=title),), states=("wide", "dark"))
    settings = config.Settings(root=root)
    checked = engine.check_site(site, [judged], STATES, settings, start, workers=1)
    return engine.report([checked], settings, {}), len(started)


def outcomes(report: Report, page: str) -> set[Outcome]:
    return {result.outcome for result in report.results if page in result.pages}


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("name", STUCK)
def test_a_page_that_is_stuck_is_waited_for_once(name: str, tmp_path: Path) -> None:
    pages = {"bad": HEAD + STUCK[name], "first": GOOD, "second": GOOD}
    report, browsers_started = look_at(site_of(tmp_path, pages))
    assert outcomes(report, "/bad/") == {Outcome.UNTESTED}
    assert outcomes(report, "/first/") == outcomes(report, "/second/") == {Outcome.PASSED}
    assert all(result.message for result in report.results if result.outcome == Outcome.UNTESTED)
    assert not report.clear
    assert browsers_started <= 2


def test_a_tab_that_dies_is_tried_again_and_then_untested(tmp_path: Path) -> None:
    report, browsers_started = look_at(site_of(tmp_path, {"bad": GOOD, "good": GOOD}), deadly=True)
    assert outcomes(report, "/bad/") == {Outcome.UNTESTED}
    assert outcomes(report, "/good/") == {Outcome.PASSED}
    assert not report.clear
    assert browsers_started == 3


@pytest.mark.usefixtures("hasty")
def test_a_page_that_takes_all_memory_is_untested(tmp_path: Path) -> None:
    report, browsers_started = look_at(site_of(tmp_path, {"bad": GOOD + MEMORY_WITHOUT_END, "good": GOOD}))
    assert outcomes(report, "/bad/") == {Outcome.UNTESTED}
    assert outcomes(report, "/good/") == {Outcome.PASSED}
    assert not report.clear
    assert browsers_started <= 3  # it hangs, or its tab dies twice


class Answers(BaseHTTPRequestHandler):
    """Sends /bad/ to itself, closes the line on /gone/, lost /lost/, and has a page at every other address."""

    def do_GET(self) -> None:
        if self.path == "/gone/":
            return
        self.send_response({"/bad/": 302, "/lost/": 404}.get(self.path, 200))
        self.send_header("Location", self.path)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(GOOD.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def test_pages_that_cannot_be_opened_are_untested(tmp_path: Path) -> None:
    answering = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=answering.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{answering.server_address[1]}"
    pages = tuple(Page(path) for path in ("/bad/", "/gone/", "/lost/", "/good/"))
    try:
        report, _ = judge(server.Site("site", pages, address, address), tmp_path)
    finally:
        answering.shutdown()
    for page in ("/bad/", "/gone/", "/lost/"):
        assert outcomes(report, page) == {Outcome.UNTESTED}
    assert outcomes(report, "/good/") == {Outcome.PASSED}
    reasons = [result.message for result in report.results if result.outcome == Outcome.UNTESTED]
    assert all("could not be opened" in reason for reason in reasons)


def test_a_page_that_asks_on_load_is_looked_at(tmp_path: Path) -> None:
    asking = (
        "<script>addEventListener('beforeunload', leave => leave.preventDefault());"
        "alert('Welcome'); confirm('Cookies?'); prompt('Your name?');</script>"
    )
    report, browsers_started = look_at(site_of(tmp_path, {"bad": GOOD + asking, "good": GOOD}))
    assert outcomes(report, "/bad/") == outcomes(report, "/good/") == {Outcome.PASSED}
    assert browsers_started == 1


def test_a_page_of_ten_megabytes_is_untested(tmp_path: Path) -> None:
    words = "<p>Some words that fill a long page.</p>\n"
    report, _ = look_at(site_of(tmp_path, {"bad": GOOD + words * (10_000_000 // len(words)), "good": GOOD}))
    assert outcomes(report, "/bad/") == {Outcome.UNTESTED}
    assert outcomes(report, "/good/") == {Outcome.PASSED}
    assert not report.clear


def test_a_page_of_two_megabytes_is_looked_at(tmp_path: Path) -> None:
    report, _ = look_at(site_of(tmp_path, {"long": GOOD + f"<p>{'Long words. ' * 166_000}</p>"}))
    assert outcomes(report, "/long/") == {Outcome.PASSED}


@pytest.mark.usefixtures("hasty")
def test_a_run_with_an_untested_page_does_not_end_in_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site_of(tmp_path, {"bad": HEAD + STUCK["a loop"], "good": GOOD})
    status = main(["site", str(folder), "--rule", "reflow", "--state", "narrow"])
    assert status == BLOCKED
    assert "did not answer in time" in capsys.readouterr().out
