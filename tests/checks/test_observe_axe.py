"""axe-core as it is pinned, and as it is run: errors come out, frames are looked into, the version is read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks import server, states
from checks.browser import ScriptFault, SeleniumBrowser
from checks.config import Settings
from checks.model import Page, State, Visit
from checks.observe import axe


def test_a_missing_or_altered_axe_is_a_fault_that_says_what_to_do(project: Settings) -> None:
    for settings in (replace(project, axe="none.js"), replace(project, axe_sha256="0" * 64)):
        with pytest.raises(axe.AxeMissing, match="make setup"):
            axe.pinned(settings)


def test_the_pinned_version_is_what_runs_in_the_page(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    facts = observe('<img src="a.png">', own_browser, project, tmp_path)
    assert facts.version == axe.version(axe.pinned(project)) == "4.14.1"


def test_target_size_runs_and_documents_in_frames_are_looked_into(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    small = '<button style="width: 9px; height: 9px; padding: 0; border: 0">a</button>' * 2
    (tmp_path / "inner.html").write_text('<!doctype html><html lang="en"><title>In</title><img src="b.png">')
    facts = observe(f'{small}<iframe src="/inner.html" title="Inner"></iframe>', own_browser, project, tmp_path)
    rules = {rule.id: rule for rule in facts.rules}
    assert len(rules["target-size"].failed) == 2
    (image,) = rules["image-alt"].failed
    assert image.target.selector == "iframe >>> img"
    assert 'src="b.png"' in image.target.snippet


def test_an_error_of_axe_comes_out_at_once(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    observe("<p>a</p>", own_browser, project, tmp_path)
    with pytest.raises(ScriptFault, match="nonsense"):
        own_browser.run_axe(axe.SCRIPT, {"runOnly": {"type": "rule", "values": ["nonsense"]}})


def test_in_the_dark_only_colours_are_looked_at(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    dark = next(state for state in states.STATES if state.name == "dark")
    facts = observe("<p>a</p>", own_browser, project, tmp_path, dark)
    assert {rule.id for rule in facts.rules} == {"color-contrast", "link-in-text-block"}


def observe(
    body: str, browser: SeleniumBrowser, settings: Settings, folder: Path, state: State = states.STATES[0]
) -> axe.AxeFacts:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title><main><h1>A</h1>{body}</main>')
    with server.folder(folder, "site") as site:
        browser.enter(state.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        return axe.observe(browser, Visit(Page("/"), state, settings))
