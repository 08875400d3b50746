"""Each heading tells what the content below it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.contents import CONTENTS, Item
from checks.topics import is_placeholder, other_of_its_kind, other_topic
from checks.words import content_stems

FIX = 'say what the part is about: "What it costs", "Opening hours"'
LOOK = "see whether the heading tells what is below it"


def judge(facts: Facts) -> Iterator[Finding]:
    items = facts[CONTENTS].items
    headings = [(item, below(item, items[place + 1 :])) for place, item in enumerate(items) if item.kind == "heading"]
    named = [(heading, text) for heading, text in headings if heading.name]
    findings = [finding for heading, text in named if (finding := judge_heading(heading, text))]
    yield from findings
    if len(named) > len(findings):
        yield passed(len(named) - len(findings))


def below(heading: Item, rest: Sequence[Item]) -> str:
    """All that is said from a heading to the next one of its level or above; not what is a part of a heading."""
    part = takewhile(lambda item: item.kind != "heading" or item.level > heading.level, rest)
    return " ".join(item.words or item.name for item in part if not item.in_heading)


def judge_heading(heading: Item, text: str) -> Finding | None:
    if is_placeholder(heading.name):
        return failed(f'The heading "{heading.name}" stands in for one that is still to come.', FIX, heading.target)
    shared = content_stems(heading.name) & content_stems(text)
    if other := other_of_its_kind(heading.name, text):
        words = f'The heading says "{other[0]}"; what is below it never does, and says "{other[1]}".'
        return failed(words, FIX, heading.target) if shared else cant_tell(words, LOOK, heading.target)
    if shared:
        return None
    if topic := other_topic(heading.name, text):
        words = f'The heading is "{heading.name}"; what is below it is about something else ({topic}).'
        return failed(words, FIX, heading.target)
    return None


RULE = Rule(
    id="heading-text",
    requirement="Each heading tells what the content below it is about.",
    why="Someone who moves from heading to heading, or skims, passes by what they came for.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.6",),
    act=("b49b2e",),
)
