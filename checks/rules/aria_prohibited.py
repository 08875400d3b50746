"""No ARIA attribute stands on an element whose role prohibits it, where it is not announced."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.semantics import SEMANTICS

NAMES = frozenset({"aria-label", "aria-labelledby", "aria-braillelabel"})
DESCRIPTIONS = frozenset({"aria-roledescription", "aria-brailleroledescription"})

# "Prohibited" of each role. <https://www.w3.org/TR/wai-aria-1.2/#namefromprohibited>
PROHIBITED = dict.fromkeys(
    ("caption", "code", "deletion", "emphasis", "insertion", "paragraph", "strong", "subscript", "superscript"), NAMES
) | dict.fromkeys(("generic", "none", "presentation"), NAMES | DESCRIPTIONS)


def judge(facts: Facts) -> Iterator[Finding]:
    allowed = 0
    for element in facts[SEMANTICS].attributes:
        prohibited = [name for name in element.attributes if name in PROHIBITED.get(element.role, ())]
        for name in prohibited:
            message = f"{element.target.snippet} has {name}, which its role {element.role} prohibits."
            fix = f'take out {name} and write the words as text, or give it a role that has a name: role="group"'
            yield failed(message, fix, element.target)
        allowed += not prohibited
    if allowed:
        yield passed(allowed)


RULE = Rule(
    id="aria-prohibited",
    requirement="No element has an ARIA attribute that its role prohibits.",
    why="Someone who uses a screen reader does not get the words that stand in it: it is left out or read in part.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("4.1.2",),
    act=("5c01ea", "kb1m8s"),
)
