"""Where the reader has chosen the colours, the focus can still be seen."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule
from checks.observe.keyboard import KEYBOARD
from checks.rules.focus_visible import judge_looks

FIX = "add an outline that is transparent elsewhere: :focus-visible { outline: 3px solid transparent }"


def judge(facts: Facts) -> Iterator[Finding]:
    same = "Under forced colors, {name} looks the same with and without the focus: shadows are taken away."
    yield from judge_looks(facts, same, "see whether its focus shows under forced colors", FIX)


RULE = Rule(
    id="forced-colors-focus",
    requirement="Where the reader has chosen the colors, the focus can still be seen.",
    why="Someone who needs their own few colors to read at all does not see where they are on the page.",
    observes=(KEYBOARD,),
    judge=judge,
    states=("forced-colors",),
)
