"""What the focus gets into with the keyboard, it gets out of with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.keyboard import KEYBOARD, Trap

USUAL = ("Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", " ")
FIX = "take out the script that takes the focus back, or close with Escape what holds it"


def judge(facts: Facts) -> Iterator[Finding]:
    walk = facts[KEYBOARD]
    if walk.trap:
        yield from describe(walk.trap)
    if free := len(walk.stops) - (len(walk.trap.targets) if walk.trap else 0):
        yield passed(free)


def describe(trap: Trap) -> Iterator[Finding]:
    target = trap.targets[0]
    name = target.snippet or target.selector
    held = f"Tab does not leave {name}" if len(trap.targets) == 1 else f"Tab goes in a circle from {name}"
    if trap.way in USUAL or (trap.way and trap.advised):
        yield passed(len(trap.targets))
    elif trap.way == "Shift+Tab":
        message = f"{held}; only Shift+Tab leads out, so nothing after it is reached by going on."
        yield cant_tell(message, "see whether readers get past it, and let Tab move on from it", target)
    elif trap.way:
        message = f"{held}; {trap.way} leads out, which the page says only after that place."
        fix = f"see whether readers come to know of {trap.way}; say it before the place that holds the focus"
        yield cant_tell(message, fix, target)
    else:
        named = f", nor does {' or '.join(trap.named)}, which the page names" if trap.named else ""
        message = f"{held}. Shift+Tab, Escape, the arrow keys, Enter and Space do not lead out{named}."
        yield failed(message, FIX, target)


RULE = Rule(
    id="keyboard-trap",
    requirement="Wherever the keyboard leads, it leads out again by a usual key or by one that the page names.",
    why="Someone who uses the keyboard alone cannot go on, nor back, and has to close the page.",
    observes=(KEYBOARD,),
    judge=judge,
    states=states.KEYBOARD,
    criteria=("2.1.2",),
    act=("80af7b", "a1b64e", "ebe86a"),
)
