"""What widens a page is named where it can be mended; what is cut off and what lies over each other is measured."""

from __future__ import annotations

from pathlib import Path

from checks import server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, Visit
from checks.observe import layout

NARROW = next(state for state in states.STATES if state.name == "narrow")


def measure(body: str, browser: SeleniumBrowser, settings: Settings, folder: Path) -> layout.Layout:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title>{body}', encoding="utf-8")
    with server.folder(folder, "site") as site:
        browser.enter(NARROW.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        return layout.observe(browser, Visit(Page("/"), NARROW, settings))


def test_the_box_that_is_too_wide_is_named_and_not_what_fits_into_it(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<main><div id="wide" style="width: 600px"><p>One</p><p>Two</p></div></main>'
    found = measure(body, own_browser, project, tmp_path)
    assert [(box.target.selector, box.width, box.edge) for box in found.wide] == [("#wide", 600, 608)]
    assert found.scrolls and found.page_width == 608 and found.width == 320


def test_each_of_two_causes_is_named(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<p><span id="a" style="white-space: nowrap; font-size: 40px">Three to five sessions</span></p>'
    body += '<section><h2 id="b" style="width: 400px">Hours</h2></section>'
    found = measure(body, own_browser, project, tmp_path)
    assert {box.target.selector for box in found.wide} == {"#a", "#b"}


def test_what_needs_room_is_marked(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<table><tr><th>Day</th></tr><tr><td style="min-width: 500px">Evening</td></tr></table>'
    found = measure(body, own_browser, project, tmp_path)
    assert found.wide and all(box.needs_room for box in found.wide)


def test_a_cut_text_says_by_what_and_how_much(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<div id="box" style="overflow: hidden; width: 200px"><p id="p" style="white-space: nowrap; width: 0">'
    body += '<span style="display: inline-block; width: 300px; text-align-last: justify">a b</span></p></div>'
    (cut,) = measure(body, own_browser, project, tmp_path).cut
    assert cut.how == "cut" and cut.by == "#box"


def test_overlap_far_down_the_page_is_found_and_the_page_stays_where_it_was(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<p style="height: 3000px">Top</p><p style="height: 4px; margin: 0">Three sessions</p>'
    body += '<p style="margin: 0">Nine hours</p>'
    found = measure(body, own_browser, project, tmp_path)
    assert [(pair.words, pair.others) for pair in found.over] == [("Three sessions", "Nine hours")]
    assert own_browser.evaluate("return scrollY") == 0
