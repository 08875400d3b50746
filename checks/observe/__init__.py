"""What we measure: one module per observation, its JavaScript beside it."""

from __future__ import annotations

from pathlib import Path


def script(module: str) -> str:
    """The JavaScript that stands beside an observation's module: `SCRIPT = script(__file__)`."""
    return Path(module).with_suffix(".js").read_text(encoding="utf-8")
