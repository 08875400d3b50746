"""What comes out of a printer."""

from __future__ import annotations

import base64
import re

import pytest

from checks.browser import SeleniumBrowser
from checks.server import Site


def pages_on_paper(browser: SeleniumBrowser, address: str) -> int:
    """How many sheets of US Letter a page takes, by the page objects of its PDF."""
    browser.open(address)
    pdf = base64.b64decode(browser.command("Page.printToPDF", paperWidth=8.5, paperHeight=11)["data"])
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        *[("help-now", 1), ("card", 1), ("week-planner", 1), ("work-note", 1)],
        *[("ten-questions", 2), ("first-call", 2), ("appeal-letter", 2), ("after-care-plan", 2)],
    ],
)
def test_what_readers_take_away_prints_on_one_or_two_sheets(
    served: Site, wide: SeleniumBrowser, name: str, sheets: int
) -> None:
    assert pages_on_paper(wide, f"{served.with_scripts}/{name}/") <= sheets
