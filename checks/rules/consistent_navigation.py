"""What is in the navigation of several pages comes in the same order on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.contents import CONTENTS, Item
from checks.shell import by_state, shell, turned

Key = tuple[str, str]  # a link or control by its name and where it leads, or a landmark by its name

FIX = "let every page use one template for this, with one list"
KINDS = ("link", "control")


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    for pages in by_state(site):
        items = {facts.page.path: [item for item in shell(facts) if item.kind in KINDS] for facts in pages}
        found = {landmark: turned(orders) for landmark, orders in orders_of(items).items()}
        for facts in pages:
            path = facts.page.path
            wrong = {landmark: of[path] for landmark, of in found.items() if path in of}
            for landmark, (one, other, count) in wrong.items():
                yield describe(landmark, one, other, count, items[path]).at(facts)
            if items[path] and not wrong:
                yield passed(len({item.landmark for item in items[path]})).at(facts)


def orders_of(items: Mapping[str, Sequence[Item]]) -> dict[str, dict[str, list[Key]]]:
    """By landmark and page what stands in the landmark, in order; under "" the landmarks themselves."""
    orders: dict[str, dict[str, list[Key]]] = {"": {}}
    for path, own in items.items():
        orders[""][path] = [(item.landmark, "") for item in own]
        for item in own:
            orders.setdefault(item.landmark, {}).setdefault(path, []).append(key(item))
    return orders


def key(item: Item) -> Key:
    return (item.name.casefold(), item.place)


def describe(landmark: str, one: Key, other: Key, pages: int, items: Sequence[Item]) -> Finding:
    first = next(item for item in items if one == (key(item) if landmark else (item.landmark, "")))
    where = f'In "{landmark}", ' if landmark else ""
    words = f'{where}"{one[0]}" comes before "{other[0]}"; on {pages} other pages it comes after it.'
    return failed(words, FIX, first.target)


RULE = Rule(
    id="consistent-navigation",
    requirement="What is in the navigation of several pages comes in the same order on each.",
    why="Someone who sees little of a page at a time, or learns a menu by heart, looks where it was before.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("3.2.3",),
    scope=Scope.SITE,
)
