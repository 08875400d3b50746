"""Links that read alike, and that nothing around them tells apart, lead to the same place."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Facts, Finding, Rule, cant_tell, failed, passed
from checks.observe.links import LINKS, Lead
from checks.purpose import may_be_one, same

FIX = 'say in each link what only it leads to: "Rules of the group", "Rules of the site"'


def judge(facts: Facts) -> Iterator[Finding]:
    for leads in facts[LINKS].sets:
        for lead in leads[1:]:
            yield judge_pair(leads[0], lead)


def judge_pair(one: Lead, other: Lead) -> Finding:
    what = f'Two links say "{one.name}" and lead to {one.address} and {other.address}'
    if one.address == other.address:
        return passed()
    if one.page and other.page:
        alike = same(one.page, other.page)
    else:
        alike = None if may_be_one(one.address, other.address) else False
    if alike is None:
        return cant_tell(f"{what}, which differ in part.", "see whether both serve the same purpose", other.target)
    return passed() if alike else failed(f"{what}, which differ.", FIX, other.target)


RULE = Rule(
    id="same-link-text",
    requirement="Links that read alike and stand in one place lead to the same page, or to pages that say the same.",
    why="Someone who has the links of a page read out hears one name twice, and expects one page.",
    observes=(LINKS,),
    judge=judge,
    states=("wide",),
    criteria=("2.4.9",),
    act=("b20e66",),
)
