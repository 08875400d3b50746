"""Seconds that the whole gate takes over site/, and where they go."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.timing import ROOT


def measure() -> None:
    """Print seconds by observation and state, over both browsers; then how many passed on the clock."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "checks", "--format", "times"], cwd=ROOT, check=False)
    print(f"{time.perf_counter() - begin:.0f} s from begin to end")
