"""The menu as mkdocs.yml has it: its sections and the pages of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from publish.files import stamp

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs alone understands, such as !ENV, as nothing."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Section:
    """A part of the menu: its title, and its pages in order, by their paths in docs/."""

    title: str
    pages: tuple[str, ...]


def sections(root: Path) -> tuple[Section, ...]:
    """The sections of the menu of the project in `root`, in order; none where mkdocs.yml names none."""
    return _sections(root, stamp(root / CONFIG))


def neighbours(root: Path, path: str) -> tuple[str, ...]:
    """The other pages of the section that the page `path` stands in, in the order of the menu."""
    for section in sections(root):
        if path in section.pages:
            return tuple(page for page in section.pages if page != path)
    return ()


@lru_cache(maxsize=8)
def _sections(root: Path, _stamp: tuple[int, int]) -> tuple[Section, ...]:
    try:
        settings = yaml.load((root / CONFIG).read_text(encoding="utf-8"), _Loader)
    except (OSError, yaml.YAMLError):
        return ()
    nav = settings.get("nav") if isinstance(settings, dict) else None
    named = (pair for entry in nav or () if isinstance(entry, dict) for pair in entry.items())
    return tuple(Section(str(title), tuple(_pages(pages))) for title, pages in named if isinstance(pages, list))


def _pages(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    inner = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return [page for part in inner for page in _pages(part)]
