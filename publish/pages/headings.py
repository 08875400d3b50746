"""A page has one main heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.pages.source import PageSource
from publish.problem import Problem

MAIN_HEADING = re.compile(r"^#(?!#)[^\n]*$|^(?=\S)[^\n]+\n=+[ ]*$", re.MULTILINE)
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
