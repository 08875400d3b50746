"""Where a reader gets with the Tab key, what stays out of reach, and whether the focus can be seen on the way.

The walk is done once for each page and state. It is fast where nothing but the key moves the focus; where a
script has a hand in it, it is done again with time for that script: a known trap takes the focus back after
10 ms <https://www.w3.org/WAI/standards-guidelines/act/rules/80af7b/>.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import pixels, script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "sight", "outline", "reach")
MOST_STOPS = 3000  # a page that has more is not walked to its end
PRESSES = 150  # at a time
ACTIVATING = ("click", "mousedown", "pointerdown")
FOLLOWING = ("blur", "focus", "focusin", "focusout", "keydown", "keyup", "keypress")


@dataclass(frozen=True)
class Stop:
    """An element that Tab leads to.

    `unseen` says why it cannot be seen while it has the focus. `shows_focus` is None where the look with and
    without focus could not be compared. `caret` is for fields that show a caret then.
    """

    target: Target
    unseen: str = ""
    shows_focus: bool | None = True
    caret: bool = False


@dataclass(frozen=True)
class Unreached:
    """What a mouse can use and Tab does not lead to: `kind` is control, label (of a hidden field) or listener."""

    kind: str
    target: Target


@dataclass(frozen=True)
class Walk:
    """`stuck` is the element that Tab does not leave."""

    stops: tuple[Stop, ...]
    unreached: tuple[Unreached, ...]
    stuck: Target | None = None


def observe(browser: Browser, visit: Visit) -> Walk:
    presses = browser.evaluate(SCRIPT, "begin", visit.variant.split(" then ")[-1])
    browser.evaluate(SCRIPT, "start", note_listeners(browser))
    if not walk_fast(browser, presses):
        walk_slowly(browser)
    answer = browser.evaluate(SCRIPT, "report")
    stops = tuple(look(browser, number, stop) for number, stop in enumerate(answer["stops"]))
    browser.evaluate(SCRIPT, "end")
    unreached = (Unreached(item["kind"], Target.of(item["target"])) for item in answer["unreached"])
    return Walk(stops, tuple(unreached), Target.of(answer["stuck"]) if answer["stuck"] else None)


def walk_fast(browser: Browser, presses: int) -> bool:
    """Press Tab many times at once until the walk ends; False if a script moved the focus on the way."""
    pressed = 0
    while pressed < MOST_STOPS:
        times = min(max(presses - pressed, 5), PRESSES)
        browser.press("Tab", times)
        pressed += times
        state = browser.evaluate(SCRIPT, "fast")
        if state["strange"]:
            return False
        if state["done"]:
            return True
    return False


def walk_slowly(browser: Browser) -> None:
    browser.evaluate(SCRIPT, "again")
    for _ in range(MOST_STOPS):
        browser.press("Tab")
        if browser.evaluate(SCRIPT, "slow"):
            return


def note_listeners(browser: Browser) -> bool:
    """Tell the page which of its elements listen to a mouse; a script in the page cannot ask that.

    Return whether anything listens to keys or to the focus.
    """
    document = browser.command("Runtime.evaluate", expression="document", objectGroup="checks")["result"]
    found = browser.command("DOMDebugger.getEventListeners", objectId=document["objectId"], depth=-1, pierce=True)
    kinds: dict[int, set[str]] = {}
    for listener in found["listeners"]:
        if listener["type"] in ACTIVATING and "backendNodeId" in listener:
            kinds.setdefault(listener["backendNodeId"], set()).add(listener["type"])
    for node, types in kinds.items():
        resolved = browser.command("DOM.resolveNode", backendNodeId=node, objectGroup="checks")["object"]
        browser.command(
            "Runtime.callFunctionOn",
            objectId=resolved["objectId"],
            functionDeclaration=(
                'function (...kinds) { if (this.nodeType === 1) globalThis[Symbol.for("checks.keyboard")]?'
                ".listeners.set(this, new Set(kinds)) }"
            ),
            arguments=[{"value": kind} for kind in sorted(types)],
        )
    browser.command("Runtime.releaseObjectGroup", objectGroup="checks")
    return any(listener["type"] in FOLLOWING for listener in found["listeners"])


def look(browser: Browser, number: int, stop: Mapping[str, Any]) -> Stop:
    """A stop, with the pictures compared where the style sheet does not settle whether the focus shows."""
    target, unseen, caret = Target.of(stop["target"]), stop["unseen"], stop["caret"]
    settled = stop["showsFocus"] or unseen
    return Stop(target, unseen, True if settled else compare(browser, number), caret)


def compare(browser: Browser, number: int) -> bool | None:
    """Whether one stop looks different before and after a real Tab press; None if it does not take the focus."""
    browser.evaluate(SCRIPT, "rest", number)
    before = pixels.picture(browser.screenshot())
    browser.press("Tab")
    places = browser.evaluate(SCRIPT, "focused", number)
    if places is None:
        return None
    after = pixels.picture(browser.screenshot())
    across, down = (round(way) for way in places["moved"])
    return any(pixels.differ(before, after, tuple(box), (across, down)) for box in places["boxes"])


KEYBOARD = Observation("keyboard", observe, disturbs=True)
