"""What appears with the pointer or the focus stays, can be pointed at, and can be put away."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.hovers import HOVERS, Hover

WAYS = {"pointer": "The pointer on", "focus": "The focus on"}
STAY = "let it stay for as long as the pointer or the focus is there: no timer"
REACH = "put it right beside what it belongs to, inside the same element, without a gap"
LOOK = "see whether it lies over other content: then Escape has to put it away"
ESCAPE = "let Escape put it away, or let a press of a button show it in place of the pointer"


def judge(facts: Facts) -> Iterator[Finding]:
    fine = 0
    for hover in facts[HOVERS]:
        findings = list(look(hover))
        yield from findings
        fine += not findings
    if fine:
        yield passed(fine)


def look(hover: Hover) -> Iterator[Finding]:
    name = hover.trigger.snippet or hover.trigger.selector
    said = f'{WAYS[hover.by]} {name} shows "{hover.words}"'
    if not hover.persistent:
        yield failed(f"{said}, which goes away by itself.", STAY, hover.trigger)
    if hover.hoverable is False:
        yield failed(f"{said}, which goes away on the pointer's way to it.", REACH, hover.trigger)
    if hover.persistent and hover.dismissable is False and hover.obscures is not False:
        if hover.obscures:
            message = f"{said} over other content, and Escape does not put it away."
            yield failed(message, ESCAPE, hover.trigger)
        else:
            yield cant_tell(f"{said}, and Escape does not put it away.", LOOK, hover.trigger)


RULE = Rule(
    id="hover-content",
    requirement="What appears with the pointer or the focus stays, can be pointed at, and can be put away.",
    why="Someone who enlarges the screen or trembles cannot read it, or cannot read what lies under it.",
    observes=(HOVERS,),
    judge=judge,
    states=("wide",),
    criteria=("1.4.13",),
)
