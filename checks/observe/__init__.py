"""What we measure: one module per observation, its JavaScript beside it."""

from __future__ import annotations

from pathlib import Path


def script(module: str, *parts: str) -> str:
    """The JavaScript that stands beside an observation's module: `SCRIPT = script(__file__)`.

    A long one has parts in files of their own, `module_part.js`, which come before it.
    """
    main = Path(module).with_suffix(".js")
    files = [*(main.with_name(f"{main.stem}_{part}.js") for part in parts), main]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
