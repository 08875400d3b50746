"""Larger text and wider spacing make pages longer, never wider than the window."""

from __future__ import annotations

import pytest

from checks import states
from checks.browser import SeleniumBrowser
from checks.server import Site

# https://www.w3.org/TR/WCAG22/#text-spacing
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
"""
LARGE = "html { font-size: 200% }"
ADD_STYLE = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(arguments[0]);
  document.adoptedStyleSheets.push(sheet);
"""
TOO_WIDE = """
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
  return out.slice(-3).map((one) => one.outerHTML.slice(0, 100));
"""


@pytest.mark.parametrize("style", [SPACING, LARGE], ids=["spacing", "large"])
@pytest.mark.parametrize("wide", [False, True], ids=["narrow", "wide"])
def test_every_page_keeps_to_the_window(served: Site, chromium: SeleniumBrowser, wide: bool, style: str) -> None:
    chromium.enter(states.WIDE if wide else states.NARROW)
    too_wide = {}
    for page in served.pages:
        chromium.open(served.address(page, scripts=True))
        chromium.evaluate(ADD_STYLE, style)
        chromium.settle()
        too_wide[page.path] = chromium.evaluate(TOO_WIDE)
    assert not {path: found for path, found in too_wide.items() if found}
