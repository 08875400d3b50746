"""The quick way out: where it stands, that it works by keyboard, and what it leaves behind the Back button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from checks.browser import SeleniumBrowser
from checks.server import Site
from tests.site.conftest import ROOT, go, until
from tests.site.test_scripts import tab_to

AWAY = "https://www.weather.gov/"
ON_VIOLENCE = re.compile(r"helplines\.md#violence|<\w+:(?:{})[>/]")


def pages_with_it(site: Path) -> set[str]:
    return {file.parent.name for file in site.rglob("*.html") if 'class="leave"' in file.read_text()}


def lines_on_violence() -> list[str]:
    lines = yaml.safe_load((ROOT / "data/helplines.yml").read_text())["helplines"]
    return [line["id"] for line in lines if line["group"] == "violence"]


def test_help_now_and_every_page_that_leads_to_help_with_violence_have_a_quick_way_out(site: Path) -> None:
    ids = lines_on_violence()
    assert ids
    speaks = re.compile(ON_VIOLENCE.pattern.format("|".join(ids)))
    wanted = {file.stem for file in (ROOT / "docs").glob("*.md") if speaks.search(file.read_text())}
    assert {"help-now", "helplines"} <= pages_with_it(site)
    assert wanted <= pages_with_it(site), wanted - pages_with_it(site)


def test_it_comes_right_after_the_crisis_line_and_says_where_it_leads(site: Path) -> None:
    page = LexborHTMLParser((site / "help-now/index.html").read_text())
    way_out = page.css_first("aside.crisis + aside.leave > a:first-child")
    assert way_out is not None
    assert way_out.attributes["href"] == AWAY
    assert "weather.gov" in way_out.text()


def test_the_first_page_leads_to_the_same_place(site: Path) -> None:
    (script,) = (site / "assets/scripts").glob("guide.*.js")
    assert re.findall(r"https?://[^\"'`]+", script.read_text()) == [AWAY]


def history(browser: SeleniumBrowser) -> list[str]:
    """The addresses that the Back button leads to, and where the browser is."""
    known = browser.command("Page.getNavigationHistory")
    return [entry["url"] for entry in known["entries"][: known["currentIndex"] + 1]]


def was_left(browser: SeleniumBrowser) -> bool:
    return history(browser)[-1] == AWAY


def leave_by_enter(browser: SeleniumBrowser) -> None:
    tab_to(browser, ".leave > a")
    browser.press("Enter")


def leave_by_shift(browser: SeleniumBrowser) -> None:
    stroke = {"key": "Shift", "code": "ShiftLeft", "windowsVirtualKeyCode": 16}
    for _ in range(3):
        browser.command("Input.dispatchKeyEvent", type="rawKeyDown", modifiers=8, **stroke)
        browser.command("Input.dispatchKeyEvent", type="keyUp", **stroke)


@pytest.mark.parametrize("leave", [leave_by_enter, leave_by_shift])
def test_no_page_of_the_guide_stays_behind_the_back_button(
    served: Site, reader: SeleniumBrowser, leave: object
) -> None:
    assert callable(leave)
    reader.open(f"{served.with_scripts}/")
    for page in ("/understand/", "/privacy/", "/help-now/"):
        go(reader, f"{served.with_scripts}{page}")
    assert len([address for address in history(reader) if served.with_scripts in address]) == 4
    leave(reader)
    until(lambda: was_left(reader))
    assert not [address for address in history(reader) if served.with_scripts in address]


def test_a_first_page_is_replaced_at_once(served: Site, reader: SeleniumBrowser) -> None:
    reader.open(f"{served.with_scripts}/helplines/")
    leave_by_enter(reader)
    until(lambda: was_left(reader))
    assert not [address for address in history(reader) if served.with_scripts in address]


def test_shift_in_a_word_or_pressed_slowly_leaves_nobody(served: Site, reader: SeleniumBrowser) -> None:
    reader.open(f"{served.with_scripts}/help-now/")
    strokes = "for (const [key, time] of arguments[0]) dispatchEvent(Object.defineProperty("
    strokes += "new KeyboardEvent('keydown', { key }), 'timeStamp', { value: time }));"
    reader.evaluate(strokes, [["Shift", 100], ["A", 150], ["Shift", 300], ["B", 350], ["Shift", 400]])
    reader.evaluate(strokes, [["Shift", 5000], ["Shift", 7000], ["Shift", 9000]])
    assert reader.evaluate("return document.documentElement.hidden;") is False
    assert history(reader)[-1] == f"{served.with_scripts}/help-now/"


def test_without_scripts_it_is_a_link(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.without_scripts}/help-now/")
    leave_by_enter(wide)
    until(lambda: was_left(wide))
