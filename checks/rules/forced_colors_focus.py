"""Where the reader has chosen the colours, the focus can still be seen."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.keyboard import KEYBOARD

FIX = "add an outline that is transparent elsewhere: :focus-visible { outline: 3px solid transparent }"


def judge(facts: Facts) -> Iterator[Finding]:
    stops = [stop for stop in facts[KEYBOARD].stops if not (stop.unseen or stop.cover)]
    for stop in (stop for stop in stops if not stop.caret):
        name = stop.target.snippet or stop.target.selector
        if stop.shows_focus is None:
            message = f"{name} did not take the focus a second time, so its looks were not compared."
            yield cant_tell(message, "see whether its focus shows under forced colors", stop.target)
        elif not stop.shows_focus:
            message = f"Under forced colors, {name} looks the same with and without the focus: shadows are taken away."
            yield failed(message, FIX, stop.target)
    if shown := [stop for stop in stops if stop.shows_focus or stop.caret]:
        yield passed(len(shown))


RULE = Rule(
    id="forced-colors-focus",
    requirement="Where the reader has chosen the colors, the focus can still be seen.",
    why="Someone who needs their own few colors to read at all does not see where they are on the page.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("forced-colors",),
)
