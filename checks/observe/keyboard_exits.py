"""A part of keyboard.py: which key leads out of where Tab is stuck.

Usual ways are those of <https://www.w3.org/WAI/standards-guidelines/act/rules/a1b64e/#standard-keyboard-navigation>:
one direction of Tab is enough, so is Escape, so is a button that closes what holds the focus. Any other key counts
where the page's words name it, or those that a button before the trap shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.browser import Browser

ARROWS = ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
MOST_MEMBERS = 8  # of a trap, on which Enter and Space are tried


def find(browser: Browser, ask: Callable[..., Any], members: int) -> tuple[str, dict[str, bool]]:
    """The key that leads out, or ""; and the keys that the page names, each with whether before the trap's end."""

    def leads_out(key: str, then: str = "", times: int = 0) -> bool:
        """Whether a key leads out, at once or when another is pressed after it."""
        browser.command("Page.bringToFront")
        ask("hold")
        return any(presses_out(pressed) for pressed in (key, *[then] * times))

    def presses_out(key: str) -> bool:
        browser.press(key)
        return bool(ask("isOut"))

    def works_on(member: int, key: str) -> bool:
        ask("hold")
        ask("focusMember", member)
        return presses_out(key)

    if leads_out("Shift+Tab", "Shift+Tab", members):
        return "Shift+Tab", {}
    if leads_out("Escape", "Tab", members + 1):
        return "Escape", {}
    for key in ARROWS:
        if leads_out(key):
            return key, {}
    for key in ("Enter", " "):
        if any(works_on(member, key) for member in range(min(members, MOST_MEMBERS))):
            return key, {}
    named: dict[str, bool] = {}
    for task in ("namedKeys", "keysInHelp"):
        keys = dict(ask(task))
        named |= keys
        if way := next((key for key in keys if leads_out(key, "Tab", members + 1)), ""):
            return way, named
    return "", named
