"""The tags of a page as they were written: what stays open, what closes nothing, what is written twice.

A browser mends all of this without a word, and not always as it was meant. By the parts of the HTML standard that say
which end tags may be left out, and what ends a paragraph.
<https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from checks.model import Observation, Visit
from checks.observe import script

if TYPE_CHECKING:
    from checks.browser import Browser

SCRIPT = script(__file__)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
# Elements whose end tag may be left out.
IMPLIED = _names("body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr")
HEAD = _names("base link meta noscript script style template title")
TEXT_ONLY = _names("iframe noembed noframes textarea title xmp")
FOREIGN = frozenset(["math", "svg"])
ROWS = _names("caption table tbody td template tfoot th thead tr")
CELLS = _names("caption table td template th")  # what is open outside of them is not seen from inside
ROOMS = CELLS | {"button", "object"}  # the same for a paragraph
INTERACTIVE = frozenset(["a", "button", "form"])  # that end, or lose, one of their own kind inside them

ENDS_P = _names(
    """address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul"""
)
# What an opening tag ends, and the elements that it does not look beyond.
LISTS = frozenset(["ul", "ol", "menu", "dl"])
ENDED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "dd": (frozenset(["dd", "dt"]), LISTS | CELLS),
    "dt": (frozenset(["dd", "dt"]), LISTS | CELLS),
    "li": (frozenset(["li"]), LISTS | CELLS),
    "optgroup": (frozenset(["optgroup", "option"]), frozenset(["select"])),
    "option": (frozenset(["option"]), frozenset(["select", "datalist", "optgroup"])),
    "rp": (frozenset(["rp", "rt"]), frozenset(["ruby"])),
    "rt": (frozenset(["rp", "rt"]), frozenset(["ruby"])),
    "tbody": (frozenset(["caption", "colgroup", "tbody", "tfoot", "thead"]), frozenset(["table"])),
    "td": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "tfoot": (frozenset(["caption", "colgroup", "tbody", "tfoot", "thead"]), frozenset(["table"])),
    "th": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "thead": (frozenset(["caption", "colgroup", "tbody", "tfoot", "thead"]), frozenset(["table"])),
    "tr": (frozenset(["caption", "colgroup", "tr"]), frozenset(["table", "tbody", "tfoot", "thead"])),
}


class Kind(Enum):
    UNCLOSED = "unclosed"  # it is not closed where `other` ends
    STRAY = "stray"  # an end tag that closes nothing
    CROSSED = "crossed"  # it is closed only after `other`, in which it was opened
    ENDED = "ended"  # a paragraph that `other` ended, before its own end tag
    NESTED = "nested"  # it stands in another of its kind, `other`
    TWICE = "twice"  # it has the attribute `other` twice


@dataclass(frozen=True)
class Tag:
    """A tag by the line of the page's HTML that it begins on, from 1, as it is written there."""

    name: str
    line: int
    text: str
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fault:
    """One place where the browser makes another tree of the tags than they say."""

    kind: Kind
    tag: Tag
    other: str = ""


@dataclass(frozen=True)
class Markup:
    """All opening tags of the page's HTML, without those in pictures and formulas, and the faults among them."""

    tags: tuple[Tag, ...]
    faults: tuple[Fault, ...]


def observe(browser: Browser, visit: Visit) -> Markup:
    return read(browser.evaluate(SCRIPT))


def read(html: str) -> Markup:
    """Follow the tags of an HTML text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return Markup(tuple(reader.tags), tuple(reader.faults))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.faults: list[Fault] = []
        self.open: list[Tag] = []
        self.left_open: list[Fault] = []  # those that an end tag may still turn into crossed ones
        self.ended: list[tuple[Tag, str]] = []  # paragraphs, and what ended them

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._skips(name):
            return
        names = tuple(attribute for attribute, _ in attributes)
        tag = Tag(name, self.getpos()[0], self.get_starttag_text() or "", names)
        self.tags.append(tag)
        for attribute in dict.fromkeys(one for one in names if names.count(one) > 1):
            self.faults.append(Fault(Kind.TWICE, tag, attribute))
        self._make_room(tag)
        if name not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        if name not in FOREIGN:  # elsewhere the slash at the end of a tag means nothing
            self.handle_starttag(name, attributes)

    def handle_endtag(self, name: str) -> None:
        if self._skips(name, ends=True) or name in ("html", "body", "head"):
            return
        place = self._find(frozenset([name]), frozenset(["table", "template"]) - {name} if name in ROWS else CELLS)
        if place is None:
            self._stray(name)
        else:
            self._close(place, f"</{name}>")

    def end(self) -> None:
        """Nothing more comes."""
        self._close(0, "the page")

    def _skips(self, name: str, ends: bool = False) -> bool:
        """Whether the tag stands in text, or in a picture or formula, whose own tags follow other rules."""
        inside = self.open[-1].name if self.open else ""
        return inside in FOREIGN | TEXT_ONLY and not (ends and name == inside)

    def _make_room(self, tag: Tag) -> None:
        """Close what this opening tag ends."""
        if self.open and self.open[-1].name == "head" and tag.name not in HEAD:
            self.open.pop()
        if tag.name in ENDS_P and (place := self._find(frozenset(["p"]), ROOMS)) is not None:
            self.ended.append((self.open[place], tag.name))
            self._close(place, f"<{tag.name}>")
        ended, beyond = ENDED_BY.get(tag.name, (frozenset[str](), frozenset[str]()))
        if (place := self._find(ended, beyond)) is not None:
            self._close(place, f"<{tag.name}>")
        if tag.name in INTERACTIVE and (place := self._find(frozenset([tag.name]), CELLS)) is not None:
            self.faults.append(Fault(Kind.NESTED, tag, self.open[place].text))

    def _find(self, names: frozenset[str], beyond: frozenset[str]) -> int | None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name in names:
                return place
            if self.open[place].name in beyond:
                return None
        return None

    def _close(self, place: int, by: str) -> None:
        """Close the elements from a place on; the first of them is the one that was meant."""
        meant = by.strip("</>")
        for tag in self.open[place:]:
            if tag.name not in IMPLIED and tag.name != meant:
                self.left_open.append(Fault(Kind.UNCLOSED, tag, by))
                self.faults.append(self.left_open[-1])
        del self.open[place:]

    def _stray(self, name: str) -> None:
        for fault in reversed(self.left_open):
            if fault.tag.name == name:
                self.left_open.remove(fault)
                self.faults[self.faults.index(fault)] = Fault(Kind.CROSSED, fault.tag, fault.other)
                return
        line = self.getpos()[0]
        if name == "p" and self.ended:
            tag, by = self.ended.pop()
            self.faults.append(Fault(Kind.ENDED, tag, f"<{by}>"))
        else:
            self.faults.append(Fault(Kind.STRAY, Tag(name, line, f"</{name}>")))


MARKUP = Observation("markup", observe)
