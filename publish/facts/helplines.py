"""Help lines: whom a reader can call, text or chat with, and what the line is and is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from publish.fields import Field, NotThat, Reader, address, choice, day, flag, loose_text, slug, text, texts

KINDS = ("call", "text", "chat", "video", "tty")
NEEDS = {"call": ("number",), "tty": ("number",), "text": ("to",), "chat": ("address",), "video": ("address", "number")}


@dataclass(frozen=True)
class Way:
    """One way to reach a line: its `kind` and the number, short code or web address that belongs to it."""

    kind: str
    number: str = ""
    to: str = ""
    keyword: str = ""
    address: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Helpline:
    """A help line. `ways` are in the order in which they are shown."""

    id: str
    line: int
    name: str
    what_it_is: str
    for_whom: str
    hours: str
    languages: str
    ways: tuple[Way, ...]
    official_page: str
    date_checked: date
    evidence: str
    crisis: bool
    group: str
    what_it_is_not: str = ""
    cost: str = ""
    also_called: tuple[str, ...] = ()

    def ways_to(self, kind: str) -> tuple[Way, ...]:
        """The ways of one kind, in order."""
        return tuple(way for way in self.ways if way.kind == kind)


def phone_number(node: yaml.Node) -> str:
    """A number of 3 to 15 digits, written as readers see it."""
    value = loose_text(node)
    if not re.fullmatch(r"\+?[0-9][0-9 ().-]*", value) or not 3 <= len(re.sub(r"\D", "", value)) <= 15:
        raise NotThat('a number written with digits and hyphens, in quotes: "1-800-662-4357"')
    return value


def languages(node: yaml.Node) -> str:
    """A text, or a list that is joined to one."""
    return ", ".join(texts(node)) if isinstance(node, yaml.SequenceNode) else text(node)


def ways(node: yaml.Node) -> list[yaml.Node]:
    """The nodes of a list with at least one way."""
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise NotThat("a list of ways, each starting with - kind: call")
    return list(node.value)


WAY_FIELDS = {
    "kind": Field(choice(*KINDS)),
    "number": Field(phone_number, required=False),
    "to": Field(phone_number, required=False),
    "keyword": Field(text, required=False),
    "address": Field(address, required=False),
    "note": Field(text, required=False),
    "language": Field(text, required=False),
}
FIELDS = {
    "id": Field(slug),
    "name": Field(loose_text),
    "what_it_is": Field(text),
    "what_it_is_not": Field(text, required=False),
    "for_whom": Field(text),
    "hours": Field(text),
    "languages": Field(languages),
    "cost": Field(text, required=False),
    "ways": Field(ways),
    "official_page": Field(address),
    "date_checked": Field(day),
    "evidence": Field(choice("official", "secondary", "report")),
    "crisis": Field(flag),
    "group": Field(slug),
    "also_called": Field(texts, required=False),
}


def read_helpline(node: yaml.Node, reader: Reader) -> Helpline | None:
    """The help line that a YAML node describes, or None after noting its problems."""
    values = reader.entry(node, FIELDS, "the help line")
    if not values:
        return None
    ways = [_read_way(way, reader) for way in values.pop("ways")]
    known = tuple(way for way in ways if way)
    return Helpline(line=reader.line(node), ways=known, **values) if len(known) == len(ways) else None


def _read_way(node: yaml.Node, reader: Reader) -> Way | None:
    values: dict[str, Any] | None = reader.entry(node, WAY_FIELDS, "the way to reach the line")
    if not values:
        return None
    needed = NEEDS[values["kind"]]
    if any(key in values for key in needed):
        return Way(**values)
    reader.report(
        reader.line(node),
        f'The way "{values["kind"]}" has no "{needed[0]}".',
        "Readers could not reach the line.",
        f'add "{needed[0]}: …" to this way.',
    )
    return None
