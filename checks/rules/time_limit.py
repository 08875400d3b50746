"""The page does not go away while someone reads it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.unprompted import UNPROMPTED

LONG = 72000  # seconds: 20 hours, from where on WCAG 2.2.1 allows a time limit
REFRESH = 'take the refresh away; to lead to another address, let the server do it or write content="0; url=…"'
REDIRECT = "let a link or a button lead there instead of a timer"
LOOK = "see whether a reader can turn that off, or can have ten times as long"


def judge(facts: Facts) -> Iterator[Finding]:
    seen = facts[UNPROMPTED]
    for refresh in seen.refreshes:
        if 0 < refresh.seconds <= LONG:
            message = f"The page loads anew, or another in its place, after {refresh.seconds:,} s"
            yield failed(f"{message}; 0 or more than {LONG:,} s may be.", REFRESH, refresh.target)
        else:
            yield passed()
    if seen.left and not seen.refreshes:
        message = "The page led elsewhere by itself within a few seconds"
        if seen.pausing:
            yield cant_tell(f'{message}; "{seen.pausing[0][:80]}" may stop that.', LOOK)
        else:
            yield failed(f"{message}, and nothing can stop that.", REDIRECT)
    for timer in seen.timers:
        if timer.away and timer.seconds <= LONG and not seen.left:
            yield cant_tell(f"A script leads elsewhere, or loads the page anew, after {timer.seconds:,.0f} s.", LOOK)


RULE = Rule(
    id="time-limit",
    requirement="The page does not load anew or lead elsewhere by itself while someone reads it.",
    why="Someone who reads slowly, or uses a switch or a screen reader, loses the page before the end.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide", "no-script"),
    criteria=("2.2.1",),
    act=("bc659a",),
)
