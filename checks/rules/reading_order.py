"""The markup has the text in the order in which it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS, Swap

STEP = re.compile(r"(?:(?:step|day|week|part|question|stage|phase|no\.?|number) )?(\d{1,2})(?=[.:) ]|$)", re.I)
CAUSES = "what swaps them: order, row-reverse, column-reverse, grid areas, float, position: absolute"


def judge(facts: Facts) -> Iterator[Finding]:
    semantics = facts[SEMANTICS]
    for swap in semantics.swaps:
        message = f'"{swap.words}" stands before "{swap.others}" for the eye and comes after it in the markup.'
        if is_counted(swap):
            fix = f"put them in the markup in the order of their numbers, and take out {CAUSES}"
            yield failed(message, fix, swap.target)
        else:
            look = f"read both in the markup's order; if the sense changes, move them there and take out {CAUSES}"
            yield cant_tell(message, look, swap.target)
    if semantics.blocks > 1 and not semantics.swaps:
        yield passed(semantics.blocks)


def is_counted(swap: Swap) -> bool:
    """Whether both blocks begin with their number, and the eye gets the lower one first: then the order matters."""
    first, second = STEP.match(swap.words), STEP.match(swap.others)
    return bool(first and second and int(first[1]) < int(second[1]))


RULE = Rule(
    id="reading-order",
    requirement="Text comes in the same order to the eye and to the ear.",
    why="Someone who listens to the page, or zooms far in, gets the end of a thought before its start.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("1.3.2",),
)
