"""Each element that has the focus looks different from how it looked before Tab came to it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.keyboard import KEYBOARD

FIX = "give it an outline: :focus-visible { outline: 3px solid; outline-offset: 3px }, and let nothing cut it off"


def judge_looks(facts: Facts, same: str, look: str, fix: str) -> Iterator[Finding]:
    """Judge the looks of every stop with and without the focus; `same` is the message where they are alike."""
    stops = [stop for stop in facts[KEYBOARD].stops if not (stop.unseen or stop.cover)]
    for stop in (stop for stop in stops if not stop.caret):
        name = stop.target.snippet or stop.target.selector
        if stop.shows_focus is None:
            message = f"{name} did not take the focus a second time, so its looks were not compared."
            yield cant_tell(message, look, stop.target)
        elif not stop.shows_focus:
            yield failed(same.format(name=name), fix, stop.target)
    if shown := [stop for stop in stops if stop.shows_focus or stop.caret]:
        yield passed(len(shown))


def judge(facts: Facts) -> Iterator[Finding]:
    same = "{name} looks the same with and without the focus: no pixel changes."
    yield from judge_looks(facts, same, "press Tab until it has the focus, and see whether that shows", FIX)


RULE = Rule(
    id="focus-visible",
    requirement="Wherever Tab leads, the focus can be seen.",
    why="Someone who uses the keyboard alone does not know what a key press will do.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("wide", "narrow", "dark", "opened"),
    criteria=("2.4.7",),
    act=("oj04fd",),
)
