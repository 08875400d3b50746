"""Every problem that editors can cause has its file, its line and a way out; what is right is left alone."""

from __future__ import annotations

import pytest

from publish.content import content_problems
from publish.problem import Problem
from tests.publish.conftest import BODY_LINE, Project

IN_DATA = [
    (
        "data/sources.yml",
        "    publisher: SAMHSA\n",
        "    publishr: SAMHSA\n",
        4,
        'unknown key "publishr"',
        '"publisher"',
    ),
    ("data/sources.yml", "    publisher: SAMHSA\n", "", 2, 'no "publisher"', "publisher: …"),
    ("data/sources.yml", "publisher: SAMHSA", "publisher: [SAMHSA]", 4, "must be a text", "a text"),
    ("data/sources.yml", "publisher: SAMHSA", "publisher: 1970", 4, 'is "1970"', '"1970"'),
    ("data/sources.yml", "date_checked: 2026-11-21", "date_checked: 2026-02-30", 7, '"2026-02-30"', "2026-11-22"),
    ("data/sources.yml", "publisher: SAMHSA", "publisher: null", 4, "must be a text", "a text"),
    ("data/sources.yml", "date_checked: 2026-11-21", "date_checked: soon", 7, '"soon"', "year-month-day"),
    ("data/sources.yml", "https://example.org/report", "http://example.org", 13, "https://", "https://"),
    ("data/sources.yml", "evidence: secondary", "evidence: hearsay", 15, "official, secondary", "one of"),
    ("data/sources.yml", "id: report", "id: advisory", 9, "stands twice; the first is on line 2", "another id"),
    ("data/sources.yml", "id: report", "id: A Report", 9, "small letters", "crisis-text-line"),
    ("data/sources.yml", "title: A report", "title: A: report", 10, "cannot be read", "quotes"),
    ("data/sources.yml", "    title: A report", "\ttitle: A report", 10, "cannot be read", "no tabs"),
    ("data/sources.yml", "sources:", "source:", 1, '"sources:"', "begin the file"),
    ("data/sources.yml", "    title: A report\n", "    title: A report\n    title: B\n", 11, "stands twice", "delete"),
    ("data/glossary.yml", "source: advisory", "source: advisry", 2, '"advisry"', '"advisory"'),
    ("data/glossary.yml", "also: [detox]", "also: detox", 5, "must be a list", "[first, second]"),
    ("data/helplines.yml", 'kind: call, number: "988"', "kind: call", 9, 'no "number"', "number: …"),
    ("data/helplines.yml", '{kind: text, to: "988"}', '{kind: sms, to: "988"}', 10, "call, text", "one of"),
    ("data/helplines.yml", 'number: "1-800-662-4357"', "number: HELP", 26, "digits", "1-800-662-4357"),
    ("data/helplines.yml", "crisis: false", "crisis: maybe", 30, "true or false", "true or false"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "what", "fix"), IN_DATA)
def test_wrong_data_is_one_problem_with_its_line(
    project: Project, file: str, old: str, new: str, line: int, what: str, fix: str
) -> None:
    project.change(file, old, new)
    problem = only_problem(project)
    assert (problem.file, problem.line) == (file, line), str(problem)
    assert what in problem.what
    assert fix in problem.fix


IN_FRONT_MATTER = [
    ("title: Home\n", "", 2, 'no "title"', "title: …"),
    ("title: Home", "titel: Home", 2, 'unknown key "titel"', '"title"'),
    ("title: Home", "title: 2026", 2, '"2026"', '"2026"'),
    ("title: Home", "title: [Home]", 2, "must be a text", "a text"),
    ("title: Home", "title: Home: start", 2, "cannot be read", "quotes"),
    ("title: Home", "title: Home\nsearch: {boost: high}", 3, "must be {exclude: true} or {boost: 2}", "{boost: 2}"),
    ("title: Home", "title: Home\nsearch: exclude", 3, "must be {exclude: true} or {boost: 2}", "{exclude: true}"),
    ("last_checked: 2026-11-22", "last_checked: 22.11.2026", 4, '"22.11.2026"', "2026-11-22"),
    ("check_again_by: 2027-05-22", "check_again_by: 2026-11-22", 5, "not after", "later day"),
    ("check_again_by: 2027-05-22", "check_again_by: 2027-05-22\nquestions: many", 6, "true or false", "true or false"),
    ("check_again_by: 2027-05-22", "check_again_by: 2027-05-22\nquestions: true", 1, "fewer than two", "question mark"),
    ("in enough words.", "in enough words. " * 9, 3, "characters", "one full sentence"),
    ("One sentence that says what this page answers, in enough words.", "Short.", 3, "6 characters", "one full"),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), IN_FRONT_MATTER)
def test_wrong_front_matter_is_one_problem_with_its_line(
    project: Project, old: str, new: str, line: int, what: str, fix: str
) -> None:
    project.change("docs/index.md", old, new)
    problem = only_problem(project)
    assert (problem.file, problem.line) == ("docs/index.md", line), str(problem)
    assert what in problem.what
    assert fix in problem.fix


def test_a_page_of_questions_has_headings_that_ask(project: Project) -> None:
    project.change("docs/index.md", "title: Home\n", "title: Home\nquestions: true\n")
    page = project.root / "docs" / "index.md"
    page.write_text(f"{page.read_text()}\n## Who pays?\n\nYou.\n\n## How much?\n\nAsk.\n")
    assert content_problems(project.root, project.root / "docs") == []


@pytest.mark.parametrize(
    ("content", "what"),
    [("# Home\n", "no front matter"), ("---\ntitle: Home\n\n# Home\n", "no end"), ("---\n\n---\n# Home\n", "empty")],
)
def test_front_matter_that_is_missing_open_or_empty_is_told_apart(project: Project, content: str, what: str) -> None:
    project.write("docs/index.md", content)
    assert what in only_problem(project).what


IN_BODY = [
    ("A <b>word</b>.", 2, "<b>", "**bold**"),
    ("<div class='x'>\ntext\n</div>", 2, "<div class='x'>", "`<div>`"),
    ("<script>alert(1)</script>", 2, "<script>", "no scripts"),
    ("Text <script src=//x", 2, "<script", "no scripts"),
    ("A <SCRIPT>\n</SCRIPT>", 2, "<SCRIPT>", "no scripts"),
    ("<!-- note -->", 2, "comment", "pull request"),
    ("a<br/>b", 2, "<br/>", "new paragraph"),
    ("<img src=x onerror=alert(1)>", 2, "<img", "pictures/name.svg"),
    ("</div>", 2, "</div>", "delete"),
    ("- item\n\n        <b>in a list</b>", 4, "<b>", "**bold**"),
    ("``` not closed\n<b>", 3, "<b>", "**bold**"),
    ("A claim.[^advisry]", 2, '"advisry"', '"[^advisory]"'),
    ("A claim.[^zzz]", 2, '"zzz"', "Add the source"),
    ("Words\n[^advisory]: https://x", 3, "defined in the page", "delete this line"),
    ("## Cited[^advisory]", 2, "heading cites", "end of the sentence"),
    ("Call <call:998>.", 2, '"998"', '"<call:988>"'),
    ("Call <cal:988>.", 2, '"cal"', '"<call:988>"'),
    ("Call <Call:988>.", 2, '"Call"', '"<call:988>"'),
    ("Call <call: 988>.", 2, "spaces", "write <call:988>"),
    ("Call < call:988 >.", 2, "spaces", "write <call:988>"),
    ("<helpline:988/2>", 2, "one way alone", "<helpline:988>"),
    ("A [word](Glossary:appeal).", 2, '"Glossary:"', "(glossary:appeal)"),
    ("[a state](https://[your-state].gov/)", 2, "no address", "whole address"),
    ("Text <text:samhsa>.", 2, "no ways to text", "(call)"),
    ("Text <text:988/3>.", 2, "2 ways to text", "(call, text, chat)"),
    ("Chat <chat:samhsa>.", 2, "no ways to chat", "(call)"),
    ("See <helpline:988> here.", 2, "middle of other text", "line of its own"),
    ("<helpline:988>\n\n<helpline:988>", 4, "stands twice", "delete one"),
    ("<embeddable: index>", 2, "spaces", "write <embeddable:index>"),
    ("See <embeddable:index> here.", 2, "middle of other text", "line of its own"),
    ("<embeddable:card>", 2, '"card.md"', "a page of docs/"),
    ("<glossary:appeal>", 2, "not known", "(glossary:appeal)"),
    ("A [word](glossary:withdrawl).", 2, '"withdrawl"', '"glossary:withdrawal"'),
    ("[x](javascript:alert(1))", 2, "javascript:", "https://"),
    ("[988](tel:988)", 2, "by hand", "<call:ID>"),
    ("[988]( tel:988)", 2, "by hand", "<call:ID>"),
    ("[988][n]\n\n[n]: tel:988", 4, "by hand", "<call:ID>"),
    ("[x][n]\n\n[n]: javascript:alert(1)", 4, "javascript:", "https://"),
    ("# Second", 2, "second main heading", "## Second"),
    ("Second\n======", 2, "second main heading", "## Second"),
    ("![A](pictures/none.svg)", 2, "no picture", "docs/pictures/"),
    ("![](pictures/lader.svg)", 2, "no text alternative", "What it shows"),
]


@pytest.mark.parametrize(("body", "line", "what", "fix"), IN_BODY)
def test_what_must_not_stand_in_a_page_is_a_problem_with_its_line(
    project: Project, body: str, line: int, what: str, fix: str
) -> None:
    project.write("docs/pictures/lader.svg", SVG)
    project.page("index.md", f"# Home\n{body}\n")
    problem = only_problem(project)
    assert (problem.file, problem.line) == ("docs/index.md", BODY_LINE + line - 1), str(problem)
    assert what in problem.what
    assert fix in problem.fix


LEFT_ALONE = [
    "`<b>` and `` <script>`</script> ``",
    "```\n<script>alert(1)</script>\n[^nothing] <call:nobody>\n# no heading\n```",
    "~~~ html\n<div>\n~~~",
    "1 < 2 and a < b, b > a, a<1, <3",
    "<me@example.org> and me@example.org and <https://example.org/a?b=c>",
    "9 to 19 hours, 4357 people, 2026-11-22, 1-2-3",
    "## Not the main heading\n\n### Nor this",
    "A # in the middle, and #\\ at",
    "A claim.[^advisory] Another[^report]",
    "Call <call:988>, <text:988/2>, <chat:988>, <number:samhsa>, <name:samhsa>.",
    "<helpline:988>\n<helpline:samhsa>",
    "!!! note\n    <helpline:988>",
    "<glossary:all>\n\n<sources:all>\n\n<pages:all>\n\n<embeddable:index>",
    "A [word](glossary:appeal) & [page](index.md#home) and [mail](mailto:me@example.org)",
    "![A ladder](pictures/lader.svg)\n\nCaption: Up.",
    "A sum: 3 < x: y > 2, and <note: said> aside",
    "[^ not a citation, and an array[0]",
    "a \\`<https://example.org>",
]


@pytest.mark.parametrize("body", LEFT_ALONE)
def test_what_may_stand_in_a_page_is_left_alone(project: Project, body: str) -> None:
    project.write("docs/pictures/lader.svg", SVG)
    project.page("index.md", f"# Home\n\n{body}\n")
    assert [str(problem) for problem in problems(project)] == []


@pytest.mark.parametrize("search", ["{exclude: true}", "{boost: 2}", "{boost: 0.5, exclude: false}"])
def test_what_the_search_is_told_of_a_page_is_left_alone(project: Project, search: str) -> None:
    project.change("docs/index.md", "title: Home", f"title: Home\nsearch: {search}")
    assert problems(project) == []


def test_line_ends_and_marks_of_other_systems_are_left_alone_and_counted_right(project: Project) -> None:
    text = (project.docs / "index.md").read_text(encoding="utf-8")
    project.write("docs/index.md", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert problems(project) == []
    project.write("docs/index.md", (text + "<b>\n").replace("\n", "\r\n"))
    assert only_problem(project).line == BODY_LINE + 3


def test_hidden_files_are_left_alone(project: Project) -> None:
    project.write("docs/.draft.md", b"\xff")
    assert problems(project) == []


def test_a_page_without_a_main_heading_is_a_problem_on_its_first_line(project: Project) -> None:
    project.page("index.md", "Words.\n\n## Section\n")
    problem = only_problem(project)
    assert problem.line == BODY_LINE
    assert "no main heading" in problem.what


def test_a_page_that_is_not_utf8_is_a_problem_on_the_line_of_the_byte(project: Project) -> None:
    project.write("docs/index.md", b"---\ntitle: Caf\xe9\n---\n")
    problem = only_problem(project)
    assert (problem.file, problem.line) == ("docs/index.md", 2)
    assert "Character 11" in problem.what
    assert "0xe9" in problem.what


def test_data_that_is_not_utf8_is_a_problem_on_the_line_of_the_byte(project: Project) -> None:
    project.write("data/sources.yml", b"sources:\n  - title: \xff\n")
    assert (only_problem(project).file, only_problem(project).line) == ("data/sources.yml", 2)


@pytest.mark.parametrize("name", ["data/sources.yml", "data/helplines.yml", "data/glossary.yml"])
def test_missing_and_empty_data_are_problems(project: Project, name: str) -> None:
    project.write(name, "")
    assert "empty" in next(problem.what for problem in problems(project) if problem.file == name)
    (project.root / name).unlink()
    assert "cannot be read" in next(problem.what for problem in problems(project) if problem.file == name)


def test_a_reference_is_not_blamed_when_the_file_that_it_refers_to_is_broken(project: Project) -> None:
    project.page("index.md", "# Home\n\nA claim.[^report] Call <call:samhsa>.\n")
    project.change("data/sources.yml", "evidence: secondary", "evidence: hearsay")
    project.change("data/helplines.yml", "crisis: false", "crisis: maybe")
    assert [problem.file for problem in problems(project)] == ["data/helplines.yml", "data/sources.yml"]


def test_all_problems_of_all_files_come_in_one_run_each_once_and_in_order(project: Project) -> None:
    project.change("data/sources.yml", "evidence: secondary", "evidence: hearsay")
    project.page("a.md", "# A\n\n<b>x</b> <call:nobody>\n")
    project.page("b.md", "## B\n\n[x](glossary:nothing)\n", front_matter="")
    project.write("docs/c.md", b"\xff")
    found = problems(project)
    assert [(problem.file, problem.line) for problem in found] == [
        ("data/sources.yml", 15),
        ("docs/a.md", 9),
        ("docs/a.md", 9),
        ("docs/b.md", 1),
        ("docs/b.md", 1),
        ("docs/b.md", 3),
        ("docs/c.md", 1),
    ]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("svg", "line", "what"),
    [
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n<style>a{}</style></svg>", 2, "<style>"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n<g style='fill:red'/></svg>", 2, "style"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>", 2, "<script>"),
        ("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", 1, "onload"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n\n<g></svg>", 3, "not well-formed"),
        ("<svg xmlns='http://www.w3.org/2000/svg'><a href='https://x.org/'/></svg>", 1, "a link to https://x.org/"),
    ],
)
def test_a_picture_that_the_security_policy_would_change_is_a_problem_of_the_picture(
    project: Project, svg: str, line: int, what: str
) -> None:
    project.write("docs/pictures/a.svg", svg)
    project.page("index.md", "# Home\n\n![A](pictures/a.svg)\n")
    problem = only_problem(project)
    assert (problem.file, problem.line) == ("docs/pictures/a.svg", line)
    assert what in problem.what


SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><title>T</title><path d='M0 0'/></svg>"


def problems(project: Project) -> list[Problem]:
    return content_problems(project.root, project.docs)


def only_problem(project: Project) -> Problem:
    found = problems(project)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]
