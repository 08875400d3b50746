"""The engines that can build the site, by name."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from publish.engine.mkdocs import MKDOCS
from publish.engine.model import CONFIG, Engine, Settings
from publish.engine.properdocs import PROPERDOCS
from publish.engine.zensical import ZENSICAL
from publish.problem import CannotWork

__all__ = ["CONFIG", "DEFAULT", "ENGINES", "Engine", "Settings", "read_settings"]

ENGINES: dict[str, Engine] = {engine.name: engine for engine in (MKDOCS, PROPERDOCS, ZENSICAL)}
DEFAULT = MKDOCS.name


def read_settings(root: Path, engine: str = DEFAULT) -> Settings:
    """What mkdocs.yml says to the engine of that name. Raises CannotWork when one of them is missing or broken."""
    chosen = ENGINES[engine]
    if find_spec(chosen.name) is None:
        raise CannotWork(
            f"{chosen.label} is not installed beside {sys.executable}."
            f" Run `make setup`, or install it there: pip install {chosen.name}."
        )
    if not (root / CONFIG).is_file():
        raise CannotWork(f"There is no {CONFIG} in {root}. Run this from the project's folder.")
    return chosen.read_settings(root)
