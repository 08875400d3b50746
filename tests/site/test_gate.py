"""The whole gate on whole sites: it finds what is planted, and what a default Material site gets wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.material import build_default
from tests.site.conftest import ROOT

PLANTED = """
<p><img src="../assets/images/none.png"></p>
<p id="wide" class="planted">A line that is wider than a small phone and does not wrap at all, whatever happens.</p>
<p><a id="dim" href="../">a link without a ring</a></p>
<div id="click">Open the list</div>
<link rel="stylesheet" href="../planted.css"><script src="../planted.js"></script>
"""
STYLE = "#wide { white-space: nowrap } #dim:focus, #dim:focus-visible { outline: none } #click { cursor: pointer }"
SCRIPT = "document.querySelector('#click').addEventListener('click', () => document.body.classList.toggle('open'));"


def gate(folder: Path, tmp_path: Path, *options: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit status of `python -m checks site` and the results that it reports."""
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "checks", "site", str(folder), "--format", "json", "--output", str(report)]
    status = subprocess.run([*command, *options], cwd=ROOT, check=False).returncode
    return status, json.loads(report.read_text())["results"]


def found(results: list[dict[str, Any]], rule: str) -> list[str]:
    """The snippets and selectors in which a rule failed."""
    failed = [result for result in results if result["outcome"] == "failed" and result["rule"] == rule]
    return [f"{result['target']['selector']} {result['target']['snippet']}" for result in failed if result["target"]]


@pytest.fixture(scope="module")
def planted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide with four barriers on one page."""
    folder = tmp_path_factory.mktemp("planted") / "site"
    shutil.copytree(site, folder)
    page = folder / "about" / "index.html"
    page.write_text(page.read_text().replace("</article>", f"{PLANTED}</article>"))
    (folder / "planted.css").write_text(STYLE)
    (folder / "planted.js").write_text(SCRIPT)
    return folder


def test_each_planted_barrier_is_found(planted: Path, tmp_path: Path) -> None:
    status, results = gate(planted, tmp_path, "--page", "/about/")
    assert status == 1
    assert any("none.png" in snippet for snippet in found(results, "axe/image-alt"))
    assert any("wide" in snippet for snippet in found(results, "reflow"))
    assert any("dim" in snippet for snippet in found(results, "focus-visible"))
    assert any("click" in snippet for snippet in found(results, "keyboard-reach"))


def test_nothing_but_the_planted_barriers_is_found(planted: Path, tmp_path: Path) -> None:
    _, results = gate(planted, tmp_path, "--page", "/about/")
    failed = {result["rule"] for result in results if result["outcome"] in ("failed", "untested")}
    missing_picture = {"axe/image-alt", "console"}
    assert failed == missing_picture | {"reflow", "focus-visible", "forced-colors-focus", "keyboard-reach"}


@pytest.fixture(scope="module")
def default_material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same Markdown with Material for MkDocs as it comes."""
    return build_default(tmp_path_factory.mktemp("default"))


def test_the_gate_sees_that_a_default_material_site_cannot_be_used_by_keyboard(
    default_material: Path, tmp_path: Path
) -> None:
    pages = ("--page", "/what-is-iop/", "--state", "narrow", "--rule", "keyboard-reach")
    status, results = gate(default_material, tmp_path, *pages)
    assert status == 1
    snippets = found(results, "keyboard-reach")
    assert any("__drawer" in snippet and "md-header__button" in snippet for snippet in snippets), "the menu button"
    assert any("md-nav__link" in snippet for snippet in snippets), "focus on links of the closed drawer"
