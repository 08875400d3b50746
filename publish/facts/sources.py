"""Sources: what a page cites."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import yaml

from publish.facts.helplines import Helpline
from publish.fields import Field, Reader, address, choice, dated, day, slug, text

FIELDS = {
    "id": Field(slug),
    "title": Field(text),
    "publisher": Field(text),
    "date": Field(dated),
    "address": Field(address),
    "date_checked": Field(day),
    "evidence": Field(choice("official", "secondary")),
    "note": Field(text, required=False),
}


@dataclass(frozen=True)
class Source:
    """A document that pages cite. `date` is its own date as printed; `date_checked` the day on which we read it."""

    id: str
    line: int
    title: str
    publisher: str
    date: str
    address: str
    date_checked: datetime.date
    evidence: str
    note: str = ""


def read_source(node: yaml.Node, reader: Reader) -> Source | None:
    """The source that a YAML node describes, or None after noting its problems."""
    values = reader.entry(node, FIELDS, "the source")
    return Source(line=reader.line(node), **values) if values else None


def source_of(helpline: Helpline) -> Source:
    """The official page of a help line as a source, which pages cite as [^line-ID]."""
    return Source(
        id=f"line-{helpline.id}",
        line=helpline.line,
        title=helpline.name,
        publisher="Official page of the line",
        date="no date",
        address=helpline.official_page,
        date_checked=helpline.date_checked,
        evidence="official" if helpline.evidence == "official" else "secondary",
    )
