"""What a press of each button brings: an open dialog, text that appears, a new state; and which keys do the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.usage import USAGE, put_back

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = USAGE + script(__file__, "dialogs", "effects")
MOST_PARTS = 12  # dialogs on one page that are opened


@dataclass(frozen=True)
class Text:
    """A text that appeared. `announced`: in a live region, so that a screen reader says it."""

    words: str
    announced: bool


@dataclass(frozen=True)
class Expansion:
    """What `aria-expanded` said before and after a press, and what was so.

    `shown_before` and `shown_after` are about what `aria-controls` names, None where it names nothing on the
    page. `shows` and `hides`: the press brought text into sight or took it away, and the next one undid that.
    """

    said_before: bool
    said_after: bool
    shown_before: bool | None
    shown_after: bool | None
    shows: bool
    hides: bool


@dataclass(frozen=True)
class Press:
    """One button, or a search field in which a word was typed.

    `kind` is button, send or search. `moves_focus` says that the focus went on elsewhere. `keys` are those of Enter
    and Space that do something, for an element that is no button by itself; None where that was not tried.
    """

    target: Target
    kind: str
    texts: tuple[Text, ...]
    moves_focus: bool
    expansion: Expansion | None
    keys: tuple[str, ...] | None


@dataclass(frozen=True)
class Dialog:
    """A dialog in sight; all but `named` is None where the page came with it, or it is not modal.

    `takes_focus` as it opens; `keeps_focus`: Tab does not lead behind it; `escapes`: Escape closes it; `returns` the
    focus then; `has_way_out`: there is something to press in it.
    """

    target: Target
    named: bool
    takes_focus: bool | None = None
    keeps_focus: bool | None = None
    escapes: bool | None = None
    returns: bool | None = None
    has_way_out: bool | None = None


@dataclass(frozen=True)
class Presses:
    presses: tuple[Press, ...]
    dialogs: tuple[Dialog, ...]


def observe(browser: Browser, visit: Visit) -> Presses:
    presses: list[Press] = []
    dialogs: list[Dialog] = []
    start = 0
    for _ in range(MOST_PARTS):
        answer = browser.inspect(SCRIPT, "press", visit.settings.theme_switch, start)
        if not start:
            dialogs += (Dialog(Target.of(one["target"]), one["named"]) for one in answer["standing"])
        presses += (_press(one) for one in answer["presses"])
        if not answer["dialog"]:
            put_back(browser, answer)
            break
        dialogs.append(_dialog(browser, answer["dialog"]))
        start = answer["next"]
    return Presses(tuple(presses), tuple(dialogs))


def _press(item: Mapping[str, Any]) -> Press:
    return Press(
        Target.of(item["target"]),
        item["kind"],
        tuple(Text(**text) for text in item["texts"]),
        item["movesFocus"],
        Expansion(**item["expansion"]) if item["expansion"] else None,
        None if item["keys"] is None else tuple(item["keys"]),
    )


def _dialog(browser: Browser, item: Mapping[str, Any]) -> Dialog:
    """The dialog that a press has opened, after real keys: Tab at its end, then Escape."""
    target, named = Target.of(item["target"]), item["named"]
    keeps = None
    if item["modal"]:
        browser.evaluate(SCRIPT, "last")
        browser.press("Tab")
        keeps = browser.evaluate(SCRIPT, "inside")
    browser.press("Escape")
    answer = browser.evaluate(SCRIPT, "escaped")
    put_back(browser, answer)
    if not item["modal"]:
        return Dialog(target, named)
    returns = answer["returned"] if answer["closed"] else None
    return Dialog(target, named, item["takesFocus"], keeps, answer["closed"], returns, item["hasWayOut"])


PRESSES = Observation("presses", observe)
