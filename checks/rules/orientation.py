"""A page works however the device is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.layout import LAYOUT, TurnedPart

TOLERANCE = 2  # degrees


def judge(facts: Facts) -> Iterator[Finding]:
    layout = facts[LAYOUT]
    locked = [part for part in layout.turned if is_quarter(part)]
    for part in locked:
        name = part.target.selector
        message = f"{name} is turned to {part.portrait:.0f}° in portrait and to {part.landscape:.0f}° in landscape."
        yield failed(message, "take the rotation out of the orientation media query and lay the page out", part.target)
    for asked in layout.asked:
        message = f"In {asked.way}, {asked.target.selector} takes the place of the page and asks to turn the device."
        yield replace(failed(message, f"show the page in {asked.way} too", asked.target), beyond_act=True)
    if len(layout.turned) > len(locked):
        yield passed(len(layout.turned) - len(locked))


def is_quarter(part: TurnedPart) -> bool:
    """Whether the two angles differ by a quarter turn, one way or the other."""
    return abs((part.portrait - part.landscape) % 180 - 90) < TOLERANCE


RULE = Rule(
    id="orientation",
    requirement="The page can be used in portrait and in landscape.",
    why="Someone whose device is mounted on a wheelchair cannot turn it.",
    observes=(LAYOUT,),
    judge=judge,
    states=("wide",),
    criteria=("1.3.4",),
    act=("b33eff",),
)
