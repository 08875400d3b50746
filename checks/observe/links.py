"""Links as they are read: name and context; and what those lead to that nothing but their address tells apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Target, Visit
from checks.observe import script
from checks.purpose import Content

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__, "context")
LOAD = 3000  # ms for a page that is looked at from here


@dataclass(frozen=True)
class Link:
    """A link that screen readers get: its accessible name, and its context without that name.

    The context is what WCAG calls so: its paragraph, list items, cell with headers, and description.
    <https://www.w3.org/TR/WCAG22/#dfn-programmatically-determined-link-context>
    """

    target: Target
    name: str
    context: str


@dataclass(frozen=True)
class Lead:
    """One of several links with one name and one context, and what it leads to.

    `address` is absolute and without fragment. `label` is a short text just before the link's paragraph. `page` is
    what stands there, None where that could not be read: on another site, or no page.
    """

    target: Target
    name: str
    address: str
    label: str
    page: Content | None


@dataclass(frozen=True)
class Links:
    """All links; and sets of links with one name and one context in one landmark that have different addresses."""

    links: tuple[Link, ...]
    sets: tuple[tuple[Lead, ...], ...]


def observe(browser: Browser, visit: Visit) -> Links:
    answer = browser.evaluate(SCRIPT, LOAD)
    links = (Link(Target.of(link["target"]), link["name"], link["context"]) for link in answer["links"])
    sets = (
        tuple(
            Lead(
                Target.of(link["target"]),
                link["name"],
                link["address"],
                link["label"],
                Content(**link["page"]) if link["page"] else None,
            )
            for link in leads
        )
        for leads in answer["sets"]
    )
    return Links(tuple(links), tuple(sets))


LINKS = Observation("links", observe)
