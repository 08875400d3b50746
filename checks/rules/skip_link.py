"""A link that skips to the content is seen with the focus, and leads there."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.keyboard import KEYBOARD


def judge(facts: Facts) -> Iterator[Finding]:
    link = facts[KEYBOARD].skip
    if not link:
        return
    name = link.target.snippet or link.target.selector
    if link.unseen:
        fix = "bring it into sight with the focus: .skip:focus { left: 0; clip-path: none }"
        yield failed(f"{name} {link.unseen}, also while it has the focus.", fix, link.target)
    if not link.has_place:
        fix = 'give the place that it leads to that id: <main id="main">'
        yield failed(f"{name} leads to a place that is not on the page.", fix, link.target)
    elif not link.leads:
        fix = "let the link's address alone lead there: take out scripts that only scroll"
        message = f"After Enter on {name}, the next Tab does not go on from the place it leads to."
        yield failed(message, fix, link.target)
    if link.has_place and link.leads and not link.unseen:
        yield passed()


RULE = Rule(
    id="skip-link",
    requirement="A link that skips to the content is seen when it has the focus, and leads there.",
    why="Someone who uses the keyboard has to go through the same menu on every page.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("2.4.1",),
)
