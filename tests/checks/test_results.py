"""Results: the same finding once, with its states and pages; counts for what is in order; always the same order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.config import Settings
from checks.model import Finding, Outcome, Page, Part, Source, Target, cant_tell, failed, passed, untested
from checks.results import Judgement, gather
from checks.source import Sources
from tests.checks.fakes import rule

RULE = rule()
LINK = Target("main > a", '<a href="/x/">Read more</a>')
NAV = Target("header > a", '<a href="../x/">X</a>', template="header")


def judged(page: str, state: str, *findings: Finding) -> Judgement:
    return Judgement(RULE, Page(page), state, findings)


def sources(project: Settings) -> Sources:
    return Sources(replace(project, templates={"header": "overrides/header.html"}))


def test_one_finding_in_several_states_is_one_result(project: Settings) -> None:
    finding = failed("vague", "say where", LINK)
    given = [judged("/a/", "narrow", finding), judged("/a/", "wide", finding)]
    results = gather(given, sources(project), ("wide", "narrow"))
    assert [(result.states, result.outcome) for result in results] == [(("wide", "narrow"), Outcome.FAILED)]


def test_one_finding_on_several_pages_stays_several_results(project: Settings) -> None:
    finding = failed("vague", "say where", LINK)
    results = gather([judged("/a/", "wide", finding), judged("/b/", "wide", finding)], sources(project))
    assert [result.pages for result in results] == [("/a/",), ("/b/",)]


def test_a_finding_in_a_template_is_one_result_with_all_pages(project: Settings) -> None:
    other = replace(NAV, snippet='<a href="x/">X</a>')
    given = [
        judged("/a/", "wide", failed("vague", "fix", NAV)),
        judged("/", "wide", failed("vague", "fix", other)),
    ]
    (result,) = gather(given, sources(project))
    assert result.pages == ("/a/", "/")
    assert result.source == Source("overrides/header.html")


def test_what_is_measured_otherwise_in_the_dark_is_another_result(project: Settings) -> None:
    given = [
        judged("/", "wide", failed("contrast 2.1", "fix", NAV)),
        judged("/", "dark", failed("contrast 4.4", "fix", NAV)),
    ]
    results = gather(given, sources(project))
    assert len(results) == 2
    assert len({result.fingerprint for result in results}) == 2


def test_passed_and_inapplicable_stand_once_for_rule_and_page(project: Settings) -> None:
    given = [
        judged("/a/", "wide", passed(3)),
        judged("/a/", "narrow", passed(5)),
        judged("/a/", "dark"),
        judged("/b/", "wide"),
        judged("/b/", "narrow"),
    ]
    results = gather(given, sources(project))
    assert [(one.pages, one.outcome, one.targets) for one in results] == [
        (("/a/",), Outcome.PASSED, 5),
        (("/b/",), Outcome.INAPPLICABLE, 0),
    ]


def test_a_page_where_something_failed_is_not_called_inapplicable_in_other_states(project: Settings) -> None:
    given = [judged("/a/", "wide", failed("vague", "fix", LINK)), judged("/a/", "dark")]
    assert [result.outcome for result in gather(given, sources(project))] == [Outcome.FAILED]


def test_parts_of_a_foreign_catalogue_have_their_own_names_and_criteria(project: Settings) -> None:
    part = Part("image-alt", "Images have alternatives", "why", ("1.1.1",), ("23a2a8",), "https://example.org")
    (result,) = gather([judged("/", "wide", failed("no alt", "add one", LINK, part=part))], sources(project))
    assert (result.rule, result.criteria, result.act, result.help) == (
        "example/image-alt",
        ("1.1.1",),
        ("23a2a8",),
        "https://example.org",
    )


@pytest.mark.parametrize(
    ("states", "finding", "act"),
    [
        (("wide",), failed("vague", "fix", LINK), ("c487ae",)),
        (("no-script", "narrow"), failed("vague", "fix", LINK), ("c487ae",)),
        (("no-script",), failed("vague", "fix", LINK), ()),
        (("opened",), failed("vague", "fix", LINK), ()),
        (("wide",), replace(failed("vague", "fix", LINK), beyond_act=True), ()),
    ],
)
def test_act_rules_are_named_where_they_ask_for_it(
    states: tuple[str, ...], finding: Finding, act: tuple[str, ...], project: Settings
) -> None:
    rule = replace(RULE, act=("c487ae",))
    given = [replace(judged("/", state, finding), rule=rule) for state in states]
    assert [result.act for result in gather(given, sources(project))] == [act]


def test_what_blocks_comes_first(project: Settings) -> None:
    given = [
        judged("/a/", "wide", passed(), cant_tell("look", "at it", LINK), failed("vague", "fix", LINK)),
        judged("/b/", "wide", untested("it hung")),
    ]
    order = [result.outcome for result in gather(given, sources(project))]
    assert order == [Outcome.FAILED, Outcome.UNTESTED, Outcome.CANT_TELL, Outcome.PASSED]


def test_fingerprints_outlive_a_changed_measurement_and_a_moved_line(project: Settings) -> None:
    (project.root / "docs" / "a.md").write_text("[Read more](x.md)\n")
    (one,) = gather([judged("/a/", "wide", failed("310 px", "fix", LINK))], sources(project))
    (project.root / "docs" / "a.md").write_text("New\n\n[Read more](x.md)\n")
    (other,) = gather([judged("/a/", "wide", failed("312 px", "fix", LINK))], sources(project))
    assert (one.source, other.source) == (Source("docs/a.md", 1), Source("docs/a.md", 3))
    assert one.fingerprint == other.fingerprint


def test_two_alike_have_different_fingerprints(project: Settings) -> None:
    twins = [
        failed("vague", "fix", LINK),
        failed("vague", "fix", replace(LINK, selector="main > a:nth-of-type(2)")),
    ]
    results = gather([judged("/a/", "wide", *twins)], sources(project))
    assert len({result.fingerprint for result in results}) == 2
