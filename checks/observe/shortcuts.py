"""Which printable keys do something on their own while no control has the focus, and what switches that off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.observe.usage import USAGE, put_back

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = USAGE + script(__file__)
PATIENCE = 40  # milliseconds after each key, where what it does comes late


@dataclass(frozen=True)
class Shortcut:
    """A key and what it does: `effect` is focus, scroll, content, or what `usage.stay` of usage.js notes.

    `instrument` is the name of a control that makes the key do nothing, if there is one; `clear` says whether
    that name speaks of keys or shortcuts.
    """

    key: str
    effect: str
    instrument: str = ""
    clear: bool = False


@dataclass(frozen=True)
class Shortcuts:
    """`listens`: a script listens to keys wherever the focus is. `mentions`: a control that speaks of shortcuts."""

    listens: bool
    found: tuple[Shortcut, ...] = ()
    mentions: Target | None = None


def observe(browser: Browser, visit: Visit) -> Shortcuts:
    answer = browser.inspect(SCRIPT, 0)
    if not answer["listens"]:
        return Shortcuts(False)
    put_back(browser, answer)
    if answer["late"]:
        answer = browser.inspect(SCRIPT, PATIENCE)
        put_back(browser, answer)
    found = tuple(Shortcut(**shortcut) for shortcut in answer["found"])
    return Shortcuts(True, found, Target.of(answer["mentions"]) if answer["mentions"] else None)


SHORTCUTS = Observation("shortcuts", observe)
