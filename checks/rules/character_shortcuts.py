"""No letter, digit or sign does something by itself, wherever the focus is, unless a reader can switch that off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Target, cant_tell, failed, passed
from checks.observe.shortcuts import SHORTCUTS, Shortcut

PAGE = Target("body")
EFFECTS = {
    "focus": "moves the focus",
    "scroll": "scrolls",
    "content": "changes what is shown",
    "message": "opens a message",
    "submit": "sends a form",
    "window": "opens a window",
    "fragment": "jumps within the page",
    "address": "changes the address",
    "navigation": "leaves the page",
}
FIX = (
    'let it need Ctrl or Alt (event.ctrlKey || event.altKey), or add a switch "Keyboard shortcuts" that turns it off, '
    "or let it work only while its own control has the focus"
)


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[SHORTCUTS]
    if not seen.listens:
        return
    if unclear := [shortcut for shortcut in seen.found if shortcut.instrument and not shortcut.clear]:
        message = f'{said(unclear)} "{unclear[0].instrument}" stops that.'
        yield cant_tell(message, "see whether its name tells a reader that it switches shortcuts off", PAGE)
    if free := [shortcut for shortcut in seen.found if not shortcut.instrument and not shortcut.clear]:
        if seen.mentions:
            message = f"{said(free)} Nothing on the page was found to stop that, but it speaks of shortcuts."
            yield cant_tell(message, "see whether a reader can turn them off or change them there", seen.mentions)
        else:
            yield failed(f"{said(free)} Nothing on the page turns that off.", FIX, PAGE)
    if not unclear and not free:
        yield passed(max(1, len(seen.found)))


def said(shortcuts: Sequence[Shortcut]) -> str:
    keys: dict[str, list[str]] = {}
    for shortcut in shortcuts:
        keys.setdefault(EFFECTS[shortcut.effect], []).append(shortcut.key)
    parts = (f"{' '.join(same)} {effect}" for effect, same in keys.items())
    return f"Pressed by itself, with the focus nowhere: {'; '.join(parts)}."


RULE = Rule(
    id="character-shortcuts",
    requirement="No letter, digit or sign is a shortcut by itself, unless a reader can switch that off.",
    why="Someone who speaks to the computer, or hits keys by accident, sets off what they did not ask for.",
    observes=(SHORTCUTS,),
    judge=judge,
    states=("wide",),
    criteria=("2.1.4",),
    act=("ffbc54",),
)
