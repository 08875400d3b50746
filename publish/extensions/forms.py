"""What a reader fills in, on screen or on paper: boxes to tick, and fields to write in. Nothing is sent or stored."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.extensions.context import Part
from publish.extensions.elements import become, element

BOX = "[ ] "
FIELD = "Write here:"
LISTS = ("ul", "ol")
NOT_SUGGESTED = {"autocomplete": "off"}  # else a browser may show to the next reader what one wrote


class Forms(Part):
    """Makes `- [ ] words` a box with its label, `Write here: words` a field, and <answers:all> room for answers."""

    def run(self, root: Element) -> None:
        """Look at every list, every paragraph and every place for answers."""
        for block in list(root.iter()):
            if block.tag in LISTS:
                give_boxes(block)
            elif block.tag == "p" and (block.text or "").startswith(FIELD):
                field = Element("textarea", {"rows": "2", **NOT_SUGGESTED})
                become(block, element("p", labelled(block, FIELD, field), class_="write"))
        for place in list(root.iter("answers")):
            become(place, element("div", class_="answers"))


def give_boxes(block: Element) -> None:
    """Give a box to each item of a list that asks for one. A list inside the item stays outside its label."""
    items = [line for item in block if (line := first_line(item)) is not None and (line.text or "").startswith(BOX)]
    for line in items:
        inside = [part for part in line if part.tag in LISTS]
        line[:] = [part for part in line if part.tag not in LISTS]
        label = labelled(line, BOX, Element("input", {"type": "checkbox"}), before=True)
        line[:], line.text = [label, *inside], ""
    if items:
        block.set("class", "ticks")


def first_line(item: Element) -> Element | None:
    """What holds the words of an item: its paragraph where the list has empty lines, or the item itself."""
    return item[0] if len(item) and item[0].tag == "p" else item


def labelled(block: Element, mark: str, control: Element, *, before: bool = False) -> Element:
    """A label with the words of a block, without the mark that they begin with; the control stands before or after."""
    words = element("span")
    words.text = (block.text or "").removeprefix(mark).lstrip()
    words[:] = list(block)
    return element("label", *((control, words) if before else (words, control)))
