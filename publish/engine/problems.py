"""What an engine found wrong with the content, as an editor needs it: with its file and line, and how to mend it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from publish.engine.model import CONFIG, Settings
from publish.files import markdown_files, read_text
from publish.problem import ContentError, Problem, did_you_mean

MEANT = re.compile(r"\s*Did you mean '(?P<link>[^']+)'\?")


def link_problem(page: str, line: int, link: str, what: str, settings: Settings) -> Problem:
    """A link that leads nowhere: `page` is relative to the docs folder, `what` is the engine's reason."""
    return Problem(
        os.path.relpath(settings.docs / page, settings.root),
        line,
        f'The link "{link}" leads nowhere: {MEANT.sub("", what).removeprefix("but ").rstrip(". ")}.',
        "Readers who follow it would not find what they are promised.",
        link_fix(link, what, settings.docs),
    )


def link_fix(link: str, what: str, docs: Path) -> str:
    """How to mend a link: the engine's guess, or ours, or what to look for."""
    meant = MEANT.search(what)
    if meant:
        return f'Did you mean "{meant["link"]}"?'
    path, _, anchor = link.partition("#")
    if anchor and "anchor" in what:
        return "link to a heading that the page has: its words in small letters, with hyphens between them."
    pages = [file.relative_to(docs).as_posix() for file in markdown_files(docs)]
    return did_you_mean(path, pages, "Link to a page of docs/.")


def menu_problem(page: str, settings: Settings) -> Problem:
    """A page that stands in no menu."""
    return Problem(
        os.path.relpath(settings.docs / page, settings.root),
        0,
        f'The page is missing from "nav" in {CONFIG}.',
        "Readers would find it in no menu.",
        f'add "- {page}" to a section of "nav" in {CONFIG}, or delete the page.',
    )


def other_problem(file: str, line: int, message: str, settings: Settings) -> Problem:
    """Anything else, in the engine's own words."""
    return Problem(
        file,
        line,
        f"{message.strip().rstrip('.')}.",
        f"{settings.engine.label} would leave this out, or show it to readers in another way than you mean.",
        f"mend what the sentence names, in {CONFIG} or in the page.",
    )


def line_of(words: str, file: Path) -> int:
    """The first line of a file on which the words stand, or 0 when they do not stand there as such."""
    try:
        before, found, _ = read_text(file, file.name).partition(words)
    except ContentError:
        return 0
    return before.count("\n") + 1 if found else 0
