"""No refresh of the page waits, however long."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.unprompted import UNPROMPTED

FIX = "take the refresh away, and put a link there that loads the page anew"


def judge(facts: Facts) -> Iterator[Finding]:
    for refresh in facts[UNPROMPTED].refreshes:
        if refresh.seconds:
            message = f"The page loads anew, or another in its place, after {refresh.seconds:,} s, without being asked."
            yield failed(message, FIX, refresh.target)
        else:
            yield passed()


RULE = Rule(
    id="delayed-refresh",
    requirement="No refresh waits for some seconds, minutes or hours and then takes the page away.",
    why="Someone who has left the page open to go on later finds their place and their words gone.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide", "no-script"),
    criteria=("2.2.4", "3.2.5"),
    act=("bisz58",),
)
