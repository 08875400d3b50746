"""Seconds that the whole gate takes over site/."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, seconds


def measure() -> None:
    """Print seconds, pages and states."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        taken = seconds([sys.executable, "-m", "checks", "--format", "json", "--output", str(report)], ROOT)
        subject = json.loads(report.read_text())["subject"]
    print(f"{subject['pages']} pages, states {', '.join(subject['states'])}: {taken:.1f} s")
