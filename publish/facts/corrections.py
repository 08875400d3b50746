"""Corrections: what a page said that was wrong, and what it says now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import yaml

from publish.fields import Field, NotThat, Reader, day, slug, text


@dataclass(frozen=True)
class Correction:
    """One mistake that was mended. `page` is a path in the docs folder, `source` is a source's id or empty."""

    id: str
    line: int
    date: datetime.date
    page: str
    wrong: str
    right: str
    found_by: str
    source: str = ""


def read_correction(node: yaml.Node, reader: Reader) -> Correction | None:
    """The correction that a YAML node describes, or None after noting its problems."""
    values = reader.entry(node, FIELDS, "the correction")
    return Correction(line=reader.line(node), **values) if values else None


def page_path(node: yaml.Node) -> str:
    """A page's path in the docs folder."""
    value = text(node)
    if not value.endswith(".md"):
        raise NotThat("the path of a page in docs/, such as what-is-iop.md")
    return value


FIELDS = {
    "id": Field(slug),
    "date": Field(day),
    "page": Field(page_path),
    "wrong": Field(text),
    "right": Field(text),
    "source": Field(slug, required=False),
    "found_by": Field(text),
}
