"""Tab does not lead to anything that is hidden from assistive technology."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.keyboard import KEYBOARD
from checks.observe.semantics import SEMANTICS

FIX = "take out aria-hidden, or take it out of the Tab order too: inert in place of aria-hidden"


def judge(facts: Facts) -> Iterator[Finding]:
    stops = {stop.target.selector for stop in facts[KEYBOARD].stops}
    hidden = facts[SEMANTICS].hidden
    reached = [target for one in hidden for target in one.inside if target.selector in stops]
    for target in reached:
        message = f"Tab comes to {target.snippet}, which aria-hidden keeps from screen readers."
        yield failed(message, FIX, target)
    if hidden and not reached:
        yield passed(len(hidden))


RULE = Rule(
    id="hidden-focus",
    requirement="Tab leads to nothing that is hidden from screen readers.",
    why="Someone who uses a screen reader lands on something that says nothing.",
    observes=(SEMANTICS, KEYBOARD),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("4.1.2",),
    act=("6cfa84",),
)
