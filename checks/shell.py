"""What the pages of a site have in common around their content, and the order in which each has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby
from typing import TypeVar

from checks.model import Facts
from checks.observe.contents import CONTENTS, Item

K = TypeVar("K", bound=Hashable)

SHELL = ("banner", "complementary", "contentinfo", "navigation", "search")  # roles of landmarks


def by_state(site: Sequence[Facts]) -> Iterator[list[Facts]]:
    """The facts of all pages in one state, for each state; not for a single page, which has nothing in common."""
    for _, group in groupby(sorted(site, key=lambda facts: facts.state), key=lambda facts: facts.state):
        if len(facts := list(group)) > 1:
            yield facts


def shell(facts: Facts) -> list[Item]:
    """The links, pictures and controls that stand in landmarks around the content, in order.

    Links to a place on the same page are left out: they belong to its content.
    """
    contents = facts[CONTENTS]
    return [
        item
        for item in contents.items
        if item.kind != "text"
        and item.landmark.split(" ")[0] in SHELL
        and not (item.kind == "link" and item.place.startswith(f"{contents.place}#"))
    ]


def turned(orders: Mapping[str, Sequence[K]]) -> dict[str, tuple[K, K, int]]:
    """For each page whose order differs: two of its keys that more pages have the other way round, and how many.

    `orders` has the keys of each page in its order; a key that comes twice counts where it comes first. Of as many
    pages with one order as with the other, the first page is taken to be right.
    """
    pairs = {page: list(combinations(dict.fromkeys(order), 2)) for page, order in orders.items()}
    counts = Counter(pair for of_page in pairs.values() for pair in of_page)
    first: dict[frozenset[K], tuple[K, K]] = {}
    for pair in chain.from_iterable(pairs.values()):
        first.setdefault(frozenset(pair), pair)
    found: dict[str, tuple[K, K, int]] = {}
    for page, of_page in pairs.items():
        for one, other in of_page:
            more = counts[other, one] - counts[one, other]
            if more > 0 or (more == 0 and first[frozenset((one, other))] == (other, one)):
                found.setdefault(page, (one, other, counts[other, one]))
    return found
