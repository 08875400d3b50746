"""The words of links and buttons stand out also under the pointer, with the focus, and while they are pressed."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.contrast import CONTRAST, Touched
from checks.rules.contrast import remedy

HOW = {"hover": "under the pointer", "focus": "with the focus", "active": "while it is pressed"}


def judge(facts: Facts) -> Iterator[Finding]:
    measured = facts[CONTRAST]
    for look in measured.touched:
        yield describe(look)
    faint = {look.text.target.selector: look.others + 1 for look in measured.touched}
    if measured.touchable > sum(faint.values()):
        yield passed(measured.touchable - sum(faint.values()))


def describe(look: Touched) -> Finding:
    text = look.text
    needed = 3.0 if text.large else 4.5
    others = f" {look.others} more look like it." if look.others else ""
    message = (
        f'"{text.words}" ({text.size:g} px) has {text.best:.2f} : 1 {HOW[look.how]}: {text.front} on {text.ground}; '
        f"it needs {needed:g} : 1.{others}"
    )
    return failed(message, f"in its :{look.how} style, {remedy(text, needed)}", text.target)


RULE = Rule(
    id="interaction-contrast",
    requirement="The words of links and buttons stand out under the pointer, with the focus and while pressed.",
    why="Someone with low vision loses the words of a link at the moment of using it.",
    observes=(CONTRAST,),
    judge=judge,
    states=("wide", "narrow", "dark", "opened"),
    criteria=("1.4.3",),
)
