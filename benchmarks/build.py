"""Our build against plain `mkdocs build` of the same content, and how it grows from 100 to 1,000 pages."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, seconds

OURS = [sys.executable, "-m", "publish", "build"]
PLAIN = [sys.executable, "-m", "mkdocs", "build"]
PARTS = ["docs", "data", "overrides", "mkdocs.yml", "pyproject.toml"]


def measure() -> None:
    """Print seconds and ratios."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["PYTHONPATH"] = str(ROOT)
    taken = {}
    for more, runs in ((0, 5), (100, 1), (1000, 1)):
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder), more)
            plain, ours = seconds(PLAIN, project, runs), seconds(OURS, project, runs)
        taken[more] = ours
        name = f"the guide and {more:,} pages more" if more else "the guide"
        print(f"{name}: plain {plain:.2f} s, ours {ours:.2f} s, ratio {ours / plain:.2f}")
    print(f"1,000 pages more cost {taken[1000] / taken[100]:.1f} times what 100 more cost")


def copy_project(folder: Path, more: int) -> Path:
    """The project in a folder of its own, with copies of a page put in the menu."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)
    (folder / "publish").mkdir()  # mkdocs.yml watches it
    page = (ROOT / "docs" / "what-is-iop.md").read_text()
    names = [f"copy-{number}.md" for number in range(more)]
    for name in names:
        (folder / "docs" / name).write_text(page)
    with (folder / "mkdocs.yml").open("a") as config:
        config.writelines(menu(names))
    return folder


def menu(names: list[str]) -> list[str]:
    """The lines of mkdocs.yml that put pages in a section of their own, in parts of twenty."""
    lines = ["  - Copies:\n"] if names else []
    for start in range(0, len(names), 20):
        lines += [f"      - From {start}:\n", *(f"          - {name}\n" for name in names[start : start + 20])]
    return lines
