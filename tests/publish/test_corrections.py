"""Mistakes that were mended: how they are read, and what readers see of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from publish.content import content_problems
from publish.facts import CORRECTIONS, read_facts
from publish.problem import Problem
from tests.publish.conftest import Project

Render = Callable[..., str]
PAGE = "# Check\n\n## Corrections\n\n<corrections:all>\n"
ONE = """corrections:
  - id: hours
    date: 2026-12-01
    page: index.md
    wrong: Nine hours in every program.
    right: Nine hours under Medicare
    source: advisory
    found_by: a reader
"""
TWO = """  - id: name
    date: 2026-12-03
    page: index.md
    wrong: "An old name: “NIDA”."
    right: The new name.
    found_by: us
"""


def found(project: Project) -> list[Problem]:
    return content_problems(project.root, project.docs)


def items(html: str) -> list[str]:
    tree = LexborHTMLParser(f"<body>{html}</body>")
    return [" ".join(item.text().split()) for item in tree.css("ul.corrections li")]


def test_a_guide_without_the_file_has_no_corrections_and_no_problem(project: Project, render: Render) -> None:
    assert found(project) == []
    assert "<p>None so far.</p>" in render(PAGE, "check.md")


def test_an_empty_list_is_left_alone(project: Project, render: Render) -> None:
    project.write(CORRECTIONS, "# Copy this.\ncorrections: []\n")
    assert found(project) == []
    assert "<p>None so far.</p>" in render(PAGE, "check.md")


def test_the_newest_correction_comes_first(project: Project, render: Render) -> None:
    project.write(CORRECTIONS, ONE + TWO)
    assert found(project) == []
    assert items(render(PAGE, "check.md")) == [
        "3 December 2026, Home: It said: An old name: “NIDA”. It now says: The new name. Found by: us.",
        "1 December 2026, Home: It said: Nine hours in every program. It now says: Nine hours under Medicare."
        "[source 1] Found by: a reader.",
    ]


def test_a_correction_has_its_day_its_page_and_its_source_as_programs_read_them(
    project: Project, render: Render
) -> None:
    project.write(CORRECTIONS, ONE)
    html = render(PAGE, "deep/check.md")
    assert '<time datetime="2026-12-01">1 December 2026</time>, <a href="../index.md">Home</a>' in html
    assert 'href="#source-advisory"' in html
    assert '<li id="source-advisory">' in html


def test_what_is_typed_is_never_read_as_html_or_markdown(project: Project, render: Render) -> None:
    project.write(CORRECTIONS, ONE.replace("Nine hours in every program.", "<b>Nine</b> *hours*."))
    assert "It said: &lt;b&gt;Nine&lt;/b&gt; *hours*." in render(PAGE, "check.md")


def test_the_official_page_of_a_help_line_is_a_source_too(project: Project) -> None:
    project.write(CORRECTIONS, ONE.replace("advisory", "line-988"))
    assert found(project) == []


def test_a_change_is_seen(project: Project) -> None:
    project.write(CORRECTIONS, ONE)
    assert list(read_facts(project.root).corrections) == ["hours"]
    project.write(CORRECTIONS, ONE + TWO)
    assert list(read_facts(project.root).corrections) == ["hours", "name"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "fix"),
    [
        ("    date: 2026-12-01\n", "", 2, 'The correction has no "date"', "date: …"),
        ("date: 2026-12-01", "date: in December", 3, '"in December"', "2026-11-22"),
        ("page: index.md", "page: /index/", 4, '"/index/"', "such as what-is-iop.md"),
        ("page: index.md", "page: indx.md", 2, 'There is no page "indx.md" in docs/.', '"index.md"'),
        ("    wrong: Nine hours in every program.\n", "", 2, 'no "wrong"', "wrong: …"),
        ("right: Nine", "rigth: Nine", 6, 'unknown key "rigth"', '"right"'),
        ("source: advisory", "source: advisry", 2, 'The correction "hours" names the source "advisry"', '"advisory"'),
        ("    found_by: a reader\n", "", 2, 'no "found_by"', "found_by: …"),
        ("corrections:", "correction:", 1, '"corrections:"', "begin the file"),
    ],
)
def test_what_is_wrong_is_one_problem_with_its_line(
    project: Project, old: str, new: str, line: int, what: str, fix: str
) -> None:
    project.write(CORRECTIONS, ONE)
    project.change(CORRECTIONS, old, new)
    (problem,) = found(project)
    assert (problem.file, problem.line) == (CORRECTIONS, line), str(problem)
    assert what in problem.what
    assert fix in problem.fix


def test_an_id_that_stands_twice_is_a_problem(project: Project) -> None:
    project.write(CORRECTIONS, ONE + TWO.replace("id: name", "id: hours"))
    (problem,) = found(project)
    assert (problem.line, "stands twice; the first is on line 2" in problem.what) == (9, True)


@pytest.mark.parametrize(("text", "what"), [("", "empty"), ("corrections:\n", "must be a list")])
def test_a_file_without_a_list_is_a_problem(project: Project, text: str, what: str) -> None:
    project.write(CORRECTIONS, text)
    (problem,) = found(project)
    assert what in problem.what


def test_a_source_is_not_blamed_when_the_file_of_sources_is_broken(project: Project) -> None:
    project.write(CORRECTIONS, ONE)
    project.change("data/sources.yml", "id: advisory", "id: An Advisory")
    assert [problem.file for problem in found(project)] == ["data/sources.yml"]
