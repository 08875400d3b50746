"""What scripts add to the shell, tried in a browser as a reader would: the color switch, the menu, the search."""

from __future__ import annotations

import pytest

from checks.browser import SeleniumBrowser
from checks.server import Site

SCHEME = "return getComputedStyle(document.documentElement).colorScheme;"
CHECKED = "return document.querySelector('.scheme').getAttribute('aria-checked');"
FOCUSED = "return document.activeElement.matches(arguments[0]);"
RESULTS = """
  const done = () => document.querySelector(".results [role=status]")?.textContent;
  for (let tries = 0; tries < 100 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  const links = [...document.querySelectorAll(".results li a")];
  return { said: done(), found: links.map((link) => link.href) };
"""
LINKS = "return [...document.querySelectorAll('article a')].map((link) => link.href);"


def tab_to(browser: SeleniumBrowser, selector: str) -> None:
    for _ in range(20):
        browser.press("Tab")
        if browser.evaluate(FOCUSED, selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def dark_by_system(browser: SeleniumBrowser, dark: bool) -> None:
    feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.command("Emulation.setEmulatedMedia", features=[feature])


@pytest.mark.parametrize("dark", [False, True])
def test_the_colors_follow_the_system_until_the_reader_chooses(served: Site, wide: SeleniumBrowser, dark: bool) -> None:
    dark_by_system(wide, dark)
    wide.open(f"{served.with_scripts}/")
    assert wide.evaluate(SCHEME) == ("dark" if dark else "light")
    assert wide.evaluate(CHECKED) == ("true" if dark else "false")
    tab_to(wide, ".scheme")
    wide.press("Enter")
    assert wide.evaluate(SCHEME) == ("light" if dark else "dark")
    assert wide.evaluate(CHECKED) == ("false" if dark else "true")


def test_the_chosen_colors_hold_on_the_next_page(served: Site, wide: SeleniumBrowser) -> None:
    dark_by_system(wide, False)
    wide.open(f"{served.with_scripts}/")
    tab_to(wide, ".scheme")
    wide.press("Enter")
    wide.evaluate("location.href = arguments[0];", f"{served.with_scripts}/about/")
    wide.settle()
    assert wide.evaluate("return location.href;") == f"{served.with_scripts}/about/"
    assert wide.evaluate(SCHEME) == "dark"


def test_the_menu_opens_by_keyboard_and_escape_closes_it(served: Site, narrow: SeleniumBrowser) -> None:
    narrow.open(f"{served.with_scripts}/")
    tab_to(narrow, ".menu > summary")
    narrow.press("Enter")
    narrow.press("Tab")
    assert narrow.evaluate(FOCUSED, ".menu a")
    narrow.press("Escape")
    assert narrow.evaluate("return document.querySelector('.menu').open;") is False
    assert narrow.evaluate(FOCUSED, ".menu > summary")


def test_a_closed_menu_is_not_in_the_tab_order(served: Site, narrow: SeleniumBrowser) -> None:
    narrow.open(f"{served.with_scripts}/")
    tab_to(narrow, ".menu > summary")
    narrow.press("Tab")
    assert narrow.evaluate(FOCUSED, "#site-search")


def test_on_a_wide_window_the_menu_is_always_open(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.with_scripts}/")
    tab_to(wide, ".menu a")
    assert wide.evaluate("return document.querySelector('.menu > summary').checkVisibility();") is False


@pytest.mark.parametrize(
    ("query", "first"),
    [("glossary", "/glossary/"), ("inpatient", None), ("benzodiazapine", None), ("compare care", "/compare-care/")],
)
def test_the_search_finds_words_and_words_with_one_wrong_letter(
    served: Site, wide: SeleniumBrowser, query: str, first: str | None
) -> None:
    wide.open(f"{served.with_scripts}/search/?q={query}")
    results = wide.evaluate(RESULTS)
    assert results["found"], results
    assert first is None or results["found"][0].startswith(f"{served.with_scripts}{first}")
    assert f"“{query}”" in results["said"]


def test_the_search_says_so_when_nothing_is_found(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.with_scripts}/search/?q=xylophone")
    results = wide.evaluate(RESULTS)
    assert results == {"said": "No page has “xylophone”. Try another word, or look in the A–Z below.", "found": []}


def test_the_form_of_every_page_leads_to_the_search(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.with_scripts}/about/")
    tab_to(wide, "#site-search")
    for letter in "hours":
        wide.press(letter)
    wide.press("Enter")
    wide.settle()
    assert wide.evaluate("return location.href;") == f"{served.with_scripts}/search/?q=hours"
    assert wide.evaluate(RESULTS)["found"]


def test_without_scripts_the_search_page_lists_the_whole_guide(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.without_scripts}/search/?q=hours")
    guide = {page.path for page in served.pages} - {"/404.html", "/search/"}
    assert {f"{served.without_scripts}{path}" for path in guide} <= set(wide.evaluate(LINKS))
