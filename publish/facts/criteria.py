"""Success criteria: what the gate says of each requirement of WCAG. `python -m checks criteria` writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from publish.fields import Field, NotThat, Reader, choice, loose_text, text

CONCLUSIONS = ("passed", "failed", "does not occur", "a person must look")


@dataclass(frozen=True)
class Criterion:
    """One requirement. `id` is its number in WCAG; `note` is what was looked for where it does not occur, and
    otherwise the question that is left for a person."""

    id: str
    line: int
    name: str
    level: str
    conclusion: str
    note: str


def read_criterion(node: yaml.Node, reader: Reader) -> Criterion | None:
    """The criterion that a YAML or JSON node describes, or None after noting its problems."""
    values = reader.entry(node, FIELDS, "the criterion")
    return Criterion(values.pop("number"), reader.line(node), **values) if values else None


def number(node: yaml.Node) -> str:
    """The number of a success criterion."""
    value = loose_text(node)
    if not re.fullmatch(r"\d\.\d\.\d+", value):
        raise NotThat("the number of a success criterion, such as 1.4.10")
    return value


FIELDS = {
    "number": Field(number),
    "name": Field(text),
    "level": Field(choice("A", "AA", "AAA")),
    "conclusion": Field(choice(*CONCLUSIONS)),
    "note": Field(text),
}
