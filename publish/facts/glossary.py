"""Glossary terms: words that pages explain by linking to them."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from publish.fields import Field, Reader, slug, text, texts

FIELDS = {
    "id": Field(slug),
    "term": Field(text),
    "definition": Field(text),
    "also": Field(texts, required=False),
    "source": Field(slug, required=False),
}


@dataclass(frozen=True)
class Term:
    """A word and what it means. `also` are other words for it, `source` is a source's id or empty."""

    id: str
    line: int
    term: str
    definition: str
    also: tuple[str, ...] = ()
    source: str = ""


def read_term(node: yaml.Node, reader: Reader) -> Term | None:
    """The term that a YAML node describes, or None after noting its problems."""
    values = reader.entry(node, FIELDS, "the term")
    return Term(line=reader.line(node), **values) if values else None
