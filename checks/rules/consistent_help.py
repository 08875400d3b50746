"""The ways to get help that several pages have come in the same place on each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.contents import CONTENTS, Item
from checks.shell import by_state, shell, turned

Key = tuple[str, str]  # a link by its landmark and where it leads

FIX = "let every page use one template for this, in one place"
SCHEMES = ("tel:", "sms:", "mailto:")
HELP = re.compile(
    r"\b(help|contact|support|chat|hotline|helpline|call us|write to us|faq|questions and answers)\b", re.I
)


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    for pages in by_state(site):
        links = {facts.page.path: [item for item in shell(facts) if item.kind == "link"] for facts in pages}
        helps = {key(item) for own in links.values() for item in own if is_help(item)}
        found = {
            help: turned({path: beside(help, own) for path, own in links.items() if has(help, own)}) for help in helps
        }
        for facts in pages:
            own = {key(item): item for item in reversed(links[facts.page.path])}
            wrong = {help: of[facts.page.path] for help, of in sorted(found.items()) if facts.page.path in of}
            yield from (describe(own, help, *pair).at(facts) for help, pair in wrong.items())
            if len(helps & own.keys()) > len(wrong):
                yield passed(len(helps & own.keys()) - len(wrong)).at(facts)


def is_help(item: Item) -> bool:
    """Whether it is a link to call, write or chat, or to a page that says that it helps."""
    return item.place.startswith(SCHEMES) or bool(HELP.search(item.name))


def key(item: Item) -> Key:
    return (item.landmark, item.place)


def has(help: Key, items: Sequence[Item]) -> bool:
    return any(key(item) == help for item in items)


def beside(help: Key, items: Sequence[Item]) -> list[Key]:
    """The order of this way to get help among all links, and nothing of the order of the others."""
    order = list(dict.fromkeys(map(key, items)))
    at = order.index(help)
    return [*sorted(order[:at]), help, *sorted(order[at + 1 :])]


def describe(own: Mapping[Key, Item], help: Key, one: Key, other: Key, pages: int) -> Finding:
    beside = own[other if one == help else one]
    here, there = ("before", "after") if one == help else ("after", "before")
    words = f'"{own[help].name}" comes {here} "{beside.name}"; on {pages} other pages it comes {there} it.'
    return failed(words, FIX, own[help].target)


RULE = Rule(
    id="consistent-help",
    requirement="The ways to get help that several pages have come in the same place on each.",
    why="Someone who cannot go on looks for help where it was on the page before.",
    observes=(CONTENTS,),
    judge=judge,
    states=("wide", "narrow"),
    criteria=("3.2.6",),
    scope=Scope.SITE,
)
