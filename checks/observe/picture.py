"""What a person has to look at, as a picture: the target as it stands on the page, with some room around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import Target
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


def picture_of(browser: Browser, target: Target) -> bytes:
    """A PNG. Raise ScriptFault if the target is not on the page that is open."""
    x, y, width, height = browser.evaluate(SCRIPT, target.selector)
    return browser.screenshot((x, y, width, height))
