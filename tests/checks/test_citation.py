"""What counts as a claim, and what does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks import engine
from checks.config import Citation, Settings
from checks.model import Outcome, Page, Result
from checks.rules import citation

CLAIMS = [
    ("Adults get 9 hours.", "a time"),
    ("It takes four to six weeks.", "a time"),
    ("A nine-hour week is usual.", "a time"),
    ("It costs $283.", "money"),
    ("About 20 percent do.", "a share"),
    ("One in five does.", "a share"),
    ("Nearly 46 out of 100 did.", "a share"),
    ("The review is from 2014.", "a year"),
    ("They saw 1,192 people.", "a number"),
    ("The Affordable Care Act says so.", "a law"),
    ("See 42 CFR 8.12.", "a law"),
    ("The ADA helps.", "a law"),
]
NO_CLAIMS = [
    "There are two ways.",
    "One day you will smile.",
    "Start with step 3.",
    "Steps 2 to 4 are next.",
    "Act now.",
    "A few weeks later it helps.",
    "Call day and night.",
    "Say: “I have 12 weeks.”",
    "For example, that is 3 days of 3 hours.",
]


def judge(text: str, project: Settings, **settings: tuple[str, ...]) -> list[Result]:
    project = replace(project, citation=Citation(laws=("ADA",), **settings))
    Path(project.root, "docs", "a.md").write_text(text, encoding="utf-8")
    checked = engine.check_content([Page("/a/", "docs/a.md")], [citation.RULE], project)
    return list(engine.report([checked], project, {}).results)


@pytest.mark.parametrize(("text", "kind"), CLAIMS)
def test_a_claim_without_a_source_is_found_with_what_it_claims(text: str, kind: str, project: Settings) -> None:
    (result,) = judge(text, project)
    assert result.outcome == Outcome.FAILED
    assert f"has {kind} and no source" in result.message


@pytest.mark.parametrize(("text", "kind"), CLAIMS)
def test_the_same_claim_with_a_source_passes(text: str, kind: str, project: Settings) -> None:
    (result,) = judge(f"{text}[^id]", project)
    assert (result.outcome, result.message) == (Outcome.PASSED, "1 with a source.")


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_no_claim_is_left_alone(text: str, project: Settings) -> None:
    assert Outcome.FAILED not in {result.outcome for result in judge(text, project)}


def test_what_is_let_pass_is_listed_with_line_and_reason(project: Settings) -> None:
    text = "# 5 ways\n\nSay “12 weeks”.\n\n- [ ] I asked for 9 hours.\n"
    (result,) = judge(text, project)
    assert result.message == (
        '0 with a source. Let pass: line 1 (heading): "5 ways"; line 3 (in quotation marks): "Say “12 weeks”."; '
        'line 5 (field to fill in): "I asked for 9 hours."'
    )


def test_figures_of_the_site_itself_may_stand_on_named_pages_alone(project: Settings) -> None:
    text = "We marked 60 pages."
    assert judge(text, project)[0].outcome == Outcome.FAILED
    assert "the site's own figures" in judge(text, project, own_figures=("docs/a.md",))[0].message


def test_the_page_of_a_line_serves_for_its_branches_and_for_no_other(project: Settings) -> None:
    assert judge("Text <text:988-spanish>. Call <call:988>.[^line-988]", project)[0].outcome == Outcome.PASSED
    (result, *_) = judge("Call <call:211>. Call <call:988>.[^line-988]", project)
    assert result.message == '"Call … ." has a help line and no source. '.strip()
