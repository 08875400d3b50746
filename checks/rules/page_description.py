"""Each page has a description of its own, of the length that lists of results show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checks.agreement import letters
from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.metadata import METADATA

SHORTEST, LONGEST = 50, 160  # characters; what is longer is cut off in lists of results
FIX = "write one sentence of 50 to 160 characters that says what this page answers"


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    pages = [facts for facts in site if facts[METADATA].is_listed and facts.page.path not in ("/404.html", "/404/")]
    counts = Counter(letters(facts[METADATA].description) for facts in pages)
    if counts.keys() <= {""}:
        return
    for facts in pages:
        yield judge_page(facts[METADATA].description, counts).at(facts)


def judge_page(description: str, counts: Counter[str]) -> Finding:
    if not description:
        return failed("The page has no description, and other pages of the site have one.", FIX)
    if counts[letters(description)] > 1:
        return failed(f'{counts[letters(description)]} pages have the description "{description}".', FIX)
    if not SHORTEST <= len(description) <= LONGEST:
        length = f"{len(description)} characters; {SHORTEST} to {LONGEST} are needed"
        return failed(f'The description "{description}" has {length}.', FIX)
    return passed()


RULE = Rule(
    id="page-description",
    requirement="Each page has a description of its own, of 50 to 160 characters.",
    why="Someone who searches chooses by this sentence; without it, or cut off, they open one page after the other.",
    observes=(METADATA,),
    judge=judge,
    states=("wide",),
    scope=Scope.SITE,
)
