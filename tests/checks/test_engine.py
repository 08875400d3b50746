"""The engine: everything that was found is looked at and reported, and what broke is untested, never clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from checks import engine
from checks.browser import ScriptFault
from checks.config import Settings
from checks.model import Facts, Finding, Observation, Outcome, Page, Report, Rule, Scope, State, Visit, failed, passed
from checks.server import Site
from tests.checks.fakes import FakeBrowser, fake_browser, observation, rule

PAGES = (Page("/"), Page("/a/"), Page("/b/"))
SITE = Site("site", PAGES, "http://with", "http://without")
STATES = (State("wide", "wide"), State("narrow", "narrow"))


def check(rules: Sequence[Rule], project: Settings, site: Site = SITE, **options: Any) -> Report:
    start = options.pop("start", FakeBrowser)
    checked = engine.check_site(site, rules, STATES, project, start, options.pop("workers", 2), **options)
    return engine.report([checked], project, {})


def outcomes(report: Report) -> set[tuple[str, Outcome]]:
    return {(path, result.outcome) for result in report.results for path in result.pages}


def test_every_page_is_judged_in_every_state_of_the_rule(project: Settings) -> None:
    seen: list[tuple[str, str]] = []

    def judge(facts: Facts) -> list[Finding]:
        seen.append((facts.page.path, facts.state))
        return [passed()]

    report = check([rule(judge)], project)
    assert sorted(seen) == [(page.path, state) for page in PAGES for state in ("narrow", "wide")]
    assert report.clear and report.summary["passed"] == len(PAGES)
    assert report.versions["browser"] == "Fake 1"


def test_an_observation_is_made_once_for_all_rules_that_use_it(project: Settings) -> None:
    made: list[str] = []

    def observe(browser: Any, visit: Visit) -> str:
        made.append(visit.page.path)
        return "facts"

    shared = observation(observe=observe)
    check([rule(observes=(shared,), id="one"), rule(observes=(shared,), id="two")], project)
    assert len(made) == len(PAGES) * len(STATES)


def test_a_page_after_a_disturbing_observation_is_opened_anew(project: Settings) -> None:
    walk = Observation("walk", lambda browser, visit: "walked", disturbs=True)
    again = Observation("walk back", lambda browser, visit: "walked", disturbs=True)
    calm = observation("calm")
    browser = FakeBrowser()
    one = Site("site", PAGES[:1], "http://with", "http://without")
    check([rule(observes=(walk, calm, again), states=("wide",))], project, one, start=lambda: browser)
    assert len(browser.opened) == 2


def test_no_findings_are_inapplicable_and_not_passed(project: Settings) -> None:
    report = check([rule(lambda facts: [])], project)
    assert outcomes(report) == {(page.path, Outcome.INAPPLICABLE) for page in PAGES}


def test_a_rule_that_breaks_is_untested_and_blocks(project: Settings) -> None:
    def judge(facts: Facts) -> list[Finding]:
        raise ZeroDivisionError("by zero")

    report = check([rule(judge)], project)
    assert outcomes(report) == {(page.path, Outcome.UNTESTED) for page in PAGES}
    assert "ZeroDivisionError: by zero" in report.results[0].message
    assert not report.clear


def test_an_observation_that_breaks_leaves_its_rules_alone_untested(project: Settings) -> None:
    def broken(browser: Any, visit: Visit) -> Any:
        raise ScriptFault("no such function")

    report = check([rule(observes=(observation("broken", broken),), id="one"), rule(id="two")], project)
    said = {(result.rule, result.outcome) for result in report.results}
    assert said == {("one", Outcome.UNTESTED), ("two", Outcome.PASSED)}


def test_a_page_that_kills_every_browser_is_untested_and_the_others_are_looked_at(project: Settings) -> None:
    report = check([rule()], project, start=lambda: FakeBrowser({"/a/": 2}))
    assert outcomes(report) == {("/", Outcome.PASSED), ("/a/", Outcome.UNTESTED), ("/b/", Outcome.PASSED)}
    assert "/a/ killed it" in next(one.message for one in report.results if one.outcome == Outcome.UNTESTED)


def test_a_browser_that_dies_once_costs_nothing(project: Settings) -> None:
    deaths = iter([FakeBrowser({"/a/": 1})])
    report = check([rule()], project, start=lambda: next(deaths, FakeBrowser()), workers=1)
    assert outcomes(report) == {(page.path, Outcome.PASSED) for page in PAGES}


def test_a_site_rule_sees_all_pages_in_all_states(project: Settings) -> None:
    def judge(site: Sequence[Facts]) -> list[Finding]:
        assert len(site) == len(PAGES) * len(STATES)
        return [failed("too many", "remove it").at(site[-1])]

    report = check([rule(judge, scope=Scope.SITE)], project)
    assert outcomes(report) == {
        ("/", Outcome.INAPPLICABLE),
        ("/a/", Outcome.INAPPLICABLE),
        ("/b/", Outcome.FAILED),
    }


def test_each_makes_every_page_a_site_of_its_own(project: Settings) -> None:
    def judge(site: Sequence[Facts]) -> list[Finding]:
        return [passed().at(facts) for facts in site if len({one.page for one in site}) == 1]

    report = check([rule(judge, scope=Scope.SITE)], project, each=True)
    assert outcomes(report) == {(page.path, Outcome.PASSED) for page in PAGES}


def test_a_site_rule_is_untested_only_where_its_facts_are_missing(project: Settings) -> None:
    def judge(site: Sequence[Facts]) -> list[Finding]:
        return [passed().at(facts) for facts in site]

    report = check([rule(judge, scope=Scope.SITE)], project, start=lambda: FakeBrowser({"/b/": 2}))
    assert outcomes(report) == {("/", Outcome.PASSED), ("/a/", Outcome.PASSED), ("/b/", Outcome.UNTESTED)}


@pytest.mark.parametrize(
    ("pages", "rules"),
    [((), [rule()]), (PAGES, []), (PAGES, [rule(states=("print",))])],
    ids=["no pages", "no rules", "no state"],
)
def test_nothing_to_do_is_a_fault_and_not_clear(pages: tuple[Page, ...], rules: list[Rule], project: Settings) -> None:
    with pytest.raises(engine.GateFault):
        check(rules, project, Site("site", pages, "http://with", "http://without"))


def test_a_page_that_gets_lost_is_a_fault_and_not_clear(project: Settings) -> None:
    checked = engine.check_site(SITE, [rule()], STATES, project, fake_browser, 1)
    kept = tuple(judged for judged in checked.judgements if judged.page.path != "/a/")
    with pytest.raises(engine.GateFault, match="/a/"):
        engine.report([engine.Checked("site", checked.pages, kept)], project, {})


def test_markdown_that_is_not_utf8_is_untested(project: Settings) -> None:
    (project.root / "docs" / "a.md").write_bytes(b"caf\xe9")
    prose = observation(observe=lambda text, visit: text)
    content = rule(observes=(prose,), scope=Scope.SOURCE, states=())
    checked = engine.check_content([Page("/a/", "docs/a.md")], [content], project)
    report = engine.report([checked], project, {})
    assert outcomes(report) == {("/a/", Outcome.UNTESTED)}
    assert "docs/a.md cannot be read as UTF-8" in report.results[0].message
