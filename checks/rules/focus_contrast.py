"""What shows the focus stands out from what is around it by 3 : 1."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.keyboard import KEYBOARD

LEAST = 3  # to 1
FIX = "give it an outline that stands out: :focus-visible { outline: 3px solid; outline-offset: 3px }"


def judge(facts: Facts) -> Iterator[Finding]:
    stops = [stop for stop in facts[KEYBOARD].stops if stop.shows_focus and not stop.caret]
    faint = [(stop, stop.contrast) for stop in stops if stop.contrast is not None and stop.contrast < LEAST]
    for stop, contrast in faint:
        name = stop.target.snippet or stop.target.selector
        message = f"What shows the focus on {name} has a contrast of {contrast:.2f} : 1; it needs {LEAST} : 1."
        yield failed(message, FIX, stop.target)
    if strong := [stop for stop in stops if stop.contrast is not None and stop.contrast >= LEAST]:
        yield passed(len(strong))


RULE = Rule(
    id="focus-contrast",
    requirement="What shows the focus stands out from what is around it by 3 : 1.",
    why="Someone with low vision does not see where they are on the page.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("wide", "narrow", "dark", "opened"),
    criteria=("1.4.11", "2.4.7"),
)
