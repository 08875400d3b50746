"""The way to a page that a data block gives is one that the page shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checks.agreement import about, is_known, listed, of_type, same_address, same_name, text_of
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.metadata import METADATA, Metadata, Node

FIX = "make the data block from the breadcrumb, the menu and the title that readers see"


def judge(facts: Facts) -> Iterator[Finding]:
    page = facts[METADATA]
    inside = (list_ for node in about(page) for list_ in listed(node.get("breadcrumb")) if isinstance(list_, dict))
    lists = [*of_type(page, "BreadcrumbList"), *(node for node in inside if "itemListElement" in node)]
    for trail in lists:
        steps = [step for step in listed(trail.get("itemListElement")) if isinstance(step, dict)]
        found = [finding for step in steps for finding in judge_step(step, page)]
        found += judge_order(steps)
        yield from found
        if steps and not found:
            yield passed(len(steps))


def judge_order(steps: Sequence[Node]) -> Iterator[Finding]:
    places = [str(step["position"]) for step in steps if "position" in step]
    if len(set(places)) < len(places):
        words = f"Two steps of the breadcrumb in the data block have one position: {', '.join(places)}."
        yield failed(words, "number them in their order: 1, 2, 3")


def judge_step(step: Node, page: Metadata) -> Iterator[Finding]:
    name = text_of(step, "name") or text_of(step.get("item"), "name")
    address = address_of(step.get("item"))
    if name and not same_name(name, (*page.names, *page.texts)):
        yield failed(f'The breadcrumb in the data block has a step "{name}"; the page does not show it.', FIX)
    led = {to for link in page.links for to in link.addresses}
    if is_known(address, page) and not same_address(address, (*page.addresses, *led)):
        words = f'"{name}" in the breadcrumb of the data block leads to {address}; no link of the page does.'
        yield failed(words, FIX)


def address_of(item: Any) -> str:
    """Where a step leads, or the empty string."""
    return item if isinstance(item, str) else text_of(item, "@id", "url")


RULE = Rule(
    id="breadcrumb-data",
    requirement="Each step of a breadcrumb in a data block is named on the page, and leads where the page leads.",
    why="Someone who comes from a search was shown where the page stands, and cannot find that way back on it.",
    observes=(METADATA,),
    judge=judge,
    states=("wide",),
)
