"""What a mouse can use, Tab leads to, and wherever Tab leads, the reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, Target, failed, passed
from checks.observe.keyboard import KEYBOARD

# By kind of what Tab does not lead to: what is there, what to do.
UNREACHED = {
    "control": (
        "Tab never comes to {}, which a mouse can use.",
        'make it a <button> or a link with an address, without tabindex="-1"',
    ),
    "label": (
        "Tab never comes to {}: a click on it works a field that is hidden from the keyboard too.",
        'make it a <button type="button">, or let the hidden field take the focus: opacity: 0, not display: none',
    ),
    "listener": (
        "A click on {} does something, and no key does.",
        'make it a <button type="button">, or put a button or link into it that does the same',
    ),
}
HIDE = "while it is out of sight, take it out of the Tab order with hidden, display: none or visibility: hidden"


def judge(facts: Facts) -> Iterator[Finding]:
    walk = facts[KEYBOARD]
    for one in walk.unreached:
        message, fix = UNREACHED[one.kind]
        yield failed(message.format(name(one.target)), fix, one.target)
    for stop in walk.stops:
        if stop.unseen:
            message = f"Tab comes to {name(stop.target)}, which {stop.unseen}: the focus is nowhere to be seen."
            yield failed(message, HIDE, stop.target)
    if seen := [stop for stop in walk.stops if not stop.unseen]:
        yield passed(len(seen))


def name(target: Target) -> str:
    return target.snippet or target.selector


RULE = Rule(
    id="keyboard-reach",
    requirement="Tab leads to everything that a mouse can use, and to nothing that cannot be seen.",
    why="Someone who uses the keyboard alone cannot get to it, or loses track of where they are.",
    observes=(KEYBOARD,),
    judge=judge,
    states=states.KEYBOARD,
    criteria=("2.1.1", "2.4.7"),
)
