"""What a pointer aims at is 24 × 24 px large, or has that much room around it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.layout import LAYOUT

FIX = "give it padding until it is 24 px high and wide, or a margin that keeps 24 px from middle to middle"


def judge(facts: Facts) -> Iterator[Finding]:
    layout = facts[LAYOUT]
    small = [target for target in layout.crowded if not target.browsers and not target.twin]
    for target in small:
        name = target.target.snippet or target.target.selector
        size = f"{target.width} × {target.height} px of the needed 24 × 24 px"
        message = f"{name} is {size}, and the circle of 24 px around its middle meets {target.near}."
        yield failed(message, FIX, target.target)
    if layout.targets > len(small):
        yield passed(layout.targets - len(small))


RULE = Rule(
    id="target-size",
    requirement="What a pointer aims at is at least 24 by 24 px, or stands apart.",
    why="Someone whose hands tremble, or who holds a phone in one hand, hits the neighbor.",
    observes=(LAYOUT,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("2.5.8",),
)
