"""Whoever has set the system to less motion gets less motion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.unprompted import UNPROMPTED

STOP = "put it into @media (prefers-reduced-motion: no-preference) { … }"


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    usual = {facts.page: facts[UNPROMPTED] for facts in site if facts.state == "wide"}
    for facts in site:
        if facts.state != "reduced-motion":
            continue
        seen, before = facts[UNPROMPTED], usual.get(facts.page)
        moving = [mover for mover in seen.movers if mover.sure and not mover.own]
        for mover in moving:
            name = mover.target.snippet or mover.target.selector
            message = f"{name} moves although the system is set to less motion."
            yield failed(message, STOP, mover.target).at(facts)
        if seen.smooth:
            message = "The page scrolls smoothly (scroll-behavior) although the system is set to less motion."
            yield failed(message, STOP).at(facts)
        elif before and not moving and (before.smooth or before.movers or before.animated):
            yield passed(max(1, before.animated)).at(facts)


RULE = Rule(
    id="less-motion",
    requirement="Where the system is set to less motion, nothing goes on moving and the page does not scroll smoothly.",
    why="Motion on a screen makes someone with a vestibular disorder dizzy or sick.",
    observes=(UNPROMPTED,),
    judge=judge,
    states=("wide", "reduced-motion"),
    criteria=("2.3.3",),
    scope=Scope.SITE,
)
