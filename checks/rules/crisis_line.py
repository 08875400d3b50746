"""Someone in danger finds the same numbers in the same place on every page, at every width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from checks.model import Facts, Finding, Rule, Scope, Target, failed, passed
from checks.observe.contents import CONTENTS, Item

FIX = "let every page use the template that opens with the crisis line, right after the skip link"


@dataclass(frozen=True)
class Line:
    """The crisis line as one page has it: its words, what stands before it, and what is out of sight."""

    words: str
    before: tuple[Item, ...]
    links: tuple[Item, ...]


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    lines = [(facts, find(facts[CONTENTS].items, facts.settings.crisis_line.links)) for facts in site]
    counts = Counter(line.words for _, line in lines if line)
    usual = max(counts, key=lambda words: counts[words], default="")
    for facts, line in lines:
        wanted = facts.settings.crisis_line.links
        if wanted:
            yield judge_page(line, wanted, usual).at(facts)


def find(items: tuple[Item, ...], wanted: tuple[str, ...]) -> Line | None:
    """The first run of the wanted links, in order, with whatever text stands around and between them."""
    links: list[Item] = []
    for item in items:
        if len(links) < len(wanted) and item.kind == "link" and item.address == wanted[len(links)]:
            links.append(item)
    if not wanted or len(links) < len(wanted):
        return None
    first, last = items.index(links[0]), items.index(links[-1])
    lead = list(takewhile(lambda item: item.kind == "text", reversed(items[:first])))
    start = first - len(lead)
    before = tuple(item for item in items[:start] if not is_skip_link(item))
    return Line(" ".join(item.words for item in items[start : last + 1]), before, tuple(links))


def is_skip_link(item: Item) -> bool:
    return item.kind == "link" and item.address.startswith("#") and len(item.address) > 1


def judge_page(line: Line | None, wanted: tuple[str, ...], usual: str) -> Finding:
    if line is None:
        return failed(f"The page does not have the crisis line: the links {', '.join(wanted)}, in this order.", FIX)
    target: Target = line.links[0].target
    hidden = [link for link in line.links if not link.on_screen]
    if hidden:
        words = f'The crisis line\'s link "{hidden[0].words}" cannot be seen.'
        return failed(words, "show the whole crisis line at every width, with and without scripts", hidden[0].target)
    if line.before:
        words = f'The crisis line comes after "{line.before[0].words or line.before[0].target.snippet}".'
        return failed(words, "put the crisis line first, right after the skip link", target)
    if line.words != usual:
        return failed(f'The crisis line says "{line.words}"; on most pages it says "{usual}".', FIX, target)
    return passed()


RULE = Rule(
    id="crisis-line",
    requirement="Every page opens with the same crisis line, after the skip link, in sight at every width.",
    why="Someone in danger has seconds, and looks where the numbers were on the page before.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "narrow", "no-script"),
    criteria=("3.2.6",),
    scope=Scope.SITE,
)
