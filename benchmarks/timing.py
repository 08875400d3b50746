"""How long commands take, side by side."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def seconds(command: list[str], folder: Path) -> float:
    """The wall-clock seconds of a command in a folder. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def pairs(first: list[str], second: list[str], folder: Path, count: int) -> Iterator[tuple[float, float]]:
    """The seconds of two commands that run one after the other, `count` times; each of them begins every second time.

    What else the machine does then falls on both. One run of each before is not counted.
    """
    seconds(first, folder), seconds(second, folder)
    for turn in range(count):
        if turn % 2:
            other, one = seconds(second, folder), seconds(first, folder)
        else:
            one, other = seconds(first, folder), seconds(second, folder)
        yield one, other
