"""Each link says where it leads, by its text or with the sentence, list item or table cell around it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.link_words import is_vague, tells
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.links import LINKS

FIX = 'name the destination: "Check your insurance benefits", or write the sentence around the link so that it does'


def judge(facts: Facts) -> Iterator[Finding]:
    links = facts[LINKS].links
    unclear = [link for link in links if is_vague(link.name) and not tells(link.context)]
    for link in unclear:
        around = f'what stands around it, "{link.context}", says no more' if link.context else "nothing is around it"
        yield failed(f'The link text "{link.name}" does not say where the link goes, and {around}.', FIX, link.target)
    if len(links) > len(unclear):
        yield passed(len(links) - len(unclear))


RULE = Rule(
    id="link-purpose",
    requirement="Each link says where it leads, by its text or together with what stands around it.",
    why="Someone who cannot see the page meets a link with its sentence, and has to know whether to follow it.",
    observes=(LINKS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.4",),
    act=("5effbb",),
)
