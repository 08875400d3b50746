"""What stands on a page, in the order in which it is read: texts, links, headings, pictures, controls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Item:
    """One thing on the page.

    `kind` is text, link, heading, picture or control. `words` is what it says: a link's or a heading's whole
    text, a picture's alternative. `name` is the accessible name of what is no text. `address` is a link's href as
    written; `place` is where a link leads, what a picture shows or where a form is sent, without this page's origin.
    `landmark` is the role and name of the nearest landmark, such as "navigation Main", or "". `on_screen` is
    false for what only screen readers get. `in_heading` is true for a link or a picture that a heading holds.
    """

    kind: str
    words: str
    target: Target
    address: str = ""
    level: int = 0
    on_screen: bool = True
    name: str = ""
    place: str = ""
    landmark: str = ""
    in_heading: bool = False


@dataclass(frozen=True)
class Contents:
    """What a reader can get to without opening anything: things hidden from everyone are left out.

    `place` is the page's own address without its origin.
    """

    title: str
    language: str
    items: tuple[Item, ...]
    place: str = ""


def observe(browser: Browser, visit: Visit) -> Contents:
    answer = browser.evaluate(SCRIPT)
    items = (
        Item(
            kind=item["kind"],
            words=item["words"],
            target=Target.of(item["target"]),
            address=item.get("address", ""),
            level=item.get("level", 0),
            on_screen=item.get("onScreen", True),
            name=item.get("name", ""),
            place=item.get("place", ""),
            landmark=item.get("landmark", ""),
            in_heading=item.get("inHeading", False),
        )
        for item in answer["items"]
    )
    return Contents(answer["title"], answer["language"], tuple(items), answer["place"])


CONTENTS = Observation("contents", observe)
