"""Tables: headings that are headings, a column's above it, a row's before it; and a box in which a wide one scrolls."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

ALIGN = re.compile(r"text-align: (left|right|center);?")


class Tables(Treeprocessor):
    """Gives every heading cell its scope, and replaces styles by classes."""

    def run(self, root: Element) -> None:
        """Look at every table of the page."""
        for table in root.iter("table"):
            head, body = table.find("thead"), table.find("tbody")
            if head is not None:
                mark_columns(table, head)
            for row in body if body is not None else ():
                mark_row(row)
            for cell in table.iter():
                replace_style(cell)
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    parent[place] = boxed(child)


def boxed(table: Element) -> Element:
    """A box with the table, which can scroll where a reader's large text makes the table wider than the window."""
    box = Element("div", {"class": "scroll"})
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box


def mark_columns(table: Element, head: Element) -> None:
    """Mark the heading of each column; a head without any words is dropped."""
    cells = list(head.iter("th"))
    if all(is_empty(cell) for cell in cells):
        table.remove(head)
        return
    for cell in cells:
        if is_empty(cell):
            cell.tag = "td"
        else:
            cell.set("scope", "col")


def mark_row(row: Element) -> None:
    """Mark the first cell as the row's heading."""
    if len(row) and not is_empty(row[0]):
        row[0].tag = "th"
        row[0].set("scope", "row")


def is_empty(cell: Element) -> bool:
    """Whether a cell shows nothing."""
    return not len(cell) and not (cell.text or "").strip()


def replace_style(cell: Element) -> None:
    """A class in place of the style that Markdown writes for |:--:|."""
    match = ALIGN.search(cell.attrib.pop("style", ""))
    if match:
        cell.set("class", match[1])
