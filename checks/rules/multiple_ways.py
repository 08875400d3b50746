"""Each page can be found in two ways: by a menu, a site map, the search, or a link in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from posixpath import splitext

from checks.model import Facts, Finding, Rule, Scope, failed, passed
from checks.observe.contents import CONTENTS
from checks.observe.search_index import SEARCH_INDEX
from checks.shell import SHELL

FIX = "list it in the menu and in the site map, or link to it from the text of a page that goes before it"
MAP = 0.8  # of all pages: the text of a page that leads to so many is a site map
PAGES = ("", ".html", ".htm")  # endings of what is a page
WHOLE = 0.9  # of the pages that are linked to: if fewer were looked at, there are ways that nobody saw


def judge(site: Sequence[Facts]) -> Iterator[Finding]:
    pages = {facts[CONTENTS].place.split("?")[0]: facts for facts in site if is_place(facts)}
    links = {place: own_links(facts, place) for place, facts in pages.items()}
    linked = {to for inside in links.values() for to, _ in inside if splitext(to)[1] in PAGES}
    if len(pages) < 2 or len(linked & pages.keys()) < WHOLE * len(linked):
        return
    ways = defaultdict[str, set[str]](set)
    for inside in links.values():
        in_text = {to for to, landmark in inside if landmark not in SHELL}
        kind = "site map" if len(pages) > 3 and len(in_text & pages.keys()) >= MAP * len(pages) else "text"
        for to, landmark in inside:
            ways[to].add("menu" if landmark in SHELL else kind)
    for place in (place for facts in pages.values() for place in facts[SEARCH_INDEX]):
        ways[place].add("search")
    for place, facts in pages.items():
        yield judge_page(ways[place]).at(facts)


def is_place(facts: Facts) -> bool:
    """Not a page that sends on to another, nor the one that says that nothing was found."""
    path = facts.page.path
    return facts[CONTENTS].place.split("?")[0].endswith(path) and path not in ("/404.html", "/404/")


def own_links(facts: Facts, place: str) -> set[tuple[str, str]]:
    """Where the page's links lead on this site, without itself, and the role of the landmark that each is in."""
    links = (item for item in facts[CONTENTS].items if item.kind == "link" and item.place.startswith("/"))
    led = {(item.place.split("#")[0].split("?")[0], item.landmark.split(" ")[0]) for item in links}
    return {(to, landmark) for to, landmark in led if to != place}


def judge_page(ways: set[str]) -> Finding:
    if len(ways) > 1:
        return passed()
    if not ways:
        return failed("No other page leads to this page, neither does the search find it.", FIX)
    return failed(f"There is one way to find this page ({ways.pop()}); two are needed.", FIX)


RULE = Rule(
    id="multiple-ways",
    requirement="Each page can be found in two ways: by a menu, a site map, the search, or a link in the text.",
    why="Someone who is lost in a menu finds a page by searching, another by reading on.",
    observes=(CONTENTS, SEARCH_INDEX),
    judge=judge,
    states=("wide",),
    criteria=("2.4.5",),
    scope=Scope.SITE,
)
