"""What aria-expanded says is so, and a button made of something else works with keys."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.presses import PRESSES, Expansion, Press

STATE = 'set it on each press: button.setAttribute("aria-expanded", String(open))'
KEYS = "make it a <button>, or let Enter and Space do in a keydown listener what a click does"


def judge(facts: Facts) -> Iterator[Finding]:
    fine = 0
    for press in facts[PRESSES].presses:
        findings = [*about_state(press), *about_keys(press)]
        yield from findings
        fine += not findings and bool(press.expansion or press.keys is not None)
    if fine:
        yield passed(fine)


def about_state(press: Press) -> Iterator[Finding]:
    if press.expansion and (wrong := untruth(press.expansion)):
        name = press.target.snippet or press.target.selector
        yield failed(f"A press of {name} {wrong}.", STATE, press.target)


def untruth(state: Expansion) -> str:
    """What happens and what aria-expanded says, where the two differ; nothing where only one of them is known."""
    said = f'aria-expanded is "{str(state.said_after).lower()}" after it'
    if state.shown_before is not None and state.shown_after is not None:
        differs = state.said_after != state.shown_after
        if differs and state.shown_before != state.shown_after:
            return f"{'shows' if state.shown_after else 'hides'} what it controls, and {said}"
        if differs and state.said_after and not state.said_before:
            return f"shows nothing of what it controls, and {said}"
    elif state.said_before == state.said_after and state.shows != state.hides:
        return f"{'shows' if state.shows else 'hides'} text, and {said} as before"
    return ""


def about_keys(press: Press) -> Iterator[Finding]:
    name = press.target.snippet or press.target.selector
    if press.keys == ():
        yield failed(f"A click on {name} does something, and neither Enter nor Space does.", KEYS, press.target)
    elif press.keys is not None and len(press.keys) == 1:
        message = f"{press.keys[0]} works {name}, and of the two keys that work a button the other does not."
        yield cant_tell(message, "see whether a reader would expect both, as with a <button>", press.target)


RULE = Rule(
    id="disclosure",
    requirement="A button that opens and closes says truly whether it is open, and works with keys.",
    why="Someone who hears the page is told that a menu is closed while it is open, or cannot open it.",
    observes=(PRESSES,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("2.1.1", "4.1.2"),
)
