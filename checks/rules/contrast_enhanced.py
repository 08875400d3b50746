"""Text stands out from what it stands on by more than is needed at the least: 7 : 1, large text 4.5 : 1."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule
from checks.observe.contrast import CONTRAST
from checks.rules.contrast import judge_at


def judge(facts: Facts) -> Iterator[Finding]:
    yield from judge_at(facts, small=7, large=4.5)


RULE = Rule(
    id="contrast-enhanced",
    requirement="Text stands out from what it stands on by 7 : 1, large text by 4.5 : 1.",
    why="Someone whose sight is down to 20/80 reads text that stands out this much without a lens.",
    observes=(CONTRAST,),
    judge=judge,
    states=states.COLOUR,
    criteria=("1.4.6",),
    act=("09o5cg",),
)
