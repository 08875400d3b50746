"""What a project tells the gate about itself: [tool.checks] in the nearest pyproject.toml."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"  # axe-core 4.14.1, axe.min.js

T = TypeVar("T")


class ConfigFault(Exception):
    """[tool.checks] cannot be used as it stands; the text says what to change."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError('text in quotes, such as "docs"')
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError('a list of texts, such as ["988", "911"]')
    return tuple(value)


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("a number, such as 6")
    return value


def _text_by_text(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise TypeError('a table of texts, such as "footer.site" = "overrides/main.html"')
    return dict(value)


def _setting(default: Any, read: Callable[[object], Any]) -> Any:
    metadata = {"read": read}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class CrisisLine:
    """[tool.checks.crisis-line]"""

    links: tuple[str, ...] = _setting((), _texts)  # the links of the crisis line, in order: tel:988, sms:988, …


@dataclass(frozen=True)
class ReadingLevel:
    """[tool.checks.reading-level]: the most that a page may have, and the glossary whose words count as known."""

    flesch_kincaid: float = _setting(6, _number)  # school grade
    smog: float = _setting(8, _number)  # school grade
    sentence: float = _setting(15, _number)  # words in the mean
    glossary: str = _setting("", _text)  # a YAML file: terms, each with term and also


@dataclass(frozen=True)
class Citation:
    """[tool.checks.citation]: which claims have to cite a source."""

    laws: tuple[str, ...] = _setting((), _texts)  # names of laws beside "… Act", CFR and U.S.C.: ADA, HIPAA, …
    own_figures: tuple[str, ...] = _setting((), _texts)  # pages whose numbers are about the site itself


def _table(kind: type[T], name: str) -> Callable[[object], T]:
    """How the table [tool.checks.<name>] is read, which `kind` describes."""

    def read(value: object) -> T:
        if not isinstance(value, dict):
            raise TypeError(f"a table [tool.checks.{name}]")
        table: T = _read(kind, value, f"tool.checks.{name}")
        return table

    return read


_crisis_line = _table(CrisisLine, "crisis-line")
_reading_level = _table(ReadingLevel, "reading-level")
_citation = _table(Citation, "citation")


@dataclass(frozen=True)
class Settings:
    """[tool.checks]; a `-` in a key there is a `_` here. Paths are relative to `root`."""

    root: Path
    docs: str = _setting("docs", _text)  # the folder of Markdown pages
    site: str = _setting("site", _text)  # the folder that the built site is in
    axe: str = _setting("node_modules/axe-core/axe.min.js", _text)  # the pinned axe-core
    axe_sha256: str = _setting(AXE_SHA256, _text)  # the SHA-256 of that file
    theme_switch: str = _setting("", _text)  # the selector of the site's own light/dark switch
    short_numbers: tuple[str, ...] = _setting((), _texts)  # telephone numbers of fewer than seven digits: 911, 988, …
    phone_reference: str = _setting("", _text)  # what to write in Markdown instead of a telephone number
    avoided_words: str = _setting("", _text)  # a YAML file: avoid, each with words, say, unless and why
    criteria: str = _setting("", _text)  # a JSON file of what a run says of each criterion; see checks criteria
    ledger: str = _setting("", _text)  # a YAML file of what people looked at; pictures stand in a folder of its name
    source_runs: str = _setting("", _text)  # fingerprints of what must not be copied; see checks fingerprint
    crisis_line: CrisisLine = field(default_factory=CrisisLine, metadata={"read": _crisis_line})
    reading_level: ReadingLevel = field(default_factory=ReadingLevel, metadata={"read": _reading_level})
    citation: Citation = field(default_factory=Citation, metadata={"read": _citation})
    templates: Mapping[str, str] = _setting({}, _text_by_text)  # selector = template file, for what no page wrote


def _read(kind: type[Any], table: Mapping[str, object], name: str, **known: object) -> Any:
    settings = {field.name.replace("_", "-"): field for field in fields(kind) if field.metadata}
    values: dict[str, object] = dict(known)
    for key, value in table.items():
        if key not in settings:
            close = difflib.get_close_matches(key, settings, 1)
            guess = f' Did you mean "{close[0]}"?' if close else f" Known: {', '.join(sorted(settings))}."
            raise ConfigFault(f'pyproject.toml: [{name}] has no setting "{key}".{guess}')
        try:
            values[settings[key].name] = settings[key].metadata["read"](value)
        except TypeError as needed:
            raise ConfigFault(f"pyproject.toml: [{name}] {key} is {value!r}; it has to be {needed}.") from None
    return kind(**values)


def parse(text: str, root: Path) -> Settings:
    """Read the text of a pyproject.toml that stands in `root`. Raise ConfigFault with what to change."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ConfigFault(f"{root / 'pyproject.toml'} is not TOML: {fault}.") from None
    settings: Settings = _read(Settings, document.get("tool", {}).get("checks", {}), "tool.checks", root=root)
    return settings


def load(folder: Path) -> Settings:
    """Read the nearest pyproject.toml in `folder` or above it; without one, everything is at its default."""
    for root in (folder, *folder.parents):
        file = root / "pyproject.toml"
        if file.is_file():
            return parse(file.read_text(encoding="utf-8"), root)
    return Settings(root=folder)
