"""The browser makes of a page's HTML what whoever wrote it meant."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, Target, failed, passed
from checks.observe.markup import MARKUP, Fault, Kind

# By the kind of fault: what is there, what to do.
SAID = {
    Kind.UNCLOSED: ("{tag} is not closed before {other}.", "close it where it ends: </{name}>"),
    Kind.STRAY: ("{tag} closes nothing.", "take it out, or open its element where that begins"),
    Kind.CROSSED: (
        "{tag} is closed only after {other}, in which it was opened.",
        "close what was opened last first: <b><i>…</i></b>",
    ),
    Kind.ENDED: (
        "{tag} is ended by {other}, which no paragraph can hold, before its own </p>.",
        "write </p> before {other}, or use a div around both",
    ),
    Kind.NESTED: (
        "{tag} stands inside {other}, and no element of this kind can be in another one.",
        "close the first one before the second one begins",
    ),
    Kind.TWICE: ("{tag} has the attribute {other} twice, and only the first counts.", "take one of them out"),
}


def judge(facts: Facts) -> Iterator[Finding]:
    markup = facts[MARKUP]
    for fault in markup.faults:
        message, fix = (words.format(**parts(fault)) for words in SAID[fault.kind])
        yield failed(message, fix, place(fault))
    if markup.tags and not markup.faults:
        yield passed(len(markup.tags))


def parts(fault: Fault) -> dict[str, str]:
    return {"tag": " ".join(fault.tag.text.split())[:80], "name": fault.tag.name, "other": fault.other}


def place(fault: Fault) -> Target:
    """A selector is of the browser's tree and would lead astray: the line of the HTML stands in its place."""
    return Target(f"line {fault.tag.line} of the HTML", " ".join(fault.tag.text.split())[:200])


RULE = Rule(
    id="html",
    requirement="The HTML is written so that the browser makes of it what its tags say.",
    why="A link, a heading or a label that is not closed takes in words that are not its own.",
    observes=(MARKUP,),
    judge=judge,
    states=("wide",),
)
