"""What does the same on several pages has the same name on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from checks.model import Facts, Finding, Rule, Scope, cant_tell, failed, passed
from checks.observe.contents import CONTENTS, Item
from checks.shell import by_state, shell

FIX = "give it one name on all pages"
LOOK = "see whether it serves the same purpose there; if so, let it lead to one place; if not, give it another name"
NEARLY_ALL = 0.8  # of the pages that have a name: fewer with one address, and the name is for something of each page's


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    for pages in by_state(site):
        items = {facts.page.path: [item for item in shell(facts) if compares(facts, item)] for facts in pages}
        names, places = defaultdict[object, Counter[str]](Counter), defaultdict[object, Counter[str]](Counter)
        for own in items.values():
            for item in {(thing(item), named(item)): item for item in own}.values():
                names[thing(item)][item.name.casefold()] += 1
                places[named(item)][item.place] += 1
        for facts in pages:
            own = items[facts.page.path]
            findings = [found for item in own if (found := judge_item(item, names[thing(item)], places[named(item)]))]
            yield from (finding.at(facts) for finding in findings)
            if len(own) > len(findings):
                yield passed(len(own) - len(findings)).at(facts)


def compares(facts: Facts, item: Item) -> bool:
    """Not what has no name, which other rules look at, nor the link to this very page, which may say so."""
    return bool(item.name and item.place) and item.place != facts[CONTENTS].place


def thing(item: Item) -> tuple[str, ...]:
    """What is the same from page to page; of the controls of one form, each by its place."""
    return (item.kind, item.landmark, item.place, item.target.selector if item.kind == "control" else "")


def named(item: Item) -> tuple[str, ...]:
    return (item.kind, item.landmark, item.name.casefold())


def judge_item(item: Item, names: Counter[str], places: Counter[str]) -> Finding | None:
    name, count = names.most_common(1)[0]
    if name != item.name.casefold():
        words = f'The {item.kind} to {item.place} is named "{item.name}"; on {count} other pages it is "{name}".'
        return failed(words, FIX, item.target)
    place, count = places.most_common(1)[0]
    if item.kind == "link" and place != item.place and count >= NEARLY_ALL * places.total() and places.total() > 2:
        words = f'"{item.name}" leads to {item.place}; on {count} other pages it leads to {place}.'
        return cant_tell(words, LOOK, item.target)
    return None


RULE = Rule(
    id="consistent-identification",
    requirement="What does the same on several pages has the same name on each.",
    why="Someone who hears the page, or reads with effort, takes another name for another thing.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("3.2.4",),
    scope=Scope.SITE,
)
