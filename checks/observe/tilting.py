"""What the page does when the device is tilted or shaken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Tilting:
    """Whether the page listens to the device's motion, and changes by it; the names of its buttons and the like."""

    listens: bool = False
    changes: bool = False
    controls: tuple[str, ...] = ()


def observe(browser: Browser, visit: Visit) -> Tilting:
    """A page that listens is changed by this, and opened anew."""
    answer = browser.inspect(SCRIPT)
    if not answer["listens"]:
        return Tilting()
    browser.open(answer["address"])
    return Tilting(True, answer["changes"], tuple(answer["controls"]))


TILTING = Observation("tilting", observe)
