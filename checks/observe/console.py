"""What the browser says of a page on its console: errors of scripts, requests that failed, what a policy refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Observation, Visit
from checks.server import NO_SCRIPTS

if TYPE_CHECKING:
    from checks.browser import Browser

ASKED_BY_BROWSER = "/favicon.ico"  # for a page that names no icon


PARTS = """
  const fetched = performance.getEntriesByType("resource").filter(({ name }) => !name.endsWith(arguments[0]));
  return [fetched.length + document.querySelectorAll("script:not([src]), style").length, location.origin];
"""


@dataclass(frozen=True)
class ConsoleLine:
    """One thing that was said. `error`: it is more than a warning."""

    words: str
    error: bool


@dataclass(frozen=True)
class Console:
    """Everything that was said once, and of how many parts besides its HTML the page is made."""

    lines: tuple[ConsoleLine, ...]
    parts: int


def observe(browser: Browser, visit: Visit) -> Console:
    parts, origin = browser.evaluate(PARTS, ASKED_BY_BROWSER)
    # The same words each time: where the site is served says nothing about it.
    said = [(line["message"].replace(origin, ""), line["level"] == "SEVERE") for line in browser.console()]
    lines = (ConsoleLine(words, error) for words, error in dict.fromkeys(said) if not _is_ours(words))
    return Console(tuple(lines), parts)


def _is_ours(words: str) -> bool:
    """Whether the gate itself is the reason: the policy under which it looks at a page without scripts."""
    return NO_SCRIPTS in words or ASKED_BY_BROWSER in words


CONSOLE = Observation("console", observe)
