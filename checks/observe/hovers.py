"""What appears while the pointer or the focus is on something, and whether it can be reached, kept and put away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.usage import USAGE, put_back

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = USAGE + script(__file__, "triggers", "content")
KEEPS = 1500  # milliseconds for which what appears has to stay
FADES = 400  # milliseconds for what goes away to be gone
STEPS = 4  # of the pointer on each part of its way


@dataclass(frozen=True)
class Hover:
    """Something that appears with the pointer (`by` is pointer) or the focus on `trigger`.

    `persistent`: it stays while that is so. `hoverable`: the pointer gets onto it. `dismissable`: Escape or a click
    puts it away. `obscures`: it lies over other text or controls. None is not known.
    """

    trigger: Target
    words: str
    by: str
    persistent: bool
    dismissable: bool | None
    obscures: bool | None
    hoverable: bool | None = None


def observe(browser: Browser, visit: Visit) -> tuple[Hover, ...]:
    answer = browser.inspect(SCRIPT, "find")
    if not answer["triggers"]:
        return ()
    hovers = [_try(browser, number, by) for number, by in enumerate(answer["triggers"])]
    browser.move_pointer(0, 0)
    put_back(browser, browser.evaluate(SCRIPT, "end"))
    return tuple(hover for hover in hovers if hover)


def _try(browser: Browser, number: int, by: str) -> Hover | None:
    browser.move_pointer(0, 0)
    place = browser.evaluate(SCRIPT, "rest", number)
    if not place:
        return None
    content = _bring(browser, number, by, place)
    if not content:
        return None
    persistent = _stays(browser, KEEPS)
    hoverable = _reach(browser, place, content["way"]) if by == "pointer" and persistent else None
    browser.move_pointer(0, 0)
    browser.evaluate(SCRIPT, "rest", number)
    again = _bring(browser, number, by, place)
    dismissable = _dismiss(browser, place) if again else None
    trigger = Target.of(content["trigger"])
    return Hover(trigger, content["words"], by, persistent, dismissable, content["obscures"], hoverable)


def _bring(browser: Browser, number: int, by: str, place: Mapping[str, float]) -> Any:
    if by == "pointer":
        browser.move_pointer(place["x"], place["y"])
    else:
        browser.evaluate(SCRIPT, "focus", number)
    return browser.evaluate(SCRIPT, "shown", number)


def _reach(browser: Browser, start: Mapping[str, float], way: Sequence[Mapping[str, float]] | None) -> bool | None:
    """Move the pointer onto what has appeared; None where that has no place of its own in the window."""
    if not way:
        return None
    for begin, end in zip((start, *way), way, strict=False):
        for step in range(1, STEPS + 1):
            x, y = (begin[axis] + (end[axis] - begin[axis]) * step / STEPS for axis in ("x", "y"))
            browser.move_pointer(x, y)
    return _stays(browser, FADES)


def _dismiss(browser: Browser, place: Mapping[str, float]) -> bool:
    browser.press("Escape")
    if not _stays(browser, FADES):
        return True
    for kind in ("mousePressed", "mouseReleased"):
        browser.command("Input.dispatchMouseEvent", type=kind, x=place["x"], y=place["y"], button="left", clickCount=1)
    return not _stays(browser, FADES)


def _stays(browser: Browser, milliseconds: int) -> bool:
    return bool(browser.evaluate(SCRIPT, "stays", milliseconds))


HOVERS = Observation("hovers", observe)
