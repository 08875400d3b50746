"""Reading YAML that editors write: every value is checked against its field, every problem has its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from publish.problem import Problem, did_you_mean, guess

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SEARCH = {"exclude": re.compile("true|false"), "boost": re.compile(r"\d+(\.\d+)?")}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NotThat(Exception):
    """A value is not of its field's kind. The message ends the sentence "… must be"."""


@dataclass(frozen=True)
class Field:
    """What a key holds. `read` turns a YAML node into a value or raises NotThat."""

    read: Callable[[yaml.Node], Any]
    required: bool = True


@dataclass
class Reader:
    """Reads one file and collects its problems. `first_line` is the file's line on which the YAML begins."""

    file: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def line(self, node: yaml.Node) -> int:
        """The file's line on which a node begins."""
        return int(node.start_mark.line) + self.first_line

    def report(self, line: int, what: str, why: str, fix: str) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(self.file, line, what, why, fix))

    def compose(self, text: str) -> yaml.Node | None:
        """The YAML tree of `text`, or None after noting why there is none."""
        try:
            return yaml.compose(text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = self.first_line + (mark.line if mark else 0)
            reason = error.problem or error.context or "its form is unknown"
        except yaml.reader.ReaderError as error:
            line = self.first_line + text[: error.position].count("\n")
            reason = error.reason
        self.report(
            line,
            f"The YAML cannot be read from here: {reason}.",
            "Nothing in this file can be published until it can be read.",
            "compare this line and the one before it with their neighbours: the same spaces at the start, no tabs, "
            'and quotes around a text that holds a colon or a #: "Hours: all day".',
        )
        return None

    def entry(self, node: yaml.Node, fields: Mapping[str, Field], name: str) -> dict[str, Any] | None:
        """The values of a mapping by key, or None where one was missing or wrong. `name` says what it describes."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong_kind(node, name, f"a list of keys such as {next(iter(fields))}: …")
            return None
        before = len(self.problems)
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            self._read_key(key_node, value_node, fields, name, values)
        self._note_missing(node, fields, name, values)
        return values if len(self.problems) == before else None

    def entries(self, node: yaml.Node, key: str) -> list[yaml.Node]:
        """The nodes of the list that stands under the one key `key` of a data file."""
        if not isinstance(node, yaml.MappingNode) or [pair[0].value for pair in node.value] != [key]:
            self.report(
                self.line(node),
                f'The file does not start with the one key "{key}:".',
                "Without it the entries are not found.",
                f'begin the file with "{key}:" and write every entry below it, starting with "  - id: …".',
            )
            return []
        listed = node.value[0][1]
        if not isinstance(listed, yaml.SequenceNode):
            self._wrong_kind(listed, f'"{key}"', 'a list, each entry starting with "  - id: …"')
            return []
        return list(listed.value)

    def _read_key(
        self,
        key_node: yaml.Node,
        value_node: yaml.Node,
        fields: Mapping[str, Field],
        name: str,
        values: dict[str, Any],
    ) -> None:
        key = str(key_node.value)
        if key not in fields:
            self._unknown_key(key_node, fields, name)
        elif key in values:
            self.report(
                self.line(key_node),
                f'"{key}" stands twice in {name}.',
                "Only one of the two can be shown, and nobody would know which.",
                "delete one of them.",
            )
        else:
            values[key] = None
            try:
                values[key] = fields[key].read(value_node)
            except NotThat as expected:
                self._wrong_kind(value_node, f'"{key}" of {name}', str(expected))

    def _unknown_key(self, node: yaml.Node, fields: Mapping[str, Field], name: str) -> None:
        self.report(
            self.line(node),
            f'{name[0].upper()}{name[1:]} has the unknown key "{node.value}".',
            "What stands there would be shown to nobody.",
            did_you_mean(str(node.value), fields, f"Use one of {', '.join(fields)}."),
        )

    def _note_missing(
        self, node: yaml.MappingNode, fields: Mapping[str, Field], name: str, values: dict[str, Any]
    ) -> None:
        unknown = {str(key.value) for key, _ in node.value} - set(fields)
        for key, wanted in fields.items():
            mistyped = any(guess(word, fields) == key for word in unknown)
            if wanted.required and key not in values and not mistyped:
                self.report(
                    self.line(node),
                    f'{name[0].upper()}{name[1:]} has no "{key}".',
                    "Readers are shown this, so it cannot be left out.",
                    f'add a line "{key}: …".',
                )

    def _wrong_kind(self, node: yaml.Node, name: str, expected: str) -> None:
        shown = f'is "{node.value}"' if isinstance(node, yaml.ScalarNode) else "is of another kind"
        self.report(
            self.line(node),
            f"{name[0].upper()}{name[1:]} {shown}; it must be {expected}.",
            "It cannot be shown, or checked, as it stands.",
            f"write {expected}.",
        )


def text(node: yaml.Node) -> str:
    """A text of at least one character."""
    if not isinstance(node, yaml.ScalarNode) or node.tag.endswith(":null"):
        raise NotThat("a text")
    if not node.tag.endswith(":str"):
        raise NotThat(f'a text in quotes: "{node.value}"')
    if not node.value.strip():
        raise NotThat("a text that is not empty")
    return str(node.value).strip()


def loose_text(node: yaml.Node) -> str:
    """A text that may look like a number or a date, as written: 2021, 2024-02-16, no date."""
    if not isinstance(node, yaml.ScalarNode) or node.tag.endswith(":null") or not node.value.strip():
        raise NotThat("a text")
    return str(node.value).strip()


def dated(node: yaml.Node) -> str:
    """A date as printed on a document, in words or as year-month-day or year-month: 2020-09-23, 2026-06, no date."""
    value = loose_text(node)
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        try:
            date.fromisoformat(value if len(value) == len("2026-11-22") else f"{value}-01")
        except ValueError:
            raise NotThat("a day or a month of the calendar, such as 2020-09-23 or 2026-06") from None
    return value


def texts(node: yaml.Node) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(node, yaml.SequenceNode):
        raise NotThat("a list: [first, second]")
    return tuple(text(item) for item in node.value)


def slug(node: yaml.Node) -> str:
    """An id: small letters, digits and hyphens."""
    value = loose_text(node)
    if not SLUG.fullmatch(value):
        raise NotThat("an id of small letters, digits and single hyphens, such as crisis-text-line")
    return value


def day(node: yaml.Node) -> date:
    """A calendar day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(loose_text(node))
    except ValueError:
        raise NotThat("a day of the calendar written as year-month-day, such as 2026-11-22") from None


def address(node: yaml.Node) -> str:
    """A web address that starts with https://."""
    value = text(node)
    if not re.fullmatch(r"https://[^\s/]+\.[^\s/]+(?:/\S*)?", value):
        raise NotThat("a web address that starts with https://")
    return value


def flag(node: yaml.Node) -> bool:
    """true or false."""
    if not isinstance(node, yaml.ScalarNode) or not node.tag.endswith(":bool"):
        raise NotThat("true or false")
    return str(node.value).lower() in {"true", "yes", "on"}


def flag_or_slug(node: yaml.Node) -> bool | str:
    """true, false or an id."""
    try:
        return flag(node)
    except NotThat:
        pass
    try:
        return slug(node)
    except NotThat:
        raise NotThat("true, or the name of another page without .md") from None


def choice(*allowed: str) -> Callable[[yaml.Node], str]:
    """One word out of `allowed`."""

    def read(node: yaml.Node) -> str:
        value = loose_text(node)
        if value not in allowed:
            raise NotThat(f"one of {', '.join(allowed)}")
        return value

    return read


def search_settings(node: yaml.Node) -> yaml.Node:
    """How the search treats a page: `exclude` leaves it out, `boost` multiplies its rank. Themes read it too."""
    pairs = (
        [(str(key.value), str(value.value)) for key, value in node.value] if isinstance(node, yaml.MappingNode) else []
    )
    if not pairs or not all(key in SEARCH and SEARCH[key].fullmatch(value) for key, value in pairs):
        raise NotThat("{exclude: true} or {boost: 2}")
    return node


def anything(node: yaml.Node) -> yaml.Node:
    """Whatever stands there; MkDocs or the theme reads it."""
    return node
