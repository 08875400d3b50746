"""What styles settle and what pictures settle come to the same, and the page is left as it was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Page, Visit
from checks.observe import contrast

PICTURED = "background-image: linear-gradient(#fff, #fff)"  # white, but styles do not say so


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("color: #767676", 4.54),
        ("color: rgb(0 0 0 / 0.4)", 2.85),
        ("color: #000; opacity: 0.4", 2.85),
        ("color: #767676; font-size: 11px; font-weight: 100", 4.54),
    ],
)
def test_pictures_and_styles_agree(
    style: str, expected: float, own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    both = f'<p style="{style}">By styles</p><div style="{PICTURED}"><p style="{style}">By pictures</p></div>'
    settled, pictured = observe(both, own_browser, project, tmp_path).low
    assert settled.words == "By styles" and pictured.words == "By pictures"
    assert settled.best == pytest.approx(expected, abs=0.01)
    assert pictured.best == pytest.approx(expected, rel=0.05)
    assert pictured.least == pytest.approx(expected, rel=0.05)


def test_text_far_down_is_pictured_and_the_page_is_as_before(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    far = f'<div style="height: 3000px"></div><p style="{PICTURED}; color: #888; transition: color 1s">Far down</p>'
    (text,) = observe(f"{far}{far}", own_browser, project, tmp_path).low[:1]
    assert text.best == pytest.approx(3.54, rel=0.05)
    assert own_browser.evaluate("return [scrollY, document.adoptedStyleSheets.length]") == [0, 0]
    assert own_browser.evaluate('return getComputedStyle(document.querySelector("p")).webkitTextFillColor') == (
        "rgb(136, 136, 136)"
    )


def test_rules_for_touched_links_are_as_before(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    sheet = "<style>a:hover, a:focus { color: #aaa } @layer { li:focus-within a { opacity: .5 } }</style>"
    facts = observe(f'{sheet}<ul><li><a href="/">Home</a></li></ul>', own_browser, project, tmp_path)
    assert {look.how for look in facts.touched} == {"hover", "focus"}
    texts = own_browser.evaluate("return [...document.styleSheets[0].cssRules].map(rule => rule.cssText).join()")
    assert ":is" not in texts
    assert own_browser.evaluate('return getComputedStyle(document.querySelector("a")).color') == "rgb(0, 0, 238)"


def test_words_cut_out_of_a_picture_are_not_settled(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    style = "color: transparent; background: linear-gradient(#06c, #c06); background-clip: text"
    (text,) = observe(f'<p style="{style}">Help</p>', own_browser, project, tmp_path).low
    assert text.best is None


def observe(body: str, browser: SeleniumBrowser, settings: Settings, folder: Path) -> contrast.Contrast:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title>{body}')
    with server.folder(folder, "site") as site:
        browser.enter(states.WIDE)
        browser.open(site.address(Page("/"), scripts=True))
        return contrast.observe(browser, Visit(Page("/"), states.STATES[0], settings))
