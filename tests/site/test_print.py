"""What comes out of a printer."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from checks import states
from checks.browser import SeleniumBrowser
from checks.server import Site
from handouts.printing import PAPER
from handouts.structure import read_structure
from publish.extensions.away import host_of

DARK = {
    **states.WIDE,
    "Emulation.setEmulatedMedia": {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]},
}
SOME_PAGES = ("", "help-now/", "compare-care/", "decide/", "helplines/", "glossary/", "sources-a-to-h/", "404.html")
SHEETS = {
    **dict.fromkeys(("help-now", "card", "week-planner", "work-note"), 1),
    **dict.fromkeys(("ten-questions", "first-call", "appeal-letter", "after-care-plan"), 2),
}

SWITCH_TO_DARK = "document.documentElement.dataset.scheme = 'dark';"
COLORS = """
  const seen = new Set();
  for (const element of document.querySelectorAll("html, body, body *:not(svg *)")) {
    if (!element.checkVisibility()) continue;
    const { color, backgroundColor } = getComputedStyle(element);
    seen.add(`${color} on ${backgroundColor.replace("rgba(0, 0, 0, 0)", "nothing")}`);
  }
  return [...seen].sort();
"""
SIZES = """
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg, .visually-hidden")) continue;
    const points = parseFloat(getComputedStyle(element).fontSize) * 0.75 + 0.001;
    const counts = element.checkVisibility() && !element.closest(arguments[1]);
    if (counts && points < arguments[0]) found.push(`${points}: ${walker.currentNode.data}`);
  }
  return found;
"""
SMALL = "table, .sources, .all-sources, .review, .byline, .here, .checked, .cite, figcaption"
SHOWN = """
  const shown = [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility());
  return shown.map((one) => one.className);
"""
CONTROLS = ".skip, .scheme, .search, .menu, .contents, .section, .improve, .back, .handouts, footer.site, button"
ADDED = """
  return [...document.querySelectorAll("article a[href]")].filter((one) => one.checkVisibility()).map((link) =>
    [link.getAttribute("href"), link.innerText, link.className, getComputedStyle(link, "::after").content]);
"""
INSERT = """
  const rows = Array.from({ length: 90 }, (_, row) => `<tr><th scope="row">Row ${row}</th><td>Cell</td></tr>`).join("");
  document.querySelector("article").innerHTML = `
    <details class="note"><summary>Closed</summary><p class="inside">Inside</p></details>
    <div class="scroll"><table><thead><tr><th scope="col">Head</th><th scope="col">Other</th></tr></thead>
    <tbody>${rows}</tbody></table></div>
    <p class="write"><label><span>Name</span><textarea rows="2"></textarea></label></p>`;
  const field = getComputedStyle(document.querySelector("textarea"));
  return { inside: document.querySelector(".inside").getBoundingClientRect().height, lines:
    ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(field[`border${side}Width`]) > 0) };
"""
BREAKS = """
  return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility())
    .map((one) => getComputedStyle(one)[arguments[1]]);
"""


@pytest.fixture
def paper(chromium: SeleniumBrowser) -> SeleniumBrowser:
    """The browser that shows pages as they are printed."""
    chromium.enter(PAPER)
    return chromium


def printed(browser: SeleniumBrowser) -> pikepdf.Pdf:
    """The page that is open, on US Letter."""
    answer = browser.command("Page.printToPDF", paperWidth=8.5, paperHeight=11, generateTaggedPDF=True)
    return pikepdf.open(io.BytesIO(base64.b64decode(answer["data"])))


def each(browser: SeleniumBrowser, served: Site, script: str, *arguments: Any) -> Iterator[tuple[str, Any]]:
    """What a script says of some pages of different kinds."""
    for path in SOME_PAGES:
        browser.open(f"{served.with_scripts}/{path}")
        yield path, browser.evaluate(script, *arguments)


@pytest.mark.parametrize("name", SHEETS)
def test_what_readers_take_away_prints_on_one_or_two_sheets(served: Site, paper: SeleniumBrowser, name: str) -> None:
    paper.open(f"{served.with_scripts}/{name}/")
    assert len(printed(paper).pages) <= SHEETS[name]


@pytest.mark.parametrize("name", [*SHEETS, "overdose-and-withdrawal", "decide"])
def test_what_readers_take_away_is_set_in_11_points(served: Site, paper: SeleniumBrowser, name: str) -> None:
    paper.open(f"{served.with_scripts}/{name}/")
    assert paper.evaluate(SIZES, 11, SMALL) == []
    assert paper.evaluate(SIZES, 10, ".sources, .review, .byline, .here, .cite, figcaption") == []
    assert paper.evaluate(SIZES, 8, "nothing") == []


def test_pages_are_set_in_12_points_and_tables_and_sources_in_10(served: Site, paper: SeleniumBrowser) -> None:
    for name in ("", "what-is-iop/", "compare-care/", "helplines/", "sources-a-to-h/", "accessibility/", "404.html"):
        paper.open(f"{served.with_scripts}/{name}")
        assert paper.evaluate(SIZES, 12, SMALL) == [], name
        assert paper.evaluate(SIZES, 10, "nothing") == [], name


@pytest.mark.parametrize("by_switch", [False, True], ids=["system", "switch"])
def test_a_dark_page_prints_black_on_white(served: Site, chromium: SeleniumBrowser, by_switch: bool) -> None:
    chromium.enter(PAPER if by_switch else DARK)
    script = (SWITCH_TO_DARK if by_switch else "") + COLORS
    for path, colors in each(chromium, served, script):
        wanted = {"rgb(0, 0, 0) on nothing", "rgb(0, 0, 0) on rgb(255, 255, 255)"}
        assert wanted >= set(colors), path
        assert "rgb(0, 0, 0) on rgb(255, 255, 255)" in colors, path


def test_paper_has_no_controls_and_says_where_the_page_is_published(served: Site, paper: SeleniumBrowser) -> None:
    for path, shown in each(paper, served, SHOWN, f"{CONTROLS}, .here"):
        assert shown == ([] if path == "404.html" else ["here"]), path


def test_links_to_other_sites_say_their_address_once(served: Site, paper: SeleniumBrowser) -> None:
    outside = doubled = 0
    for path, links in each(paper, served, ADDED):
        for href, words, kind, added in links:
            said = href.startswith("http") and kind not in ("chat", "address")
            assert (href in added) if said else added == "none", f"{path}: {words} {added}"
            assert not (said and words.endswith(")") and f"{host_of(href)})" in words), f"{path}: {words} {added}"
            outside += said
            doubled += kind == "address"
    assert outside > 20 and doubled > 5


def test_the_address_of_the_page_is_only_on_paper(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.with_scripts}/help-now/")
    assert wide.evaluate(SHOWN, ".here") == []


def test_details_are_open_fields_are_lines_and_long_tables_repeat_their_head(
    served: Site, paper: SeleniumBrowser
) -> None:
    paper.open(f"{served.with_scripts}/about/")
    found = paper.evaluate(INSERT)
    assert found["inside"] > 0
    assert found["lines"] == [False, False, True, False]
    pdf = printed(paper)
    structure = read_structure(pdf)
    assert structure is not None and len(pdf.pages) > 2
    heads = [one.text for one in structure.root.elements if one.kind == "TH" and "Head" in one.text]
    assert heads == ["Head" * heads[0].count("Head")]
    assert heads[0].count("Head") > 1


@pytest.mark.parametrize(
    ("what", "property", "value"),
    [
        ("h2, h3, h4, dt", "breakAfter", "avoid"),
        ("tr, li, figure, .helpline, .admonition, .write, blockquote", "breakInside", "avoid"),
    ],
)
def test_sheets_end_where_they_may(served: Site, paper: SeleniumBrowser, what: str, property: str, value: str) -> None:
    for path, found in each(paper, served, BREAKS, f"article :is({what})", property):
        assert set(found) == {value}, path
