"""Small pieces of HTML as elements of Python-Markdown's tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def element(tag: str, *content: Element | str, **attributes: str) -> Element:
    """An element with its content. Attribute names: `_` for `-`, and `class_` for `class`."""
    result = Element(tag, {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    for part in content:
        append(result, part)
    return result


def append(parent: Element, part: Element | str) -> None:
    """Put an element or a text, which is never read as Markdown, at the end of `parent`."""
    if isinstance(part, Element):
        parent.append(part)
    elif len(parent):
        parent[-1].tail = AtomicString((parent[-1].tail or "") + part)
    else:
        parent.text = AtomicString((parent.text or "") + part)


def hidden(text: str) -> Element:
    """A text for screen readers alone."""
    return element("span", text, class_="visually-hidden")


def time(day: date) -> Element:
    """A day as readers and as programs read it."""
    return element("time", f"{day.day} {MONTHS[day.month - 1]} {day.year}", datetime=day.isoformat())


def spelled(day: str) -> str:
    """A date as sources have it, for readers: 2020-09-23 is 23 September 2020, 2026-06 is June 2026; others stay."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", day)
    if match is None:
        return day
    month = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def short_address(address: str) -> str:
    """An address as readers see it: without https:// and a slash at its end."""
    return address.removeprefix("https://").rstrip("/")


def headed_blocks(root: Element, tag: str) -> Iterator[tuple[Element, int]]:
    """Every `tag` in the order of the page, with the level of a heading inside it: one deeper than the one above."""
    level = 1
    for child in root.iter():
        if re.fullmatch(r"h[1-6]", str(child.tag)):
            level = int(child.tag[1])
        elif child.tag == tag:
            yield child, min(level + 1, 6)


def become(target: Element, source: Element) -> None:
    """Turn `target`, which keeps its place and the text after it, into `source`."""
    target.tag, target.text = source.tag, source.text
    target.attrib.clear()
    target.attrib.update(source.attrib)
    target[:] = list(source)
