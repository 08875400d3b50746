"""The examples on the rules' pages of documentation: what is expected, of which files, with which settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from checks.model import Outcome, Rule

PACKAGE = Path(__file__).parents[2]
OUTCOMES = {"Passed": Outcome.PASSED, "Failed": Outcome.FAILED, "Inapplicable": Outcome.INAPPLICABLE}
BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<kind>\w+)(?P<about>[^\n]*)\n(?P<text>.*?)^(?P=fence)$", re.S | re.M)
FRAME = '<!doctype html>\n<html lang="en"><head><title>Example</title></head><body>\n{}\n</body></html>\n'


@dataclass(frozen=True)
class Example:
    """One heading under "Passed", "Failed" or "Inapplicable", with its blocks: files by URL path, settings, and data
    files of the project by their path."""

    rule: Rule
    name: str
    expected: Outcome
    settings: str
    files: dict[str, str]
    data: dict[str, str]

    @property
    def id(self) -> str:
        return f"{self.rule.id}: {self.expected}: {self.name}"


def page(rule: Rule) -> str:
    return (PACKAGE / rule.page).read_text(encoding="utf-8")


def of(rule: Rule) -> list[Example]:
    introduction, *sections = _split(page(rule), "## ")
    usual, data = _settings(introduction[1]), _data(introduction[1])
    return [
        _example(rule, name, OUTCOMES[title], text, usual, data)
        for title, section in sections
        if title in OUTCOMES
        for name, text in _split(section, "### ")[1:]
    ]


def _split(text: str, mark: str) -> list[tuple[str, str]]:
    """Title and text of the parts that headings divide a text into; headings in code are none."""
    blocks = [match.span() for match in BLOCK.finditer(text)]
    starts = [
        match
        for match in re.finditer(rf"^{mark}(.+)$", text, re.M)
        if not any(begin < match.start() < end for begin, end in blocks)
    ]
    begins = [match.start() for match in starts] + [len(text)]
    parts = [(match[1], text[match.end() : end]) for match, end in zip(starts, begins[1:], strict=True)]
    return [("", text[: begins[0]]), *parts]


def _settings(text: str) -> str:
    return "\n".join(match["text"] for match in BLOCK.finditer(text) if match["kind"] == "toml")


def _data(text: str) -> dict[str, str]:
    blocks = (match for match in BLOCK.finditer(text) if match["kind"] == "yaml")
    return {match["about"].strip().removeprefix("file="): match["text"] for match in blocks}


def _example(rule: Rule, name: str, expected: Outcome, text: str, usual: str, data: dict[str, str]) -> Example:
    files = {}
    for match in BLOCK.finditer(text):
        if match["kind"] in ("html", "md"):
            place = re.search(r"page=(\S+)", match["about"])
            whole = match["kind"] == "md" or match["text"].lower().startswith("<!doctype")
            files[place[1] if place else "/"] = match["text"] if whole else FRAME.format(match["text"])
    return Example(rule, name, expected, _settings(text) or usual, files, data | _data(text))
