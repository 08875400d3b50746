"""What widens a page is named where it can be mended; what is cut off and what lies over each other is measured."""

from __future__ import annotations

from pathlib import Path

from checks import server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, State, Visit
from checks.observe import layout

WIDE, NARROW, PAPER = (
    next(state for state in states.STATES if state.name == name) for name in ("wide", "narrow", "print")
)


def measure(
    body: str, browser: SeleniumBrowser, settings: Settings, folder: Path, state: State = NARROW
) -> layout.Layout:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title>{body}', encoding="utf-8")
    with server.folder(folder, "site") as site:
        browser.enter(state.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        return layout.observe(browser, Visit(Page("/"), state, settings))


def test_the_box_that_is_too_wide_is_named_and_not_what_fits_into_it(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = '<main><div id="wide" style="width: 600px"><p>One</p><p>' + "Two " * 99 + "</p></div></main>"
    found = measure(body, own_browser, project, tmp_path)
    assert [(box.target.selector, box.width, box.edge) for box in found.wide] == [("#wide", 600, 608)]
    assert found.scrolls and found.page_width == 608 and found.width == 320


def test_each_of_two_causes_is_named(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<p><span id="a" style="white-space: nowrap; font-size: 40px">Three to five sessions</span></p>'
    body += '<section><h2 id="b" style="width: 400px; text-align: right">Hours</h2></section>'
    found = measure(body, own_browser, project, tmp_path)
    assert {box.target.selector for box in found.wide} == {"#a", "#b"}


def test_what_needs_room_is_marked(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<table><tr><th>Day</th></tr><tr><td style="min-width: 500px; text-align: right">Evening</td></tr></table>'
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


def test_lines_out_of_sight_are_gone_and_those_a_box_is_not_meant_to_show_are_left_out(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    words = "Three sessions a week<br>for eight weeks<br>in the evening"
    body = f'<p id="two" style="overflow: hidden; height: 40px; line-height: 20px">{words}</p>'
    body += f'<p id="one" style="overflow: hidden; height: 20px; line-height: 20px">{words}</p>'
    body += '<div id="box" style="overflow: hidden; height: 20px; line-height: 18px"><b>Seen</b><p>Not seen</p></div>'
    found = measure(body, own_browser, project, tmp_path).cut
    seen = [(text.target.selector, text.how, text.by, text.whole) for text in found]
    assert seen == [("#two", "gone", "#two", False), ("#box > p", "gone", "#box", True)]


def test_a_scrolling_box_cuts_off_on_paper(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    body = '<div id="box" style="overflow: auto; height: 40px; line-height: 18px"><p>Seen</p><p>Not seen</p></div>'
    (cut,) = measure(body, own_browser, project, tmp_path, PAPER).cut
    assert (cut.target.selector, cut.how) == ("#box > p:nth-of-type(2)", "low")
    assert not measure(body, own_browser, project, tmp_path).cut


def test_looking_at_targets_and_orientation_leaves_the_page_as_it_was(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    body = "<style>@media (orientation: portrait) and (min-width: 9px) { p { rotate: 90deg } } "
    body += "button { width: 9px; height: 9px; padding: 0 }</style><p>Hours</p>"
    body += '<div id="box" style="overflow: auto; height: 90px"><p style="height: 2000px">Cost</p>'
    body += '<button type="button">+</button><button type="button" style="color: red">-</button></div>'
    found = measure(body, own_browser, project, tmp_path, WIDE)
    assert [(part.portrait, part.landscape) for part in found.turned] == [(90, 0), (90, 0)]
    assert [target.browsers for target in found.crowded] == [False, False]
    state = """const [first, second] = document.querySelectorAll("button");
      const { media } = [...document.styleSheets[0].cssRules].find(rule => rule.media);
      return [media.mediaText, first.outerHTML, second.getAttribute("style"), box.scrollTop, scrollY]"""
    media, first, second, *places = own_browser.evaluate(state)
    assert media == "(orientation: portrait) and (min-width: 9px)"
    assert (first, second, places) == ('<button type="button">+</button>', "color: red", [0, 0])
