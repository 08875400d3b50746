"""The boundary of a field stands out from the page by 3 : 1 where nothing else shows the field."""

from __future__ import annotations

from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.controls import CONTROLS

NEEDED = 3
SEEN = 1.05  # less is no boundary: a field without one is not told by its looks
FIX = "give it a border that has 3 : 1 with the page: border: 1px solid #767676 on white"


def judge(facts: Facts) -> Iterator[Finding]:
    controls = facts[CONTROLS]
    fields = [field for field in controls.fields if field.contrast >= SEEN]
    for field in (field for field in fields if field.contrast < NEEDED):
        message = f"The boundary of {field.target.snippet} has {field.contrast:.2f} : 1 with the page; it needs 3 : 1."
        yield failed(message, FIX, field.target)
    for sign in (sign for sign in controls.signs if sign.contrast < NEEDED):
        message = f"The sign in {sign.target.snippet} has {sign.contrast:.2f} : 1 with what is behind it."
        yield cant_tell(message, "see whether it can be made out; it needs 3 : 1", sign.target)
    if clear := [control for control in (*fields, *controls.signs) if control.contrast >= NEEDED]:
        yield passed(len(clear))


RULE = Rule(
    id="non-text-contrast",
    requirement="The boundary of a field stands out from the page by 3 : 1 where nothing else shows the field.",
    why="Someone with low vision does not see where to write.",
    observes=(CONTROLS,),
    judge=judge,
    states=states.COLOUR,
    criteria=("1.4.11",),
)
