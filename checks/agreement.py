"""Whether what is said to programs agrees with what is shown to people. In doubt it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from checks.observe.metadata import Metadata, Node

TAG = re.compile(r"<[^>]*>")
NO_WORD = re.compile(r"[\W_]+")
PIECE = re.compile(r"[.:;?!…\n]+")
INDEX = re.compile(r"(?<=/)index\.\w+$")
SHORTEST = 12  # letters of a piece of text that can be looked for without finding another

PAGES = frozenset(
    [
        *("WebPage", "MedicalWebPage", "AboutPage", "CollectionPage", "ContactPage", "FAQPage", "ItemPage", "QAPage"),
        *("CheckoutPage", "ProfilePage", "SearchResultsPage", "RealEstateListing", "HealthTopicContent"),
    ]
)


def letters(text: str) -> str:
    """A text's letters and digits alone, in one case: marks, spaces and line ends are written in many ways."""
    return NO_WORD.sub("", unescape(TAG.sub(" ", unescape(text))).casefold())


def same_name(name: str, shown: Iterable[str]) -> bool:
    """Whether a name is one that is shown, or a part of one: titles have the name of the site, or are cut off."""
    own = letters(name)
    return any(own in letters(other) or letters(other) in own for other in shown if letters(other))


def same_words(text: str, other: str) -> bool:
    """Whether two texts say the same, or one is the beginning of the other."""
    one, two = sorted((letters(text), letters(other)), key=len)
    return bool(one) and two.startswith(one)


def same_address(address: str, others: Iterable[str]) -> bool:
    """Whether an address is one of the others; how it is written and whether it ends in index.html does not matter."""
    return place(address) in map(place, others)


def is_known(address: str, page: Metadata) -> bool:
    """Whether an address is of this site, as it is looked at or as it is published; of others nobody can tell."""
    return "://" in address and place(address)[0] in {place(own)[0] for own in page.addresses}


def is_elsewhere(address: str, page: Metadata) -> bool:
    """Whether an address is certainly another page's; a copy may not say where it is published."""
    is_published = bool(page.canonical) and place(page.canonical)[0] != place(page.here)[0]
    return (is_known(address, page) or is_published) and "://" in address and not same_address(address, page.addresses)


def place(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    path = INDEX.sub("", unquote(parts.path))
    return parts.netloc.casefold().removeprefix("www."), path.rstrip("/"), parts.query


def missing(text: str, page: Metadata) -> str:
    """The first piece of a text that stands nowhere on the page, or the empty string."""
    shown = [letters(words) for words in page.texts]
    pieces = (piece.strip() for piece in PIECE.split(unescape(TAG.sub("\n", unescape(text)))))
    long = (piece for piece in pieces if len(letters(piece)) >= SHORTEST)
    return next((piece for piece in long if not any(letters(piece) in words for words in shown)), "")


def is_other(description: str, page: Metadata) -> bool:
    """Whether a text certainly does not describe this page: it is not the page's description, and not of its text."""
    is_same = not description or not page.description or same_words(description, page.description)
    return not is_same and bool(missing(description, page))


def of_type(page: Metadata, *types: str) -> Iterator[Node]:
    """The things of the page's data blocks that are of one of these types."""
    yield from (node for node in page.nodes if types_of(node) & set(types))


def about(page: Metadata) -> Iterator[Node]:
    """The things that say what this very page is; not those about other pages."""
    nodes = list(of_type(page, *PAGES))
    own = [node for node in nodes if same_address(text_of(node, "url"), page.addresses)]
    yield from own or (nodes if len(nodes) == 1 else ())


def types_of(node: Node) -> set[str]:
    return {str(one).rpartition("/")[2] for one in listed(node.get("@type"))}


def listed(value: Any) -> list[Any]:
    """A value that may stand alone or in a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(node: Any, *names: str) -> str:
    """The first of these properties that is a text."""
    values = (node.get(name) for name in names) if isinstance(node, dict) else ()
    return next((value for value in values if isinstance(value, str) and value.strip()), "")
