"""axe-core's rules, each as `axe/<id>`: violations failed, incomplete cantTell, passes passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks import states
from checks.model import Facts, Finding, Outcome, Part, Rule, cant_tell, failed, passed
from checks.observe.axe import AXE, AxeNode, AxeRule

# Who is shut out, by axe-core's categories of rules.
WHY = {
    "cat.aria": "A screen reader announces something else than what is there, or nothing.",
    "cat.color": "Someone with low vision, or in bright sunlight, cannot read it.",
    "cat.forms": "Someone who cannot see the form does not learn what to enter.",
    "cat.keyboard": "Someone who uses the keyboard alone cannot get to it or past it.",
    "cat.language": "A screen reader reads it out in the wrong language.",
    "cat.name-role-value": "A screen reader cannot say what it is or what it does.",
    "cat.parsing": "A screen reader may skip it or mistake it for something else.",
    "cat.semantics": "Someone who moves by headings and landmarks does not find it.",
    "cat.sensory-and-visual-cues": "Someone who zooms, enlarges text or cannot aim well cannot use it.",
    "cat.structure": "A screen reader loses how the parts belong together.",
    "cat.tables": "Someone who hears a table cell does not hear which row and column it is in.",
    "cat.text-alternatives": "Someone who cannot see it gets nothing in its place.",
    "cat.time-and-media": "Someone who cannot hear or see the media gets nothing in its place.",
}

# The ACT rules that a rule is for, where axe-core leaves some out, or names one that asks for less.
ACT = {
    "aria-command-name": ("97a4e1", "m6b1q3"),
    "aria-deprecated-role": (),
}


def judge(facts: Facts) -> Iterator[Finding]:
    for rule in facts[AXE].rules:
        part = describe(rule)
        if rule.passed:
            yield passed(rule.passed, part)
        for node in rule.failed:
            yield failed(message(rule, node), fix(rule, node), node.target, part=part)
        for node in rule.cant_tell:
            yield cant_tell(message(rule, node), f"look at {place(node)} ({rule.address})", node.target, part=part)
        if not (rule.passed or rule.failed or rule.cant_tell):
            yield Finding(outcome=Outcome.INAPPLICABLE, targets=0, part=part)


def describe(rule: AxeRule) -> Part:
    why = next((WHY[tag] for tag in rule.tags if tag in WHY), "")
    return Part(rule.id, rule.help, why, criteria(rule.tags), ACT.get(rule.id, rule.act), rule.address)


def criteria(tags: tuple[str, ...]) -> tuple[str, ...]:
    """WCAG success criteria from axe-core's tags: `wcag1410` is 1.4.10."""
    numbers = (re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in tags)
    return tuple(".".join(number.groups()) for number in numbers if number)


def message(rule: AxeRule, node: AxeNode) -> str:
    """What is there, in axe-core's words: the rule's sentence, then what was measured."""
    measured = [text for texts in node.messages.values() for text in texts]
    return f"{rule.help.rstrip('.')}: {'; '.join(measured) or node.target.snippet}"


def fix(rule: AxeRule, node: AxeNode) -> str:
    """What to change: axe-core says what is wrong, so this says how much of that has to go."""
    several = len(node.messages.get("any", ())) > 1
    return f"mend {'one of these' if several else 'this'} in {place(node)} ({rule.address})"


def place(node: AxeNode) -> str:
    return node.target.snippet or node.target.selector


RULE = Rule(
    id="axe",
    requirement="The page passes axe-core's rules for WCAG 2.0 to 2.2, A and AA, and its best practices.",
    why="Each of these rules protects readers whom the rule's own page names.",
    observes=(AXE,),
    judge=judge,
    states=states.STRUCTURE,
)
