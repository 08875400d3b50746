"""What comes out of a printer."""

from __future__ import annotations

import base64
import re

from checks.browser import SeleniumBrowser
from checks.server import Site


def pages_on_paper(browser: SeleniumBrowser, address: str) -> int:
    """How many sheets of US Letter a page takes, by the page objects of its PDF."""
    browser.open(address)
    pdf = base64.b64decode(browser.command("Page.printToPDF", paperWidth=8.5, paperHeight=11)["data"])
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_crisis_page_prints_on_one_sheet(served: Site, wide: SeleniumBrowser) -> None:
    assert pages_on_paper(wide, f"{served.with_scripts}/help-now/") == 1
