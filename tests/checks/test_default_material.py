"""Material for MkDocs as it comes: at 320 px no key opens its menu, and Tab goes where nobody sees it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from checks import engine, server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Outcome, Result
from checks.rules import keyboard_reach
from tests.checks.test_rule_examples import LentBrowser

PAGES = {"index.md": "# Home\n\n## Part\n\nText.\n", "cost.md": "# Cost\n\n[Home](index.md)\n\n## Part\n\nText.\n"}


@pytest.fixture
def found(tmp_path: Path, own_browser: SeleniumBrowser, settings: Settings) -> Sequence[Result]:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Default\ntheme: material\n")
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=tmp_path, check=True, capture_output=True)
    narrow = [state for state in states.STATES if state.name == "narrow"]
    with server.folder(tmp_path / "site", "site") as site:
        checked = engine.check_site(
            site, [keyboard_reach.RULE], narrow, settings, lambda: LentBrowser(own_browser), workers=1
        )
    results = engine.report([checked], settings, {}).results
    return [result for result in results if result.outcome == Outcome.FAILED and "/cost/" in result.pages]


def test_the_openers_of_menu_and_search_are_found_unreachable(found: Sequence[Result]) -> None:
    openers = {result.target.snippet for result in found if result.target and "never comes" in result.message}
    for field in ("__drawer", "__search"):
        assert any("md-header__button" in opener and f'for="{field}"' in opener for opener in openers)


def test_the_stops_in_the_closed_drawer_are_found_off_screen(found: Sequence[Result]) -> None:
    off_screen = [result for result in found if "stands off screen" in result.message]
    assert len(off_screen) >= 3
    assert all("md-nav" in result.target.snippet for result in off_screen if result.target)
