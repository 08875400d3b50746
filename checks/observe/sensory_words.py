"""Instructions that say what to use by its shape, its color or its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "looks")


@dataclass(frozen=True)
class Instruction:
    """A sentence that tells a reader to use or find something by the sensory `word`.

    `named` says that its words, or the name of something there, tell it in another way as well; `there` that something
    of this look was found: on the page, in a frame of it, or on a page that the same paragraph links to.
    """

    target: Target
    text: str
    word: str
    named: bool
    there: bool


def observe(browser: Browser, visit: Visit) -> tuple[Instruction, ...]:
    return tuple(Instruction(**{**one, "target": Target.of(one["target"])}) for one in browser.evaluate(SCRIPT))


SENSORY_WORDS = Observation("sensory-words", observe)
