"""The way to the page's handout, with its type, its number of pages and its size."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import element
from publish.handouts import Handout, read_handouts, site_path
from publish.pages.source import read_page
from publish.problem import ContentError


class HandoutLink(Part):
    """Appends a link to the PDF that the page's front matter asks for, if there is one and it is not out of date."""

    def run(self, root: Element) -> None:
        """Append the link. MkDocs would look for the PDF in docs/, so it is put in as finished HTML."""
        location, page = self.context.location, self.context.page
        if location is None or page is None or not page.handout:
            return
        handout = read_handouts(location.root, location.address).get(page.handout)
        if handout is not None:
            text = f"Take it with you: {self.title(page.handout)} ({told(handout)})"
            address = self.context.link_to_file(site_path(page.handout))
            link = f'<a href="{escape(address)}" type="application/pdf">{escape(text, quote=False)}</a>'
            root.append(element("p", self.md.htmlStash.store(link), class_="handouts"))

    def title(self, name: str) -> str:
        """The title of the page that was printed, or its name where it has none."""
        location = self.context.location
        assert location is not None
        try:
            printed = read_page(location.docs, f"{name}.md", location.root).front_matter
        except ContentError:
            printed = None
        return printed.title if printed else name


def told(handout: Handout) -> str:
    """The type and the size of a handout, as readers are told."""
    pages = "1 page" if handout.sheets == 1 else f"{handout.sheets} pages"
    return f"PDF, {pages}, {-(-handout.bytes // 1000)} KB"
