"""A page has one main heading, and a page of questions has headings that ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.pages.source import PageSource
from publish.problem import Problem

MAIN_HEADING = re.compile(r"^#(?!#)[^\n]*$|^(?=\S)[^\n]+\n=+[ ]*$", re.MULTILINE)
QUESTION = re.compile(r"^##(?!#)[^\n]*\?[ ]*$", re.MULTILINE)
FEWEST_QUESTIONS = 2
WHY = "People who move from heading to heading look for the one that says where they are."


def heading_problems(page: PageSource, text: str) -> Iterator[Problem]:
    """A problem when the page's body, without code, has no main heading or more than one."""
    headings = list(MAIN_HEADING.finditer(text))
    if not headings:
        fix = "write the page's heading as its first line: # Heading."
        yield Problem(page.name, page.first_line, "The page has no main heading.", WHY, fix)
    for heading in headings[1:]:
        written = heading[0].split("\n")[0].lstrip("# ")
        yield Problem(
            page.name,
            page.line_at(heading.start()),
            f'"{written}" is a second main heading; the first is on line {page.line_at(headings[0].start())}.',
            WHY,
            f"begin this line with two number signs: ## {written}.",
        )
    if page.front_matter and page.front_matter.questions and len(QUESTION.findall(text)) < FEWEST_QUESTIONS:
        yield Problem(
            page.name,
            1,
            "The front matter says questions: true, and fewer than two headings of the page are questions.",
            "Search engines would be told of questions and answers that no reader finds.",
            "write each question as a heading that ends with a question mark, or delete the line questions: true.",
        )
