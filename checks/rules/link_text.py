"""Each link says where it leads by its text alone."""

from __future__ import annotations

from collections.abc import Iterator

from checks.link_words import is_address, is_vague, points
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.links import LINKS, Link

NAME = 'name the destination: "Check your insurance benefits"'


def judge(facts: Facts) -> Iterator[Finding]:
    links = facts[LINKS].links
    findings = [finding for link in links if (finding := judge_link(link))]
    yield from findings
    if len(links) > len(findings):
        yield passed(len(links) - len(findings))


def judge_link(link: Link) -> Finding | None:
    if is_vague(link.name):
        return failed(f'The link text "{link.name}" does not say where the link goes.', NAME, link.target)
    if points(link.name):
        words = f'The link text "{link.name}" points to words that stand elsewhere.'
        return failed(words, f"{NAME}, in place of this, them, it or one", link.target)
    if is_address(link.name):
        return failed(f'The link text is an address, "{link.name}", read letter by letter.', NAME, link.target)
    return None


RULE = Rule(
    id="link-text",
    requirement="Each link says where it leads by its text alone.",
    why='Someone who moves from link to link, or has a list of them read out, hears only "click here".',
    observes=(LINKS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.9",),
    act=("aizyf1",),
)
