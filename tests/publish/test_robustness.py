"""Whatever is typed, editors get sentences and readers get no HTML that somebody typed."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from publish.facts import Facts
from publish.facts.helplines import read_helpline
from publish.fields import Reader
from publish.pages.code import without_code
from publish.pages.headings import heading_problems
from publish.pages.html import html_problems
from publish.pages.references import reference_problems
from publish.pages.source import parse_page

HTML_SIGNS = ["<", ">", "</", "script", "b", "<!--", "-->", "<?", "=", "&", '"', "'"]
OUR_SIGNS = ["[^a]", "<call:", "988", "/2", "[x](glossary:", "![", "](", ")"]
MARKDOWN_SIGNS = [" ", "\n", "\n\n", "    ", "`", "```\n", "~~~\n", "\\", "# ", "|", "-", "!!! note\n", "é"]
YAML_SIGNS = ["---\n", "title: ", "{", "}", "[", "]", "*a", "&a ", "<<: ", ":", "kind: call", "ways:\n  - "]
PIECES = st.sampled_from([*HTML_SIGNS, *OUR_SIGNS, *MARKDOWN_SIGNS, *YAML_SIGNS])
TEXTS = st.lists(PIECES, max_size=40).map("".join)
NOTHING = Facts({}, {}, {}, ())
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(TEXTS)
def test_any_page_can_be_looked_at_and_every_line_exists(text: str) -> None:
    page = parse_page(text, "a.md", "docs/a.md")
    body = without_code(page.body)
    assert [len(line) for line in body.split("\n")] == [len(line) for line in page.body.split("\n")]
    problems = [*page.problems, *heading_problems(page, body), *html_problems(page, body)]
    problems += reference_problems(page, body, NOTHING, Path("docs"))
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)


@MANY
@given(TEXTS)
def test_any_yaml_can_be_read_or_is_explained(text: str) -> None:
    reader = Reader("data/helplines.yml")
    tree = reader.compose(text)
    if tree is not None:
        read_helpline(tree, reader)
        for node in reader.entries(tree, "helplines"):
            read_helpline(node, reader)
        assert reader.problems
    assert all(str(problem) for problem in reader.problems)


@MANY
@given(TEXTS)
def test_no_typed_html_reaches_readers(text: str) -> None:
    md = Markdown(extensions=["admonition", "tables", "fenced_code", "publish.guide"])
    html = md.convert(text)
    assert not re.search(r"<script|<b>|<!--|<\?", html), html
