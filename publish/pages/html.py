"""HTML in a page: refused, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.pages.source import PageSource
from publish.problem import Problem

HTML = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?:(?=[\s/])[^<>]*)?/?>"
    r"|<(?P<start>script|style|iframe|object|embed|svg|math|link|meta|base|form)\b"
    r"|<(?P<other>!--|!\[CDATA\[|!doctype|\?)",
    re.IGNORECASE,
)
INSTEAD = {
    "a": "write a link as [text](page.md).",
    "abbr": "explain the word: [word](glossary:id).",
    "b": "write **bold**.",
    "blockquote": "start the line with >.",
    "br": "start a new paragraph, or a list.",
    "code": "put the text between backticks: `text`.",
    "details": 'write a line ??? note "Title" and indent what it holds by four spaces.',
    "dl": "write a list, or a table of two columns.",
    "em": "write *emphasis*.",
    "figure": "write ![what it shows](pictures/name.svg) in a paragraph of its own.",
    "hr": "write a line ---.",
    "i": "write *emphasis*.",
    "img": "write ![what it shows](pictures/name.svg).",
    "li": "start each line of the list with - and a space.",
    "ol": "start each line of the list with 1. and a space.",
    "p": "leave an empty line between paragraphs.",
    "pre": "put the text between two lines of three backticks.",
    "script": "delete it: pages hold no scripts.",
    "strong": "write **bold**.",
    "style": "delete it: the look of the guide stands in its style sheets.",
    "svg": "save the picture under docs/pictures/ and write ![what it shows](pictures/name.svg).",
    "table": "write the table with | between its cells.",
    "ul": "start each line of the list with - and a space.",
}
INSTEAD |= {f"h{level}": f"start the line with {'#' * level} and a space." for level in range(1, 7)}
COMMENT = "delete it: say it in the pull request, where it can be answered."
OTHERWISE = "delete the tag; to show it as text, put it between backticks: `<{}>`."


def html_problems(page: PageSource, text: str) -> Iterator[Problem]:
    """A problem for each HTML tag in `text`, the page's body without code. A closing tag counts if nothing opened."""
    opened: set[str] = set()
    for match in HTML.finditer(text):
        tag = (match["tag"] or match["start"] or "").lower()
        if match["close"] and tag in opened:
            continue
        opened.add(tag)
        yield _problem(page, match, tag)


def _problem(page: PageSource, match: re.Match[str], tag: str) -> Problem:
    shown = " ".join(match[0].split())
    comment = match["other"]
    return Problem(
        page.name,
        page.line_at(match.start()),
        "An HTML comment stands in the page." if comment else f"The HTML tag {shown} stands in the page.",
        "Pages hold Markdown alone, so that every reader, screen reader and browser gets the same page.",
        COMMENT if comment else INSTEAD.get(tag, OTHERWISE.format(tag)),
    )
