"""Where a reader gets with the Tab key, and what comes about on the way.

The walk is done once for each page and state and serves every rule about the keyboard. It is fast where nothing but
the key moves the focus; where a script has a hand in it, it is done again with time for that script: a known trap
takes the focus back after 10 ms <https://www.w3.org/WAI/standards-guidelines/act/rules/80af7b/>. In the states that
change colours alone the way is the same as in `wide`: there each stop is given the focus by a script and looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from checks import states
from checks.model import Observation, Target, Visit
from checks.observe import keyboard_exits, keyboard_looks, script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "sight", "look", "reach", "changes", "exits", "skip")
ASK = 'return await globalThis[Symbol.for("checks.keyboard")].tasks[arguments[0]](arguments[1])'
MOST_STOPS = 3000  # a page that has more is not walked to its end
PRESSES = 300  # at a time

Ask = Callable[..., Any]  # a task of keyboard.js and what it needs


@dataclass(frozen=True)
class Stop:
    """An element that Tab leads to.

    `unseen` says why it cannot be seen while it has the focus, `cover` is the selector of what then covers it whole:
    on the way back with Shift+Tab if `on_way_back`. `shows_focus` is None where the look with and without focus
    could not be compared, `contrast` where that of the focus does not count: the browser's own outline, something
    that appears. `caret` is for fields that show a caret then. `place` is left, top, right, bottom in CSS px of the
    page, `number` the place in the markup among all that Tab could lead to (-1: it came later), `block` the number
    of the list, section or landmark around it; `afloat` is for what sticks to the window.
    """

    target: Target
    unseen: str = ""
    cover: str = ""
    on_way_back: bool = False
    shows_focus: bool | None = True
    contrast: float | None = None
    caret: bool = False
    place: tuple[float, float, float, float] = (0, 0, 0, 0)
    tabindex: int = 0
    number: int = -1
    block: int = -1
    afloat: bool = False
    rtl: bool = False


@dataclass(frozen=True)
class Unreached:
    """What a mouse can use and Tab does not lead to: `kind` is control, label (of a hidden field) or listener."""

    kind: str
    target: Target


@dataclass(frozen=True)
class Trap:
    """Elements that Tab does not lead out of. `way` is the key that does, as it is pressed; "" if none was found.

    Where that is no usual key, `advised` says whether the page's words name it before the end of the trap.
    `named` are all keys that they name.
    """

    targets: tuple[Target, ...]
    way: str = ""
    advised: bool = False
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """What happens when the target merely gets the focus: it navigates, opens a window or a dialog, moves the focus
    to another element, or loses it (`kind`: navigates, window, dialog, moves, loses)."""

    kind: str
    target: Target
    to: Target | None = None


@dataclass(frozen=True)
class SkipLink:
    """The link before everything else that skips to a place on the page: whether there is such a place, whether the
    link cannot be seen with focus, and whether Enter and Tab lead on from that place."""

    target: Target
    has_place: bool
    unseen: str
    leads: bool


@dataclass(frozen=True)
class Walk:
    """`layer` is a dialog or menu that was opened and that Tab does not lead into next."""

    stops: tuple[Stop, ...]
    unreached: tuple[Unreached, ...] = ()
    trap: Trap | None = None
    changes: tuple[Change, ...] = ()
    layer: Target | None = None
    skip: SkipLink | None = None


def observe(browser: Browser, visit: Visit) -> Walk:
    state = visit.state.name if visit.state else ""
    walks = state in states.KEYBOARD
    ask = partial(browser.evaluate, ASK)
    presses = browser.inspect(SCRIPT, visit.variant.split(" then ")[-1], walks)
    if not walks:
        ask("looks")
    elif not walk_fast(browser, ask, presses):
        walk_slowly(browser, ask)
    if walks and (presses := ask("back")):
        browser.press("Shift+Tab", presses)
    browser.command("Page.bringToFront")  # where Tab has left the page, the window has lost the focus
    answer = ask("report")
    stops = tuple(_stop(browser, ask, number, stop) for number, stop in enumerate(answer["stops"]))
    trap = _trap(browser, ask, answer["stuck"]) if answer["stuck"] else None
    changes = tuple(map(_change, ask("changes"))) if answer["suspects"] else ()
    skip = _skip(browser, ask) if state in ("wide", "narrow") and not trap else None
    ask("end")
    unreached = tuple(Unreached(item["kind"], Target.of(item["target"])) for item in answer["unreached"])
    return Walk(stops, unreached, trap, changes, _target(answer["layer"]), skip)


def walk_fast(browser: Browser, ask: Ask, presses: int) -> bool:
    """Press Tab many times at once until the walk ends; False if a script moved the focus on the way."""
    pressed = 0
    while pressed < MOST_STOPS:
        times = min(max(presses - pressed, 5), PRESSES)
        browser.press("Tab", times)
        pressed += times
        found = ask("fast")
        if found["strange"]:
            return False
        if found["done"]:
            return True
    return False


def walk_slowly(browser: Browser, ask: Ask) -> None:
    browser.command("Page.bringToFront")
    ask("again")
    for _ in range(MOST_STOPS):
        browser.press("Tab")
        if ask("slow"):
            return


def _stop(browser: Browser, ask: Ask, number: int, stop: dict[str, Any]) -> Stop:
    """A stop, with pictures compared where the style sheet does not settle whether and how the focus shows."""
    shows, contrast = stop["shows"], stop["contrast"]
    if not (shows or stop["unseen"] or stop["cover"]):
        shows, contrast = keyboard_looks.compare(browser, ask, number)
    return Stop(
        target=Target.of(stop["target"]),
        unseen=stop["unseen"],
        cover=stop["cover"],
        on_way_back=stop["onWayBack"],
        shows_focus=shows,
        contrast=contrast,
        caret=stop["caret"],
        place=tuple(stop["place"]),
        tabindex=stop["tabindex"],
        number=stop["number"],
        block=stop["block"],
        afloat=stop["isAfloat"],
        rtl=stop["isRtl"],
    )


def _trap(browser: Browser, ask: Ask, stuck: list[dict[str, Any]]) -> Trap:
    way, named = keyboard_exits.find(browser, ask, len(stuck))
    return Trap(tuple(map(Target.of, stuck)), way, named.get(way, False), tuple(named))


def _change(found: dict[str, Any]) -> Change:
    return Change(found["kind"], Target.of(found["target"]), _target(found["to"]))


def _skip(browser: Browser, ask: Ask) -> SkipLink | None:
    link = ask("findSkip")
    if not link:
        return None
    leads = False
    if link["hasPlace"]:
        browser.press("Enter")
        browser.press("Tab")
        leads = ask("hasLed")
    return SkipLink(Target.of(link["target"]), link["hasPlace"], link["unseen"], leads)


def _target(described: dict[str, Any] | None) -> Target | None:
    return Target.of(described) if described else None


KEYBOARD = Observation("keyboard", observe, disturbs=True)
