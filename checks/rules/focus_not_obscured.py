"""What has the focus is not covered whole by something else on the page."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.keyboard import KEYBOARD

FIX = "leave room for it: html {{ scroll-padding: 5rem 0 }}, as high as {}; or let that scroll away with the page"


def judge(facts: Facts) -> Iterator[Finding]:
    stops = [stop for stop in facts[KEYBOARD].stops if not stop.unseen]
    for stop in (stop for stop in stops if stop.cover):
        key = "Shift+Tab" if stop.on_way_back else "Tab"
        message = f"{key} comes to {stop.target.snippet or stop.target.selector}, and {stop.cover} covers all of it."
        yield failed(message, FIX.format(stop.cover), stop.target)
    if seen := [stop for stop in stops if not stop.cover]:
        yield passed(len(seen))


RULE = Rule(
    id="focus-not-obscured",
    requirement="What has the focus is not covered whole by something else on the page.",
    why="Someone who uses the keyboard does not see where they are, and what a key press will do.",
    observes=(KEYBOARD,),
    judge=judge,
    states=states.KEYBOARD,
    criteria=("2.4.11",),
)
