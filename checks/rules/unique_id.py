"""What a label or a reference names by its id is one thing."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.semantics import SEMANTICS


def judge(facts: Facts) -> Iterator[Finding]:
    semantics = facts[SEMANTICS]
    for one in semantics.several_bearers:
        if not one.same:
            message = (
                f'{one.number} elements have the id "{one.id}", and {one.attribute}="{one.id}" reaches only the first.'
            )
            yield failed(message, "give each its own id, and name the one that is meant", one.target)
    if told := semantics.named_ids + sum(one.same for one in semantics.several_bearers):
        yield passed(told)


RULE = Rule(
    id="unique-id",
    requirement="An id that a label or a reference names belongs to one element.",
    why="A field that looks as if it had a label has none for a screen reader, or gets the words of another.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.3.1", "4.1.2"),
)
