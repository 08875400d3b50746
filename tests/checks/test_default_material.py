"""Material for MkDocs as it comes: at 320 px no key opens its menu, Tab goes where nobody sees it, letters are keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from checks import engine, server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Outcome, Result, Rule
from checks.rules import character_shortcuts, contrast, dialog, keyboard_reach
from tests.checks.test_rule_examples import LentBrowser

PAGES = {"index.md": "# Home\n\n## Part\n\nText.\n", "cost.md": "# Cost\n\n[Home](index.md)\n\n## Part\n\nText.\n"}


# With tabs, and with Material's own light and dark scheme, by the reader's system.
THEME = """
  name: material
  features: [navigation.tabs]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("material")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(f"site_name: Default\ntheme:{THEME}")
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def failed(built: Path, rule: Rule, name: str, browser: SeleniumBrowser, settings: Settings) -> Sequence[Result]:
    chosen = [state for state in states.STATES if state.name == name]
    with server.folder(built, "site") as site:
        checked = engine.check_site(site, [rule], chosen, settings, lambda: LentBrowser(browser), workers=1)
    results = engine.report([checked], settings, {}).results
    return [result for result in results if result.outcome == Outcome.FAILED and "/cost/" in result.pages]


@pytest.fixture
def found(built: Path, own_browser: SeleniumBrowser, settings: Settings) -> Sequence[Result]:
    return failed(built, keyboard_reach.RULE, "narrow", own_browser, settings)


def test_the_openers_of_menu_and_search_are_found_unreachable(found: Sequence[Result]) -> None:
    openers = {result.target.snippet for result in found if result.target and "never comes" in result.message}
    for field in ("__drawer", "__search"):
        assert any("md-header__button" in opener and f'for="{field}"' in opener for opener in openers)


def test_the_stops_in_the_closed_drawer_are_found_off_screen(found: Sequence[Result]) -> None:
    off_screen = [result for result in found if "stands off screen" in result.message]
    assert len(off_screen) >= 3
    assert all("md-nav" in result.target.snippet for result in off_screen if result.target)


def test_single_letters_are_found_to_search_and_to_turn_pages(
    built: Path, own_browser: SeleniumBrowser, settings: Settings
) -> None:
    [result] = failed(built, character_shortcuts.RULE, "wide", own_browser, settings)
    assert ", p leaves the page" in result.message
    assert "/ f s moves the focus" in result.message


def test_the_search_is_found_to_be_a_dialog_without_a_name(
    built: Path, own_browser: SeleniumBrowser, settings: Settings
) -> None:
    [result] = failed(built, dialog.RULE, "wide", own_browser, settings)
    assert result.target and "md-search" in result.target.snippet


@pytest.mark.parametrize("scheme", ["wide", "dark"])
def test_pale_text_is_found_in_each_scheme(
    built: Path, own_browser: SeleniumBrowser, settings: Settings, scheme: str
) -> None:
    pale = failed(built, contrast.RULE, scheme, own_browser, settings)
    assert any(result.target and "md-" in result.target.selector + result.target.snippet for result in pale)
