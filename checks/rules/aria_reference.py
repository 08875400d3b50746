"""What ARIA requires an element to refer to is there."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.semantics import SEMANTICS


def judge(facts: Facts) -> Iterator[Finding]:
    references = facts[SEMANTICS].references
    for reference in references:
        if not reference.found:
            ids = " ".join(reference.ids)
            message = f'{reference.target.snippet} controls "{ids}", and nothing beside it has such an id.'
            yield failed(message, "give what it controls this id, in the same tree of elements", reference.target)
    if found := [reference for reference in references if reference.found]:
        yield passed(len(found))


RULE = Rule(
    id="aria-reference",
    requirement="What an open combobox or a scrollbar controls is on the page.",
    why="Someone who uses a screen reader is told of a list that they cannot get to.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("4.1.2",),
    act=("in6db8",),
)
