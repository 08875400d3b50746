"""From a finding to the line that an editor wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.config import Settings
from checks.model import Page, Source, Target
from checks.source import Sources, find_line

MARKDOWN = """---
title: What it costs
---
# What it costs

A program costs money, and
**insurance** may pay for it.[^plan] See [your benefits](benefits.md#plan).

![A ladder of care](pictures/ladder.svg)

## With insurance

See [your benefits](benefits.md#plan), and [the rule](https://www.ecfr.gov/rule).

| What | Price |
|---|---|
| A visit | $20 |

- Ask your *plan*
"""


@pytest.mark.parametrize(
    ("snippet", "heading", "line"),
    [
        ("<h1>What it costs</h1>", "", 4),
        ("<p>A program costs money, and <strong>insurance</strong> may pay for it.</p>", "", 6),
        ("<strong>insurance</strong>", "", 7),
        ('<a href="../benefits/#plan">your benefits</a>', "", 7),
        ('<a href="../benefits/#plan">your benefits</a>', "With insurance", 13),
        ('<a href="https://www.ecfr.gov/rule"></a>', "", 13),
        ('<img src="../pictures/ladder.svg">', "", 9),
        ('<th scope="row">A visit</th>', "With insurance", 17),
        ("<li>Ask your <em>plan</em></li>", "", 19),
        ("<p>A program costs money, and insurance may pay for it. See your benefits, and what the tem…", "", 6),
        ("<div></div>", "", None),
        ("<p>Words from somewhere else entirely</p>", "", None),
    ],
)
def test_the_line_that_made_it(snippet: str, heading: str, line: int | None) -> None:
    assert find_line(MARKDOWN, Target("main", snippet, heading=heading)) == line


@pytest.mark.parametrize(
    ("path", "file"),
    [("/", "docs/index.md"), ("/cost/", "docs/cost.md"), ("/cost.html", "docs/cost.md"), ("/a/b/", "docs/a/b.md")],
)
def test_the_file_behind_a_page(path: str, file: str, project: Settings) -> None:
    written = project.root / file
    written.parent.mkdir(exist_ok=True)
    written.write_text(MARKDOWN)
    assert Sources(project).locate(Page(path), Target("h1", "<h1>What it costs</h1>")) == Source(file, 4)
    assert Sources(project).locate(Page(path), None) == Source(file)


def test_the_template_behind_what_no_page_wrote(project: Settings) -> None:
    settings = replace(project, templates={"footer.site": "overrides/main.html"})
    target = Target("footer > a", "<a>Words</a>", template="footer.site")
    assert Sources(settings).locate(Page("/cost/"), target) == Source("overrides/main.html")


def test_a_page_without_markdown_has_no_source(project: Settings) -> None:
    assert Sources(project).locate(Page("/404.html"), Target("h1", "<h1>Not found</h1>")) is None
