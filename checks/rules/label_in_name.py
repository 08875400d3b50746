"""The words on a control are in its name, so that someone who speaks them reaches it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.label_words import holds, is_abbreviated, same_words
from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS


def judge(facts: Facts) -> Iterator[Finding]:
    controls = facts[SEMANTICS].controls
    for control in controls:
        label, name = control.label, control.name
        if holds(label, name) or same_words(label, name):
            continue
        message = f'The label "{label}" is not in the name "{name}" of {control.target.snippet}.'
        if control.field and holds(name, label):
            look = "see whether the words that the name leaves out are a hint; if so, refer to it by aria-describedby"
            yield cant_tell(f"{message} The name is part of it.", look, control.target)
        elif is_abbreviated(label, name):
            look = "say the label to voice control: if nothing happens, use the same words in both"
            yield cant_tell(f"{message} One may be short for the other.", look, control.target)
        else:
            fix = f'begin the name with the label (aria-label="{label} …"), or take out aria-label and aria-labelledby'
            yield failed(message, fix, control.target)
    if fitting := [control for control in controls if holds(control.label, control.name)]:
        yield passed(len(fitting))


RULE = Rule(
    id="label-in-name",
    requirement="The words that are seen on a control are in its name, in that order.",
    why="Someone who works the page by voice says the words on a button, and nothing happens.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("2.5.3",),
    act=("2ee8b8",),
)
