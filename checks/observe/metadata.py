"""What a page says to programs (search engines, previews of links), and what it shows to people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.model import Observation, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")

Node = Mapping[str, Any]  # a thing of JSON-LD, by the names of https://schema.org


@dataclass(frozen=True)
class Link:
    """A link by its words, and where it leads: from this copy of the page, and from where the page is published."""

    words: str
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Metadata:
    """What the head, the data blocks and the text of one page say.

    `here` is the page's address, `canonical` the one that it says it has, or "". `is_listed` is false for what search
    engines are asked to leave out. `previews` are Open Graph's properties; `image_is_there` is None where nobody can
    tell. `nodes` are the things of all data blocks, `unreadable` says what is wrong with the blocks that are no JSON.
    `headings` are those of the first level, `days` those of `time` elements. `texts` is the page's text without the
    numbers of its notes, once with and once without what only screen readers get.
    """

    title: str
    here: str
    canonical: str
    description: str
    is_listed: bool
    previews: tuple[tuple[str, str], ...]
    image_is_there: bool | None
    nodes: tuple[Node, ...]
    unreadable: tuple[str, ...]
    headings: tuple[str, ...]
    days: tuple[str, ...]
    links: tuple[Link, ...]
    texts: tuple[str, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """The page's own."""
        return (self.here, self.canonical) if self.canonical else (self.here,)

    @property
    def names(self) -> tuple[str, ...]:
        """What readers see as the page's name."""
        return tuple(name for name in (*self.headings, self.title) if name)


def observe(browser: Browser, visit: Visit) -> Metadata:
    answer = browser.evaluate(SCRIPT)
    nodes: list[Node] = []
    unreadable: list[str] = []
    for block in answer["blocks"]:
        try:
            nodes += nodes_of(json.loads(WRAPPING.sub("", block)))
        except json.JSONDecodeError as fault:
            unreadable.append(f"{fault.msg} in line {fault.lineno}, at sign {fault.colno}")
    return Metadata(
        title=answer["title"],
        here=answer["here"],
        canonical=answer["canonical"],
        description=answer["description"],
        is_listed=answer["isListed"],
        previews=tuple((name, value) for name, value in answer["previews"]),
        image_is_there=answer["imageIsThere"],
        nodes=tuple(nodes),
        unreadable=tuple(unreadable),
        headings=tuple(answer["headings"]),
        days=tuple(answer["days"]),
        links=tuple(Link(link["words"], tuple(link["addresses"])) for link in answer["links"]),
        texts=tuple(answer["texts"]),
    )


def nodes_of(value: Any) -> Iterator[Node]:
    """The things that a block is about: itself, the members of its list or of its graph."""
    if isinstance(value, list):
        for member in value:
            yield from nodes_of(member)
    elif isinstance(value, dict):
        yield value
        yield from nodes_of(value.get("@graph"))


METADATA = Observation("metadata", observe)
