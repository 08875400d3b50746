"""How long a command takes."""

from __future__ import annotations

import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def seconds(command: list[str], folder: Path, runs: int = 1) -> float:
    """The median wall-clock seconds of `runs` runs of a command in a folder. Raises CalledProcessError if one fails."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
