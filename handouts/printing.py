"""A page as the browser prints it on US Letter, and what it then says."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from checks import states
from checks.browser import Browser

PRINTED = Path(__file__).with_name("printed.js").read_text(encoding="utf-8")
PAPER = {**states.WIDE, "Emulation.setEmulatedMedia": {"media": "print", "features": []}}
WIDTH, HEIGHT = 8.5, 11
"""US Letter, in inches."""


@dataclass(frozen=True)
class Printed:
    """What a page says on paper. `text` is all of its words in their order, but for those that a style sheet adds
    (`added`), which browsers leave out of the tags; headings are (level, words); `links` have the words for screen
    readers too.
    """

    title: str
    language: str
    text: str
    added: str
    headings: tuple[tuple[int, str], ...]
    links: tuple[str, ...]


def print_page(browser: Browser, address: str) -> tuple[bytes, Printed]:
    """The PDF of the page at an address, with tags and an outline, and what the page says on paper.

    Raises BrowserFault or ScriptFault where the page cannot be opened or printed.
    """
    browser.enter(PAPER)
    browser.open(address)
    said = browser.evaluate(PRINTED)
    answer = browser.command(
        "Page.printToPDF",
        paperWidth=WIDTH,
        paperHeight=HEIGHT,
        preferCSSPageSize=True,
        generateTaggedPDF=True,
        generateDocumentOutline=True,
    )
    headings = tuple((level, words) for level, words in said.pop("headings"))
    return base64.b64decode(answer["data"]), Printed(headings=headings, links=tuple(said.pop("links")), **said)
