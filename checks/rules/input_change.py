"""Choosing, ticking or typing does nothing but that: what leads elsewhere has a button, or was announced before."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.inputs import INPUTS

EFFECTS = {
    "navigation": "leaves the page for {}",
    "submit": "sends the form",
    "window": "opens a window",
    "message": 'opens a message ("{}")',
    "focus": "moves the focus to {}",
}
FIX = 'let a button do that (<button>Go</button>), or say so before the field: "Choosing a day opens its page."'
LOOK = "see whether the reader is put off course by it: text beside the field is better"


def judge(facts: Facts) -> Iterator[Finding]:
    inputs = facts[INPUTS]
    for change in inputs.changes:
        name = change.target.snippet or change.target.selector
        message = f"A change of {name} {EFFECTS[change.effect].format(change.to)}, and no button was pressed."
        if change.announced:
            look = f'see whether "{change.announced}" tells a reader so before they come to the field'
            yield cant_tell(message, look, change.target)
        elif change.effect == "message":
            yield cant_tell(message, LOOK, change.target)
        else:
            yield failed(message, FIX, change.target)
    if fine := inputs.fields - len(inputs.changes):
        yield passed(fine)


RULE = Rule(
    id="input-change",
    requirement="A change of a field does not lead elsewhere, unless the reader was told before.",
    why="Someone who cannot see the whole page loses their place, and does not know what has happened.",
    observes=(INPUTS,),
    judge=judge,
    states=("wide",),
    criteria=("3.2.2",),
)
