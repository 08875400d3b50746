"""The decision aid: danger first, a summary of what the reader ticked, and nothing that leaves the page."""

from __future__ import annotations

import pytest

from checks.browser import SeleniumBrowser
from checks.server import Site

INPUT = "document.querySelectorAll('article section')[arguments[0]].querySelectorAll('input')[0]"
PRESS = f"{INPUT}.click();"
SHOWN = """
return [...document.querySelectorAll("article > section")].filter((one) => one.checkVisibility())
  .map((one) => one.querySelector("h2").textContent);
"""
ANSWERS = 'return document.querySelector(".answers").innerText;'
SAID = 'return document.querySelector("[role=status]")?.textContent ?? "";'
SAFE, MATTERS = 0, 2


@pytest.fixture
def aid(served: Site, wide: SeleniumBrowser) -> SeleniumBrowser:
    wide.open(f"{served.with_scripts}/decide/")
    return wide


def test_a_sign_of_danger_puts_the_rest_away_and_is_told(aid: SeleniumBrowser) -> None:
    before = aid.evaluate(SHOWN)
    aid.evaluate(PRESS, SAFE)
    assert aid.evaluate(SHOWN) == [before[0], "Sources"]
    assert "Stop here" in aid.evaluate(SAID)
    aid.evaluate(PRESS, SAFE)
    assert aid.evaluate(SHOWN) == before
    assert aid.evaluate(SAID) == ""


def test_without_scripts_a_sign_of_danger_puts_the_rest_away_too(served: Site, wide: SeleniumBrowser) -> None:
    wide.open(f"{served.without_scripts}/decide/")
    wide.evaluate(PRESS, SAFE)
    assert len(wide.evaluate(SHOWN)) == 2


def test_what_is_ticked_and_written_stands_in_the_summary(aid: SeleniumBrowser) -> None:
    assert aid.evaluate(ANSWERS) == ""
    aid.evaluate(PRESS, MATTERS)
    aid.evaluate(
        'const field = document.querySelector("textarea"); field.value = "My children";'
        'field.dispatchEvent(new Event("input", {bubbles: true}));'
    )
    answers = aid.evaluate(ANSWERS)
    assert answers.startswith("3. What matters to me?")
    assert answers.endswith("What matters most to me My children")
    aid.evaluate(PRESS, MATTERS)
    assert len(aid.evaluate(ANSWERS).splitlines()) < len(answers.splitlines())


def test_only_the_summary_is_printed_when_the_reader_asks_for_that(aid: SeleniumBrowser) -> None:
    aid.evaluate("window.print = () => { window.printed = document.documentElement.className; };")
    assert not aid.evaluate('return document.querySelector(".summary button").checkVisibility();')
    aid.evaluate(PRESS, MATTERS)
    aid.evaluate('document.querySelector(".summary button").click();')
    assert aid.evaluate("return [window.printed, document.documentElement.className];") == ["print-summary"] * 2
    aid.evaluate('dispatchEvent(new Event("afterprint"));')
    assert aid.evaluate("return document.documentElement.className;") == ""


def test_what_a_browser_brings_back_counts_as_ticked(aid: SeleniumBrowser) -> None:
    aid.evaluate(f"{INPUT}.checked = true; dispatchEvent(new Event('pageshow'));", MATTERS)
    assert "What matters" in aid.evaluate(ANSWERS)
    aid.evaluate(f"{INPUT}.checked = true; dispatchEvent(new Event('pageshow'));", SAFE)
    assert "Stop here" in aid.evaluate(SAID)


def test_nothing_is_stored_or_sent(aid: SeleniumBrowser) -> None:
    aid.evaluate(PRESS, MATTERS)
    kept = (
        "return [localStorage.length, sessionStorage.length, document.cookie, location.search, document.forms.length];"
    )
    assert aid.evaluate(kept) == [0, 0, "", "", 1]
    assert aid.evaluate('return document.forms[0].contains(document.querySelector("textarea"));') is False
