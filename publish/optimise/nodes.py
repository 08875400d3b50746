"""What a node of a parsed page says."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode


def text_of(node: LexborNode | None) -> str:
    """A node's text in one line; empty without a node."""
    return " ".join(node.text().split()) if node else ""


def attribute_of(page: LexborHTMLParser, selector: str, name: str) -> str:
    """An attribute of the first element that a selector finds, or the empty string."""
    found = page.css_first(selector)
    return (found.attributes.get(name) or "") if found else ""
