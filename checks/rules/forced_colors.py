"""With the reader's own few colours, words, signs and fields are still there, and what is checked is told apart."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.contrast import CONTRAST
from checks.observe.controls import CONTROLS

THERE = 1.5  # to 1: less is as good as gone; how much more there has to be is the reader's own choice
SYSTEM = "@media (forced-colors: active)"


def judge(facts: Facts) -> Iterator[Finding]:
    texts, controls = facts[CONTRAST], facts[CONTROLS]
    gone = [text for text in texts.low if text.best is not None and text.best < THERE]
    for text in gone:
        message = f'"{text.words}" has {text.best:.2f} : 1 with what is behind it when colours are forced.'
        yield failed(message, "take out forced-color-adjust: none, or give it the colour CanvasText", text.target)
    for sign in (sign for sign in controls.signs if sign.contrast < THERE):
        message = f"The sign in {sign.target.snippet} cannot be seen when colours are forced."
        yield failed(message, f"draw it in currentColor, or {SYSTEM} {{ background: ButtonText }}", sign.target)
    for field in (field for field in controls.fields if field.contrast < THERE):
        message = f"Nothing shows where {field.target.snippet} is when colours are forced."
        yield failed(message, "give it a border; a transparent one is enough: forced colours show it", field.target)
    for toggle in (toggle for toggle in controls.toggles if toggle.same):
        message = f"{toggle.target.snippet} looks the same checked or selected and not when colours are forced."
        yield failed(message, f"{SYSTEM} show it by a border, a mark or the colour Highlight", toggle.target)
    kept = [control for control in (*controls.signs, *controls.fields) if control.contrast >= THERE]
    told = [toggle for toggle in controls.toggles if not toggle.same]
    if count := texts.texts - len(gone) + len(kept) + len(told):
        yield passed(count)


RULE = Rule(
    id="forced-colors",
    requirement="With the reader's own few colours, words, signs, fields are there and what is checked is told apart.",
    why="Someone who reads in colours of their own, as in Windows contrast themes, loses what had no other sign.",
    observes=(CONTRAST, CONTROLS),
    judge=judge,
    states=("forced-colors",),
    criteria=("1.4.11", "1.4.1"),
)
