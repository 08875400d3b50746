"""Nothing happens to the page when something merely gets the focus."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.keyboard import KEYBOARD

# By what the focus brings about: what is there.
CHANGES = {
    "navigates": "Another page opens as soon as {name} gets the focus.",
    "window": "A window opens as soon as {name} gets the focus.",
    "dialog": "A dialog opens as soon as {name} gets the focus.",
    "moves": "As soon as {name} gets the focus, a script moves it on to {to}.",
    "loses": "As soon as {name} gets the focus, a script takes it away again.",
}
FIX = "wait for Enter, Space or a click: take the script off focus and put it on click"


def judge(facts: Facts) -> Iterator[Finding]:
    walk = facts[KEYBOARD]
    for change in walk.changes:
        name = change.target.snippet or change.target.selector
        to = change.to.selector if change.to else ""
        yield failed(CHANGES[change.kind].format(name=name, to=to), FIX, change.target)
    changing = {change.target for change in walk.changes}
    if still := [stop for stop in walk.stops if stop.target not in changing]:
        yield passed(len(still))


RULE = Rule(
    id="focus-change",
    requirement="The page stays as it is when something merely gets the focus.",
    why="Someone who only passes by with Tab is taken elsewhere, and may not notice.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("3.2.1",),
)
