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


def test_documents_in_frames_are_looked_into_and_what_our_rules_judge_is_left_to_them(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    small = '<button style="width: 9px; height: 9px; padding: 0; border: 0">a</button>' * 2
    (tmp_path / "inner.html").write_text('<!doctype html><html lang="en"><title>In</title><img src="b.png">')
    facts = observe(f'{small}<iframe src="/inner.html" title="Inner"></iframe>', own_browser, project, tmp_path)
    rules = {rule.id: rule for rule in facts.rules}
    assert not rules.keys() & set(axe.OURS)
    (image,) = rules["image-alt"].failed
    assert image.target.selector == "iframe >>> img"
    assert 'src="b.png"' in image.target.snippet


def test_an_error_of_axe_comes_out_at_once(own_browser: SeleniumBrowser, project: Settings, tmp_path: Path) -> None:
    observe("<p>a</p>", own_browser, project, tmp_path)
    with pytest.raises(ScriptFault, match="nonsense"):
        own_browser.run_axe(axe.SCRIPT, {"runOnly": {"type": "rule", "values": ["nonsense"]}})


def test_the_contrast_of_text_is_left_to_our_own_rule_but_for_frames(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    pale = '<p style="color: #ccc">Ask your plan.</p>'
    (tmp_path / "inner.html").write_text(f'<!doctype html><html lang="en"><title>In</title>{pale}')
    without = observe(pale, own_browser, project, tmp_path)
    framed = observe(f'{pale}<iframe src="/inner.html" title="Inner"></iframe>', own_browser, project, tmp_path)
    assert not [rule for rule in without.rules if rule.id == "color-contrast"]
    (rule,) = [rule for rule in framed.rules if rule.id == "color-contrast"]
    assert [node.target.selector for node in rule.failed] == ["iframe >>> p"]


def test_a_page_in_an_object_needs_no_name_and_a_sound_does(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    (tmp_path / "inner.html").write_text('<!doctype html><html lang="en"><title>In</title><p>Ask your plan.</p>')
    (tmp_path / "ring.wav").write_bytes(b"RIFF")
    both = '<object data="/inner.html"></object><object id="sound" type="audio/wav" data="/ring.wav"></object>'
    facts = observe(both, own_browser, project, tmp_path)
    (rule,) = [rule for rule in facts.rules if rule.id == "object-alt"]
    assert [node.target.selector for node in rule.failed] == ["#sound"]


def test_an_xml_document_is_none_of_its_business(
    own_browser: SeleniumBrowser, project: Settings, tmp_path: Path
) -> None:
    (tmp_path / "note.xml").write_text("<note>Ask your plan.</note>")
    (tmp_path / "index.html").write_text("<p>a</p>")
    with server.folder(tmp_path, "site") as site:
        own_browser.open(site.address(Page("/note.xml"), scripts=True))
        assert axe.observe(own_browser, Visit(Page("/note.xml"), states.STATES[0], project)).rules == ()


def observe(
    body: str, browser: SeleniumBrowser, settings: Settings, folder: Path, state: State = states.STATES[0]
) -> axe.AxeFacts:
    (folder / "index.html").write_text(f'<!doctype html><html lang="en"><title>A</title><main><h1>A</h1>{body}</main>')
    with server.folder(folder, "site") as site:
        browser.enter(state.emulation)
        browser.open(site.address(Page("/"), scripts=True))
        return axe.observe(browser, Visit(Page("/"), state, settings))
