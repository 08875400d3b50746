"""The facts of data/ as files for other programs. Their form is a contract, described by the schemas in docs/data/."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from publish.extensions.helplines import way_address
from publish.facts import Facts
from publish.facts.grades import Marked
from publish.facts.helplines import Helpline
from publish.facts.sources import Source

FOLDER = "data"
SCHEMA = 1
LICENSE = {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"}
NOTE = (
    "Read on stored copies of the pages that are named, not on the live web. "
    "Nobody has called, texted or chatted as a test. Check a number on its official page before you publish it."
)
GRADES_NOTE = (
    "Our own marks and nobody else's. No clinician and no reader took part. "
    "`text` is the SHA-256 of the page that was marked, as Markdown without its front matter."
)


@dataclass(frozen=True)
class DataFile:
    """One published file: its name without .json, what readers are told that it holds, its note, and its entries."""

    name: str
    holds: str
    note: str
    entries: Callable[[Facts], list[dict[str, Any]]]

    @property
    def path(self) -> str:
        """Where it stands in the site."""
        return f"{FOLDER}/{self.name}.json"

    @property
    def schema(self) -> str:
        """The name of its schema, which stands beside it."""
        return f"{self.name}.schema.json"


def helpline_entries(facts: Facts) -> list[dict[str, Any]]:
    """Every help line, with the link of each way to reach it."""
    return [_helpline(line) for line in facts.helplines.values()]


def source_entries(facts: Facts) -> list[dict[str, Any]]:
    """Every source that a page can cite, the official pages of the help lines too."""
    return [_plain(source) for source in facts.sources.values()]


def grade_entries(facts: Facts) -> list[dict[str, Any]]:
    """Every mark of every page; `mark` is null where an item does not apply."""
    day = facts.grades.date.isoformat() if facts.grades.date else ""
    return [
        {"page": page.page, "date_checked": day, "text": page.text, "marks": list(map(_marked, page.marked))}
        for page in facts.grades.pages.values()
    ]


FILES = (
    DataFile("helplines", "Every help line, with its hours, languages and ways to reach it", NOTE, helpline_entries),
    DataFile("sources", "Every source, with its date and the day we read it", NOTE, source_entries),
    DataFile("grades", "Every mark that we gave our own pages, with the reason", GRADES_NOTE, grade_entries),
)


def data_files(facts: Facts, address: str) -> dict[str, bytes]:
    """Every file of open data by its path. `address` is where the site is published, or empty."""
    return {file.path: _written(document(file, facts, address)) for file in FILES}


def document(file: DataFile, facts: Facts, address: str) -> dict[str, Any]:
    """One file: whose it is, what may be done with it, how old it is, and its entries."""
    entries = file.entries(facts)
    return {
        "$schema": file.schema,
        "schema": SCHEMA,
        "publisher": {"name": "The IOP Guide", "address": address},
        "license": LICENSE,
        "date_checked": max((entry["date_checked"] for entry in entries), default=""),
        "note": file.note,
        file.name: entries,
    }


def _marked(marked: Marked) -> dict[str, Any]:
    items = [
        {
            "part": part.part.name,
            "item": mark.item,
            "asks": part.part.items[mark.item],
            "mark": mark.value,
            "reason": mark.reason,
        }
        for part in marked.parts
        for mark in part.marks
    ]
    return {"instrument": marked.instrument.id, "name": marked.instrument.name, "items": items}


def _helpline(line: Helpline) -> dict[str, Any]:
    ways = [{**_plain(way), "link": way_address(way)} for way in line.ways]
    return {**_plain(line), "ways": ways}


def _plain(fact: Helpline | Source | Any) -> dict[str, Any]:
    """The fields of a fact that say something, without the line on which it stands in its file."""
    values: Mapping[str, Any] = dataclasses.asdict(fact)
    return {name: _value(value) for name, value in values.items() if name != "line" and value not in ("", (), None)}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else value


def _written(content: dict[str, Any]) -> bytes:
    """A line for each field, and for each entry: short, and still readable line by line."""
    fields = (f" {_json(name)}: {_lines(value)}" for name, value in content.items())
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _lines(value: Any) -> str:
    return "[\n  " + ",\n  ".join(map(_json, value)) + "\n ]" if isinstance(value, list) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
