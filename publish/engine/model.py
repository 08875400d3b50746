"""What an engine is: a program that writes a folder of HTML from our Markdown, and says what problems it found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from publish.problem import Problem

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says about the site, as its engine reads it.

    `address` is where the site is published, or empty; `offline`: whether its pages are to work without a network;
    `config` is for the engine alone.
    """

    engine: Engine
    root: Path
    docs: Path
    site: Path
    address: str
    watched: tuple[Path, ...]
    offline: bool
    config: Any


class Engine(Protocol):
    """A program that builds the site. `name` is that of its Python package, `label` the one that people read."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    def read_settings(self, root: Path) -> Settings:
        """What mkdocs.yml says. Raises CannotWork when the engine cannot use it."""

    def write(self, settings: Settings, into: Path) -> list[Problem]:
        """Build the site into a new folder and return what is wrong with the content.

        Raises CannotWork when a template or a part of mkdocs.yml is broken.
        """
