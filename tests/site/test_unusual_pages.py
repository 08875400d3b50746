"""Pages that are right but unusual: no rule finds fault with them, in any state."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.site.conftest import ROOT

FOLDER = Path(__file__).with_name("unusual")
PAGES = sorted(FOLDER.glob("*.html"))


def test_nothing_is_found_on_any_of_them(tmp_path: Path) -> None:
    assert len(PAGES) >= 20
    # A project of its own, without this guide's settings.
    (tmp_path / "pyproject.toml").write_text(f'[tool.checks]\naxe = "{ROOT / "node_modules/axe-core/axe.min.js"}"\n')
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "checks", "site", str(FOLDER), "--each", "--format", "json"]
    subprocess.run([*command, "--output", str(report)], cwd=tmp_path, check=False)
    whole: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    found = [result for result in whole["results"] if result["outcome"] in ("failed", "untested")]
    assert whole["subject"]["pages"] == len(PAGES)
    assert not [f"{one['page']} {one['rule']} {one['states']}: {one['message']}" for one in found]
