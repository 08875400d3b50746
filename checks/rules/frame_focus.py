"""Tab goes into each frame that has something to use."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS

FIX = "take out its tabindex"


def judge(facts: Facts) -> Iterator[Finding]:
    frames = facts[SEMANTICS].frames
    for frame in (frame for frame in frames if frame.skipped):
        if frame.leads:
            message = f"{frame.target.snippet} holds something to use, and its tabindex makes Tab pass by."
            yield failed(message, FIX, frame.target)
        else:
            message = f"Tab passes by {frame.target.snippet}; what is in it comes from another site."
            yield cant_tell(message, f"see whether there is a link, button or field in it; if so, {FIX}", frame.target)
    if entered := [frame for frame in frames if not frame.skipped]:
        yield passed(len(entered))


RULE = Rule(
    id="frame-focus",
    requirement="Tab goes into each frame that has a link, a button or a field.",
    why="Someone who uses the keyboard alone sees what is in the frame and cannot get to it.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("2.1.1",),
    act=("akn7bn",),
)
