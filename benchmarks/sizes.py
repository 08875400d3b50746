"""Bytes of each page: the first render, the scripts, the whole first visit."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.timing import ROOT


def measure() -> None:
    """Print the table of `python -m publish sizes`."""
    subprocess.run([sys.executable, "-m", "publish", "sizes"], cwd=ROOT, check=False)
