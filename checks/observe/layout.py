"""Where boxes and lines of text stand: what widens the page, what is cut off, what lies over each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


@dataclass(frozen=True)
class WideBox:
    """An element that makes the page wider than the window: its width, and how far it reaches, in px.

    `needs_room` is for what is not understood in one column: data tables, code, pictures.
    """

    target: Target
    width: int
    edge: int
    needs_room: bool = False


@dataclass(frozen=True)
class CutText:
    """An element whose text is not all in sight, by `missing` px.

    `how` is "window" (it leaves the window), "cut" (what it stands in cuts it off at the side), "low" (cuts its
    lines through), or "scroll" (one line is longer than its box, which scrolls). `by` is that box's selector.
    """

    target: Target
    how: str
    missing: int
    by: str = ""


@dataclass(frozen=True)
class Overlap:
    """The words of two texts of which one lies over the other; the target is the first."""

    target: Target
    words: str
    others: str


@dataclass(frozen=True)
class Layout:
    """`width` is the window's in px; `scrolls` says that the page can be scrolled sideways."""

    width: int
    page_width: int
    scrolls: bool
    texts: int
    wide: tuple[WideBox, ...]
    cut: tuple[CutText, ...]
    over: tuple[Overlap, ...]


def observe(browser: Browser, visit: Visit) -> Layout:
    answer = browser.evaluate(SCRIPT)
    wide = (WideBox(Target.of(box["target"]), box["width"], box["edge"], box["needsRoom"]) for box in answer["wide"])
    cut = (CutText(Target.of(text["target"]), text["how"], text["missing"], text["by"]) for text in answer["cut"])
    over = (Overlap(Target.of(pair["target"]), pair["words"], pair["others"]) for pair in answer["over"])
    return Layout(
        width=answer["width"],
        page_width=answer["pageWidth"],
        scrolls=answer["scrolls"],
        texts=answer["texts"],
        wide=tuple(wide),
        cut=tuple(cut),
        over=tuple(over),
    )


LAYOUT = Observation("layout", observe)
