"""Pictures: an SVG that stands alone in a paragraph becomes a figure, drawn in the page, with its caption."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from publish.extensions.context import Part
from publish.extensions.elements import become, element
from publish.pages.pictures import inline_svg

CAPTION = "Caption:"


class Pictures(Part):
    """Turns paragraphs that hold nothing but an SVG into figures."""

    def run(self, root: Element) -> None:
        """Look at every paragraph with the one that follows it."""
        for parent in list(root.iter()):
            for paragraph in list(parent):
                image = lone_picture(paragraph)
                svg = self.draw(image) if image is not None else None
                if svg:
                    become(paragraph, element("figure", class_="picture"))
                    paragraph.text = self.md.htmlStash.store(svg)
                    take_caption(parent, paragraph)

    def draw(self, image: Element) -> str | None:
        """The SVG as it stands in HTML, or None when there is no such file or it is not an SVG."""
        location = self.context.location
        address = image.get("src", "")
        if location is None or not address.endswith(".svg"):
            return None
        try:
            return inline_svg(location.docs / Path(location.path).parent / address, image.get("alt", ""))
        except (OSError, ParseError):
            return None


def lone_picture(paragraph: Element) -> Element | None:
    """The picture of a paragraph that holds nothing else."""
    if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "img":
        return None
    texts = (paragraph.text, paragraph[0].tail)
    return None if any(text and text.strip() for text in texts) else paragraph[0]


def take_caption(parent: Element, figure: Element) -> None:
    """Move the paragraph after the figure into it, if that starts with "Caption:"."""
    place = list(parent).index(figure) + 1
    paragraph = parent[place] if place < len(parent) else None
    if paragraph is None or paragraph.tag != "p" or not (paragraph.text or "").startswith(CAPTION):
        return
    caption = element("figcaption")
    caption.text = (paragraph.text or "").removeprefix(CAPTION).lstrip()
    caption[:] = list(paragraph)
    parent.remove(paragraph)
    figure.append(caption)
