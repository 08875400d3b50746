"""The Nu HTML checker over site/. Needs Java, and `npm ci --ignore-scripts` in this folder."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.timing import ROOT

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def measure() -> None:
    """Print what the checker says of every page, or what is missing to run it."""
    if not shutil.which("java"):
        print("Not measured: there is no Java here (Debian: apt-get install default-jre-headless).")
        return
    if not JAR.is_file():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=JAR.parents[4], check=True)
    command = ["java", "-jar", str(JAR), "--skip-non-html", "--stdout", str(ROOT / "site")]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    print(said or "No errors and no warnings.")
