"""Our own marks: how they are read, what they come to, and what readers see of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from publish.content import content_problems
from publish.facts import GRADES, read_facts
from publish.facts.grades import Grades, Marked, digest_of, file_of, is_older
from publish.problem import Problem
from tests.publish.conftest import Project

Render = Callable[..., str]
SPACE = "\N{NO-BREAK SPACE}"
NO_TEXT = "0" * 64
HEAD = """method: These are our own marks.
date: 2026-11-22
instruments:
  discern:
    name: DISCERN
    goal: At least 85 % and no item under 4.
    total: points
    least: 85
    lowest: 4
    marks: [1, 5]
    items: {1: Aims, 2: Sources}
  pemat:
    name: PEMAT-P
    goal: At least 90 % of each.
    total: percent
    least: 90
    parts: {understanding: [1, 3], acting: [20, 21]}
    marks: [0, 1]
    items: {1: Purpose, 2: Words, 3: Numbers, 20: Actions, 21: Steps}
  jama:
    name: JAMA benchmarks
    short: JAMA
    goal: 2 of 2
    total: points
    least: 100
    marks: [0, 1]
    items: {authorship: Who wrote it, currency: When}
  ipdas:
    name: IPDAS version 4
    short: IPDAS
    goal: All, and half of the quality items.
    total: points
    least: {qualifying: 100, quality: 50}
    na_is_not_met: [quality]
    marks: [0, 1]
    items: {qualifying: {1: Decision}, quality: {1: Chances, 2: Tested}}
pages:
"""
INDEX = f"""  index:
    text: "{NO_TEXT}"
    discern:
      1: {{mark: 5, reason: Clear.}}
      2: {{mark: 4, reason: Most are cited.}}
    jama:
      authorship: {{mark: 1, reason: Named.}}
      currency: {{mark: 1, reason: Dated.}}
"""


def marks(*values: tuple[object, object], reason: str = "So.") -> str:
    return "{" + ", ".join(f"{item}: {{mark: {mark}, reason: {reason}}}" for item, mark in values) + "}"


def page(name: str, text: str = NO_TEXT, **instruments: str) -> str:
    lines = [f"  {name}:", f'    text: "{text}"', *(f"    {key}: {value}" for key, value in instruments.items())]
    return "\n".join(lines) + "\n"


def write(project: Project, *pages: str) -> Grades:
    project.write(GRADES, HEAD + "".join(pages))
    facts = read_facts(project.root)
    assert not facts.problems, [str(problem) for problem in facts.problems]
    return facts.grades


def only(grades: Grades, name: str = "index") -> Marked:
    (marked,) = grades.pages[name].marked
    return marked


def found(project: Project) -> list[Problem]:
    return content_problems(project.root, project.docs)


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<body>{html}</body>")


def rows(html: str) -> list[tuple[str, str]]:
    cells = [[" ".join(cell.text().split(" ")) for cell in row.css("th, td")] for row in tree(html).css("tbody tr")]
    return [(first, second) for first, second in cells]


def shortfalls(html: str) -> list[str]:
    return [" ".join(item.text().split()) for item in tree(html).css(".grades > ul > li")]


# What the file may hold, and what it comes to


def test_a_guide_without_the_file_has_no_grades_and_no_problem(project: Project) -> None:
    assert read_facts(project.root).grades == Grades()
    assert found(project) == []


def test_the_file_is_read_as_it_is_written(project: Project) -> None:
    grades = write(project, INDEX)
    assert list(grades.instruments) == ["discern", "pemat", "jama", "ipdas"]
    assert (grades.method, str(grades.date)) == ("These are our own marks.", "2026-11-22")
    first = grades.pages["index"].marked[0]
    assert (first.instrument.name, first.instrument.short) == ("DISCERN", "DISCERN")
    assert [(mark.item, mark.value, mark.reason) for mark in first.parts[0].marks] == [
        ("1", 5, "Clear."),
        ("2", 4, "Most are cited."),
    ]


def test_points_are_a_sum_of_the_most_possible_of_what_applies(project: Project) -> None:
    both = only(write(project, page("index", discern=marks((1, 5), (2, 4))))).parts[0]
    assert (both.points, both.most, both.percent) == (9, 10, 90)
    one = only(write(project, page("index", discern=marks((1, 4), (2, "NA"))))).parts[0]
    assert (one.points, one.most) == (4, 5)


def test_the_lowest_mark_decides_too(project: Project) -> None:
    low = only(write(project, page("index", discern=marks((1, 5), (2, 3)))))
    assert (low.lowest, low.is_under) == (3, True)
    enough = only(write(project, page("index", discern=marks((1, 5), (2, 4)))))
    assert (enough.lowest, enough.is_under) == (4, False)


def test_each_part_has_its_own_percentage_and_all_must_reach_the_goal(project: Project) -> None:
    given = marks((1, 1), (2, 1), (3, "NA"), (20, 1), (21, 0))
    pemat = only(write(project, page("index", pemat=given)))
    assert [(part.part.name, part.percent) for part in pemat.parts] == [("understanding", 100), ("acting", 50)]
    assert pemat.is_under


def test_percent_is_rounded_down(project: Project) -> None:
    given = marks((1, 1), (2, 1), (3, 0), (20, 1), (21, 1))
    assert only(write(project, page("index", pemat=given))).parts[0].percent == 66


def test_na_counts_as_not_met_only_where_the_instrument_says_so(project: Project) -> None:
    given = f"{{qualifying: {marks((1, 'NA'))}, quality: {marks((1, 1), (2, 'NA'))}}}"
    qualifying, quality = only(write(project, page("index", ipdas=given))).parts
    assert (qualifying.points, qualifying.most, qualifying.is_under) == (0, 0, False)
    assert (quality.points, quality.most, quality.is_under) == (1, 2, False)


def test_what_does_not_apply_at_all_is_under_no_goal(project: Project) -> None:
    nothing = only(write(project, page("index", jama=marks(("authorship", "NA"), ("currency", "NA")))))
    assert (nothing.lowest, nothing.is_under, nothing.costs) == (None, False, ())


def test_what_costs_the_goal_is_every_mark_that_could_be_higher_in_its_part(project: Project) -> None:
    given = marks((1, 1), (2, 1), (3, 1), (20, 0), (21, "NA"))
    assert [mark.item for _, mark in only(write(project, page("index", pemat=given))).costs] == ["20"]
    low = only(write(project, page("index", discern=marks((1, 3), (2, 5)))))
    assert [mark.item for _, mark in low.costs] == ["1"]


def test_a_page_may_be_a_template(project: Project) -> None:
    project.write("overrides/404.html", "<p>")
    write(project, page('"404"', jama=marks(("authorship", 1), ("currency", 1))))
    assert file_of("404", project.root) == project.root / "overrides/404.html"


def test_marks_are_for_an_older_text_as_soon_as_the_file_differs(project: Project) -> None:
    text = digest_of((project.docs / "index.md").read_text())
    grades = write(project, page("index", text, jama=marks(("authorship", 1), ("currency", 1))))
    assert not is_older(grades.pages["index"], project.root)
    project.page("index.md", "# Home\n\nOther words.\n")
    assert is_older(grades.pages["index"], project.root)


def test_what_stands_in_the_front_matter_alone_leaves_the_marks_as_they_are(project: Project) -> None:
    page = "---\ntitle: Home\n---\n# Home\n\nWords.\n"
    assert digest_of(page) == digest_of(page.replace("Home\n---", "Home\nquick_exit: true\n---"))
    assert digest_of(page) == hashlib.sha256(b"# Home\n\nWords.\n").hexdigest()
    assert digest_of(page) != digest_of(page.replace("Words", "Other words"))


def test_a_change_is_seen(project: Project) -> None:
    write(project, INDEX)
    project.page("other.md", "# Other\n")
    assert list(write(project, INDEX, INDEX.replace("index", "other")).pages) == ["index", "other"]


def test_a_page_that_goes_away_is_seen(project: Project) -> None:
    file = project.page("other.md", "# Other\n")
    os.utime(project.docs, ns=(1, 1))
    write(project, INDEX, INDEX.replace("index", "other"))
    file.unlink()
    assert 'no page "other"' in read_facts(project.root).problems[0].what


# What must be mended

ABOUT = len(HEAD.splitlines())
"""The line of the file after which the pages begin."""
WRONG = [
    ("method: These are our own marks.\n", "", 1, 'The file has no "method"', "method: …"),
    ("date: 2026-11-22", "date: soon", 2, '"soon"', "2026-11-22"),
    ("pages:", "pagse:", ABOUT, 'unknown key "pagse"', '"pages"'),
    ("  jama:\n    name:", "  discern:\n    name:", 20, "stands twice; the first is on line 4", "delete"),
    ("total: percent", "total: per cent", 15, "points, percent", "one of"),
    ("marks: [1, 5]", "marks: 5", 10, "the lowest and the highest mark", "[0, 1]"),
    ("marks: [1, 5]", "marks: [one, five]", 10, "a whole number", "a whole number"),
    ("items: {1: Aims, 2: Sources}", "items: [Aims, Sources]", 11, "a list of keys", "each with what"),
    ("least: 85", "least: most", 8, '"most"', "a whole number"),
    ("least: {qualifying: 100, quality: 50}", "least: {qualifying: 100}", 33, 'no "quality"', "quality: …"),
    ("na_is_not_met: [quality]", "na_is_not_met: [qualty]", 29, 'unknown part "qualty"', '"quality"'),
    (
        "{understanding: [1, 3], acting",
        "{understanding: [1, 2], acting",
        13,
        "each of its items once",
        "first and the last",
    ),
    (
        "{understanding: [1, 3], acting",
        "{understanding: [7, 3], acting",
        13,
        "each of its items once",
        "first and the last",
    ),
    ("{understanding: [1, 3], acting", "{understanding: 3, acting", 17, "the first and the last item", "[1, 19]"),
    ("  index:\n", "  indx:\n", ABOUT + 1, 'There is no page "indx" in docs/.', '"index"'),
    ("  index:\n", "  zzz:\n", ABOUT + 1, 'There is no page "zzz" in docs/.', "Delete the entry"),
    (f'"{NO_TEXT}"', "abc", ABOUT + 2, "the SHA-256 of the page's file", "sha256sum"),
    (f'    text: "{NO_TEXT}"\n', "", ABOUT + 2, 'The page index has no "text"', "text: …"),
    ("    jama:\n      auth", "    jamma:\n      auth", ABOUT + 6, 'unknown key "jamma"', '"jama"'),
    ("    jama:\n      auth", "    discern:\n      auth", ABOUT + 6, '"discern" stands twice', "delete"),
    ("      2: {mark: 4", "      3: {mark: 4", ABOUT + 5, 'unknown key "3"', "1, 2"),
    ("      2: {mark: 4, reason: Most are cited.}\n", "", ABOUT + 4, 'DISCERN for the page index has no "2"', "2: …"),
    ("      2: {mark: 4", "      1: {mark: 4", ABOUT + 5, '"1" stands twice', "delete"),
    ("mark: 4", "mark: 6", ABOUT + 5, '"mark" of item 2 of DISCERN for the page index is "6"', "from 1 to 5, or NA"),
    ("mark: 4", "mark: -1", ABOUT + 5, '"-1"', "from 1 to 5, or NA"),
    ("mark: 4", "mark: na", ABOUT + 5, '"na"', "from 1 to 5, or NA"),
    ("mark: 4, ", "", ABOUT + 5, 'no "mark"', "mark: …"),
    (", reason: Most are cited.", "", ABOUT + 5, 'Item 2 of DISCERN for the page index has no "reason"', "reason: …"),
    ("reason: Most are cited.", 'reason: ""', ABOUT + 5, "not empty", "not empty"),
    ("{mark: 4, reason: Most are cited.}", "4", ABOUT + 5, '"4"', "mark: …"),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), WRONG)
def test_what_is_wrong_is_a_problem_with_its_line(
    project: Project, old: str, new: str, line: int, what: str, fix: str
) -> None:
    project.write(GRADES, HEAD + INDEX)
    project.change(GRADES, old, new)
    problems = [problem for problem in found(project) if what in problem.what]
    assert [(problem.file, problem.line) for problem in problems] == [(GRADES, line)], list(map(str, found(project)))
    assert fix in problems[0].fix


def test_an_instrument_in_parts_is_marked_part_by_part(project: Project) -> None:
    project.write(GRADES, HEAD + page("index", ipdas=f"{{qualifying: {marks((1, 1))}, quality: {marks((1, 1))}}}"))
    (problem,) = found(project)
    assert problem.what == 'Quality of IPDAS for the page index has no "2".'
    project.write(GRADES, HEAD + page("index", ipdas=f"{{qualifying: {marks((1, 1))}}}"))
    (problem,) = found(project)
    assert problem.what == 'IPDAS for the page index has no "quality".'


def test_pages_are_not_blamed_for_an_instrument_that_cannot_be_read(project: Project) -> None:
    project.write(GRADES, HEAD + INDEX)
    project.change(GRADES, "    name: DISCERN\n", "")
    (problem,) = found(project)
    assert problem.what == 'The instrument discern has no "name".'


def test_an_empty_file_and_one_that_cannot_be_opened_are_problems(project: Project) -> None:
    project.write(GRADES, "")
    assert "empty" in found(project)[0].what
    (project.root / GRADES).unlink()
    (project.root / GRADES).mkdir()
    assert "cannot be read" in found(project)[0].what


# What readers see

FULL = marks(("authorship", 1), ("currency", 1))
NO_AUTHOR = marks(("authorship", 0), ("currency", 1), reason="No name.")


def test_the_table_has_a_row_for_each_page_with_its_title_and_its_marks(project: Project, render: Render) -> None:
    text = digest_of(project.page("index.md", "# Home\n\nWords.\n").read_text())
    pemat = marks((1, 1), (2, 1), (3, 0), (20, 1), (21, 1))
    ipdas = f"{{qualifying: {marks((1, 1))}, quality: {marks((1, 1), (2, 'NA'))}}}"
    write(project, page("index", text, discern=marks((1, 5), (2, 4)), pemat=pemat, jama=NO_AUTHOR, ipdas=ipdas))
    html = render("# Check\n\n## Marks\n\n<grades:all>\n", "check.md")
    assert rows(html) == [
        (
            "Home",
            f"DISCERN 9 of 10 · PEMAT-P 66{SPACE}% and 100{SPACE}% (under goal) · JAMA 1 of 2 (under goal) · "
            "IPDAS 1 of 1 and 1 of 2",
        )
    ]
    assert tree(html).css("tbody th[scope=row] a")[0].attributes["href"] == "index.md"
    assert [cell.text() for cell in tree(html).css("thead th[scope=col]")] == ["Page", "Marks"]
    assert [(head.tag, head.text()) for head in tree(html).css(".grades h3")] == [
        ("h3", "Under the goal"),
        ("h3", "Page by page"),
    ]


def test_what_does_not_apply_is_shown_as_na(project: Project, render: Render) -> None:
    write(project, page("index", jama=marks(("authorship", "NA"), ("currency", "NA"))))
    assert rows(render("# Check\n\n<grades:all>\n", "check.md"))[0][1] == "JAMA NA"


def test_marks_of_an_older_text_say_so(project: Project, render: Render) -> None:
    write(project, page("index", jama=FULL))
    assert rows(render("# Check\n\n<grades:all>\n", "check.md"))[0][0] == "Home (older text)"


def test_pages_stand_by_title_and_templates_come_last_without_a_link(project: Project, render: Render) -> None:
    project.write("overrides/404.html", "<p>")
    front_matter = (project.docs / "index.md").read_text().partition("# Home")[0]
    project.page("zoo.md", "# A\n", front_matter.replace("title: Home", "title: a first one"))
    write(project, page('"404"', jama=FULL), page("index", jama=FULL), page("zoo", jama=FULL))
    html = render("# Check\n\n<grades:all>\n", "check.md")
    assert [first.removesuffix(" (older text)") for first, _ in rows(html)] == ["a first one", "Home", "404"]
    assert len(tree(html).css("tbody a")) == 2


def several(project: Project, *jama: str) -> None:
    """Marked pages whose titles are Page 0, Page 1 and so on."""
    front_matter = (project.docs / "index.md").read_text().partition("# Home")[0]
    for number in range(len(jama)):
        project.page(f"p{number}.md", "# P\n", front_matter.replace("title: Home", f"title: Page {number}"))
    write(project, *(page(f"p{number}", jama=one) for number, one in enumerate(jama)))


def test_what_is_under_the_goal_is_listed_with_its_pages_items_and_reason(project: Project, render: Render) -> None:
    several(project, NO_AUTHOR, FULL, FULL)
    assert shortfalls(render("# Check\n\n<grades:all>\n", "check.md")) == [
        "JAMA benchmarks: Page 0 Who wrote it: No name."
    ]


def test_a_goal_that_no_page_reaches_is_told_once(project: Project, render: Render) -> None:
    several(project, NO_AUTHOR, NO_AUTHOR, marks(("authorship", 0), ("currency", 0), reason="No name."))
    assert shortfalls(render("# Check\n\n<grades:all>\n", "check.md")) == [
        "JAMA benchmarks: all pages Who wrote it (all pages): No name. When (Page 2): No name."
    ]


def test_a_page_to_which_nothing_applies_does_not_keep_others_from_being_all(project: Project, render: Render) -> None:
    several(project, NO_AUTHOR, NO_AUTHOR, marks(("authorship", "NA"), ("currency", "NA")))
    assert shortfalls(render("# Check\n\n<grades:all>\n", "check.md"))[0].startswith("JAMA benchmarks: all pages")


def test_long_reasons_and_long_lists_of_pages_are_left_to_the_file(project: Project, render: Render) -> None:
    own = [marks(("authorship", 0), ("currency", 1), reason=f"Own reason {number}.") for number in range(4)]
    several(project, *own, marks(("authorship", 0), ("currency", 1), reason="Long. " * 20), FULL)
    (shown,) = shortfalls(render("# Check\n\n<grades:all>\n", "check.md"))
    assert shown == "JAMA benchmarks: Page 0 · Page 1 · Page 2 · Page 3 · Page 4 Who wrote it (5 of 6 pages)"


def test_a_guide_that_reaches_every_goal_and_one_without_marks_say_so(project: Project, render: Render) -> None:
    assert "No page is marked yet." in render("# Check\n\n<grades:all>\n", "check.md")
    write(project, page("index", jama=FULL))
    assert "Every page reaches every goal." in render("# Check\n\n<grades:all>\n", "check.md")


def test_reasons_are_never_read_as_html_or_markdown(project: Project, render: Render) -> None:
    write(project, page("index", jama=marks(("authorship", 0), ("currency", 1), reason='"<b>x</b> and *y*"')))
    html = render("# Check\n\n<grades:all>\n", "check.md")
    assert not tree(html).css("b, em")
    assert "&lt;b&gt;x&lt;/b&gt; and *y*" in html


def test_the_shorthand_is_left_alone_by_the_checks_of_pages(project: Project) -> None:
    project.page("index.md", "# Home\n\n<grades:all>\n")
    assert found(project) == []
