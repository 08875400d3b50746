"""A table of all requirements of WCAG, each with what the gate says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import become, element
from publish.facts.criteria import Criterion

LABELS = {
    "passed": "Passed our tests",
    "does not occur": "Does not occur",
    "a person must look": "A person must look",
    "failed": "Fails",
}


class CriteriaTable(Part):
    """Replaces <criteria:all>."""

    def run(self, root: Element) -> None:
        """Put every criterion where the page asks for them."""
        criteria = list(self.context.facts.criteria.values())
        for place in list(root.iter("criteria")):
            content = [element("p", summary(criteria)), table(criteria)] if criteria else [element("p", "None so far.")]
            become(place, element("div", *content, class_="criteria"))


def summary(criteria: Iterable[Criterion]) -> str:
    """How many have each conclusion: Passed our tests: 20. Fails: 3."""
    counts = Counter(one.conclusion for one in criteria)
    return " ".join(f"{label}: {counts[name]}." for name, label in LABELS.items() if counts[name])


def table(criteria: Iterable[Criterion]) -> Element:
    """A row for each criterion."""
    head = element("thead", element("tr", element("th", "Rule of WCAG"), element("th", "What was found")))
    return element("table", head, element("tbody", *map(row, criteria)))


def row(one: Criterion) -> Element:
    """The number, name and level of a criterion, and what was found."""
    name = element("td", f"{one.id} {one.name} ({one.level})")
    return element("tr", name, element("td", f"{LABELS[one.conclusion]}{rest(one)}"))


def rest(one: Criterion) -> str:
    """What was looked for where a criterion does not occur, and otherwise what is left to ask."""
    if one.conclusion == "does not occur":
        return f": no {one.note}."
    return f": {one.note}" if one.conclusion == "a person must look" else f". Left to ask: {one.note}"
