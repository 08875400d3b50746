"""Links to the glossary: [word](glossary:id)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.extensions.context import Part

PREFIX = "glossary:"
GLOSSARY_PAGE = "glossary.md"


class TermLinks(Part):
    """Points every such link to the term on the glossary page."""

    def run(self, root: Element) -> None:
        """Rewrite the links in place."""
        for link in root.iter("a"):
            address = link.get("href", "")
            if address.startswith(PREFIX):
                link.set("href", self.context.link_to(GLOSSARY_PAGE, address.removeprefix(PREFIX)))
                link.set("class", "term")
