"""Each second-level heading and what stands under it as one section, which a style sheet can lay out."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.extensions.context import Part


class Sections(Part):
    """Wraps every h2 of the page, with all up to the next one, in a section."""

    def run(self, root: Element) -> None:
        """Move the page's blocks into their sections; what stands before the first h2 stays where it is."""
        section: Element | None = None
        for block in list(root):
            if block.tag == "h2":
                section = Element("section")
                root.insert(list(root).index(block), section)
            if section is not None:
                root.remove(block)
                section.append(block)
