"""MkDocs, called as a function: a folder of HTML, and whatever it had to say."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publish.files import markdown_files, read_text
from publish.problem import CannotWork, ContentError, Problem, did_you_mean

CONFIG = "mkdocs.yml"
LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains an? (?:unrecognized relative |absolute )?link '(?P<link>[^']*)', "
    r"(?P<what>.*)",
    re.DOTALL,
)
NOT_IN_MENU = 'not included in the "nav" configuration'
LISTED = re.compile(r"^\s*- (.+\.md)$", re.MULTILINE)
NAMED = re.compile(r"'([^']+)'")
MEANT = re.compile(r"\s*Did you mean '(?P<link>[^']+)'\?")


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says about the site. `address` is where it is published, or empty; MkDocs takes `config`.

    `offline`: whether its pages are to work without a network.
    """

    root: Path
    docs: Path
    site: Path
    address: str
    watched: tuple[Path, ...]
    offline: bool
    config: Any


class Said(logging.Handler):
    """Keeps what MkDocs says at the level of a warning or above. Our own parts are heard elsewhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if record.name != "mkdocs.publish":
            self.messages.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Said]:
    """Listen to MkDocs and keep it from writing to the terminal itself."""
    logger, said = logging.getLogger("mkdocs"), Said()
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [said], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def read_settings(root: Path) -> Settings:
    """What mkdocs.yml says. Raises CannotWork when it cannot be read."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    if not (root / CONFIG).is_file():
        raise CannotWork(f"There is no {CONFIG} in {root}. Run this from the project's folder.")
    with listening() as said:
        try:
            config = load_config(str(root / CONFIG))
        except (Abort, ConfigurationError) as error:
            told = "; ".join(said.messages) or str(error)
            raise CannotWork(f"{CONFIG} cannot be used: {told}") from None
    docs = Path(config.docs_dir)
    watched = (docs, root / CONFIG, *map(Path, config.watch))
    offline = bool(config.extra.get("offline"))
    return Settings(root, docs, Path(config.site_dir), config.site_url or "", watched, offline, config)


def run_mkdocs(settings: Settings, into: Path) -> list[Problem]:
    """Build the site into a folder. Returns the problems that MkDocs found.

    Raises CannotWork when a template or a part of mkdocs.yml is broken.
    """
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, MkDocsException

    config = settings.config
    config.site_dir, config.site_url = str(into), settings.address
    config.strict = False  # Every warning is a problem here already, and each is to be heard.
    with listening() as said:
        try:
            build(config)
        except Abort as error:
            raise CannotWork(f"MkDocs stopped: {'; '.join(said.messages) or error}") from None
        except TemplateError as error:
            raise CannotWork(_template_message(error, settings.root)) from None
        except MkDocsException as error:
            raise CannotWork(f"MkDocs cannot build the site: {error}") from None
    return [problem for message in dict.fromkeys(said.messages) for problem in as_problems(message, settings)]


def _template_message(error: Exception, root: Path) -> str:
    """Where a template is broken, as far as Jinja knows, and what it says."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if not file:
        return f"A template in overrides/ cannot be used: {type(error).__name__}: {error}"
    name = os.path.relpath(file, root)
    return f"{name}:{line}  The template cannot be used: {getattr(error, 'message', error)}"


def as_problems(message: str, settings: Settings) -> list[Problem]:
    """What MkDocs said, with the file and line that it means where these can be told."""
    if match := LINK.match(message):
        return [link_problem(match, settings)]
    if NOT_IN_MENU in message:
        return [menu_problem(page, settings) for page in LISTED.findall(message)]
    named = NAMED.search(message)
    return [
        Problem(
            CONFIG,
            line_of(named[1], settings.root / CONFIG) if named else 0,
            f"{message.strip().rstrip('.')}.",
            "MkDocs would leave this out, or show it to readers in another way than you mean.",
            f"mend what the sentence names, in {CONFIG} or in the page.",
        )
    ]


def link_problem(match: re.Match[str], settings: Settings) -> Problem:
    """A link of a page that leads nowhere."""
    page = settings.docs / match["page"]
    what = MEANT.sub("", match["what"]).removeprefix("but ").rstrip(". ")
    return Problem(
        os.path.relpath(page, settings.root),
        line_of(f"({match['link']}", page),
        f'The link "{match["link"]}" leads nowhere: {what}.',
        "Readers who follow it would not find what they are promised.",
        link_fix(match["link"], match["what"], settings.docs),
    )


def link_fix(link: str, what: str, docs: Path) -> str:
    """How to mend a link: MkDocs' guess, or ours, or what to look for."""
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


def line_of(words: str, file: Path) -> int:
    """The first line of a file on which the words stand, or 0 when they do not stand there as such."""
    try:
        before, found, _ = read_text(file, file.name).partition(words)
    except ContentError:
        return 0
    return before.count("\n") + 1 if found else 0
