"""Grades: our own marks of each page, item by item, against the instruments, and what they come to."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from publish.facts.instruments import Instrument, Part, mapping, read_instrument
from publish.fields import Field, NotThat, Reader, anything, day, loose_text, text
from publish.pages.source import FRONT_MATTER

COMMAND = "awk 'n > 1; /^---$/ {n++}' docs/NAME.md | sha256sum"


@dataclass(frozen=True)
class Mark:
    """The mark of one item, None where it does not apply, and the reason for it."""

    item: str
    value: int | None
    reason: str


@dataclass(frozen=True)
class MarkedPart:
    """The marks of one page for one part of an instrument. `high` is the highest mark that an item can have."""

    part: Part
    high: int
    marks: tuple[Mark, ...]

    @property
    def counted(self) -> tuple[Mark, ...]:
        """The marks of what applies."""
        return tuple(mark for mark in self.marks if mark.value is not None or self.part.na_is_not_met)

    @property
    def points(self) -> int:
        """The sum of the marks."""
        return sum(mark.value or 0 for mark in self.counted)

    @property
    def most(self) -> int:
        """The most possible of what applies; 0 where nothing does."""
        return self.high * len(self.counted)

    @property
    def percent(self) -> int:
        """The points in percent of the most possible, rounded down: no page looks better than it is."""
        return 100 * self.points // self.most if self.most else 100

    @property
    def is_under(self) -> bool:
        """Whether the points are under the goal."""
        return self.percent < self.part.least


@dataclass(frozen=True)
class Marked:
    """One page, marked with one instrument."""

    instrument: Instrument
    parts: tuple[MarkedPart, ...]

    @property
    def lowest(self) -> int | None:
        """The lowest mark, or None where nothing applies."""
        return min((mark.value for part in self.parts for mark in part.marks if mark.value is not None), default=None)

    @property
    def is_under(self) -> bool:
        """Whether a part is under its goal, or a mark under the lowest that may be given."""
        too_low = self.lowest is not None and self.lowest < self.instrument.lowest
        return too_low or any(part.is_under for part in self.parts)

    @property
    def costs(self) -> tuple[tuple[Part, Mark], ...]:
        """What keeps the page from the goal: each mark that is too low in itself, and each that could be
        higher in a part that is under its goal."""
        return tuple(
            (part.part, mark)
            for part in self.parts
            for mark in part.counted
            if (mark.value or 0) < (part.high if part.is_under else self.instrument.lowest)
        )


@dataclass(frozen=True)
class PageGrades:
    """A page, marked with each instrument that is for it. `text` is the SHA-256 of its words when it was marked."""

    page: str
    line: int
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True)
class Grades:
    """What data/grades.yml holds, by id; nothing where there is no such file.

    `method` says how the marks were given, `date` when.
    """

    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    pages: Mapping[str, PageGrades] = field(default_factory=dict)
    method: str = ""
    date: datetime.date | None = None


def file_of(page: str, root: Path) -> Path | None:
    """The file of the page that data/grades.yml calls `page`, Markdown or a template such as 404; None without one."""
    files = (root / "docs" / f"{page}.md", root / "overrides" / f"{page}.html")
    return next((file for file in files if file.is_file()), None)


def is_older(grades: PageGrades, root: Path) -> bool:
    """Whether the marks are for an older text than that of the page's file."""
    file = file_of(grades.page, root)
    return file is not None and digest_of(file.read_text(encoding="utf-8")) != grades.text


def digest_of(page: str) -> str:
    """The SHA-256 of what readers of a page read: its file without the front matter."""
    return hashlib.sha256(FRONT_MATTER.sub("", page, count=1).encode()).hexdigest()


def read_grades(tree: yaml.Node, reader: Reader) -> Grades:
    """The grades that the YAML of data/grades.yml describes. What is wrong is noted and left out."""
    values = reader.entry(tree, FIELDS, "the file")
    if values is None:
        return Grades()
    found = [read_instrument(id_, node, reader) for id_, _, node in entries(values["instruments"], reader)]
    instruments = {one.id: one for one in found if one}
    if reader.problems:  # else each page would be blamed for an instrument that could not be read
        return Grades(instruments)
    pages = [read_page(*entry, instruments, reader) for entry in entries(values["pages"], reader)]
    by_name = {page.page: page for page in pages if page}
    return Grades(instruments, by_name, values["method"], values["date"])


def entries(node: yaml.MappingNode, reader: Reader) -> Iterator[tuple[str, int, yaml.Node]]:
    """The key, line and value of each entry of a mapping; one whose key stood there before is noted and left out."""
    lines: dict[str, int] = {}
    for key, value in node.value:
        name, line = str(key.value), reader.line(key)
        if lines.setdefault(name, line) == line:
            yield name, line, value
            continue
        reader.report(
            line,
            f'"{name}" stands twice; the first is on line {lines[name]}.',
            "Only one of the two can be shown, and nobody would know which.",
            "delete one of them.",
        )


def read_page(
    page: str, line: int, node: yaml.Node, instruments: Mapping[str, Instrument], reader: Reader
) -> PageGrades | None:
    """The marks of a page, or None after noting its problems."""
    fields = {"text": Field(digest), **{id_: Field(anything, required=False) for id_ in instruments}}
    values = reader.entry(node, fields, f"the page {page}")
    if values is None:
        return None
    marked = (read_marked(values[id_], instruments[id_], page, reader) for id_ in instruments if id_ in values)
    return PageGrades(page, line, values["text"], tuple(marked))


def read_marked(node: yaml.Node, instrument: Instrument, page: str, reader: Reader) -> Marked:
    """The marks of a page with one instrument. What is wrong is noted and left out."""
    name = f"{instrument.short} for the page {page}"
    return Marked(
        instrument,
        tuple(
            MarkedPart(part, instrument.high, tuple(read_marks(nodes, instrument, name, reader)))
            for part, nodes in item_nodes(node, instrument, name, reader)
        ),
    )


def item_nodes(
    node: yaml.Node, instrument: Instrument, name: str, reader: Reader
) -> Iterator[tuple[Part, Mapping[str, yaml.Node]]]:
    """The node of each item, by its part. An item that is missing or not known is noted."""
    if instrument.grouped:
        groups = reader.entry(node, {part.name: Field(anything) for part in instrument.parts}, name) or {}
        for part in instrument.parts:
            if part.name in groups:
                yield part, each(groups[part.name], part.items, f"{part.name} of {name}", reader)
        return
    nodes = each(node, [item for part in instrument.parts for item in part.items], name, reader)
    for part in instrument.parts:
        yield part, {item: nodes[item] for item in part.items if item in nodes}


def each(node: yaml.Node, items: Iterable[str], name: str, reader: Reader) -> Mapping[str, yaml.Node]:
    """The node of each of the items, or nothing after noting what is missing or not known."""
    return reader.entry(node, {item: Field(anything) for item in items}, name) or {}


def read_marks(nodes: Mapping[str, yaml.Node], instrument: Instrument, name: str, reader: Reader) -> Iterator[Mark]:
    """The marks of items. What is wrong is noted and left out."""
    fields = {"mark": Field(mark_between(instrument.low, instrument.high)), "reason": Field(text)}
    for item, node in nodes.items():
        if values := reader.entry(node, fields, f"item {item} of {name}"):
            yield Mark(item, values["mark"], values["reason"])


def mark_between(low: int, high: int) -> Callable[[yaml.Node], int | None]:
    """A mark from `low` to `high`, or None for NA."""

    def read(node: yaml.Node) -> int | None:
        value = loose_text(node)
        if value == "NA":
            return None
        if not value.isdecimal() or not low <= int(value) <= high:
            raise NotThat(f"a whole number from {low} to {high}, or NA")
        return int(value)

    return read


def digest(node: yaml.Node) -> str:
    """A SHA-256 as text."""
    value = loose_text(node)
    if not re.fullmatch("[0-9a-f]{64}", value):
        raise NotThat(f"the SHA-256 of the page's file below its front matter, 64 signs out of 0-9 and a-f ({COMMAND})")
    return value


FIELDS = {"method": Field(text), "date": Field(day), "instruments": Field(mapping), "pages": Field(mapping)}
