"""The EARL report: one assertion for each result and page, with what it is about and what it says."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from checks import VERSION
from checks.model import Outcome, Report, Result, Target
from checks.report import FORMATS, earl
from checks.rules import CATALOGUE

RESULT = Result(
    rule="link-text",
    requirement="Every link says where it goes.",
    why="Someone who moves from link to link hears only “click here”.",
    criteria=("2.4.4", "2.4.9"),
    act=("aizyf1",),
    outcome=Outcome.FAILED,
    pages=("/cost/", "/help/"),
    states=("wide",),
    target=Target("main > a", "<a>click here</a>"),
    targets=1,
    source=None,
    message="The link says “click here”.",
    fix="name the destination",
    help="checks/rules/link_text.md",
    fingerprint="0123456789abcdef",
)
PASSED = replace(RESULT, outcome=Outcome.PASSED, pages=("/",), target=None, message="", fix="")


def graph(root: str, *results: Result) -> list[dict[str, object]]:
    stream = io.StringIO()
    FORMATS["earl"](Report(root, ("/",), ("wide",), results, {"browser": "Chromium 1"}), stream)
    whole = json.loads(stream.getvalue())
    assert whole["@context"].endswith("earl-context.json")
    found: list[dict[str, object]] = whole["@graph"]
    return found


def test_an_assertion_has_every_part_that_earl_asks_for() -> None:
    first, second = graph("https://guide.test/", RESULT)
    assert first == {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": {
            "@type": ["Assertor", "Software"],
            "name": "checks",
            "release": {"@type": "Version", "revision": VERSION},
            "description": "browser Chromium 1",
        },
        "subject": {"@type": ["WebPage", "TestSubject"], "source": "https://guide.test/cost/"},
        "test": {
            "@type": "TestCase",
            "title": "link-text",
            "description": "Every link says where it goes.",
            "isPartOf": [
                "https://www.w3.org/WAI/standards-guidelines/act/rules/aizyf1/",
                "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
                "https://www.w3.org/TR/WCAG22/#link-purpose-link-only",
            ],
        },
        "result": {
            "@type": "TestResult",
            "outcome": "earl:failed",
            "description": "The link says “click here”. name the destination",
            "pointer": {"@type": "CSSSelectorPointer", "expression": "main > a"},
        },
    }
    assert second["subject"] == {"@type": ["WebPage", "TestSubject"], "source": "https://guide.test/help/"}


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_one_of_earl(outcome: Outcome) -> None:
    (said,) = graph("site", replace(PASSED, outcome=outcome))
    assert said["result"] == {"@type": "TestResult", "outcome": f"earl:{outcome.value}", "description": ""}
    assert said["subject"] == {"@type": ["WebPage", "TestSubject"], "source": "/"}


def test_every_criterion_of_the_catalogue_has_its_clause() -> None:
    clauses = {earl.requirement(criterion) for rule in CATALOGUE for criterion in rule.criteria}
    assert all(clause.startswith("https://www.w3.org/TR/WCAG22/#") for clause in clauses)
    assert earl.requirement("1.4.3") == "https://www.w3.org/TR/WCAG22/#contrast-minimum"
    assert earl.requirement("4.1.2") == "https://www.w3.org/TR/WCAG22/#name-role-value"
