"""A rule's page is its test: every example on it has the outcome under whose heading it stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from checks import config, engine, pages, server, states
from checks.browser import SeleniumBrowser
from checks.config import Settings
from checks.model import Outcome, Result, Rule, Scope
from checks.rules import CATALOGUE
from tests.checks import examples

EXAMPLES = [example for rule in CATALOGUE for example in examples.of(rule)]


class LentBrowser(SeleniumBrowser):
    """The browser of the test process: it starts at once, and closing it leaves it open."""

    def __init__(self, browser: SeleniumBrowser) -> None:
        self.__dict__ = browser.__dict__

    def close(self) -> None:
        pass


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_example_has_the_outcome_it_is_listed_under(
    example: examples.Example, project: Settings, request: pytest.FixtureRequest
) -> None:
    settings = replace(config.parse(example.settings, project.root), axe=project.axe)
    if example.rule.scope == Scope.SOURCE:
        results = read(example, settings)
    else:
        results = look_at(example, settings, request.getfixturevalue("own_browser"))
    outcomes = Counter(result.outcome for result in results)
    said = "\n".join(f"{result.states} {result.message}" for result in results if result.message)
    assert not outcomes[Outcome.UNTESTED], said
    if example.expected == Outcome.FAILED:
        assert outcomes[Outcome.FAILED], "nothing failed"
    else:
        assert not outcomes[Outcome.FAILED] and not outcomes[Outcome.CANT_TELL], said
        assert bool(outcomes[Outcome.PASSED]) == (example.expected == Outcome.PASSED)


def read(example: examples.Example, settings: Settings) -> tuple[Result, ...]:
    for name, text in example.data.items():
        (settings.root / name).write_text(text, encoding="utf-8")
    for path, text in example.files.items():
        (settings.root / settings.docs / f"{path.strip('/') or 'index'}.md").write_text(text, encoding="utf-8")
    found = [
        replace(pages.of_markdown(file.name), file=f"{settings.docs}/{file.name}")
        for file in (settings.root / settings.docs).iterdir()
    ]
    return engine.report([engine.check_content(found, [example.rule], settings)], settings, {}).results


def look_at(example: examples.Example, settings: Settings, browser: SeleniumBrowser) -> tuple[Result, ...]:
    for path, text in example.files.items():
        file = settings.root / "site" / path.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with server.folder(settings.root / "site", "site") as site:
        checked = engine.check_site(
            site, [example.rule], states.STATES, settings, lambda: LentBrowser(browser), workers=1
        )
    return engine.report([checked], settings, {}).results


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_page_says_what_the_rule_says(rule: Rule) -> None:
    page = " ".join(examples.page(rule).split())
    assert page.startswith(f"# {rule.id} {rule.requirement}")
    assert f"**Why.** {rule.why.removesuffix('.')}" in page
    assert "## What it cannot see" in page
    assert all(criterion in page for criterion in rule.criteria)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_page_has_as_many_passed_as_failed_examples(rule: Rule) -> None:
    counts = Counter(example.expected for example in examples.of(rule))
    assert counts[Outcome.PASSED] >= counts[Outcome.FAILED] >= 1
    assert "## Inapplicable" in examples.page(rule)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_rule_is_a_whole_value(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id) and not rule.id.startswith("no-")
    assert rule.requirement.endswith(".") and rule.why.endswith(".")
    assert rule.observes
    assert set(rule.states) <= set(states.NAMES)
    assert bool(rule.states) == (rule.scope != Scope.SOURCE)


def test_every_rule_of_the_folder_is_in_the_catalogue() -> None:
    folder = examples.PACKAGE / "checks" / "rules"
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert modules == {file.stem for file in folder.glob("*.md")}
    assert modules == {Path(rule.page).stem for rule in CATALOGUE}
    assert len({rule.id for rule in CATALOGUE}) == len(CATALOGUE)
