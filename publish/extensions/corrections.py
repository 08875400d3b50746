"""Mistakes that were found in pages and mended, the newest first."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.extensions.citations import citation
from publish.extensions.context import Part
from publish.extensions.elements import append, become, element, time
from publish.extensions.lists import page_name
from publish.facts.corrections import Correction


class CorrectionList(Part):
    """Replaces <corrections:all>."""

    def run(self, root: Element) -> None:
        """Put every correction where the page asks for them."""
        for place in list(root.iter("corrections")):
            newest_first = sorted(self.context.facts.corrections.values(), key=lambda one: one.date, reverse=True)
            items = [self.item(one) for one in newest_first]
            become(place, element("ul", *items, class_="corrections") if items else element("p", "None so far."))

    def item(self, one: Correction) -> Element:
        """One correction: when, where, what was wrong, what is right, and who found it."""
        item = element("li", time(one.date), ", ", page_name(one.page, self.context))
        append(item, f": It said: {sentence(one.wrong)} It now says: {sentence(one.right)}")
        if one.source:
            append(item, citation(one.source))
        append(item, f" Found by: {sentence(one.found_by)}")
        return item


def sentence(text: str) -> str:
    """A text with a sign at its end."""
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."
