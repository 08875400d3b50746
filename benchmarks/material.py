"""The same Markdown with Material for MkDocs as it comes: what we measure ourselves against."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.timing import ROOT

CONFIG = """\
site_name: Default
theme: {name: material, font: false}
markdown_extensions: [admonition, pymdownx.details, tables, publish.guide]
"""
TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)


def build_default(project: Path) -> Path:
    """Build every page of the guide in an empty folder, and return the folder of the site.

    Pages with a template of ours get Material's own. Raises CalledProcessError when MkDocs fails.
    """
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    for page in (project / "docs").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(TEMPLATE.sub("", text, count=1), encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, check=True, env=environment)
    return project / "site"
