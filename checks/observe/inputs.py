"""What the page does when a reader changes a field: each is changed once, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.usage import USAGE, put_back

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = USAGE + script(__file__)


@dataclass(frozen=True)
class Change:
    """A field whose change did more than change it.

    `effect` is navigation, submit, window, message or focus; `to` is the address, text or place. `announced`
    are the words before or in the field that seem to tell a reader of it.
    """

    target: Target
    effect: str
    to: str
    announced: str


@dataclass(frozen=True)
class Inputs:
    """How many fields there are, and those whose change does more."""

    fields: int
    changes: tuple[Change, ...]


def observe(browser: Browser, visit: Visit) -> Inputs:
    answer = browser.inspect(SCRIPT, visit.settings.theme_switch)
    put_back(browser, answer)
    changes = (
        Change(Target.of(item["target"]), item["effect"], item["to"], item["announced"]) for item in answer["changes"]
    )
    return Inputs(answer["fields"], tuple(changes))


INPUTS = Observation("inputs", observe)
