"""What others may take from the guide: its files of data, and a page to show inside theirs."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import become, element
from publish.open_data import FILES, FOLDER, DataFile

CODE = '<iframe src="{address}{page}/" title="{title}" width="320" height="620"></iframe>'


class Offers(Part):
    """Replaces <files:all> by a list of the open data, <embeddable:PAGE> by code that shows PAGE in another site."""

    def run(self, root: Element) -> None:
        """Fill in every such place of the page."""
        for place in list(root.iter("files")):
            become(place, element("ul", *map(self.item, FILES)))
        for place in list(root.iter("embeddable")):
            code = element("code", self.code(place.get("id", "")))
            become(place, element("pre", code))

    def item(self, file: DataFile) -> Element:
        """A file and its schema as links. MkDocs would look for them in docs/, so they are put in as finished HTML."""
        links = [self.link(file.path, f"{file.name}.json"), self.link(f"{FOLDER}/{file.schema}", file.schema)]
        count = len(file.entries(self.context.facts))
        text = f"{links[0]}: {escape(file.holds)}. {count} entries. Its form: {links[1]}"
        return element("li", self.md.htmlStash.store(text))

    def link(self, path: str, name: str) -> str:
        """A link from this page to a file of the site."""
        return f'<a href="{escape(self.context.link_to_file(path))}">{escape(name)}</a>'

    def code(self, slug: str) -> str:
        """HTML that shows the page `slug` inside a page of others."""
        location = self.context.location
        return CODE.format(address=location.address if location else "", page=slug, title="Who to call in a crisis")
