"""The label at a form field says what to enter, and no two fields have the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.semantics import SEMANTICS, Field

# Words for the form itself, not for what goes into it.
EMPTY = re.compile(
    r"(please )?(enter|type|write|select|choose|click|fill)?( in)?( it)?( here| this| below)?|"
    r"(text|form|input|entry|data)? ?field|text ?(box|input)|input field|"
    r"menu|infos?|information|form|go|ok|submit|send|button|untitled|placeholder|required|mandatory|"
    r"label text|field name|n ?a|null|undefined|none|todo|tbd|x+",
    re.I,
)
FIX = 'name what to enter: "First name", "Date of birth"'


def judge(facts: Facts) -> Iterator[Finding]:
    told = 0
    for field in facts[SEMANTICS].fields:
        empty = [label for label in field.labels if is_empty(label) and not field.choice]
        if empty:
            yield describe(field, empty[0])
        elif field.twin:
            message = f'Two fields have the label "{field.labels[0]}", and nothing to be seen tells them apart.'
            fix = 'say in each label which one it is ("Billing: street"), or put each group under a heading in sight'
            yield failed(message, fix, field.target)
        else:
            told += 1
    if told:
        yield passed(told)


def is_empty(label: str) -> bool:
    return EMPTY.fullmatch(re.sub(r"\W+", " ", label).strip()) is not None


def describe(field: Field, label: str) -> Finding:
    message = f'The label "{label}" does not say what to enter in {field.target.snippet}.'
    if field.context:
        look = f'see whether the words above it, "{field.context[:80]}", say it; if not, {FIX}'
        return cant_tell(message, look, field.target)
    return failed(message, FIX, field.target)


RULE = Rule(
    id="form-label",
    requirement="Each label that is seen at a form field says what to enter there.",
    why="Someone who forgets, or reads slowly, or sees one field at a time does not know what belongs in it.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("2.4.6",),
    act=("cc0f0a",),
)
