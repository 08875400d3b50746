"""What a page tells search engines of itself in a data block is what it shows to readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.agreement import about, is_elsewhere, is_other, listed, same_name, text_of
from checks.model import Facts, Finding, Rule, failed, passed
from checks.observe.metadata import METADATA, Metadata, Node

FIX = "write the block from the same place as the page, so that both say the same"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def judge(facts: Facts) -> Iterator[Finding]:
    page = facts[METADATA]
    for fault in page.unreadable:
        yield failed(f"A data block is no JSON: {fault}.", 'write it as JSON: {"@context": "https://schema.org", …}')
    nodes = list(about(page))
    found = [finding for node in nodes for finding in judge_node(node, page)]
    yield from found
    if nodes and not found:
        yield passed(len(nodes))


def judge_node(node: Node, page: Metadata) -> Iterator[Finding]:
    name, description, address = text_of(node, "headline", "name"), text_of(node, "description"), text_of(node, "url")
    shown = page.names if page.headings else (*page.names, *page.texts)
    if name and page.names and not same_name(name, shown):
        yield failed(f'The data block calls the page "{name}"; the page calls itself "{page.names[0]}".', FIX)
    if is_other(description, page):
        words = f'The data block describes the page as "{description}"; its description is "{page.description}".'
        yield failed(words, FIX)
    if is_elsewhere(address, page):
        yield failed(f"The data block gives the address {address}; the page's is {page.addresses[-1]}.", FIX)
    yield from judge_review(node, page)


def judge_review(node: Node, page: Metadata) -> Iterator[Finding]:
    """A review that no reader is told of: health pages are trusted for it."""
    day = DAY.match(text_of(node, "lastReviewed"))
    if day and not shows(day[0], page):
        words = f"The data block says that the page was last reviewed on {day[0]}; the page does not show this day."
        yield failed(words, "show the day on the page, or take lastReviewed out")
    for person in listed(node.get("reviewedBy")):
        name = person if isinstance(person, str) else text_of(person, "name")
        if name and "://" not in name and not same_name(name, page.texts):
            words = f'The data block says that "{name}" reviewed the page; the page does not say so.'
            yield failed(words, "name on the page who reviewed it, or take reviewedBy out")


def shows(day: str, page: Metadata) -> bool:
    """Whether a day stands on the page: for programs, or in one of the usual ways to write it."""
    year, month, date = (int(part) for part in day.split("-"))
    name = MONTHS[month - 1] if 1 <= month <= len(MONTHS) else ""
    number = rf"0?{date}(?:st|nd|rd|th)?"
    spelled = rf"\b{number}\.?\s+{name[:3]}\w*\.?,?\s+{year}|\b{name[:3]}\w*\.?\s+{number},?\s+{year}"
    figures = rf"\b0?{month}[/.-]0?{date}[/.-](?:{year}|{year % 100:02})\b|\b0?{date}[/.-]0?{month}[/.-]{year}\b|{day}"
    return day in page.days or any(re.search(f"{spelled}|{figures}", text, re.I) for text in page.texts)


RULE = Rule(
    id="structured-data",
    requirement="What a data block says of its page is what the page shows.",
    why="Someone who searches in need is shown a name, a day or a review that the page itself does not have.",
    observes=(METADATA,),
    judge=judge,
    states=("wide",),
)
