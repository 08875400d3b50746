"""What the files of pictures have in them: words, shapes, colors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class Picture:
    """A picture in a file of its own that is neither decoration nor a logo, `width` × `height` px on the page.

    Of an SVG file, `words` are those that it draws as text and `shapes` is how many other things it draws, without
    rectangles that fill it. Of any other, `flat` is how much of it is of its two commonest colors, in per cent.
    """

    target: Target
    width: int
    height: int
    words: str
    shapes: int
    flat: int


def observe(browser: Browser, visit: Visit) -> tuple[Picture, ...]:
    return tuple(Picture(**{**one, "target": Target.of(one["target"])}) for one in browser.evaluate(SCRIPT))


PICTURED_TEXT = Observation("pictured-text", observe)
