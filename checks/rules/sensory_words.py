"""What an instruction means can be found without seeing its shape, color or place."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.sensory_words import SENSORY_WORDS


def judge(facts: Facts) -> Iterator[Finding]:
    named = 0
    for instruction in facts[SENSORY_WORDS]:
        message = f'"{instruction.text[:120]}" tells what is meant by the word "{instruction.word}" alone.'
        fix = "name it as well: “the green button, Send”"
        if instruction.named:
            named += 1
        elif instruction.there:
            yield failed(message, fix, instruction.target)
        else:
            look = f"look whether this is something on a page; if so, {fix}"
            yield cant_tell(message, look, instruction.target)
    if named:
        yield passed(named)


RULE = Rule(
    id="sensory-words",
    requirement="An instruction that tells what to use by its shape, color or place tells its name as well.",
    why="Someone who cannot see the page does not find the round button on the right.",
    observes=(SENSORY_WORDS,),
    judge=judge,
    states=("wide",),
    criteria=("1.3.3",),
    act=("9bd38c",),
)
