"""The states, in a real browser: that the page is in them, and that what is closed gets opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checks import engine, server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Facts, Observation, Page

TOLD = Observation(
    "told",
    lambda browser, visit: browser.evaluate(
        """return {
          width: innerWidth, height: innerHeight, dark: matchMedia("(prefers-color-scheme: dark)").matches,
          scripts: document.title, background: getComputedStyle(document.body).backgroundColor,
          shown: [...document.querySelectorAll("[data-inside]")].filter(checks.isVisible).map(p => p.dataset.inside),
          stored: localStorage.length + sessionStorage.length,
        }"""
    ),
)

PAGE = """<!doctype html><html lang="en"><title>plain</title>
<style>.dark { background: rgb(10, 10, 10) } @media (min-width: 500px) { #menu-button { display: none } }</style>
<script>document.title = "scripts ran"; localStorage.a = (localStorage.a || 0) + 1; sessionStorage.a = 1</script>
<body>
<button id="theme" data-next="light">Colours</button>
<details><summary>More</summary><p data-inside="details">a</p>
<details><summary>Even more</summary><p data-inside="inner">b</p></details></details>
<button id="menu-button" aria-expanded="false">Menu</button>
<nav id="menu" hidden data-inside="menu"><a href="/">Home</a></nav>
<button id="search">Search</button><dialog id="finder"><p data-inside="dialog">c</p><button>Go</button></dialog>
<button id="pop" popovertarget="hint">Hint</button><p id="hint" popover data-inside="popover">d</p>
<button onclick="this.dataset.pressed = 1">Nothing to see</button>
<form action="/gone"><button>Send</button></form>
<script>
theme.onclick = () => { document.body.className = theme.dataset.next; theme.dataset.next = "dark" };
search.onclick = () => finder.showModal();
document.querySelector("#menu-button").onclick = ({ target }) => {
  menu.hidden = !menu.hidden;
  target.ariaExpanded = !menu.hidden;
};
</script>
"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[server.Site]:
    (tmp_path / "index.html").write_text(PAGE)
    with server.folder(tmp_path, "site") as served:
        yield served


def facts(name: str, site: server.Site, browser: SeleniumBrowser, settings: Settings) -> list[Facts]:
    wanted = [state for state in states.STATES if state.name == name]
    return [seen for state in wanted for seen in engine.look(browser, site, Page("/"), state, [TOLD], settings)]


def test_sizes(site: server.Site, own_browser: SeleniumBrowser, project: Settings) -> None:
    for name, size in (("wide", (1280, 800)), ("narrow", (320, 640))):
        (seen,) = facts(name, site, own_browser, project)
        assert (seen[TOLD]["width"], seen[TOLD]["height"]) == size
        assert not seen[TOLD]["dark"]


TEXT = Observation(
    "text",
    lambda browser, visit: browser.evaluate(
        """const styles = [...document.querySelectorAll("body *")].map(element => getComputedStyle(element));
        return {
          width: innerWidth, height: innerHeight, scale: devicePixelRatio,
          sizes: styles.map(style => parseFloat(style.fontSize)), lines: styles.map(style => style.lineHeight),
          letters: styles.map(style => parseFloat(style.letterSpacing) / parseFloat(style.fontSize) || 0),
          words: styles.map(style => parseFloat(style.wordSpacing) / parseFloat(style.fontSize) || 0),
          below: styles.map(style => parseFloat(style.marginBottom)), box: document.querySelector("#box").offsetHeight,
          written: document.body.innerHTML, picture: document.querySelector("canvas").offsetWidth,
        }"""
    ),
)

TEXT_PAGE = """<!doctype html><html lang="en"><title>Text</title>
<style>p { font-size: 20px; line-height: 30px; letter-spacing: 0 !important }
em { font-size: 0.5em } #box { height: 2rem }</style>
<p>Three <em>sessions</em></p><div id="box" style="font-size: 10px">a <b>week</b></div>
<small style="letter-spacing: 0.01em !important">or more</small><canvas width="40"></canvas>"""


def text(name: str, folder: Path, browser: SeleniumBrowser, settings: Settings) -> list[Any]:
    (folder / "index.html").write_text(TEXT_PAGE)
    with server.folder(folder, "site") as site:
        wanted = [state for state in states.STATES if state.name in ("wide", name)]
        seen = [one for state in wanted for one in engine.look(browser, site, Page("/"), state, [TEXT], settings)]
        return [one[TEXT] for one in seen]


def test_large_text_is_text_alone_at_twice_its_size_and_then_zoom(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    wide, alone, zoomed = text("large-text", tmp_path, own_browser, project)
    assert alone["sizes"] == pytest.approx([2 * size for size in wide["sizes"]], rel=0.001)
    assert alone["lines"][:2] == ["60px", "60px"]
    assert (alone["box"], alone["picture"], alone["width"]) == (2 * wide["box"], 40, 1280)
    assert alone["written"] == wide["written"]
    assert zoomed["sizes"] == wide["sizes"]
    assert (zoomed["width"], zoomed["height"], zoomed["scale"]) == (640, 512, 2)


def test_text_spacing_wins_over_style_sheets_and_not_over_important_style_attributes(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    _, wide, narrow = text("text-spacing", tmp_path, own_browser, project)
    assert (wide["width"], narrow["width"]) == (1280, 320)
    for seen in (wide, narrow):
        assert seen["letters"][:4] == pytest.approx([0.12] * 4) and seen["letters"][4] == pytest.approx(0.01)
        assert seen["words"] == pytest.approx([0.16] * 6)
        assert seen["lines"][:2] == ["30px", "15px"]
        assert seen["below"][0] == 40


def test_scripts_run_everywhere_but_in_no_script(
    site: server.Site, own_browser: SeleniumBrowser, project: Settings
) -> None:
    assert facts("wide", site, own_browser, project)[0][TOLD]["scripts"] == "scripts ran"
    assert facts("no-script", site, own_browser, project)[0][TOLD]["scripts"] == "plain"


def test_dark_by_the_system_and_by_a_switch_with_several_positions(
    site: server.Site, own_browser: SeleniumBrowser, project: Settings
) -> None:
    by_system, by_switch = facts("dark", site, own_browser, replace(project, theme_switch="#theme"))
    assert by_system[TOLD]["dark"] and by_system[TOLD]["background"] == "rgba(0, 0, 0, 0)"
    assert not by_switch[TOLD]["dark"] and by_switch[TOLD]["background"] == "rgb(10, 10, 10)"


def test_dark_by_the_system_alone_where_there_is_no_switch(
    site: server.Site, own_browser: SeleniumBrowser, project: Settings
) -> None:
    assert len(facts("dark", site, own_browser, replace(project, theme_switch="#none"))) == 1


def test_a_switch_that_does_not_turn_dark_is_said(
    site: server.Site, own_browser: SeleniumBrowser, project: Settings
) -> None:
    _, by_switch = facts("dark", site, own_browser, replace(project, theme_switch="#search"))
    assert "did not turn dark" in str(by_switch.values["told"])


def test_everything_closed_is_opened_one_at_a_time(
    site: server.Site, own_browser: SeleniumBrowser, project: Settings
) -> None:
    seen = facts("opened", site, own_browser, replace(project, theme_switch="#theme"))
    shown = [(one[TOLD]["width"], tuple(one[TOLD]["shown"])) for one in seen]
    wide = [(1280, ("details",)), (1280, ("dialog",)), (1280, ("popover",)), (1280, ("details", "inner"))]
    narrow = [
        (320, ("details",)),
        (320, ("menu",)),
        (320, ("dialog",)),
        (320, ("popover",)),
        (320, ("details", "inner")),
    ]
    assert shown == wide + narrow


def test_every_visit_is_a_first_visit(site: server.Site, own_browser: SeleniumBrowser, project: Settings) -> None:
    for _ in range(2):
        (seen,) = facts("wide", site, own_browser, project)
        assert seen[TOLD]["stored"] == 2
        assert own_browser.evaluate("return localStorage.a") == "1"
