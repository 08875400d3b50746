"""Links of one name in one context lead to the same place, or to places that serve the same purpose."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.links import LINKS, Lead
from checks.purpose import may_be_one, same

FIX = 'give each its own name ("Chat with us", "Call us"), or let both lead to the same page'


def judge(facts: Facts) -> Iterator[Finding]:
    for leads in facts[LINKS].sets:
        for lead in leads[1:]:
            yield judge_pair(leads[0], lead)


def judge_pair(one: Lead, other: Lead) -> Finding:
    what = (
        f'Two links say "{one.name}", nothing around them differs, and they lead to {one.address} and {other.address}'
    )
    alike = same(one.page, other.page) if one.page and other.page else None
    if one.address == other.address or alike:
        return passed()
    labelled = labelled_apart(one, other)
    if alike is False or (labelled and not may_be_one(one.address, other.address)):
        return failed(f"{what}, which differ.", FIX, other.target)
    if labelled or (one.page and other.page):
        return cant_tell(f"{what}, which differ in part.", "see whether both serve the same purpose", other.target)
    return passed()  # nobody can tell them apart, whoever reads: WCAG excepts what is ambiguous to users in general


def labelled_apart(one: Lead, other: Lead) -> bool:
    """Whether those who see the page have a text above each link that tells the two apart."""
    return bool(one.label and other.label) and one.label != other.label


RULE = Rule(
    id="same-link-purpose",
    requirement="Links with one name and one context lead to the same place, or serve the same purpose.",
    why="Someone who cannot see the page has two links that sound alike, and picks one by chance.",
    observes=(LINKS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.4",),
    act=("fd3a94",),
)
