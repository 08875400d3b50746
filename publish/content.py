"""Everything that editors wrote, looked at in one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publish.facts import Facts, read_facts
from publish.files import markdown_files
from publish.handouts import handout_problems
from publish.pages.code import without_code
from publish.pages.headings import heading_problems
from publish.pages.html import html_problems
from publish.pages.pictures import picture_problems
from publish.pages.references import reference_problems
from publish.pages.source import PageSource, read_page
from publish.problem import ContentError, Problem


def content_problems(root: Path, docs: Path) -> list[Problem]:
    """Every problem of the data files and pages of a project, each once, in the order of files and lines."""
    facts = read_facts(root)
    problems = set(facts.problems)
    for file in markdown_files(docs):
        try:
            page = read_page(docs, file.relative_to(docs).as_posix(), root)
        except ContentError as error:
            problems.update(error.problems)
        else:
            problems.update(page_problems(page, facts, docs, root))
    return sorted(problems)


def page_problems(page: PageSource, facts: Facts, docs: Path, root: Path) -> Iterator[Problem]:
    """Every problem of one page and of the pictures that it shows."""
    text = without_code(page.body)
    yield from page.problems
    yield from handout_problems(page, docs)
    yield from heading_problems(page, text)
    yield from html_problems(page, text)
    yield from reference_problems(page, text, facts, docs)
    yield from picture_problems(page, text, docs, root)
