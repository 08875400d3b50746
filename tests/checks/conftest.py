"""What the tests of the gate share: the project's settings, and one real browser for each test process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.observe import axe

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(root=PROJECT)


@pytest.fixture(scope="session")
def own_browser(settings: Settings) -> Iterator[SeleniumBrowser]:
    browser = SeleniumBrowser(axe=axe.pinned(settings))
    yield browser
    browser.close()


@pytest.fixture
def project(tmp_path: Path, settings: Settings) -> Settings:
    """An empty project of its own that uses this project's axe-core."""
    (tmp_path / "docs").mkdir()
    return replace(settings, root=tmp_path, axe=str(PROJECT / settings.axe))
