"""A link in a sentence is told from the words beside it by more than its colour."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.contrast import CONTRAST

FIX = "underline it: text-decoration: underline"


def judge(facts: Facts) -> Iterator[Finding]:
    measured = facts[CONTRAST]
    for link in measured.plain_links:
        message = (
            f'Only its colour tells the link "{link.words}" from the words beside it: {link.colour} and {link.beside}, '
            f"{link.contrast:.2f} : 1; that would need 3 : 1."
        )
        yield failed(message, FIX, link.target)
    if measured.links > len(measured.plain_links):
        yield passed(measured.links - len(measured.plain_links))


RULE = Rule(
    id="link-colour",
    requirement="A link in a sentence is told from the words beside it by more than its colour.",
    why="Someone who does not see colours does not find the links in a text.",
    observes=(CONTRAST,),
    judge=judge,
    states=("wide", "narrow", "dark", "opened"),  # not on paper, where a link is no more than its words
    criteria=("1.4.1",),
)
