"""A dialog has a name, takes the focus when it opens over the page, and lets the reader out."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.presses import PRESSES, Dialog

NAME = 'name it by its heading: aria-labelledby="…", or with aria-label'
FOCUS = "open it with showModal(), or move the focus to its heading or first control when it opens"
WAY_OUT = 'add <button type="button">Close</button>, and let Escape close it'


def judge(facts: Facts) -> Iterator[Finding]:
    fine = 0
    for dialog in facts[PRESSES].dialogs:
        findings = list(look(dialog))
        yield from findings
        fine += not findings
    if fine:
        yield passed(fine)


def look(dialog: Dialog) -> Iterator[Finding]:
    name = dialog.target.snippet or dialog.target.selector
    if not dialog.named:
        yield failed(f"The dialog {name} has no name.", NAME, dialog.target)
    if dialog.takes_focus is False:
        yield failed(f"The dialog {name} opens over the page, and the focus stays behind it.", FOCUS, dialog.target)
    if dialog.escapes is False and not dialog.has_way_out:
        message = f"Escape does not close the dialog {name}, and there is nothing in it to press."
        yield failed(message, WAY_OUT, dialog.target)
    elif dialog.takes_focus and (odd := [words for words, so in oddities(dialog).items() if so]):
        message = f"The dialog {name} opens over the page, and {'; '.join(odd)}."
        yield cant_tell(message, "see whether someone who uses the keyboard alone finds their way", dialog.target)


def oddities(dialog: Dialog) -> dict[str, bool]:
    """What a modal dialog should not do by the ARIA practices, and no success criterion plainly forbids."""
    return {
        "Tab leads to what is behind it": dialog.keeps_focus is False,
        "Escape does not close it": dialog.escapes is False,
        "the focus does not return to the button when it closes": dialog.returns is False,
    }


RULE = Rule(
    id="dialog",
    requirement="A dialog has a name, takes the focus when it opens over the page, and can be left.",
    why="Someone who hears the page or uses the keyboard alone does not learn that it is there, or does not get out.",
    observes=(PRESSES,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("2.1.2", "2.4.3", "4.1.2"),
)
