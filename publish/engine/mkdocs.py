"""MkDocs, and what is made like it, called as functions: a folder of HTML, and whatever they had to say."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from publish.engine.model import CONFIG, Settings
from publish.engine.problems import line_of, link_problem, menu_problem, other_problem
from publish.problem import CannotWork, Problem

LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains an? (?:unrecognized relative |absolute |invalid )?link '(?P<link>[^']*)', "
    r"(?P<what>.*)",
    re.DOTALL,
)
NOT_IN_MENU = 'not included in the "nav" configuration'
LISTED = re.compile(r"^\s*- (.+\.md)$", re.MULTILINE)
NAMED = re.compile(r"'([^']+)'")


@dataclass(frozen=True)
class MkDocs:
    """MkDocs, or a fork with the same functions in a package called `name`, which `prepare` makes ready."""

    name: str
    label: str
    prepare: Callable[[], None]

    def part(self, module: str) -> Any:
        """A module of the package."""
        return import_module(f"{self.name}.{module}")

    def read_settings(self, root: Path) -> Settings:
        """What mkdocs.yml says. Raises CannotWork when it cannot be read."""
        self.start()
        errors = self.part("exceptions")
        with listening(self.name) as said:
            try:
                config = self.part("config").load_config(str(root / CONFIG))
            except (errors.Abort, errors.ConfigurationError) as error:
                told = "; ".join(said.messages) or str(error)
                raise CannotWork(f"{CONFIG} cannot be used: {told}") from None
        docs = Path(config.docs_dir)
        watched = (docs, root / CONFIG, *map(Path, config.watch))
        offline = bool(config.extra.get("offline"))
        return Settings(self, root, docs, Path(config.site_dir), config.site_url or "", watched, offline, config)

    def start(self) -> None:
        """Make the package ready. Raises CannotWork where another one has its place: themes know one `mkdocs` only."""
        loaded = sys.modules.get("mkdocs")
        if loaded is not None and loaded.__name__ != self.name:
            raise CannotWork(
                f"{self.label} needs a program of its own: `python -m publish build --engine {self.name}`."
            )
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        self.prepare()

    def write(self, settings: Settings, into: Path) -> list[Problem]:
        """Build the site into a folder and return the problems found.

        Raises CannotWork when a template or a part of mkdocs.yml is broken.
        """
        from click import ClickException
        from jinja2 import TemplateError

        errors = self.part("exceptions")
        config = settings.config
        config.site_dir, config.site_url = str(into), settings.address
        config.strict = False  # Every warning is a problem here already, and each is to be heard.
        with listening(self.name) as said:
            try:
                self.part("commands.build").build(config)
            except errors.Abort as error:
                raise CannotWork(f"{self.label} stopped: {'; '.join(said.messages) or error}") from None
            except TemplateError as error:
                raise CannotWork(_template_message(error, settings.root)) from None
            except ClickException as error:
                raise CannotWork(f"{self.label} cannot build the site: {error}") from None
        return [problem for message in dict.fromkeys(said.messages) for problem in as_problems(message, settings)]


class Said(logging.Handler):
    """Keeps what the engine says at the level of a warning or above. Our own parts are heard elsewhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if record.name != "mkdocs.publish":
            self.messages.append(record.getMessage())


@contextmanager
def listening(name: str) -> Iterator[Said]:
    """Listen to an engine, and to plugins that speak in the name of MkDocs; keep both from writing to the terminal."""
    said = Said()
    with ExitStack() as stack:
        for logger in {name, "mkdocs"}:
            stack.enter_context(redirected(logging.getLogger(logger), said))
        yield said


@contextmanager
def redirected(logger: logging.Logger, handler: logging.Handler) -> Iterator[None]:
    """Give a logger one handler, for a while."""
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [handler], False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def _template_message(error: Exception, root: Path) -> str:
    """Where a template is broken, as far as Jinja knows, and what it says."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if not file:
        return f"A template in overrides/ cannot be used: {type(error).__name__}: {error}"
    name = os.path.relpath(file, root)
    return f"{name}:{line}  The template cannot be used: {getattr(error, 'message', error)}"


def as_problems(message: str, settings: Settings) -> list[Problem]:
    """What the engine said, with the file and line that it means where these can be told."""
    if match := LINK.match(message):
        line = line_of(f"({match['link']}", settings.docs / match["page"])
        return [link_problem(match["page"], line, match["link"], match["what"], settings)]
    if NOT_IN_MENU in message:
        return [menu_problem(page, settings) for page in LISTED.findall(message)]
    named = NAMED.search(message)
    return [other_problem(CONFIG, line_of(named[1], settings.root / CONFIG) if named else 0, message, settings)]


MKDOCS = MkDocs("mkdocs", "MkDocs", prepare=lambda: None)
