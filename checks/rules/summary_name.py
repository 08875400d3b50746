"""What opens a disclosure has words that say what it opens."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.semantics import SEMANTICS

FIX = "write into the <summary> what it opens, as text: <summary>Opening hours</summary>"


def judge(facts: Facts) -> Iterator[Finding]:
    semantics = facts[SEMANTICS]
    for target in semantics.unnamed_summaries:
        yield failed(f"{target.snippet} opens something and has no name.", FIX, target)
    if named := semantics.summaries - len(semantics.unnamed_summaries):
        yield passed(named)


RULE = Rule(
    id="summary-name",
    requirement="Each summary has a name.",
    why="Someone who uses a screen reader hears that something can be opened, and not what.",
    observes=(SEMANTICS,),
    judge=judge,
    states=("wide", "narrow", "opened"),
    criteria=("4.1.2",),
    act=("2t702h",),
)
