"""The table of success criteria: how it is read, and what readers see of it."""

from __future__ import annotations

import json
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from publish.content import content_problems
from publish.facts import CRITERIA
from tests.publish.conftest import Project

Render = Callable[..., str]
PAGE = "# Access\n\n<criteria:all>\n"
PASSED = {"number": "1.4.3", "name": "Contrast", "level": "AA", "conclusion": "passed", "note": "can it be read?"}
ABSENT = {"number": "1.2.2", "name": "Captions", "level": "A", "conclusion": "does not occur", "note": "video"}
PERSON = {**PASSED, "number": "1.4.10", "name": "Reflow", "conclusion": "a person must look"}
FAILED = {**PASSED, "number": "1.4.11", "name": "Lines", "conclusion": "failed"}


def written(*entries: dict[str, str]) -> str:
    return json.dumps({"criteria": entries}, indent=1)


def test_without_the_file_there_is_no_table(project: Project, render: Render) -> None:
    assert content_problems(project.root, project.docs) == []
    assert "<p>None so far.</p>" in render(PAGE, "check.md")


def test_each_criterion_has_a_row_with_what_was_found(project: Project, render: Render) -> None:
    project.write(CRITERIA, written(ABSENT, PASSED, PERSON, FAILED))
    assert content_problems(project.root, project.docs) == []
    tree = LexborHTMLParser(f"<body>{render(PAGE, 'check.md')}</body>")
    assert [" ".join(row.text(separator=" ").split()) for row in tree.css("tbody tr")] == [
        "1.2.2 Captions (A) Does not occur: no video.",
        "1.4.3 Contrast (AA) Passed our tests. Left to ask: can it be read?",
        "1.4.10 Reflow (AA) A person must look: can it be read?",
        "1.4.11 Lines (AA) Fails. Left to ask: can it be read?",
    ]
    summary = tree.css("div.criteria p")[0].text()
    assert "Passed our tests: 1. Does not occur: 1. A person must look: 1. Fails: 1." in summary
    assert [cell.attributes["scope"] for cell in tree.css("th")] == ["col", "col", "row", "row", "row", "row"]


def test_a_conclusion_that_is_not_known_is_named_with_its_line(project: Project) -> None:
    project.write(CRITERIA, written(ABSENT, {**PASSED, "conclusion": "fine"}))
    (problem,) = content_problems(project.root, project.docs)
    assert problem.file == CRITERIA and "fine" in problem.what
    assert "fine" in (project.root / CRITERIA).read_text(encoding="utf-8").splitlines()[problem.line - 1]
